"""Locking recordings beside a pack: read once where they lie, hashed and locked on the way."""

import hashlib
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager, nullcontext
from dataclasses import dataclass, field
from pathlib import Path
from stat import S_ISREG
from typing import BinaryIO

from welfare_app.domain.errors import Refused, Unavailable
from welfare_app.domain.recordings import KEY_NAME, MOST, Recording, numbered
from welfare_app.domain.seal import Attachment
from welfare_app.domain.story import notifies
from welfare_app.services.jobs import Progress, share
from welfare_app.services.recording_ports import (
    Batch,
    Batches,
    RecordingKey,
    RecordingLocks,
)
from welfare_app.services.streams import Hashing

PART = 1024 * 1024
"""Bytes read between two chances to stop."""

LOCKED_AT = 900
"""Of a thousand: how far a sealing is when its recordings are locked."""


@dataclass(frozen=True, slots=True)
class Chosen:
    """A recording somebody chose to go beside a pack. It stays where it is."""

    path: Path = field(repr=False)
    size: int
    description: str = field(default="", repr=False)


@dataclass(frozen=True, slots=True)
class Going:
    """What goes beside a pack: locked and on the disk, and named only with the pack.

    The pack is written within `naming`.
    """

    recordings: tuple[Recording, ...] = ()
    key: tuple[Attachment, ...] = ()
    naming: Callable[[], AbstractContextManager[None]] = nullcontext


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
        return Chosen(path, found.st_size)

    @contextmanager
    def beside(self, chosen: tuple[Chosen, ...], pack: Path, progress: Progress) -> Iterator[Going]:
        """Lock them beside `pack`, under a fresh key. What takes no name in the block is gone."""
        if not chosen:
            yield Going()
            return
        planned = foreseen(chosen)
        paths = (pack, *(pack.with_name(one.locked_as) for one in planned))
        if any(map(_there, paths)):
            self.batches.clear(paths)  # what a seal that was cut off left
            raise Refused("seal.recording-name-taken")
        with self.batches.beside(pack) as batch:
            total = sum(one.size for one in chosen)
            batch.must_fit(total)
            key, done = self.locks.new_key(), 0
            locked: list[Recording] = []
            for one, plan, path in zip(chosen, planned, paths[1:], strict=True):
                source = _Source(one.path, progress, done, total)
                locked.append(_locked(key, source, plan, path, batch))
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
    """A recording being read: hashed, counted, and stopped when the person asks."""

    def __init__(self, path: Path, progress: Progress, before: int, total: int) -> None:
        self._path, self._progress, self._before, self._total = path, progress, before, total
        self._file: BinaryIO | None = None
        self.size, self.digest = 0, hashlib.sha256()
        self._told = 0

    @contextmanager
    def opened(self) -> Iterator[None]:
        """While it is read."""
        try:
            file = self._path.open("rb", buffering=PART)
        except OSError as error:
            raise Unavailable("seal.recording-unreadable") from error
        with file:
            self._file = file
            self._tell()
            yield

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
