"""Reads the rows and the trail of one record together, for those who need its whole history."""

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, TypeAlias

from sqlcipher3.dbapi2 import Connection

from welfare_app.domain.courier import Stamp, Written
from welfare_app.domain.events import ConflictSettled, VersionReceived
from welfare_app.domain.ids import StaffId
from welfare_app.store.listing import ABOUT
from welfare_app.store.versions import SALT

MARK = 32
"""How many letters of an entry's MAC, in hexadecimal, mark it elsewhere."""

Entry: TypeAlias = tuple[int, str, str, str, str, str, bytes]
"""Number, time, person, device, event, facts and MAC."""


def written_rows(connection: Connection, record: str) -> Iterator[tuple[Entry, str, str, bool]]:
    """Each version of each part, in the order they were written: part, body, whether shown."""
    rows = connection.execute(
        "SELECT number, at, by, device, event, facts, mac, part, body, shown FROM ("
        "SELECT entry, part, body, 1 AS shown FROM version WHERE record = :id AND part <> :salt "
        "UNION ALL SELECT entry, part, body, 0 FROM beside WHERE record = :id"
        ") JOIN audit ON audit.number = entry ORDER BY entry, part",
        {"id": record, "salt": SALT},
    )
    for *entry, part, body, shown in rows.fetchall():
        number, at, by, device, event, facts, mac = entry
        yield (number, at, by, device, event, facts, mac), part, body, bool(shown)


def history_of(
    vault: str,
    record: str,
    entry: Entry,
    rows: Sequence[tuple[str, str]],
    given: Mapping[str, tuple[Stamp, ...]],
) -> Written:
    """One entry as it travels. What was written here was written over `given`, unless it says."""
    number, at, by, device, event, facts, mac = entry
    if event == VersionReceived.__name__:
        said = json.loads(facts)
        stamp = Stamp(said["vault"], said["number"], said["mark"])
        at, by, device, event = said["at"], said["by"], said["device"], said["event"]
        over = {part: _stamps(said["over"].get(part, ())) for part, _ in rows}
    else:
        stamp = Stamp(vault, number, mac.hex()[:MARK])
        over = {part: given.get(part, ()) for part, _ in rows}
        if event == ConflictSettled.__name__:
            over |= {part: _stamps(texts) for part, texts in json.loads(facts)["over"].items()}
    return Written(stamp, record, at, StaffId(by), device, event, tuple(rows), over)


def _stamps(texts: Iterable[str]) -> tuple[Stamp, ...]:
    return tuple(sorted(Stamp.of(text) for text in texts))


def made_of(rows: Sequence[tuple[str, str]]) -> tuple[str, str] | None:
    """The kind and parent that a record's first rows give it, where they do."""
    said: Any = json.loads(dict(rows).get(ABOUT, "null"))
    if not (isinstance(said, dict) and said.keys() == {"kind", "parent"}):
        return None
    kind, parent = said["kind"], said["parent"]
    return (kind, parent) if isinstance(kind, str) and isinstance(parent, str) else None
