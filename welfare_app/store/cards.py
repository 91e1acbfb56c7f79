"""The index of cards: what lists ask, answered by the database without opening a record."""

import json
from collections.abc import Sequence
from operator import itemgetter
from typing import Any, TypeAlias

from sqlcipher3.dbapi2 import Connection

from welfare_app.domain.cards import Card, PackCard, TalkCard
from welfare_app.domain.desk_view import DeskView, Order
from welfare_app.domain.ids import InterviewId
from welfare_app.services.card_index import Behind, Choices
from welfare_app.store.audit import NOTHING
from welfare_app.store.card_rows import COLUMNS, PACK, TALK, made_out, to_row
from welfare_app.store.card_tables import drop_card
from welfare_app.store.cards_aside import KINDS, everything, put_in_order, tables_aside
from welfare_app.store.connection import plainly
from welfare_app.store.desk_questions import conditions, told_apart
from welfare_app.store.guard import Guard
from welfare_app.store.memory import Memory
from welfare_app.store.search import VaultSearch
from welfare_app.store.versions import Versions

Found: TypeAlias = tuple[str, list[Any]]

_ENTRIES = 2000
"""Audit entries in one step of catching up, so that no step holds many records at once."""

_AT_ONCE = 500
"""Ids in one question to the database."""

OUTSIDE = "id NOT IN (SELECT value FROM json_each(?))"
"""That a card is none of those in a list."""

_SORTED: dict[Order, str] = {
    Order.DUE: "due IS NULL, due, begun",
    Order.NUMBER: "kind = 'talk', begun",
    Order.WORKER: "worker = '', worker COLLATE NOCASE, begun",
    Order.SITE: "site = '', site COLLATE NOCASE, begun",
    Order.STAGE: "rank, begun",
    Order.PATH: "path = '', path, begun",
}
"""Each has an index of just this shape. What comes first keeps together: blanks stand last, and
packs before talks, whichever way the rest is sorted."""


