"""Reads and writes on disks that are not ours: a stick, a share, another laptop's copy.

Every byte there is taken for hostile, and every call for one that may fail half way.
"""

import errno
import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from stat import S_ISREG
from typing import BinaryIO

from welfare_app.domain.errors import Unavailable
from welfare_app.services.jobs import Progress

PART = 1024 * 1024
FLUSHED = 8 * PART
"""Bytes written between two flushes, so that what waits never holds up anyone's save for long."""

_CODES = {
    errno.ENOSPC: "backup.place-full",
    errno.EDQUOT: "backup.place-full",
    errno.EFBIG: "backup.file-too-large",
    errno.EROFS: "backup.place-read-only",
    errno.EACCES: "backup.place-read-only",
    errno.EPERM: "backup.place-read-only",
}


@contextmanager
def writing(place: Path) -> Iterator[None]:
    """Say plainly what a place did not allow."""
    try:
        yield
    except OSError as error:
        raise Unavailable(_CODES.get(error.errno or 0) or _missing(place)) from error


@contextmanager
def reading() -> Iterator[None]:
    """Say plainly that a backup could not be read to its end."""
    try:
        yield
    except OSError as error:
        raise Unavailable("backup.cannot-read") from error


def there(place: Path) -> None:
    """Stop where a place is not connected, or is no folder."""
    try:
        if place.is_dir():
            return
    except OSError as error:
        raise Unavailable("backup.place-missing") from error
    raise Unavailable("backup.place-missing")


def opened(path: Path) -> BinaryIO:
    """An ordinary file to read: no link to elsewhere, and nothing that waits for a writer."""
    if path.is_symlink():
        raise Unavailable("backup.not-a-backup")
    flags = os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0)
    handle = os.open(path, flags | getattr(os, "O_BINARY", 0))
    if not S_ISREG(os.fstat(handle).st_mode):
        os.close(handle)
        raise Unavailable("backup.not-a-backup")
    return os.fdopen(handle, "rb")


def read_small(path: Path, most: int) -> bytes:
    """A small file, if it is an ordinary one and no larger than it could need to be."""
    try:
        with opened(path) as file:
            data = file.read(most + 1)
    except (FileNotFoundError, NotADirectoryError) as error:
        raise Unavailable("backup.not-a-backup") from error
    except OSError as error:
        raise Unavailable("backup.cannot-read") from error
    if len(data) > most:
        raise Unavailable("backup.not-a-backup")
    return data


def write_flushed(path: Path, data: bytes) -> None:
    """Write a new small file and wait until it is on the disk."""
    with path.open("xb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())


def flush_folder(folder: Path) -> None:
    """Make the names in a folder last, where its file system can be asked to."""
    if os.name == "nt":
        return
    with suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def parts_of(file: BinaryIO, size: int, progress: Progress) -> Iterator[bytes]:
    """A file in parts, never more than a part beyond the size it ought to have."""
    done = 0
    while done <= size and (part := file.read(PART)):
        done += len(part)
        progress(min(done, size), max(size, 1))
        yield part


def _missing(place: Path) -> str:
    """Whether a place has gone, or something else is wrong with it."""
    with suppress(OSError):
        if place.is_dir():
            return "backup.failed"
    return "backup.place-gone"
