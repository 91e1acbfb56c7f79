"""Records as append-only versions of their parts. The newest version of each part is current."""

import json
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from threading import Lock
from typing import Any, TypeAlias

from sqlcipher3.dbapi2 import Connection

from welfare_app.domain.errors import Unavailable
from welfare_app.domain.events import Event
from welfare_app.store import audit
from welfare_app.store.connection import DAMAGED, plainly
from welfare_app.store.listing import ABOUT, Listing, ids_of
from welfare_app.store.reading import Hurt, Reading, Rows

Parts: TypeAlias = Mapping[str, Any]
"""A record as its parts: name to anything JSON can hold."""

HEADER = ""
"""The part that every record has: what does not belong to one answer."""


UNREADABLE = "record.unreadable"
_TRIES = 3


@dataclass(slots=True)
class Memory:
    """What is known of the vault while it is open: records, and the newest audit entry.

    `turn` is held by one piece of work at a time, from its beginning until what it knew has
    been remembered or forgotten, so that none begins on what another is just changing.
    """

    turn: Lock = field(default_factory=Lock, repr=False)
    records: dict[str, object] = field(default_factory=dict, repr=False)
    head: audit.Head | None = None
    hurt: Hurt = field(default_factory=Hurt, repr=False)
    only_read: bool = False
    mark: Callable[[audit.Head], None] = lambda _head: None


class Versions:
    """The one place where rows are written. Lives as long as a unit of work.

    `memory` holds what was last read or committed. It may be trusted because units of work
    follow one another, and no other program can hold the vault open.
    """

    def __init__(
        self,
        connection: Connection,
        key: bytes,
        author: audit.Author,
        memory: Memory,
        reading: Reading,
    ) -> None:
        self._connection, self._key, self._author = connection, key, author
        self._memory, self._saved = memory, dict[str, object]()
        self._reading = reading
        self._head: audit.Head | None = None
        self.changed: set[str] = set()

    def find(self, id: str) -> Parts | None:
        """A record's current parts, or nothing where there is no such record.

        One that lies on a damaged page, or has lost its header with one, is never shown in part.
        """
        found = self._bodies(
            "SELECT part, body, MAX(entry) FROM version WHERE record = ? GROUP BY part", (id,)
        )
        rows = {part: body for part, body, _ in found}
        if HEADER not in rows and (rows or self._listed(id)):
            raise Unavailable(UNREADABLE)
        return rows or None

    def _bodies(self, sql: str, values: tuple[str, ...]) -> list[Any]:
        """The rows asked for, with the body of each, which stands second, as what it says.

        Of a text that runs on over a page it cannot read, a connection that has met a bad one may
        hand on nothing but zeros, which is no JSON: another connection is then asked.
        """
        for _ in range(_TRIES):
            found = self._read(sql, values)
            if not found.whole:
                break
            try:
                return [(part, json.loads(body), *rest) for part, body, *rest in found.rows]
            except ValueError:
                self._reading.give_up()
        raise Unavailable(UNREADABLE)

    def _listed(self, id: str) -> bool:
        return bool(self._read("SELECT 1 FROM record WHERE id = ?", (id,)).rows)

    def _read(self, sql: str, values: tuple[str, ...]) -> Rows:
        return self._reading.rows(sql, values, wrote=self._head is not None)

    def remembered(self, id: str) -> object | None:
        """A record as this piece of work knows it, without reading it again."""
        return self._saved.get(id) or self._memory.records.get(id)

    def remember(self, id: str, record: object) -> None:
        """Keep a record that was read or saved, until this piece of work is over."""
        self._saved[id] = record

    def committed(self) -> frozenset[str]:
        """The work has lasted: what it knew may be remembered. Says what it changed."""
        self._memory.records.update(self._saved)
        if self._head:
            self._memory.head = self._head
            self._memory.mark(self._head)
        changed, self.changed = frozenset(self.changed), set()
        return changed

    def write(
        self, id: str, kind: str, parent: str, parts: Parts, because: Event, *, new: bool
    ) -> None:
        """Keep these parts, which are new or differ, under one audit entry that says why."""
        if new:
            parts = {**parts, ABOUT: {"kind": kind, "parent": parent}}
        rows = [(part, json.dumps(body, sort_keys=True)) for part, body in parts.items()]
        digest = audit.digest_of(rows) if rows else audit.NOTHING
        entry = self._append(because, id, digest)
        if new:
            self._connection.execute(
                "INSERT INTO record (id, kind, parent, entry) VALUES (?, ?, ?, ?)",
                (id, kind, parent, entry),
            )
        self._connection.executemany(
            "INSERT INTO version (record, part, entry, body) VALUES (?, ?, ?, ?)",
            [(id, part, entry, body) for part, body in rows],
        )
        self.changed.add(id)

    def note(self, because: Event) -> None:
        """An audit entry that wrote no row."""
        self._append(because)

    def head(self) -> str:
        """The MAC of the newest entry, in hexadecimal; blank before the first."""
        newest = self._newest()
        return newest.mac.hex() if newest.number else ""

    def _newest(self) -> audit.Head:
        return self._head or self._memory.head or audit.head(self._connection)

    def _append(self, because: Event, record: str = "", digest: bytes = audit.NOTHING) -> int:
        self._head = audit.append(
            self._connection, self._key, self._author, because, self._newest(), record, digest
        )
        return self._head.number

    def ids(self, kind: str, parent: str | None = None) -> tuple[str, ...]:
        """The ids of a kind, the oldest first, or only those under a parent."""
        return self.listing(kind, parent).ids

    def count(self, kind: str) -> int:
        """How many there are of a kind. Refused where damage keeps that from being known."""
        found = self.listing(kind)
        if not found.whole:
            raise Unavailable(DAMAGED)
        return len(found.ids)

    def listing(self, kind: str, parent: str | None = None) -> Listing:
        """The same, and whether these are all."""
        return ids_of(self._read, kind, parent)

    def history(self, id: str, prefix: str) -> Iterator[tuple[str, Any, str, str]]:
        """Every version of the parts with this prefix, the oldest first: when, and by whom."""
        yield from self._bodies(
            "SELECT part, body, at, by FROM version JOIN audit ON audit.number = version.entry "
            "WHERE version.record = ? AND substr(part, 1, length(?)) = ? ORDER BY version.entry",
            (id, prefix, prefix),
        )

    def distrust(self) -> None:
        """What was read is not what was written: read nothing more over this connection."""
        self._reading.give_up()

    def put_chunks(self, id: str, parts: Iterator[bytes]) -> None:
        """Keep a file's bytes, a row for each part."""
        self._connection.executemany(
            "INSERT INTO chunk (record, number, data) VALUES (?, ?, ?)",
            ((id, number, part) for number, part in enumerate(parts)),
        )

    def chunks(self, id: str) -> Iterator[bytes]:
        """A file's bytes, as they were put."""
        try:
            with plainly():
                for (data,) in self._connection.execute(
                    "SELECT data FROM chunk WHERE record = ? ORDER BY number", (id,)
                ):
                    yield data
        except Unavailable:
            self._reading.give_up()
            raise
