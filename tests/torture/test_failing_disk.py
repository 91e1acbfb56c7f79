"""Whichever call to the disk fails, what was kept is there, and trying again works."""

import errno
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.torture.actions import ACTIONS
from tests.torture.failing import IMPOSSIBLE, Manner, compiled

ROOT = Path(__file__).parents[2]

pytestmark = pytest.mark.skipif(bool(IMPOSSIBLE), reason=IMPOSSIBLE)


@pytest.fixture(scope="session")
def library(tmp_path_factory):
    return compiled(tmp_path_factory.mktemp("failing"))


def suffer(library, name, manner, error, folder):
    """Every call of an action fails in turn; the lines that were said of each."""
    words = ["tests.torture.on_a_failing_disk", name, str(int(manner)), str(error), str(folder)]
    done = subprocess.run(
        [sys.executable, "-m", *words],
        cwd=ROOT,
        env=os.environ | {"LD_PRELOAD": str(library)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout[-300:] + done.stderr[-3000:]
    return done.stdout.splitlines()


@pytest.mark.parametrize("name", ACTIONS)
def test_an_error_of_the_disk_at_any_call_loses_nothing(library, tmp_path, name):
    said = suffer(library, name, Manner.ONCE, errno.EIO, tmp_path)

    assert len(said) > 4, said


@pytest.mark.parametrize("name", ACTIONS)
def test_a_disk_that_is_full_from_any_call_on_loses_nothing(library, tmp_path, name):
    said = suffer(library, name, Manner.FROM_THEN_ON, errno.ENOSPC, tmp_path)

    assert len(said) > 2, said


@pytest.mark.parametrize("name", ACTIONS)
def test_killed_at_any_call_in_the_middle_of_a_write_nothing_is_lost(library, tmp_path, name):
    said = suffer(library, name, Manner.DIE, errno.EIO, tmp_path)

    assert len(said) > 2, said
