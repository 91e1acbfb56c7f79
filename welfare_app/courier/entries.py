"""Entries of a trail as they are written in a parcel, and read back with suspicion."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from welfare_app.courier.shapes import is_body, is_hexadecimal, is_moment, is_name, is_text
from welfare_app.domain.courier import CaseContents, Stamp, Written
from welfare_app.domain.errors import Refused
from welfare_app.domain.ids import StaffId

MOST_FILES = 990
MOST_PEOPLE = 1000
_LONGEST = 200
_LARGEST_NUMBER = 2**53
_MARK = 32


@dataclass(frozen=True, slots=True)
class Head:
    """Who a parcel is from, in hexadecimal, and what it is about."""

    sender: str
    root: str
    files: tuple[str, ...]
    people: Mapping[str, str] = field(repr=False)


def head_told(case: CaseContents, sender: str) -> dict[str, Any]:
    """What a parcel begins with."""
    return {
        "sender": sender,
        "root": case.root,
        "files": list(case.files),
        "people": dict(case.people),
    }


def head_from(said: Any) -> Head:
    """What a parcel begins with, or refused."""
    _must(isinstance(said, dict) and said.keys() == {"sender", "root", "files", "people"})
    files, people = said["files"], said["people"]
    _must(is_hexadecimal(said["sender"], 64) and is_name(said["root"]))
    _must(isinstance(files, list) and len(files) <= MOST_FILES and all(map(is_name, files)))
    _must(len(set(files)) == len(files))
    _must(isinstance(people, dict) and len(people) <= MOST_PEOPLE)
    _must(all(is_name(id) and is_text(name, _LONGEST) for id, name in people.items()))
    return Head(said["sender"], said["root"], tuple(files), people)


def entry_told(entry: Written) -> dict[str, Any]:
    """One entry, as a parcel says it."""
    stamp = entry.stamp
    return {
        "from": [stamp.vault, stamp.number, stamp.mark],
        "record": entry.record,
        "at": entry.at,
        "by": entry.by,
        "device": entry.device,
        "event": entry.event,
        "rows": [list(row) for row in sorted(entry.rows)],
        "over": {
            part: sorted([one.vault, one.number, one.mark] for one in stamps)
            for part, stamps in entry.over.items()
        },
    }


_SAID = {"from", "record", "at", "by", "device", "event", "rows", "over"}


def entry_from(said: Any) -> Written:
    """One entry, or refused."""
    _must(isinstance(said, dict) and said.keys() == _SAID)
    _must(all(is_name(said[name]) for name in ("record", "by", "event")))
    _must(is_moment(said["at"]) and is_text(said["device"], _LONGEST))
    rows, over = said["rows"], said["over"]
    _must(isinstance(rows, list) and len(rows) > 0 and all(map(_is_row, rows)))
    parts = [part for part, _ in rows]
    _must(parts == sorted(set(parts)))
    _must(isinstance(over, dict) and over.keys() == set(parts))
    return Written(
        _stamp(said["from"]),
        said["record"],
        said["at"],
        StaffId(said["by"]),
        said["device"],
        said["event"],
        tuple((part, body) for part, body in rows),
        {part: _stamps(stamps) for part, stamps in over.items()},
    )


def _is_row(said: Any) -> bool:
    if not (isinstance(said, list) and len(said) == 2):
        return False
    part, body = said
    return (part == "" or is_text(part, _LONGEST)) and is_body(body)


def _stamps(said: Any) -> tuple[Stamp, ...]:
    _must(isinstance(said, list))
    found = tuple(_stamp(one) for one in said)
    _must(list(found) == sorted(set(found)))
    return found


def _stamp(said: Any) -> Stamp:
    _must(isinstance(said, list) and len(said) == 3)
    vault, number, mark = said
    _must(is_hexadecimal(vault, 16) and is_hexadecimal(mark, _MARK))
    _must(type(number) is int and 0 < number < _LARGEST_NUMBER)
    return Stamp(vault, number, mark)


def _must(holds: bool) -> None:
    if not holds:
        raise Refused("courier.unreadable")
