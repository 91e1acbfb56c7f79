"""Puts a rescued vault in the place of a damaged one, so that a stop at any moment loses neither.

The damaged files are kept first, whole, under a dated name. What is still to do is then written
down, and every later opening finishes it before it looks at anything.
"""

import os
import shutil
from datetime import datetime
from pathlib import Path

from welfare_app.domain.errors import Unavailable
from welfare_app.store.disk import copy_whole, write_whole
from welfare_app.store.heads import MARK
from welfare_app.store.layout import RECORDS, TRACES

RESCUED, PENDING = "rescued.db", "rescue.pending"
LOGS = ("-wal", "-shm")


def keep_damaged(folder: Path, at: datetime) -> str:
    """Keep everything of the damaged vault in a folder of its own, and say what it is called."""
    name = f"damaged-{at:%Y-%m-%d-%H%M%S}"
    try:
        (folder / name).mkdir()
    except OSError as error:
        raise Unavailable("disk.failed") from error
    for file in (*TRACES, MARK, f"{RECORDS}-wal"):
        if (folder / file).exists():
            _keep(folder / file, folder / name / file, same=file.startswith(RECORDS))
    return name


def kept_damaged(folder: Path) -> tuple[Path, ...]:
    """Where damaged vaults are kept from which sound ones were made."""
    return tuple(one for one in folder.glob("damaged-*") if one.is_dir())


def clear_kept(folder: Path) -> None:
    """Take the kept damaged vaults away, because what was erased still lies in them."""
    try:
        for one in kept_damaged(folder):
            shutil.rmtree(one)
    except OSError as error:
        raise Unavailable("disk.failed") from error


def put_in_place(folder: Path) -> None:
    """Let the rescued vault take the place of the damaged one, which has been kept."""
    write_whole(folder / PENDING, b"The rescued vault is to take the place of the damaged one.\n")
    finish(folder)


def finish(folder: Path) -> None:
    """Finish what was begun, if anything was. Done twice, it does nothing more."""
    if not (folder / PENDING).exists():
        return
    try:
        if (folder / RESCUED).exists():
            # the log of the damaged vault must be gone before another file bears its name
            for log in LOGS:
                (folder / f"{RECORDS}{log}").unlink(missing_ok=True)
            (folder / RESCUED).replace(folder / RECORDS)
        (folder / PENDING).unlink(missing_ok=True)
    except OSError as error:
        raise Unavailable("vault.cannot-open") from error


def clear(folder: Path) -> None:
    """Take away what an earlier rescue left that was stopped before it was done."""
    if (folder / PENDING).exists():
        return
    for name in (RESCUED, *(f"{RESCUED}{log}" for log in LOGS)):
        try:
            (folder / name).unlink(missing_ok=True)
        except OSError as error:
            raise Unavailable("disk.failed") from error


def _keep(path: Path, to: Path, *, same: bool) -> None:
    """A second name for the very same file where the disk can, which takes no room; else a copy."""
    if same:
        try:
            os.link(path, to)
        except OSError:
            pass
        else:
            return
    copy_whole(path, to)
