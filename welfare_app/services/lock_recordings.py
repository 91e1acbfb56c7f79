"""Locking recordings beside a pack: read once where they lie, hashed and locked on the way."""

import hashlib
import os
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager, nullcontext
from dataclasses import dataclass, field
from pathlib import Path
from stat import S_ISREG
from typing import BinaryIO

from welfare_app.domain.errors import Refused, Unavailable
from welfare_app.domain.recordings import KEY_NAME, MOST, Recording, numbered
from welfare_app.domain.seal import Attachment
from welfare_app.domain.second_signature import ENDING
from welfare_app.domain.story import notifies
from welfare_app.services.jobs import Progress, share
from welfare_app.services.recording_ports import (
    Batch,
    Batches,
    RecordingKey,
    RecordingLocks,
)
from welfare_app.services.streams import Hashing, ordinary

PART = 1024 * 1024
"""Bytes read between two chances to stop."""

LOCKED_AT = 900
"""Of a thousand: how far a sealing is when its recordings are locked."""


@dataclass(frozen=True, slots=True)
class Chosen:
    """A recording somebody chose to go beside a pack. It stays where it is.

    `changed_at` is when it was last written, in nanoseconds as the disk tells it. With the size it
    says whether the file is still the one they chose; the number a file has on its disk would not,
    because a stick formatted as FAT gives a new one now and then.
    """

    path: Path = field(repr=False)
    size: int
    changed_at: int
    description: str = field(default="", repr=False)

    def still(self, found: os.stat_result) -> bool:
        """Whether what is found there now is what they chose."""
        return (found.st_size, found.st_mtime_ns) == (self.size, self.changed_at)


def _nothing() -> None:
    """Where nothing goes beside a pack, nothing is named before it."""


@dataclass(frozen=True, slots=True)
class Going:
    """What goes beside a pack: locked and on the disk, and named only with the pack.

    The pack is written within `naming`, which hands out what gives them their names.
    """

    recordings: tuple[Recording, ...] = ()
    key: tuple[Attachment, ...] = ()
    naming: Callable[[], AbstractContextManager[Callable[[], None]]] = lambda: nullcontext(_nothing)


def refuse_recordings(route: str, chosen: tuple[Chosen, ...]) -> None:
    """None goes with a Duty to Notify report, as no file does, nor more than can be kept apart."""
    if chosen and notifies(route):
        raise Refused("seal.recordings-anonymous")
    if len(chosen) > MOST:
        raise Refused("seal.recordings-too-many", most=MOST)


def foreseen(chosen: tuple[Chosen, ...]) -> tuple[Recording, ...]:
    """The recordings as far as they are known before they are locked."""
    return tuple(
        Recording(numbered(at, one.path.name), one.size, description=one.description)
        for at, one in enumerate(chosen, 1)
    )


def shares(progress: Progress, chosen: tuple[Chosen, ...]) -> tuple[Progress, Progress]:
    """Progress for the locking, which is nearly all of it, and for the sealing after it."""
    if not chosen:
        return progress, progress
    return share(progress, 0, LOCKED_AT), share(progress, LOCKED_AT, 1000)


@dataclass(frozen=True, slots=True)
class LockRecordings:
    """Locks what goes beside a pack."""

    locks: RecordingLocks
    batches: Batches

    def look(self, path: Path) -> Chosen:
        """A file as it is chosen. Nothing of it is read yet."""
        try:
            found = path.stat()
        except OSError as error:
            raise Unavailable("seal.recording-unreadable") from error
        if not S_ISREG(found.st_mode):
            raise Refused("seal.recording-not-a-file")
        if found.st_size == 0:
            raise Refused("seal.recording-empty")
        return Chosen(path, found.st_size, found.st_mtime_ns)

    @contextmanager
    def beside(self, chosen: tuple[Chosen, ...], pack: Path, progress: Progress) -> Iterator[Going]:
        """Lock them beside `pack`, under a fresh key. What takes no name in the block is gone."""
        if not chosen:
            yield Going()
            return
        planned = foreseen(chosen)
        names = (pack.name, *(one.locked_as for one in planned))
        if any(_there(pack.with_name(name)) for name in (*names, pack.name + ENDING)):
            self.batches.clear(map(pack.with_name, names))  # what a seal that was cut off left
            raise Refused("seal.recording-name-taken")
        with self.batches.beside(pack) as batch:
            total = sum(one.size for one in chosen)
            batch.must_fit(total)
            key, done = self.locks.new_key(), 0
            locked: list[Recording] = []
            for one, plan in zip(chosen, planned, strict=True):
                source = _Source(one, progress, done, total)
                locked.append(_locked(key, source, plan, pack.with_name(plan.locked_as), batch))
                done += source.size
            told = f"The key to {', '.join(one.locked_as for one in locked)}"
            attached = Attachment(KEY_NAME, "text/plain", key.file, told)
            yield Going(tuple(locked), (attached,), batch.naming)


def _locked(
    key: RecordingKey, source: "_Source", plan: Recording, path: Path, batch: Batch
) -> Recording:
    with source.opened(), batch.writing(path) as sink:
        taking = Hashing(sink)
        key.lock(source, taking)
    return Recording(
        plan.name,
        source.size,
        source.digest.hexdigest(),
        taking.size,
        taking.digest.hexdigest(),
        plan.description,
    )


def _there(path: Path) -> bool:
    return path.exists() or path.is_symlink()


class _Source:
    """A recording being read: hashed, counted, and stopped when the person asks.

    It is read as it was chosen or refused: what was said of it was said of that file.
    """

    def __init__(self, chosen: Chosen, progress: Progress, before: int, total: int) -> None:
        self._chosen, self._progress, self._before, self._total = chosen, progress, before, total
        self._file: BinaryIO | None = None
        self.size, self.digest = 0, hashlib.sha256()
        self._told = 0

    @contextmanager
    def opened(self) -> Iterator[None]:
        """While it is read."""
        try:
            file = ordinary(self._chosen.path)
        except OSError as error:
            raise Unavailable("seal.recording-unreadable") from error
        with file:
            self._file = file
            self._refuse_changed()
            self._tell()
            yield
            self._refuse_changed()
            if self.size != self._chosen.size:
                raise Refused("seal.recording-changed")

    def _refuse_changed(self) -> None:
        try:
            found = os.fstat(self._file.fileno()) if self._file else None
        except OSError as error:
            raise Unavailable("seal.recording-unreadable") from error
        if found is None or not self._chosen.still(found):
            raise Refused("seal.recording-changed")

    def read(self, size: int, /) -> bytes:
        """The next piece."""
        if self._file is None:
            return b""
        try:
            part = self._file.read(size)
        except OSError as error:
            raise Unavailable("seal.recording-unreadable") from error
        self.digest.update(part)
        self.size += len(part)
        if self.size - self._told >= PART or not part:
            self._tell()
        return part

    def _tell(self) -> None:
        self._told = self.size
        self._progress(min(self._before + self.size, self._total), self._total)
