"""On a real disk that is full, what was kept is there, it says so, and with room it goes on."""

import os
import shutil
import subprocess
import sys
from functools import cache
from pathlib import Path

import pytest

from tests.torture.actions import ACTIONS

ROOT = Path(__file__).parents[2]


@cache
def apart() -> tuple[str, ...]:
    """The words that give a process a file system of its own to mount in, if any do."""
    for words in (("unshare", "--mount"), ("unshare", "--map-root-user", "--mount")):
        if sys.platform != "linux" or shutil.which("unshare") is None:
            continue
        command = [*words, "sh", "-c", "mount -t tmpfs tmpfs /mnt"]
        if subprocess.run(command, capture_output=True, check=False).returncode == 0:
            return words
    return ()


@pytest.mark.parametrize("name", [name for name in ACTIONS if name != "a lock"])
def test_on_a_full_disk_nothing_is_lost_and_with_room_it_goes_on(tmp_path, name):
    if not apart():
        pytest.skip("nobody here may mount a small disk: not root, and no user namespaces")
    module = "tests.torture.on_a_small_disk"
    done = subprocess.run(
        [*apart(), sys.executable, "-m", module, name, tmp_path],
        cwd=ROOT,
        env=os.environ,
        capture_output=True,
        text=True,
        check=False,
    )

    assert done.returncode == 0, done.stdout[-300:] + done.stderr[-3000:]
    *failed, last = [line.split() for line in done.stdout.splitlines()]
    assert failed, "there was room enough from the start"
    assert last[1] == "well"
