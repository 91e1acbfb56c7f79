"""The audit trail: each entry is bound to the one before and to what it wrote.

An entry's MAC covers the MAC before it and the digest of the rows saved with it, so an entry
or a row that is changed, moved, taken out or put back breaks the chain.
"""

import hashlib
import hmac
import json
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass, field
from datetime import datetime
from typing import TypeAlias

from sqlcipher3.dbapi2 import Connection

from welfare_app.domain.errors import Tampered
from welfare_app.domain.events import Event
from welfare_app.store.holes import DECLARING, Declared, binding_of, declared

START = bytes(32)
NOTHING = hashlib.sha256(b"").digest()


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


def digest_of(parts: Iterable[tuple[str, str]]) -> bytes:
    """The digest of the rows an entry wrote: (part, body) in order of part."""
    return hashlib.sha256(json.dumps(sorted(parts)).encode()).digest()


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
    mac = _mac(key, last.mac, row, digest)
    connection.execute(
        "INSERT INTO audit (number, at, by, device, event, facts, record, digest, mac) "
        "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (*row, digest, mac),
    )
    return Head(number, mac)


def verify(connection: Connection, key: bytes) -> int:
    """Check the whole trail and everything it wrote, and return its length."""
    found = survey(entries_of(connection), written_by(connection), key)
    for fault in found.faults:
        raise Tampered(fault.code, entry=fault.entry)
    return found.count


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry as it is kept: what its MAC covers, the digest of its rows, and the MAC."""

    number: int
    rest: tuple[str, ...] = field(repr=False)
    digest: bytes = field(repr=False)
    mac: bytes = field(repr=False)

    @property
    def event(self) -> str:
        """What happened, by the name of its event."""
        return self.rest[3]

    @property
    def facts(self) -> str:
        """The facts of the event, as JSON."""
        return self.rest[4]

    @property
    def record(self) -> str:
        """The id of the record it wrote, or blank."""
        return self.rest[5]

    def follows(self, key: bytes, previous: bytes) -> bool:
        """Whether it was written after an entry with this MAC, by someone with the key."""
        row = (self.number, *self.rest)
        return hmac.compare_digest(self.mac, _mac(key, previous, row, self.digest))

    def imprint(self) -> str:
        """What tells it from any other entry, in hexadecimal."""
        said = json.dumps((self.number, *self.rest)).encode() + self.digest + self.mac
        return hashlib.sha256(said).hexdigest()


@dataclass(frozen=True, slots=True)
class Broken:
    """A place where the trail or what it wrote does not hold. `record` is blank if unknown."""

    code: str
    entry: int
    record: str


@dataclass(frozen=True, slots=True)
class Survey:
    """What a trail is worth: every fault, and what rescues declared to be gone."""

    count: int
    faults: tuple[Broken, ...]
    declared: Declared
    macs: Mapping[int, bytes] = field(default_factory=dict, repr=False)

    @property
    def last(self) -> int:
        """The number of the newest entry."""
        return max(self.macs, default=0)


Written: TypeAlias = Mapping[int, tuple[str, bytes]]
"""The record that each entry wrote, and the digest of its rows."""


def survey(entries: Iterable[Entry], written: Written, key: bytes) -> Survey:
    """Check every entry and the rows it wrote, going on past what is wrong.

    Only the holes that a rescue declared, in an entry that itself holds, are no fault.
    """
    told = list(entries)
    known = _declared(told, key)
    faults, left = list[Broken](), dict(written)
    previous, expected = START, 1
    for entry in told:
        if not _holds(entry, key, previous, known.binding(expected, entry.number - 1), expected):
            faults.append(Broken("audit.broken", entry.number, entry.record))
        record, digest = left.pop(entry.number, (entry.record, NOTHING))
        if digest.hex() not in {entry.digest.hex(), known.remains.get(entry.number)}:
            faults.append(Broken("audit.content-changed", entry.number, entry.record or record))
        previous, expected = entry.mac, entry.number + 1
    for number, (record, digest) in left.items():
        if known.remains.get(number) != digest.hex():
            faults.append(Broken("audit.content-changed", number, record))
    return Survey(len(told), tuple(faults), known, {one.number: one.mac for one in told})


def entries_of(connection: Connection) -> Iterator[Entry]:
    """The trail, from the first entry on."""
    for number, *rest, digest, mac in connection.execute(
        "SELECT number, at, by, device, event, facts, record, digest, mac FROM audit "
        "ORDER BY number"
    ):
        yield Entry(number, tuple(rest), digest, mac)


def written_by(connection: Connection) -> Written:
    """What each entry wrote."""
    return written(connection.execute("SELECT entry, record, part, body FROM version"))


def written(rows: Iterable[tuple[int, str, str, str]]) -> Written:
    """What each entry wrote, from rows of (entry, record, part, body)."""
    found: dict[int, tuple[str, list[tuple[str, str]]]] = {}
    for entry, record, part, body in rows:
        found.setdefault(entry, (record, []))[1].append((part, body))
    return {entry: (record, digest_of(parts)) for entry, (record, parts) in found.items()}


def _holds(entry: Entry, key: bytes, previous: bytes, binding: str, expected: int) -> bool:
    """Whether an entry stands where it should: right behind another, or behind a declared hole."""
    if entry.number == expected:
        return entry.follows(key, previous)
    if binding and binding == entry.imprint():
        return True
    return bool(binding) and entry.event == DECLARING and entry.follows(key, bytes.fromhex(binding))


def _declared(told: Sequence[Entry], key: bytes) -> Declared:
    """What is declared by entries that themselves hold."""
    macs = {entry.number: entry.mac for entry in told}
    true = [
        entry.facts
        for entry in told
        if entry.event == DECLARING
        and entry.follows(key, macs.get(entry.number - 1) or binding_of(entry.facts, entry.number))
    ]
    return declared(true)


def _mac(key: bytes, previous: bytes, row: tuple[object, ...], digest: bytes) -> bytes:
    return hmac.digest(key, previous + digest + json.dumps(row).encode(), "sha256")
