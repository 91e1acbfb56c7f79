"""Whichever call to the disk fails, what was kept is there, and trying again works."""

import errno

import pytest

from tests.torture.actions import ACTIONS
from tests.torture.failing import IMPOSSIBLE, Manner, compiled
from tests.warm import warmed

pytestmark = pytest.mark.skipif(bool(IMPOSSIBLE), reason=IMPOSSIBLE)


@pytest.fixture(scope="module")
def disk(tmp_path_factory):
    """Ready to do actions on a disk that fails."""
    library = compiled(tmp_path_factory.mktemp("failing"))
    with warmed("tests.torture.on_a_failing_disk", env={"LD_PRELOAD": str(library)}) as disk:
        yield disk


def suffer(disk, name, manner, error, folder):
    """Every call of an action fails in turn; the lines that were said of each."""
    return disk.do(name, int(manner), error, folder)


@pytest.mark.parametrize("name", ACTIONS)
def test_an_error_of_the_disk_at_any_call_loses_nothing(disk, tmp_path, name):
    said = suffer(disk, name, Manner.ONCE, errno.EIO, tmp_path)

    assert len(said) > 4, said


@pytest.mark.parametrize("name", ACTIONS)
def test_a_disk_that_is_full_from_any_call_on_loses_nothing(disk, tmp_path, name):
    said = suffer(disk, name, Manner.FROM_THEN_ON, errno.ENOSPC, tmp_path)

    assert len(said) > 2, said


@pytest.mark.parametrize("name", ACTIONS)
def test_killed_at_any_call_in_the_middle_of_a_write_nothing_is_lost(disk, tmp_path, name):
    said = suffer(disk, name, Manner.DIE, errno.EIO, tmp_path)

    assert len(said) > 2, said
