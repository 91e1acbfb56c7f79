"""Makes a sound vault of what can be read of a damaged one, and says what is missing."""

import json
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from datetime import datetime
from pathlib import Path

from filelock import FileLock, Timeout
from sqlcipher3.dbapi2 import Connection

from welfare_app.domain.errors import Unavailable, WelfareAppError
from welfare_app.domain.events import VaultRescued
from welfare_app.domain.ids import StaffId
from welfare_app.services.jobs import Progress
from welfare_app.services.vaults import Anchor, Lost, Rescued, Soundness
from welfare_app.store import audit
from welfare_app.store.calls import call_again
from welfare_app.store.connection import connect, plainly
from welfare_app.store.examination import examine_closed
from welfare_app.store.heads import Heads, Mark
from welfare_app.store.in_place import RESCUED, clear, finish, keep_damaged, put_in_place
from welfare_app.store.layout import IN_USE, RECORDS
from welfare_app.store.migrations import STEPS, migrate
from welfare_app.store.other_tables import bring_over
from welfare_app.store.pages import Pages, salt_of
from welfare_app.store.salvage import Gathered, Place, chunk, gather
from welfare_app.store.survey import must_hold
from welfare_app.store.vault import Door
from welfare_app.store.versions import HEADER
from welfare_app.store.weighing import Proved, file_remains, prove


class Rescuer:
    """Looks over and rescues vaults on this laptop, whether or not they still open."""

    def __init__(
        self,
        door: Door,
        now: Callable[[], datetime],
        device: str,
        anchors: Callable[[Path, str], Sequence[Anchor]],
    ) -> None:
        self._door, self._now, self._device, self._anchors = door, now, device, anchors

    def look_over(self, folder: Path, key: bytes) -> Soundness:
        """Examine a vault, opened if it can be and page by page if it cannot."""
        try:
            vault = self._door.open(folder, key)
        except WelfareAppError as error:
            if error.code in _NOT_DAMAGE:
                raise
            with _alone(folder):
                pages, heads = self._at(folder, key)
                return examine_closed(pages, audit.audit_key(key), heads, error.code)
        try:
            return vault.examine()
        finally:
            vault.close()

    def rescue(self, folder: Path, key: bytes, by: StaffId, progress: Progress) -> Rescued:
        """Put a sound vault of all that can be read in its place, and keep the damaged one."""
        if not (folder / RECORDS).exists():
            raise Unavailable("vault.missing")
        with _alone(folder):
            finish(folder)
            clear(folder)
            pages, heads = self._at(folder, key)
            gathered = gather(pages, progress)
            proved = prove(gathered, audit.audit_key(key), heads.known(), sealed=pages.sealed)
            if not proved.entries or not proved.versions:
                raise Unavailable("vault.nothing-readable")
            author = audit.Author(by, self._device, self._now)
            rescued, newest = _Making(folder, key, pages, gathered, proved).make(author)
            put_in_place(folder)
            heads.remember(newest, salt_of(folder / RECORDS))
            return rescued

    def _at(self, folder: Path, key: bytes) -> tuple[Pages, Heads]:
        heads = Heads(self._anchors(folder, audit.vault_name(key)), Mark(folder))
        return Pages(folder / RECORDS, key, heads.salts()), heads


_NOT_DAMAGE = frozenset(
    {"vault.missing", "vault.in-use", "vault.busy", "vault.too-new", "vault.cannot-open"}
)


class _alone:  # noqa: N801 - it reads as what it is used as
    """Keeps every other program out of a vault's folder."""

    def __init__(self, folder: Path) -> None:
        self._lock = FileLock(folder / IN_USE, timeout=0)

    def __enter__(self) -> None:
        try:
            self._lock.acquire()
        except Timeout as error:
            raise Unavailable("vault.in-use") from error
        except OSError as error:
            raise Unavailable("vault.cannot-open") from error

    def __exit__(self, *_: object) -> None:
        self._lock.release()


