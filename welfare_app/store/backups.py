"""The backups of one vault: made beside, flushed and renamed, proved, and dropped in turn."""

import hashlib
import re
import secrets
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from threading import Lock

from welfare_app.domain.backup import Backup
from welfare_app.domain.errors import Unavailable, WelfareAppError
from welfare_app.services.backups import Lying
from welfare_app.services.jobs import Progress
from welfare_app.store import audit
from welfare_app.store import manifest as manifests
from welfare_app.store.disks import near, same_disk
from welfare_app.store.layout import RECORDS, SLOTS
from welfare_app.store.manifest import Manifest
from welfare_app.store.outside import (
    flush_folder,
    read_small,
    there,
    write_flushed,
    writing,
)
from welfare_app.store.proof import LARGEST_SLOTS, WaysIn, clear, tried
from welfare_app.store.snapshot import snapshot

PARTS = (manifests.FILE, RECORDS, SLOTS)
SPARED = 4 * 1024 * 1024
_MAKING, _GOING = ".making", ".going"


class VaultBackups:
    """Made anew for each piece of work; it holds the key no longer than that."""

    def __init__(
        self,
        folder: Path,
        key: bytes,
        turn: Lock,
        now: Callable[[], datetime],
        device: str,
        ways_in: WaysIn,
    ) -> None:
        self._folder, self._key, self._now, self._device = folder, key, now, device
        self._turn, self._ways_in = turn, ways_in
        self._ours = f"notes-{audit.vault_name(key)}-"
        shape = re.escape(self._ours) + r"\d{8}-\d{6}-[0-9a-f]{4}"
        self._name = re.compile(shape, re.ASCII)
        self._unfinished = re.compile(rf"\.{shape}(?:{_MAKING}|{_GOING})", re.ASCII)

    @property
    def size(self) -> int:
        """How many bytes the vault's records take now."""
        return (self._folder / RECORDS).stat().st_size

    def lying(self, place: Path) -> Lying:
        """How a place lies to the vault."""
        inside = place.resolve().is_relative_to(self._folder.resolve())
        return Lying(same_disk(self._folder, place), inside)

    def near(self, place: Path) -> bool:
        """Whether a place is on this laptop for certain."""
        return near(place)

    def make(self, place: Path, program: str, progress: Progress) -> Backup:
        """Write a backup into a place, whole or not at all."""
        there(place)
        made = self._now()
        name = f"{self._ours}{made:%Y%m%d-%H%M%S}-{secrets.token_hex(2)}"
        beside = place / f".{name}{_MAKING}"
        with writing(place):
            self._sweep(place)
            if shutil.disk_usage(place).free < self.size + SPARED:
                raise Unavailable("backup.place-full")
            with _whole_or_gone(beside):
                manifest = self._fill(beside, made, program, progress)
                flush_folder(beside)
                beside.rename(place / name)
            flush_folder(place)
        return manifest.backup(str(place), name)

    def prove(self, place: Path, name: str, progress: Progress) -> Backup:
        """Copy a backup, open the copy, and look at all of it."""
        there(place)
        if not self._name.fullmatch(name) or not (place / name).is_dir():
            raise Unavailable("backup.gone")
        try:
            with tried(
                place / name,
                self._scratch,
                lambda _: self._key,
                self._ways_in,
                self._now,
                self._device,
                progress,
            ) as trial:
                backup = trial.manifest.backup(str(place), name)
        finally:
            clear(self._scratch)
        return replace(backup, proved=self._now())

    def found(self, place: Path) -> tuple[Backup, ...]:
        """What lies in a place that is vouched for as a backup of this vault."""
        there(place)
        with writing(place):
            names = sorted(one.name for one in place.iterdir() if self._name.fullmatch(one.name))
        return tuple(one for name in names if (one := self._vouched(place, name)))

    def lies(self, place: Path, name: str) -> bool:
        """Whether anything of this name lies there."""
        with writing(place):
            return bool(self._name.fullmatch(name)) and (place / name).exists()

    def drop(self, place: Path, name: str) -> None:
        """Delete one that is vouched for as a backup of this vault."""
        there(place)
        if not self.lies(place, name):
            return
        if self._vouched(place, name) is None:
            raise Unavailable("backup.damaged")
        going = place / f".{name}{_GOING}"
        with writing(place):
            (place / name).rename(going)
            _take_away(going)

    def sweep(self) -> None:
        """Take away what a proof that was cut short left beside the vault."""
        clear(self._scratch)

    @property
    def _scratch(self) -> Path:
        return self._folder.with_name(f".{self._folder.name}.proving")

    def _fill(self, beside: Path, made: datetime, program: str, progress: Progress) -> Manifest:
        taken = snapshot(self._folder / RECORDS, self._key, self._turn, beside / RECORDS, progress)
        self._must_open(self._folder)
        slots = read_small(self._folder / SLOTS, LARGEST_SLOTS)
        write_flushed(beside / SLOTS, slots)
        self._must_open(beside)
        manifest = Manifest(
            audit.vault_name(self._key),
            made.isoformat(timespec="seconds"),
            program,
            taken.head.number,
            taken.head.mac.hex(),
            taken.size,
            taken.digest,
            hashlib.sha256(slots).hexdigest(),
        )
        write_flushed(beside / manifests.FILE, manifest.written(self._key))
        return manifest

    def _must_open(self, folder: Path) -> None:
        """A backup nobody could open by passphrase would be none."""
        if not self._ways_in(folder, self._key):
            raise Unavailable("backup.ways-damaged")

    def _vouched(self, place: Path, name: str) -> Backup | None:
        with suppress(WelfareAppError):
            path = place / name / manifests.FILE
            if (place / name).is_symlink():
                return None
            found = manifests.read(read_small(path, manifests.LARGEST))
            if found.vouched_by(self._key):
                return found.manifest.backup(str(place), name)
        return None

    def _sweep(self, place: Path) -> None:
        """Take away what was left of ours when the program or the place last went."""
        for one in place.iterdir():
            if self._unfinished.fullmatch(one.name) and not one.is_symlink():
                _take_away(one)


@contextmanager
def _whole_or_gone(beside: Path) -> Iterator[None]:
    try:
        beside.mkdir(mode=0o700)
        yield
    except BaseException:
        with suppress(OSError):
            _take_away(beside)
        raise


def _take_away(folder: Path) -> None:
    """Delete our own files, then the folder, unless somebody put more into it."""
    for name in PARTS:
        (folder / name).unlink(missing_ok=True)
    with suppress(OSError):
        folder.rmdir()
