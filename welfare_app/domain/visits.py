"""Visits: several private talks at one place, one person after another."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta

from welfare_app.domain.ids import InterviewId
from welfare_app.domain.interview import Interview

LONGEST_PAUSE = timedelta(hours=12)
"""Between two talks of a visit: no shift is longer, and a night shift ends on another day."""


@dataclass(frozen=True, slots=True)
class Visit:
    """The talks of one visit, the first one first. It is known by the first: its number and day."""

    talks: tuple[Interview, ...]

    @property
    def first(self) -> Interview:
        """The talk that began it."""
        return self.talks[0]

    @property
    def last(self) -> Interview:
        """The talk begun last, after which the next person comes."""
        return self.talks[-1]

    @property
    def shared(self) -> bool:
        """Whether more than one person talked on it."""
        return len(self.talks) > 1

    @property
    def unfinished(self) -> int:
        """How many of its talks are not signed off."""
        return sum(1 for one in self.talks if one.finished is None)

    def under_way(self, now: datetime) -> bool:
        """Whether someone else may still come."""
        return now - self.last.started <= LONGEST_PAUSE


def visits(interviews: Iterable[Interview]) -> tuple[Visit, ...]:
    """The visits these talks were held on. Expects the newest talk first, and gives them so."""
    found: dict[InterviewId, list[Interview]] = {}
    for one in interviews:
        found.setdefault(one.visit or one.id, []).append(one)
    return tuple(Visit(tuple(reversed(talks))) for talks in found.values())


def same_visit(one: Interview, other: Interview) -> bool:
    """Whether two talks belong to one visit."""
    return (one.visit or one.id) == (other.visit or other.id)
