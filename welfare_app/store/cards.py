"""The index of cards: what lists ask, answered by the database without opening a record."""

from collections.abc import Sequence
from datetime import date, datetime
from typing import Any, TypeAlias

from sqlcipher3.dbapi2 import Connection

from welfare_app.domain.cards import Card, PackCard, Running, TalkCard
from welfare_app.domain.ids import InterviewId, PackId, StageId
from welfare_app.services.card_index import Behind
from welfare_app.store.connection import plainly
from welfare_app.store.repository import maybe_moment, moment

Row: TypeAlias = tuple[Any, ...]

_TALK = (
    "id, number, form, version, started, finished, visit, answers, outcome, review, wants_pack, who"
)
_PACK = (
    "id, number, workflow, version, opened, interview, stage, due, beside, beside_due, done, total"
)
_ENTRIES = 2000
"""Audit entries in one step of catching up, so that no step holds many records at once."""

_AT_ONCE = 500
"""Ids in one question to the database."""


class VaultCards:
    """Two small tables beside the records. They hold nothing that is not in a record too.

    `begun` is the entry that began the record: the order of writing down, whatever the clock said.
    """

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def behind(self) -> Behind | None:
        with plainly():
            upto, newest = self._connection.execute(
                "SELECT upto, (SELECT coalesce(max(number), 0) FROM audit) FROM carded"
            ).fetchone()
            if upto >= newest:
                return None
            to = min(newest, upto + _ENTRIES)
            found = self._connection.execute(
                "SELECT DISTINCT CASE kind WHEN 'sign' THEN parent ELSE id END, "
                "CASE kind WHEN 'sign' THEN 'interview' ELSE kind END "
                "FROM audit JOIN record ON record.id = audit.record "
                "WHERE number > ? AND number <= ? AND kind IN ('interview', 'sign', 'pack')",
                (upto, to),
            )
            return Behind(tuple(found), to)

    def put(self, card: Card) -> None:
        match card:
            case TalkCard():
                self._put("talk_card", _TALK, _talk_row(card))
            case PackCard():
                self._put("pack_card", _PACK, _pack_row(card))

    def drop(self, id: str) -> None:
        for table in ("talk_card", "pack_card"):
            self._connection.execute(f"DELETE FROM {table} WHERE id = ?", (id,))

    def caught_up(self, to: int) -> None:
        self._connection.execute("UPDATE carded SET upto = ?", (to,))

    def unfinished(self, most: int) -> tuple[TalkCard, ...]:
        return self._talks("finished IS NULL ORDER BY started, begun LIMIT ?", most)

    def waiting_for_a_pack(self, most: int) -> tuple[TalkCard, ...]:
        return self._talks(
            "wants_pack = 1 AND NOT EXISTS "
            "(SELECT 1 FROM pack_card WHERE pack_card.interview = talk_card.id) "
            "ORDER BY started, begun LIMIT ?",
            most,
        )

    def under_watch(self, most: int) -> tuple[TalkCard, ...]:
        return self._talks("review IS NOT NULL ORDER BY review, begun LIMIT ?", most)

    def open_packs(self, most: int) -> tuple[PackCard, ...]:
        return self._packs("stage IS NOT NULL ORDER BY coalesce(due, opened), begun LIMIT ?", most)

    def last_visit(self) -> tuple[TalkCard, ...]:
        row = self._connection.execute(
            "SELECT visit FROM talk_card WHERE visit IS NOT NULL ORDER BY begun DESC LIMIT 1"
        ).fetchone()
        return self.visit(row[0]) if row else ()

    def visit(self, first: InterviewId) -> tuple[TalkCard, ...]:
        return self._talks("visit = ? ORDER BY begun", first)

    def same_name(self, who: str) -> tuple[TalkCard, ...]:
        return self._talks("who = ? AND finished IS NULL ORDER BY begun DESC", who)

    def ids(self) -> tuple[str, ...]:
        rows = [
            row
            for table in ("pack_card", "talk_card")
            for row in self._connection.execute(f"SELECT id FROM {table} ORDER BY begun DESC")
        ]
        return tuple(id for (id,) in rows)

    def cards(self, ids: Sequence[str]) -> tuple[Card, ...]:
        found: dict[str, Card] = {}
        for first in range(0, len(ids), _AT_ONCE):
            some = tuple(ids[first : first + _AT_ONCE])
            among = f"id IN ({','.join('?' * len(some))})"
            found |= {one.id: one for one in self._packs(among, *some)}
            found |= {one.id: one for one in self._talks(among, *some)}
        return tuple(found[id] for id in ids if id in found)

    def _put(self, table: str, columns: str, row: Row) -> None:
        blanks = ", ".join("?" * len(row))
        self._connection.execute(
            f"REPLACE INTO {table} ({columns}, begun) "
            f"SELECT {blanks}, entry FROM record WHERE id = ?",
            (*row, row[0]),
        )

    def _talks(self, which: str, *values: object) -> tuple[TalkCard, ...]:
        with plainly():
            rows = self._connection.execute(f"SELECT {_TALK} FROM talk_card WHERE {which}", values)
            return tuple(_talk(row) for row in rows)

    def _packs(self, which: str, *values: object) -> tuple[PackCard, ...]:
        with plainly():
            rows = self._connection.execute(f"SELECT {_PACK} FROM pack_card WHERE {which}", values)
            return tuple(_pack(row) for row in rows)


def _talk_row(card: TalkCard) -> Row:
    return (
        card.id,
        card.number,
        card.form,
        card.form_version,
        moment(card.started),
        moment(card.finished) if card.finished else None,
        card.visit,
        card.answers,
        card.outcome,
        card.review.isoformat() if card.review else None,
        int(card.wants_pack),
        card.who,
    )


def _talk(row: Row) -> TalkCard:
    id, number, form, version, started, finished, visit, answers, outcome, review, wants, who = row
    return TalkCard(
        InterviewId(id),
        number,
        form,
        version,
        datetime.fromisoformat(started),
        maybe_moment(finished),
        InterviewId(visit) if visit else None,
        answers,
        outcome,
        date.fromisoformat(review) if review else None,
        bool(wants),
        who,
    )


def _pack_row(card: PackCard) -> Row:
    running = [
        value for one in card.running for value in (one.stage, moment(one.by) if one.by else None)
    ]
    return (
        card.id,
        card.number,
        card.workflow,
        card.workflow_version,
        moment(card.opened),
        card.interview,
        *running,
        *(None,) * (4 - len(running)),
        card.done,
        card.total,
    )


def _pack(row: Row) -> PackCard:
    id, number, workflow, version, opened, interview, *running, done, total = row
    pairs = zip(running[::2], running[1::2], strict=True)
    return PackCard(
        PackId(id),
        number,
        workflow,
        version,
        datetime.fromisoformat(opened),
        InterviewId(interview) if interview else None,
        tuple(Running(StageId(stage), maybe_moment(by)) for stage, by in pairs if stage),
        done,
        total,
    )
