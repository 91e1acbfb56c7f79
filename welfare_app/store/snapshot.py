"""Copies the records as they stand at one moment, byte for byte, while others go on writing.

SQLite's own way of copying runs every page through the cipher twice, and once SQLCipher has met
one damaged page it hands on empty ones after it, freshly authenticated. The bytes as they lie
on the disk need neither key nor trust: what is damaged in them still shows in the copy.
"""

import hashlib
import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from threading import Lock

from sqlcipher3.dbapi2 import Connection

from welfare_app.domain.errors import Unavailable
from welfare_app.services.jobs import Progress
from welfare_app.store import audit
from welfare_app.store.connection import connect, plainly
from welfare_app.store.outside import FLUSHED, PART

_TRIES = 5
_SYNC = getattr(os, "fdatasync", os.fsync)


@dataclass(frozen=True, slots=True)
class Taken:
    """What was copied: how far its trail goes, its size in bytes, and its SHA-256."""

    head: audit.Head
    size: int
    digest: str


def snapshot(records: Path, key: bytes, turn: Lock, to: Path, progress: Progress) -> Taken:
    """Copy the records into a new file and wait until it is on the disk.

    `turn` is what a piece of work holds while it lasts.
    """
    connection = connect(records, key)
    try:
        with _standing_still(connection, turn) as head:
            size, digest = _copy(records, to, progress)
        return Taken(head, size, digest)
    finally:
        connection.close()


@contextmanager
def _standing_still(connection: Connection, turn: Lock) -> Iterator[audit.Head]:
    """Hold the file as it is while others write on into the log beside it.

    With the log emptied and nobody writing, a reader that begins now reads the file alone, and
    as long as it reads nothing is moved from the log into the file (sqlite.org/walformat.html,
    WAL_READ_LOCK 0). What is in the file by then is everything that was committed.
    """
    with plainly():
        # most of it while others may still write, so that their wait below is short
        connection.execute("PRAGMA wal_checkpoint(PASSIVE)").fetchall()
    with turn, plainly():
        _empty_log(connection)
        connection.execute("BEGIN")
        head = audit.head(connection)
    try:
        yield head
    finally:
        with plainly():
            connection.execute("ROLLBACK")
            # here, so that nobody's next save has to move what gathered meanwhile
            connection.execute("PRAGMA wal_checkpoint(PASSIVE)").fetchall()


def _empty_log(connection: Connection) -> None:
    """Move everything from the log into the file. Who is reading elsewhere is waited for."""
    for _ in range(_TRIES):
        busy, left, _moved = connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
        if not busy and left == 0:
            return
    raise Unavailable("vault.busy")


def _copy(records: Path, to: Path, progress: Progress) -> tuple[int, str]:
    # Closing a file lets go of this process's own locks on it (fcntl(2)), SQLite's too. Nothing
    # rests on them: the log's locks are in another file, and other programs are kept out by ours.
    digest, done, waiting = hashlib.sha256(), 0, 0
    with records.open("rb") as source, to.open("xb") as target:
        size = os.fstat(source.fileno()).st_size
        while part := source.read(PART):
            digest.update(part)
            target.write(part)
            done, waiting = done + len(part), waiting + len(part)
            if waiting >= FLUSHED:
                target.flush()
                _SYNC(target.fileno())
                waiting = 0
            progress(done, max(size, 1))
        target.flush()
        os.fsync(target.fileno())
    return done, digest.hexdigest()
