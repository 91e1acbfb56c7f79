"""Writes a small file beside the vault whole or not at all."""

import os
import tempfile
from contextlib import suppress
from pathlib import Path


def write_whole(folder: Path, name: str, data: bytes, *, flush: bool = True) -> None:
    """Put data in a file's place. Interrupted, it leaves what was there.

    Without `flush` that holds for a program that is ended, not for power that goes.
    """
    before, after = f".{Path(name).stem}-", ".tmp"
    for left_behind in folder.glob(f"{before}*{after}"):
        left_behind.unlink(missing_ok=True)
    descriptor, temporary = tempfile.mkstemp(after, before, folder)
    try:
        with os.fdopen(descriptor, "wb") as file:
            file.write(data)
            if flush:
                file.flush()
                os.fsync(file.fileno())
        Path(temporary).replace(folder / name)
    except BaseException:
        with suppress(OSError):
            Path(temporary).unlink(missing_ok=True)
        raise
    if flush:
        _flush_folder(folder)


def _flush_folder(folder: Path) -> None:
    """Make the rename itself last, where a folder can be flushed: not on Windows."""
    if os.name == "nt":
        return
    with suppress(OSError):
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)
