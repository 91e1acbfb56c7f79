"""Visits: several private talks at one place, one person after another."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from welfare_app.domain.cards import TalkCard

LONGEST_PAUSE = timedelta(hours=12)
"""Between two talks of a visit: no shift is longer, and a night shift ends on another day."""


@dataclass(frozen=True, slots=True)
class Visit:
    """The talks of one visit, the first one first. It is known by the first: its number and day."""

    talks: tuple[TalkCard, ...]

    @property
    def first(self) -> TalkCard:
        """The talk that began it."""
        return self.talks[0]

    @property
    def last(self) -> TalkCard:
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
