"""On a real disk that is full, what was kept is there, it says so, and with room it goes on."""

import shutil
import subprocess
import sys
from functools import cache

import pytest

from tests.torture.actions import ACTIONS
from tests.warm import warmed


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


@pytest.fixture(scope="module")
def disk():
    """Ready to do actions on a disk of its own."""
    if not apart():
        pytest.skip("nobody here may mount a small disk: not root, and no user namespaces")
    with warmed("tests.torture.on_a_small_disk", within=apart()) as disk:
        yield disk


@pytest.mark.parametrize("name", [name for name in ACTIONS if name != "a lock"])
def test_on_a_full_disk_nothing_is_lost_and_with_room_it_goes_on(disk, tmp_path, name):
    *failed, last = [line.split() for line in disk.do(name, tmp_path)]
    assert failed, "there was room enough from the start"
    assert last[1] == "well"
