"""Hands out a disk that fails on purpose: a small C library put in front of the C library."""

import ctypes
import os
import shutil
import subprocess
import sys
from dataclasses import dataclass
from enum import IntEnum
from pathlib import Path

SOURCE = Path(__file__).with_name("failing.c")
COMPILER = shutil.which("gcc") or shutil.which("cc")
IMPOSSIBLE = (
    "this way of failing is Linux's own"
    if sys.platform != "linux"
    else "no C compiler is here to make the failing disk"
    if COMPILER is None
    else ""
)


class Manner(IntEnum):
    """How a call fails: only that one; that one and all after; the process ends there."""

    ONCE = 0
    FROM_THEN_ON = 1
    DIE = 2


@dataclass(frozen=True)
class FailingDisk:
    """The failing disk as a process sees it that was started with it preloaded."""

    library: ctypes.CDLL

    def fails(self, folder: Path, nth: int, error: int, manner: Manner) -> None:
        """Let the Nth call that writes under a folder fail. 0 only counts."""
        self.library.disk_fails(os.fsencode(folder), ctypes.c_long(nth), error, int(manner))

    def is_well(self) -> None:
        """Nothing fails any more."""
        self.library.disk_is_well()

    @property
    def calls(self) -> int:
        """How many calls there were since it was last told to fail."""
        count = self.library.disk_calls
        count.restype = ctypes.c_long
        return int(count())


def preloaded() -> FailingDisk:
    """The failing disk this process was started with."""
    return FailingDisk(ctypes.CDLL(os.environ["LD_PRELOAD"]))


def compiled(folder: Path) -> Path:
    """The library, made in a folder."""
    made = folder / "failing.so"
    assert COMPILER is not None
    subprocess.run(
        [COMPILER, "-shared", "-fPIC", "-O1", "-Wall", "-o", made, SOURCE, "-ldl"], check=True
    )
    return made
