"""Files that are read safely wherever they lie, and streams that are hashed on their way."""

import errno
import hashlib
import os
from pathlib import Path
from stat import S_ISREG
from typing import BinaryIO

from welfare_app.services.recording_ports import Sink


def ordinary(path: Path) -> BinaryIO:
    """An ordinary file to read. Neither a folder nor a pipe nor a device is opened or waited for.

    Raises:
        OSError: it is none of these, or cannot be read.
    """
    # without it, opening a pipe put there meanwhile would wait for whoever writes into it
    flags = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
    _must_be_file(path.stat())
    file = open(os.open(path, flags), "rb")  # noqa: PTH123, SIM115 - whoever asked closes it
    try:
        _must_be_file(os.fstat(file.fileno()))
    except OSError:
        file.close()
        raise
    return file


def read_ordinary(path: Path, most: int) -> bytes:
    """A small file: at most `most` bytes of it, and one more where it is larger."""
    with ordinary(path) as file:
        return file.read(most + 1)


def _must_be_file(found: os.stat_result) -> None:
    if not S_ISREG(found.st_mode):
        raise OSError(errno.EINVAL, os.strerror(errno.EINVAL))


class Hashing:
    """What is written, hashed and counted as it goes."""

    def __init__(self, sink: Sink) -> None:
        self._sink = sink
        self.size, self.digest = 0, hashlib.sha256()

    def write(self, part: bytes, /) -> int:
        """Pass a piece on."""
        taken = self._sink.write(part)
        self.digest.update(part[:taken])
        self.size += taken
        return taken
