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


SHARED, PRIVATE = 0o666, 0o600
"""Who may read a new file: whoever the account's own mask lets, or the account alone."""


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
    with _whole(path, before_rename) as file:
        for part in parts:
            file.write(part)


def write_new(
    path: Path, parts: Iterable[bytes], before_rename: Callable[[], None] = lambda: None
) -> None:
    """The same where nothing may lie under the name yet.

    Raises:
        Unavailable: "disk.taken" if something does, and then `before_rename` was not called.
    """

    def free_then() -> None:
        refuse_taken(path)
        before_rename()

    with _whole(path, free_then, name_new) as file:
        for part in parts:
            file.write(part)


@contextmanager
def writing(path: Path) -> Iterator[BinaryIO]:
    """The same for what is written as it comes, and is nobody's to read but this account's."""
    with _whole(path, take_name=name_new, mode=PRIVATE) as file:
        yield file


def copy_whole(path: Path, to: Path) -> None:
    """Copy a file of any size; the copy is there whole or not at all."""
    with _whole(to):
        shutil.copyfile(path, passing(to))


def remove(path: Path) -> None:
    """Take a file away for good, and let the folder know."""
    try:
        path.unlink(missing_ok=True)
        flush_folder(path.parent)
    except OSError as error:
        raise Unavailable("disk.failed") from error


def passing(path: Path) -> Path:
    """What a file is called until it is whole. A later try takes away what a crash left there."""
    return path.with_name(f".{path.name}.part")


def new_file(path: Path, mode: int = SHARED) -> int:
    """A handle to write a file of ours: what lay there is gone, and never followed or waited for.

    Nobody may read it whom `mode` or the account's own mask keeps out.
    """
    path.unlink(missing_ok=True)
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)
    return os.open(path, flags | getattr(os, "O_NOFOLLOW", 0), mode)


def refuse_taken(path: Path) -> None:
    """Stop where anything lies under a name."""
    if os.path.lexists(path):
        raise Unavailable("disk.taken")


def name_new(path: Path) -> None:
    """Give what is written its name, and never take the place of anything.

    Where the file system has no links, as on a stick formatted as FAT, the name is looked at once
    more and then taken.
    """
    beside = passing(path)
    try:
        os.link(beside, path)
    except FileExistsError as error:
        raise Unavailable("disk.taken") from error
    except OSError:
        refuse_taken(path)
        beside.rename(path)
    else:
        with suppress(OSError):
            beside.unlink()
    try:
        flush_folder(path.parent)
    except OSError:
        with suppress(OSError):
            path.unlink()
        raise


def _replace(path: Path) -> None:
    passing(path).replace(path)
    flush_folder(path.parent)


@contextmanager
def _whole(
    path: Path,
    before: Callable[[], None] = lambda: None,
    take_name: Callable[[Path], None] = _replace,
    mode: int = SHARED,
) -> Iterator[BinaryIO]:
    """A file to write beside another, whose place it takes at the end, or it leaves nothing."""
    beside = passing(path)
    with plainly():
        try:
            with open(new_file(beside, mode), "wb") as file:
                yield file
                file.flush()
                os.fsync(file.fileno())
            before()
            take_name(path)
        except BaseException:
            with suppress(OSError):
                beside.unlink(missing_ok=True)
            raise


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

    def write_new(
        self, path: Path, parts: Iterable[bytes], before_rename: Callable[[], None] = lambda: None
    ) -> None:
        """Write a file whole or not at all, where nothing lies under its name."""
        write_new(path, parts, before_rename)

    def writing(self, path: Path) -> AbstractContextManager[BinaryIO]:
        """Write a file as it comes, whole or not at all, where nothing lies under its name."""
        return writing(path)
