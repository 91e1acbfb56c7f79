"""Records as append-only versions of their parts. The newest version of each part is current."""

import json
import secrets
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from threading import Lock
from typing import Any, TypeAlias

from sqlcipher3.dbapi2 import Connection

from welfare_app.domain.errors import Refused
from welfare_app.domain.events import Event, RecordErased
from welfare_app.store import audit
from welfare_app.store.erasing import erase_rows, erased_of, was_erased

Parts: TypeAlias = Mapping[str, Any]
"""A record as its parts: name to anything JSON can hold."""

HEADER = ""
"""The part that every record has: what does not belong to one answer."""

ABOUT = "@"
"""The part that binds a record's kind and parent into the audit trail."""


SALT = "~"
"""The part that keeps the digest in the trail from being guessed once its rows are erased."""


@dataclass(slots=True)
class Memory:
    """What is known of the vault while it is open: records, and the newest audit entry.

    `turn` is held by one piece of work at a time, from its beginning until what it knew has
    been remembered or forgotten, so that none begins on what another is just changing.
    """

    turn: Lock = field(default_factory=Lock, repr=False)
    records: dict[str, object] = field(default_factory=dict, repr=False)
    head: audit.Head | None = None


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
    ) -> None:
        self._connection, self._key, self._author = connection, key, author
        self._memory, self._saved = memory, dict[str, object]()
        self._head: audit.Head | None = None
        self._erased: set[str] = set()
        self.changed: set[str] = set()

    def find(self, id: str) -> Parts | None:
        """A record's current parts, or nothing where there is no such record."""
        rows = {
            part: json.loads(body)
            for part, body, _ in self._connection.execute(
                "SELECT part, body, MAX(entry) FROM version WHERE record = ? GROUP BY part", (id,)
            )
        }
        return rows or None

    def remembered(self, id: str) -> object | None:
        """A record as this piece of work knows it, without reading it again."""
        if id in self._erased:
            return None
        return self._saved.get(id) or self._memory.records.get(id)

    def remember(self, id: str, record: object) -> None:
        """Keep a record that was read or saved, until this piece of work is over."""
        self._saved[id] = record

    def committed(self) -> frozenset[str]:
        """The work has lasted: what it knew may be remembered. Says what it changed."""
        self._memory.records.update(self._saved)
        for id in self._erased:
            self._memory.records.pop(id, None)
        if self._head:
            self._memory.head = self._head
        changed, self.changed = frozenset(self.changed), set()
        return changed

    def write(
        self, id: str, kind: str, parent: str, parts: Parts, because: Event, *, new: bool
    ) -> None:
        """Keep these parts, which are new or differ, under one audit entry that says why."""
        if new:
            if was_erased(self._connection, id):
                raise Refused("erasure.stays-erased")
            parts = {**parts, ABOUT: {"kind": kind, "parent": parent}}
        if parts:
            parts = {**parts, SALT: secrets.token_hex(16)}
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

    def erase(self, id: str, kind: str) -> int:
        """Erase a record and all it ever said, and give the entry that says so."""
        entry = self._append(RecordErased(id, kind), id)
        erase_rows(self._connection, id, kind, entry)
        self._saved.pop(id, None)
        self._erased.add(id)
        self.changed.add(id)
        return entry

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

    def ids(self, kind: str, parent: str | None = None) -> list[str]:
        """The ids of a kind, the oldest first, or only those under a parent."""
        where, values = "kind = ?", [kind]
        if parent is not None:
            where, values = "parent = ? AND kind = ?", [parent, kind]
        rows = self._connection.execute(
            f"SELECT id FROM record WHERE {where} ORDER BY entry", values
        )
        return [id for (id,) in rows]

    def count(self, kind: str) -> int:
        """How many there ever were of a kind, those that were erased among them."""
        row = self._connection.execute("SELECT count(*) FROM record WHERE kind = ?", (kind,))
        return int(row.fetchone()[0]) + erased_of(self._connection, kind)

    def history(self, id: str, prefix: str) -> Iterator[tuple[str, Any, str, str]]:
        """Every version of the parts with this prefix, the oldest first: when, and by whom."""
        for part, body, at, by in self._connection.execute(
            "SELECT part, body, at, by FROM version JOIN audit ON audit.number = version.entry "
            "WHERE version.record = ? AND substr(part, 1, ?) = ? ORDER BY version.entry",
            (id, len(prefix), prefix),
        ):
            yield part, json.loads(body), at, by

    def put_chunks(self, id: str, parts: Iterator[bytes]) -> None:
        """Keep a file's bytes, a row for each part."""
        self._connection.executemany(
            "INSERT INTO chunk (record, number, data) VALUES (?, ?, ?)",
            ((id, number, part) for number, part in enumerate(parts)),
        )

    def chunks(self, id: str) -> Iterator[bytes]:
        """A file's bytes, as they were put."""
        for (data,) in self._connection.execute(
            "SELECT data FROM chunk WHERE record = ? ORDER BY number", (id,)
        ):
            yield data