class _Making:
    """The making of one vault from what was gathered and proved."""

    def __init__(
        self, folder: Path, key: bytes, pages: Pages, gathered: Gathered, proved: Proved
    ) -> None:
        self._folder, self._key, self._pages = folder, key, pages
        self._gathered, self._proved = gathered, proved
        self._places: dict[str, list[Place]] = {}
        for (record, _), place in sorted(gathered.chunks.items()):
            self._places.setdefault(record, []).append(place)

    def make(self, author: audit.Author) -> tuple[Rescued, audit.Head]:
        """Write it beside the damaged one, keep that whole, and say what came of it."""
        proved = self._proved
        files, torn_files = file_remains(proved, self._bytes_of)
        lost = self._lost(proved.torn | torn_files)
        try:
            with plainly():
                connection = connect(self._folder / RESCUED, self._key)
                try:
                    drafts_lost = self._fill(connection)
                    name = keep_damaged(self._folder, author.now())
                    because = VaultRescued(proved.holes, proved.remains, files, len(lost), name)
                    newest = self._declare(connection, author, because)
                finally:
                    connection.close()
        except BaseException:
            clear(self._folder)
            raise
        whole = Counter(
            one.kind for one in proved.records if one.id not in proved.torn | torn_files
        )
        gone = sum(last - first + 1 for first, last, _ in proved.holes)
        rescued = Rescued(dict(whole), lost, len(proved.entries), gone, name, drafts_lost)
        return rescued, newest

    def _fill(self, connection: Connection) -> bool:
        """Bring every row over, and say whether lines that were being typed could not be."""
        connection.execute("PRAGMA foreign_keys = OFF")
        taken = self._gathered.taken
        migrate(connection, STEPS[: taken if taken in range(1, len(STEPS) + 1) else len(STEPS)])
        connection.execute("BEGIN IMMEDIATE")
        connection.executemany(
            "INSERT INTO audit (number, at, by, device, event, facts, record, digest, mac) "
            "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
            ((one.number, *one.rest, one.digest, one.mac) for one in self._proved.entries),
        )
        connection.executemany(
            "INSERT INTO record (id, kind, parent, entry) VALUES (?, ?, ?, ?)",
            ((one.id, one.kind, one.parent, one.entry) for one in self._proved.records),
        )
        connection.executemany(
            "INSERT INTO version (record, part, entry, body) VALUES (?, ?, ?, ?)",
            self._proved.versions,
        )
        connection.executemany(
            "INSERT INTO chunk (record, number, data) VALUES (?, ?, ?)", self._chunks()
        )
        there = {name for (name,) in connection.execute("SELECT name FROM sqlite_schema")}
        if "beside" in there:
            connection.executemany(
                "INSERT INTO beside (record, part, entry, body) VALUES (?, ?, ?, ?)",
                self._proved.beside,
            )
        if "erased" in there:
            connection.executemany(
                "INSERT INTO erased (record, kind, entry) VALUES (?, ?, ?)", self._proved.erased
            )
        gone = {record for record, _, _ in self._proved.erased}
        brought = bring_over(connection, self._gathered.others, gone)
        if "called" in there:
            call_again(connection)
        connection.execute("COMMIT")
        return taken is None or (
            "draft" in there and ("draft" not in brought or "draft" in self._gathered.torn)
        )

    def _declare(
        self, connection: Connection, author: audit.Author, because: VaultRescued
    ) -> audit.Head:
        """Say in the trail what is missing, and see that it then holds with exactly that."""
        connection.execute("BEGIN IMMEDIATE")
        key = audit.audit_key(self._key)
        newest = audit.append(connection, key, author, because, self._proved.head)
        connection.execute("COMMIT")
        must_hold(connection, key)
        return newest

    def _chunks(self) -> Iterator[tuple[str, int, bytes]]:
        known = {one.id for one in self._proved.records}
        for (record, number), place in sorted(self._gathered.chunks.items()):
            data = chunk(self._pages, place) if record in known else None
            if data is not None:
                yield record, number, data

    def _bytes_of(self, record: str) -> Iterator[bytes]:
        for place in self._places.get(record, ()):
            data = chunk(self._pages, place)
            if data is not None:
                yield data

    def _lost(self, torn: frozenset[str]) -> tuple[Lost, ...]:
        """What is not whole, as a person would name it."""
        days = {one.record: one.rest[0][:10] for one in reversed(self._proved.entries)}
        headers = {
            record: json.loads(body)
            for record, part, _, body in sorted(self._proved.versions, key=lambda row: row[2])
            if part == HEADER
        }
        records = {one.id: one for one in self._proved.records}
        found = []
        for id in sorted(torn, key=lambda one: days.get(one, "")):
            one = records.get(id)
            own = headers.get(id, {})
            over = headers.get(one.parent, {}) if one else {}
            number = str(own.get("number", over.get("number", "")))
            found.append(
                Lost(one.kind if one else "", number, days.get(id, ""), wholly=id not in headers)
            )
        return tuple(found)
