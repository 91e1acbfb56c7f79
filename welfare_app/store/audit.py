"""The audit trail: each entry is bound to the one before and to what it wrote.

An entry's MAC covers the MAC before it and the digest of the rows saved with it, so an entry
or a row that is changed, moved, taken out or put back breaks the chain.
"""

import hashlib
import hmac
import json
from collections.abc import Callable
from dataclasses import asdict, dataclass
from datetime import datetime

from sqlcipher3.dbapi2 import Connection

from welfare_app.domain.errors import Tampered
from welfare_app.domain.events import Event
from welfare_app.services.jobs import Progress, no_progress
from welfare_app.store.erasing import refuse_unvouched
from welfare_app.store.written import Written

START = bytes(32)
NOTHING = hashlib.sha256(b"").digest()
TOLD_EVERY = 1_000
"""Entries between two reports of how far a check has got."""


@dataclass(frozen=True, slots=True)
class Head:
    """The newest entry: its number (0 before the first) and its MAC."""

    number: int
    mac: bytes


@dataclass(frozen=True, slots=True)
class Author:
    """In whose name and on which laptop entries are written, and by which clock."""

    by: str
    device: str
    now: Callable[[], datetime]


def audit_key(vault_key: bytes) -> bytes:
    """The key of the chain, apart from the key of the file."""
    return hashlib.blake2b(vault_key, digest_size=32, person=b"welfare.audit").digest()


def vault_name(vault_key: bytes) -> str:
    """What a vault is called outside its file: the same wherever it lies, and saying nothing."""
    return hashlib.blake2b(vault_key, digest_size=8, person=b"welfare.name").hexdigest()


def head(connection: Connection) -> Head:
    """The newest entry."""
    row = connection.execute(
        "SELECT number, mac FROM audit ORDER BY number DESC LIMIT 1"
    ).fetchone()
    return Head(*row) if row else Head(0, START)


def mac_of(connection: Connection, number: int) -> bytes | None:
    """The MAC of an entry, or nothing where there is none. Before the first stands the start."""
    row = connection.execute("SELECT mac FROM audit WHERE number = ?", (number,)).fetchone()
    return row[0] if row else START if number == 0 else None


def append(
    connection: Connection,
    key: bytes,
    author: Author,
    because: Event,
    last: Head,
    record: str = "",
    digest: bytes = NOTHING,
) -> Head:
    """Add one entry after the last one, and say what the newest is now."""
    number = last.number + 1
    row = (
        number,
        author.now().isoformat(timespec="milliseconds"),
        author.by,
        author.device,
        type(because).__name__,
        json.dumps(asdict(because), sort_keys=True),
        record,
    )
    mac = mac_after(key, last.mac, row, digest)
    connection.execute(
        "INSERT INTO audit (number, at, by, device, event, facts, record, digest, mac) "
        "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (*row, digest, mac),
    )
    return Head(number, mac)


def verify(connection: Connection, key: bytes, progress: Progress = no_progress) -> int:
    """Check the whole trail and everything it wrote, and return its length.

    What was erased may be missing where the trail itself says so.
    """
    written = Written(connection)
    progress(0, newest := head(connection).number)
    previous, count = START, 0
    gone: list[tuple[int, str]] = []
    for row in connection.execute(
        "SELECT number, at, by, device, event, facts, record, digest, mac FROM audit "
        "ORDER BY number"
    ):
        *entry, digest, mac = row
        count += 1
        if entry[0] != count or not hmac.compare_digest(
            mac, mac_after(key, previous, tuple(entry), digest)
        ):
            raise Tampered("audit.broken", entry=count)
        if count not in written and digest != NOTHING:
            gone.append((count, entry[-1]))
        elif written.pop(count, NOTHING) != digest:
            raise Tampered("audit.content-changed", entry=count)
        previous = mac
        if count % TOLD_EVERY == 0:
            progress(count, newest)
    if written:
        raise Tampered("audit.content-changed", entry=min(written))
    refuse_unvouched(connection, gone)
    return count


def mac_after(key: bytes, previous: bytes, row: tuple[object, ...], digest: bytes) -> bytes:
    """The MAC of an entry that stands behind one with this MAC."""
    return hmac.digest(key, previous + digest + json.dumps(row).encode(), "sha256")
