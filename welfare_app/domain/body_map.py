"""What was seen on a person's body and where, in words alone.

Photographs are for the police or a doctor (First Responder Toolkit, sections 4 to 6).
"""

from collections.abc import Iterable
from dataclasses import dataclass, field

from welfare_app.domain.answers import Rows

PARTS = frozenset({"where", "seen"})
"""The parts of every row: a place of the field's own list, and free text."""


@dataclass(frozen=True, slots=True)
class BodyMark:
    """One thing seen at one place. Left and right are the person's own."""

    where: str
    seen: str = field(default="", repr=False)


def marks(value: Rows) -> tuple[BodyMark, ...]:
    """The marks of an answer, in order."""
    return tuple(BodyMark(row.get("where", ""), row.get("seen", "")) for row in value.rows)


def as_rows(marks: Iterable[BodyMark]) -> Rows:
    """Marks as an answer holds them."""
    return Rows(tuple({"where": mark.where, "seen": mark.seen} for mark in marks))
