"""Writes files so that they are there whole or not at all."""

import errno
import os
import shutil
from collections.abc import Callable, Iterable, Iterator
from contextlib import AbstractContextManager, contextmanager, suppress
from pathlib import Path
from typing import BinaryIO

from welfare_app.domain.errors import Unavailable

SAID = {
    errno.ENOSPC: "disk.full",
    errno.EDQUOT: "disk.full",
    errno.EFBIG: "disk.file-too-large",
}
"""What is said of an error: a full disk or a full allowance of one, a file it cannot hold."""


@contextmanager
def plainly() -> Iterator[None]:
    """Say plainly what a disk did not allow."""
    try:
        yield
    except OSError as error:
        raise Unavailable(SAID.get(error.errno or 0, "disk.failed")) from error


def write_whole(path: Path, data: bytes, before_rename: Callable[[], None] = lambda: None) -> None:
    """Write beside, flush, call `before_rename`, then rename into place.

    Whatever goes wrong, the final name holds what it held before, and nothing is left beside it.
    """
    write_parts(path, (data,), before_rename)


def write_parts(
    path: Path, parts: Iterable[bytes], before_rename: Callable[[], None] = lambda: None
) -> None:
    """The same for what is too large to hold at once."""
    if path.is_dir():
        raise Unavailable("disk.failed")
    with _whole(path) as beside:
        with beside.open("wb") as file:
            for part in parts:
                file.write(part)
            file.flush()
            os.fsync(file.fileno())
        before_rename()


@contextmanager
def writing(path: Path) -> Iterator[BinaryIO]:
    """The same for what is written as it comes."""
    with _whole(path) as beside, beside.open("wb") as file:
        yield file
        file.flush()
        os.fsync(file.fileno())


def copy_whole(path: Path, to: Path) -> None:
    """Copy a file of any size; the copy is there whole or not at all."""
    with _whole(to) as beside:
        shutil.copyfile(path, beside)
        with beside.open("rb+") as file:
            os.fsync(file.fileno())


def remove(path: Path) -> None:
    """Take a file away for good, and let the folder know."""
    try:
        path.unlink(missing_ok=True)
        flush_folder(path.parent)
    except OSError as error:
        raise Unavailable("disk.failed") from error


def passing(path: Path) -> Path:
    """What a file is called until it is whole. A later try writes over what a crash left there."""
    return path.with_name(f".{path.name}.part")


@contextmanager
def _whole(path: Path) -> Iterator[Path]:
    """Something to write beside a file, which takes its place at the end or leaves nothing."""
    beside = passing(path)
    with plainly():
        try:
            yield beside
            beside.replace(path)
        except BaseException:
            with suppress(OSError):
                beside.unlink(missing_ok=True)
            raise
        flush_folder(path.parent)


def flush_folder(folder: Path) -> None:
    """Make the names in a folder last."""
    if os.name == "nt":  # Windows cannot open a folder to flush it; its rename is journalled
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


class LocalDisk:
    """The disk, as services may use it."""

    def write_whole(
        self, path: Path, data: bytes, before_rename: Callable[[], None] = lambda: None
    ) -> None:
        """Write a file whole or not at all."""
        write_whole(path, data, before_rename)

    def write_parts(
        self, path: Path, parts: Iterable[bytes], before_rename: Callable[[], None] = lambda: None
    ) -> None:
        """Write a large file whole or not at all."""
        write_parts(path, parts, before_rename)

    def writing(self, path: Path) -> AbstractContextManager[BinaryIO]:
        """Write a file as it comes, whole or not at all."""
        return writing(path)
