"""Tells a vault that does not open for want of room from one that is damaged or out of reach."""

import shutil
from collections.abc import Callable
from functools import wraps
from pathlib import Path
from typing import TypeVar

from welfare_app.domain.errors import Unavailable

LEAST = 128 * 1024
"""Bytes. With less on the disk, the files that the database needs beside its own do not fit."""

FOR_WANT_OF_ROOM = {"vault.cannot-open", "vault.disk-failed", "vault.disk-full"}
"""What the database says of a file it has no room to open: none of it says so."""

Door = TypeVar("Door")
Vault = TypeVar("Vault")
Opening = Callable[[Door, Path, bytes], Vault]


def a_full_disk_is_called_full(opening: Opening[Door, Vault]) -> Opening[Door, Vault]:
    """Open a vault, and where that fails on a full disk say so, whatever else was said."""

    @wraps(opening)
    def opened(door: Door, folder: Path, key: bytes) -> Vault:
        try:
            return opening(door, folder, key)
        except Unavailable as error:
            if error.code in FOR_WANT_OF_ROOM and _is_full(folder):
                raise Unavailable("vault.no-room-to-open") from error
            raise

    return opened


def _is_full(folder: Path) -> bool:
    try:
        return shutil.disk_usage(folder).free < LEAST
    except OSError:
        return False
