"""Compares a backup with the vault it may replace, record by record, reading no answers."""

import json
from dataclasses import dataclass
from datetime import datetime

from sqlcipher3.dbapi2 import Connection

from welfare_app.domain.comparison import Comparison, Here, Item
from welfare_app.store.plans import PLAN
from welfare_app.store.versions import HEADER

_NEVER_SHOWN = frozenset({PLAN, "identity", "second-signer"})
"""Kinds that the program keeps for itself."""


@dataclass(frozen=True, slots=True)
class _Record:
    """A record as the trail knows it: when it was begun, and its newest entry."""

    kind: str
    number: str
    begun: datetime
    changed: datetime
    entry: int
    newest: bytes

    @property
    def last(self) -> tuple[datetime, int]:
        return self.changed, self.entry

    def item(self, *, changed: bool = False) -> Item:
        return Item(self.kind, self.number, self.changed if changed else self.begun)


def compared(backup: Connection, here: Connection) -> Comparison:
    """What putting the backup in place would take away, and what it would bring back."""
    theirs, ours = _records(backup), _records(here)
    lost = [ours[id].item() for id in ours.keys() - theirs.keys()]
    back = [theirs[id].item() for id in theirs.keys() - ours.keys()]
    older = []
    for id in ours.keys() & theirs.keys():
        if ours[id].newest == theirs[id].newest:
            continue
        if ours[id].last >= theirs[id].last:
            older.append(ours[id].item(changed=True))
        else:
            back.append(theirs[id].item(changed=True))
    return Comparison(Here.READ, _in_order(lost), _in_order(older), _in_order(back))


def _records(connection: Connection) -> dict[str, _Record]:
    numbers = {
        id: _number(body)
        for id, body in connection.execute(
            "SELECT version.record, body FROM version JOIN record ON record.id = version.record "
            "WHERE part = ? AND kind IN ('interview', 'pack', 'evidence') AND "
            "version.entry = record.entry",
            (HEADER,),
        )
    }
    rows = connection.execute(
        "SELECT record.id, kind, begun.at, newest.at, newest.number, newest.mac FROM record "
        "JOIN audit AS begun ON begun.number = record.entry "
        "JOIN (SELECT record, MAX(entry) AS entry FROM version GROUP BY record) AS last "
        "ON last.record = record.id "
        "JOIN audit AS newest ON newest.number = last.entry"
    )
    return {
        id: _Record(
            kind,
            numbers.get(id, ""),
            datetime.fromisoformat(begun),
            datetime.fromisoformat(changed),
            entry,
            mac,
        )
        for id, kind, begun, changed, entry, mac in rows
        if kind not in _NEVER_SHOWN
    }


def _number(body: str) -> str:
    said = json.loads(body)
    number = said.get("number", "") if isinstance(said, dict) else ""
    return number if isinstance(number, str) else ""


def _in_order(items: list[Item]) -> tuple[Item, ...]:
    return tuple(sorted(items, key=lambda one: (one.at, one.kind, one.number), reverse=True))
