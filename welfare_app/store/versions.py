"""Records as append-only versions of their parts. The newest version of each part is current."""

import json
import secrets
from collections.abc import Container, Iterator, Mapping, Sequence
from contextlib import suppress
from typing import Any, TypeAlias

from sqlcipher3.dbapi2 import Connection

from welfare_app.domain.errors import Refused, Unavailable
from welfare_app.domain.events import Event, RecordErased
from welfare_app.store import audit, calls
from welfare_app.store.around_damage import Hurt, Reading, Rows
from welfare_app.store.connection import DAMAGED, plainly
from welfare_app.store.erasing import erase_rows, was_erased
from welfare_app.store.guard import Guard
from welfare_app.store.listing import ABOUT, Listing, ids_of
from welfare_app.store.memory import Memory
from welfare_app.store.written import digest_of

Parts: TypeAlias = Mapping[str, Any]
"""A record as its parts: name to anything JSON can hold."""

HEADER = ""
"""The part that every record has: what does not belong to one answer."""

SALT = "~"
"""The part that keeps the digest in the trail from being guessed once its rows are erased."""

UNREADABLE = "record.unreadable"
_TRIES = 3

HISTORY = """
    SELECT part, body,
        CASE event WHEN 'VersionReceived' THEN json_extract(facts, '$.at') ELSE at END,
        CASE event WHEN 'VersionReceived' THEN json_extract(facts, '$.by') ELSE by END
    FROM (
        SELECT part, body, entry, 1 AS shown FROM version WHERE record = ?1
        UNION ALL
        SELECT part, body, entry, 0 AS shown FROM beside WHERE record = ?1
    ) JOIN audit ON audit.number = entry
    WHERE substr(part, 1, ?2) = ?3
    ORDER BY shown AND entry = MAX(CASE WHEN shown THEN entry END) OVER (PARTITION BY part), entry
"""


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
        guard: Guard,
    ) -> None:
        self._connection, self._key, self._author = connection, key, author
        self._guard = guard
        self._memory, self._saved = memory, dict[str, tuple[str, object]]()
        self._reading = reading
        self._head: audit.Head | None = None
        self._forgotten = set[str]()
        self.changed: set[str] = set()

    def find(self, id: str) -> Parts | None:
        """A record's current parts, or nothing where there is no such record.

        One that lies on a damaged page, or has lost its header with one, is never shown in part.
        """
        self._guard.must_be_in(id)
        try:
            found = self._bodies(
                "SELECT part, body, MAX(entry) FROM version WHERE record = ? GROUP BY part", (id,)
            )
        except Unavailable as error:
            if error.code != UNREADABLE:
                raise
            if self._nowhere(id):
                return None
            found = self._stepped_to(id)
        rows = {part: body for part, body, _ in found}
        if HEADER not in rows and (rows or self._listed(id)):
            self._memory.hurt.seen = True
            raise Unavailable(UNREADABLE)
        return calls.as_called(rows, lambda: self._called(id)) or None

    def _called(self, id: str) -> str:
        """What a record is called here; where that is on a damaged page, what it calls itself."""
        found = self._read("SELECT number FROM called WHERE record = ?", (id,))
        return str(found.rows[0][0]) if found.rows else ""

    def _bodies(self, sql: str, values: Sequence[Any]) -> list[Any]:
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

    def _stepped_to(self, id: str) -> list[Any]:
        found = self._reading.stepped_to(id)
        if found.whole and self._head is None:
            with suppress(ValueError):
                return [(part, json.loads(body), entry) for part, body, entry in found.rows]
        raise Unavailable(UNREADABLE)

    def _nowhere(self, id: str) -> bool:
        """Whether it is certain that there is no such record, only a bad page where it would be."""
        found = self._read("SELECT 1 FROM record WHERE id = ?", (id,))
        return found.whole and not found.rows

    def _listed(self, id: str) -> bool:
        return bool(self._read("SELECT 1 FROM record WHERE id = ?", (id,)).rows)

    def _read(self, sql: str, values: Sequence[Any]) -> Rows:
        return self._reading.rows(sql, tuple(values), wrote=self._head is not None)

    def remembered(self, id: str, kind: str) -> object | None:
        """A record of this kind as this piece of work knows it, without reading it again."""
        self._guard.must_be_in(id)
        known = self._saved.get(id)
        if known is None and id not in self._forgotten:
            known = self._memory.records.get(id)
        return known[1] if known and known[0] == kind else None

    def remember(self, id: str, kind: str, record: object) -> None:
        """Keep a record that was read or saved, until this piece of work is over."""
        self._saved[id] = (kind, record)

    def forget(self, id: str) -> None:
        """Read a record again before it is believed: it was changed beneath what was known."""
        self._saved.pop(id, None)
        self._forgotten.add(id)

    def committed(self) -> frozenset[str]:
        """The work has lasted: what it knew may be remembered. Says what it changed."""
        for id in self._forgotten:
            self._memory.records.pop(id, None)
        self._memory.keep(self._saved)
        if self._head:
            self._memory.head = self._head
            self._memory.mark(self._head)
        for id in self.changed:
            self._memory.contested.pop(id, None)
        changed, self.changed = frozenset(self.changed), set()
        return changed

    def write(
        self, id: str, kind: str, parent: str, parts: Parts, because: Event, *, new: bool
    ) -> None:
        """Keep these parts, which are new or differ, under one audit entry that says why."""
        self._guard.must_be_in(id, parent)
        if new:
            if was_erased(self._connection, id):
                raise Refused("erasure.stays-erased")
            parts = {**parts, ABOUT: {"kind": kind, "parent": parent}}
        elif HEADER in parts:
            parts = {**parts, HEADER: calls.as_written(self._connection, id, parts[HEADER])}
        if parts:
            parts = {**parts, SALT: secrets.token_hex(16)}
        rows = [(part, json.dumps(body, sort_keys=True)) for part, body in parts.items()]
        digest = digest_of(rows) if rows else audit.NOTHING
        entry = self._append(because, id, digest)
        if new:
            self._connection.execute(
                "INSERT INTO record (id, kind, parent, entry) VALUES (?, ?, ?, ?)",
                (id, kind, parent, entry),
            )
            calls.call(self._connection, id, kind, parts.get(HEADER))
        self._connection.executemany(
            "INSERT INTO version (record, part, entry, body) VALUES (?, ?, ?, ?)",
            [(id, part, entry, body) for part, body in rows],
        )
        self.changed.add(id)

    def note(self, because: Event, record: str = "") -> None:
        """An audit entry that wrote no row, though it may be about a record."""
        self._append(because, record)

    def receive(
        self,
        id: str,
        rows: Sequence[tuple[str, str]],
        beside: Container[str],
        because: Event,
        made: tuple[str, str] | None,
    ) -> None:
        """Keep what another laptop wrote, as it lay there; `made` is a new one's kind and parent.

        The parts named in `beside` are kept without becoming current.
        """
        self._guard.must_be_in(id, made[1] if made else "")
        rows = [*rows, (SALT, json.dumps(secrets.token_hex(16)))]
        entry = self._append(because, id, digest_of(rows))
        if made:
            self._connection.execute(
                "INSERT INTO record (id, kind, parent, entry) VALUES (?, ?, ?, ?)",
                (id, *made, entry),
            )
            self._guard.look_again()
        for part, body in rows:
            table = "beside" if part in beside else "version"
            self._connection.execute(
                f"INSERT INTO {table} (record, part, entry, body) VALUES (?, ?, ?, ?)",
                (id, part, entry, body),
            )
        self.forget(id)
        self.changed.add(id)

    def erase(self, id: str, kind: str) -> int:
        """Erase a record and all it ever said, and give the entry that says so."""
        self._guard.must_be_in(id)
        entry = self._append(RecordErased(id, kind), id)
        erase_rows(self._connection, id, kind, entry)
        self.forget(id)
        self.changed.add(id)
        return entry

    def head(self) -> str:
        """The MAC of the newest entry, in hexadecimal; blank before the first."""
        newest = self._newest()
        return newest.mac.hex() if newest.number else ""

    def newest(self) -> int:
        """The number of the newest entry."""
        return self._newest().number

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

    def listing(self, kind: str, parent: str | None = None) -> Listing:
        """The same, and whether these are all but for those kept from whoever asks."""
        found = ids_of(self._read, kind, parent)
        return Listing(self._guard.visible(found.ids), found.whole)

    def next_number(self, kind: str, letter: str) -> str:
        """The next number nothing of a kind is or was called by here, such as W-0001.

        Refused where damage keeps it from being known how many there are.
        """
        found = ids_of(self._read, kind, None)
        if not found.whole:
            raise Unavailable(DAMAGED)
        number = len(found.ids) + self._counted(
            "SELECT count(*) FROM erased WHERE kind = ?", (kind,)
        )
        taken = "SELECT count(*) FROM called WHERE kind = ? AND number = ?"
        while True:
            number += 1
            name = f"{letter}-{number:04}"
            if not self._counted(taken, (kind, name)):
                return name

    def _counted(self, sql: str, values: Sequence[Any]) -> int:
        found = self._read(sql, values)
        if not found.whole:
            raise Unavailable(DAMAGED)
        return int(found.rows[0][0])

    def met_damage(self) -> Hurt | None:
        """What damage is known of since the vault was opened, if any is."""
        return self._memory.hurt or None

    def distrust(self) -> None:
        """What was read is not what was written: read nothing more over this connection."""
        self._reading.give_up()

    def history(self, id: str, prefix: str) -> Iterator[tuple[str, Any, str, str]]:
        """Every version of the parts with this prefix: when and by whom it was first written.

        The oldest first and what is current last, so that what stands beside is not taken for it.
        """
        self._guard.must_be_in(id)
        yield from self._bodies(HISTORY, (id, len(prefix), prefix))

    def put_chunks(self, id: str, parts: Iterator[bytes]) -> None:
        """Keep a file's bytes, a row for each part."""
        self._guard.must_be_in(id)
        self._connection.executemany(
            "INSERT INTO chunk (record, number, data) VALUES (?, ?, ?)",
            ((id, number, part) for number, part in enumerate(parts)),
        )

    def chunks(self, id: str) -> Iterator[bytes]:
        """A file's bytes, as they were put."""
        self._guard.must_be_in(id)
        try:
            with plainly():
                for (data,) in self._connection.execute(
                    "SELECT data FROM chunk WHERE record = ? ORDER BY number", (id,)
                ):
                    yield data
        except Unavailable:
            self._reading.give_up()
            raise
