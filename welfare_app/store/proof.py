"""Proves a backup by restoring it: copied, unlocked, opened, and looked at to its last byte."""

import hashlib
import os
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import BinaryIO

from welfare_app.domain.errors import Unavailable, WelfareAppError
from welfare_app.services.jobs import Progress, share
from welfare_app.store import manifest as manifests
from welfare_app.store.heads import HEAD
from welfare_app.store.layout import RECORDS, SLOTS
from welfare_app.store.manifest import Manifest
from welfare_app.store.outside import opened, parts_of, read_small, reading, write_flushed
from welfare_app.store.vault import Door, Vault

LARGEST_SLOTS = 1024 * 1024
SPARED = 64 * 1024 * 1024
"""Bytes left free beside a scratch copy, so that proving never fills the disk people write to."""

WaysIn = Callable[[Path, bytes], bool]
"""Whether the ways in that lie in a folder are just as somebody who held this key left them."""


@dataclass(frozen=True, slots=True)
class Trial:
    """A backup that is being tried in a scratch folder, open, with the key that opened it."""

    vault: Vault
    manifest: Manifest
    key: bytes = field(repr=False)


class KnownHead:
    """An anchor that knows how far a trail must go, and learns nothing more."""

    place = "backup"

    def __init__(self, entries: int, head: str) -> None:
        self._head = f"{entries}:{head}"

    def remember(self, _name: str, _value: str) -> None:
        """A copy on trial moves no anchor."""

    def recall(self, name: str) -> str | None:
        """How far the trail must go."""
        return self._head if name == HEAD else None


@contextmanager
def tried(
    backup: Path,
    scratch: Path,
    key_of: Callable[[Path], bytes],
    ways_in: WaysIn,
    now: Callable[[], datetime],
    device: str,
    progress: Progress,
) -> Iterator[Trial]:
    """The backup, opened in a scratch folder and found whole; the folder stays, closed.

    Nothing of the records is read before the key has vouched for their digest.
    """
    found = manifests.read(read_small(backup / manifests.FILE, manifests.LARGEST))
    slots = read_small(backup / SLOTS, LARGEST_SLOTS)
    with _scratched():
        clear(scratch)
        scratch.mkdir(mode=0o700)
        write_flushed(scratch / SLOTS, slots)
    key = key_of(scratch)
    said = found.manifest
    if not found.vouched_by(key) or hashlib.sha256(slots).hexdigest() != said.ways:
        raise Unavailable("backup.damaged")
    if not ways_in(scratch, key):
        raise Unavailable("backup.ways-damaged")
    _copy_records(backup / RECORDS, scratch / RECORDS, said, share(progress, 0, 600))
    door = Door(now, device, lambda _folder, _name: [KnownHead(said.entries, said.head)])
    try:
        vault = door.open(scratch, key)
    except WelfareAppError as error:
        if error.code == "vault.too-new":
            raise
        raise Unavailable("backup.damaged") from error
    try:
        share(progress, 600, 610)(1, 1)
        examined = vault.examine()
        if not examined.sound or examined.entries != said.entries:
            raise Unavailable("backup.damaged")
        progress(1000, 1000)
        yield Trial(vault, said, key)
    finally:
        vault.close()


def clear(scratch: Path) -> None:
    """Take a scratch folder away."""
    shutil.rmtree(scratch, ignore_errors=True)


def _copy_records(source: Path, to: Path, said: Manifest, progress: Progress) -> None:
    if shutil.disk_usage(to.parent).free < said.size + SPARED:
        raise Unavailable("backup.no-room-to-prove")
    digest = hashlib.sha256()
    with reading():
        try:
            file = opened(source)
        except FileNotFoundError as error:
            raise Unavailable("backup.damaged") from error
    with file:
        if os.fstat(file.fileno()).st_size != said.size:
            raise Unavailable("backup.damaged")
        with _scratched(), to.open("xb") as copy:
            for part in _read(file, said.size, progress):
                digest.update(part)
                copy.write(part)
    if digest.hexdigest() != said.records:
        raise Unavailable("backup.damaged")


def _read(file: BinaryIO, size: int, progress: Progress) -> Iterator[bytes]:
    """The parts of a file on a place, whose failures are the place's and not the scratch's."""
    parts = parts_of(file, size, progress)
    while True:
        with reading():
            part = next(parts, None)
        if part is None:
            return
        yield part


@contextmanager
def _scratched() -> Iterator[None]:
    """Say plainly that there was no room beside the vault to try a backup in."""
    try:
        yield
    except OSError as error:
        raise Unavailable("backup.no-room-to-prove") from error