class VaultCards:
    """A small table beside the records. It holds nothing that is not in a record too.

    `begun` is the entry that began the record: the order of writing down, whatever the clock said.
    """

    def __init__(
        self, connection: Connection, versions: Versions, memory: Memory, guard: Guard
    ) -> None:
        self._vault, self._versions, self._memory = connection, versions, memory
        self._guard = guard
        self._connection = memory.cards or connection
        self._search = VaultSearch(self._connection)

    def behind(self) -> Behind | None:
        with plainly():
            newest = self._versions.newest()
            upto = int(self._connection.execute("SELECT upto FROM carded").fetchone()[0])
            if upto >= newest:
                return None
            if self._connection is not self._vault and not upto:
                return everything(self._versions, newest)
            to = min(newest, upto + _ENTRIES)
            if self._connection is not self._vault:
                self._drop_erased(upto)
            found = self._vault.execute(
                "SELECT DISTINCT "
                "CASE WHEN kind IN ('interview', 'pack') THEN id ELSE parent END, "
                "CASE WHEN kind IN ('interview', 'sign', 'note') THEN 'interview' "
                "ELSE 'pack' END "
                "FROM audit JOIN record ON record.id = audit.record "
                "WHERE number > ? AND number <= ? AND digest <> ? "
                "AND kind IN ('interview', 'sign', 'note', "
                "'pack', 'evidence', 'referral', 'preservation')",
                (upto, to, NOTHING),
            )
            return Behind(tuple(found), to)

    def _drop_erased(self, upto: int) -> None:
        gone = self._vault.execute("SELECT record FROM erased WHERE entry > ?", (upto,)).fetchall()
        for (id,) in gone:
            drop_card(self._connection, id)

    def set_aside(self) -> None:
        self._connection = self._memory.cards = tables_aside()
        self._search = VaultSearch(self._connection)

    def without(self) -> tuple[tuple[str, str], ...]:
        if self.behind() is not None:
            return ()
        with plainly():
            if self._connection is not self._vault:
                cards = {id for (id,) in self._connection.execute("SELECT id FROM card")}
                found = everything(self._versions, 0).records
                return tuple((id, kind) for id, kind in found if id not in cards)
            marks = ", ".join("?" * len(KINDS))
            records, carded = self._vault.execute(
                f"SELECT (SELECT count(*) FROM record WHERE kind IN ({marks})), "
                "(SELECT count(*) FROM card)",
                KINDS,
            ).fetchone()
            if records <= carded:
                return ()
            return tuple(
                self._vault.execute(
                    f"SELECT id, kind FROM record WHERE kind IN ({marks}) "
                    "AND id NOT IN (SELECT id FROM card)",
                    KINDS,
                )
            )

    def put(self, card: Card, words: str) -> None:
        if self._connection is not self._vault:
            put_in_order(self._connection, [card.id])
        row = to_row(card)
        blanks = ", ".join("?" * len(row))
        self._connection.execute(
            f"REPLACE INTO card ({COLUMNS}, begun) SELECT {blanks}, entry FROM record WHERE id = ?",
            (*row, card.id),
        )
        self._search.put(self._place(card.id), words)

    def drop(self, id: str) -> None:
        drop_card(self._connection, id)

    def caught_up(self, to: int) -> None:
        self._connection.execute("UPDATE carded SET upto = ?", (to,))

    def unfinished(self, most: int) -> tuple[TalkCard, ...]:
        return self._talks("finished IS NULL ORDER BY opened, begun LIMIT ?", most)

    def waiting_for_a_pack(self, most: int) -> tuple[TalkCard, ...]:
        return self._talks("wants_pack = 1 ORDER BY opened, begun LIMIT ?", most)

    def under_watch(self, most: int) -> tuple[TalkCard, ...]:
        return self._talks("review IS NOT NULL ORDER BY review, begun LIMIT ?", most)

    def open_packs(self, most: int) -> tuple[PackCard, ...]:
        return self._packs("stage <> '' ORDER BY coalesce(due, opened), begun LIMIT ?", most)

    def last_visit(self) -> tuple[TalkCard, ...]:
        apart, hidden = self._apart()
        row = self._connection.execute(
            f"SELECT visit FROM card WHERE {apart} visit IS NOT NULL ORDER BY begun DESC LIMIT 1",
            hidden,
        ).fetchone()
        return self.visit(row[0]) if row else ()

    def visit(self, first: InterviewId) -> tuple[TalkCard, ...]:
        return self._talks("visit = ? ORDER BY begun", first)

    def same_name(self, who: str) -> tuple[TalkCard, ...]:
        return self._talks("who = ? AND finished IS NULL ORDER BY begun DESC", who)

    def ids(self, view: DeskView) -> tuple[str, ...]:
        chosen, values = self._chosen(view)
        order = _SORTED[view.order]
        with plainly():
            if not view.descending:
                rows = self._connection.execute(
                    f"SELECT id FROM card {chosen} ORDER BY {order}", values
                )
                return tuple(id for (id,) in rows)
            together = order.partition(",")[0] if view.order is not Order.STAGE else "0"
            turned = self._connection.execute(
                f"SELECT {together}, id FROM card {chosen} ORDER BY {order}", values
            ).fetchall()
        turned.sort(key=itemgetter(0), reverse=True)
        turned.reverse()
        return tuple(id for _, id in turned)

    def cards(self, ids: Sequence[str]) -> tuple[Card, ...]:
        found: dict[str, Card] = {}
        for first in range(0, len(ids), _AT_ONCE):
            some = tuple(ids[first : first + _AT_ONCE])
            found |= {
                one.id: one for one in self._read(f"id IN ({','.join('?' * len(some))})", *some)
            }
        return tuple(found[id] for id in ids if id in found)

    def choices(self) -> Choices:
        apart, hidden = self._apart()
        seen = f"WHERE {apart} true" if apart else ""
        with plainly():
            # without a condition or an order each is read from an index, and not from the cards
            sites, people, paths = (
                tuple(
                    sorted(
                        value
                        for (value,) in self._connection.execute(
                            f"SELECT DISTINCT {column} FROM card {seen}", hidden
                        )
                        if value
                    )
                )
                for column in ("site", "by", "path")
            )
            stood = self._connection.execute(
                "SELECT stage, kind, wants_pack, source, max(version), min(rank) FROM card "
                f"{seen} GROUP BY stage, kind, wants_pack, source",
                hidden,
            ).fetchall()
        return Choices(sites, people, paths, *told_apart(stood))

    def _chosen(self, view: DeskView) -> Found:
        """The conditions of a view, and what fills their blanks."""
        wanted = conditions(view)
        if self._guard.shut:
            wanted.append((OUTSIDE, [self._hidden()]))
        if view.words.strip():
            self._search.hidden = self._hidden_places()
            question, values = self._search.wanted(view.words)
            wanted.append((f"begun IN ({question})", [*values]))
        said = " AND ".join(one for one, _ in wanted)
        return (f"WHERE {said}" if said else ""), [value for _, some in wanted for value in some]

    def _apart(self) -> tuple[str, tuple[str, ...]]:
        """The condition that leaves out what is kept from whoever asks, where anything is."""
        return (f"{OUTSIDE} AND", (self._hidden(),)) if self._guard.shut else ("", ())

    def _hidden(self) -> str:
        return json.dumps(sorted(self._guard.shut))

    def _hidden_places(self) -> str:
        if not self._guard.shut:
            return "[]"
        rows = self._connection.execute(
            "SELECT begun FROM card WHERE id IN (SELECT value FROM json_each(?))",
            (self._hidden(),),
        )
        return json.dumps([begun for (begun,) in rows])

    def _place(self, id: str) -> int | None:
        row = self._connection.execute("SELECT entry FROM record WHERE id = ?", (id,)).fetchone()
        return int(row[0]) if row else None

    def _talks(self, which: str, *values: object) -> tuple[TalkCard, ...]:
        found = self._read(f"kind = '{TALK}' AND {which}", *values)
        return tuple(one for one in found if isinstance(one, TalkCard))

    def _packs(self, which: str, *values: object) -> tuple[PackCard, ...]:
        found = self._read(f"kind = '{PACK}' AND {which}", *values)
        return tuple(one for one in found if isinstance(one, PackCard))

    def _read(self, which: str, *values: object) -> tuple[Card, ...]:
        with plainly():
            apart, hidden = self._apart()
            rows = self._connection.execute(
                f"SELECT {COLUMNS} FROM card WHERE {apart} {which}", (*hidden, *values)
            )
            read = (made_out(row) for row in rows)
            return tuple(card for card in read if card is not None)
