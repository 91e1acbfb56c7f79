"""The circle of a case: the few members of staff it is kept to, and whoever broke in."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime

from welfare_app.domain.errors import Refused
from welfare_app.domain.events import CircleDrawn, CircleLifted, GlassBroken, GlassSeen
from welfare_app.domain.folding import folded
from welfare_app.domain.ids import StaffId
from welfare_app.domain.people import Role, Staff
from welfare_app.domain.roles import Act, may

_WORD = re.compile(r"\w+")
_SHORTEST = 2
"""Letters: shorter parts of names are words of their own in too many sentences."""


@dataclass(frozen=True, slots=True)
class Drawn:
    """Who was let in, and who is kept out whatever happens; nobody in it lifts the circle."""

    at: datetime
    by: StaffId
    members: tuple[StaffId, ...]
    barred: tuple[StaffId, ...] = ()
    reason: str = field(default="", repr=False)


@dataclass(frozen=True, slots=True)
class Breaking:
    """Someone outside opened the case until the laptop was locked, and why."""

    at: datetime
    by: StaffId
    reason: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class Circle:
    """All that was decided about who sees a case. `case` is the id of its root.

    `seen` is how many of the breakings each member has been told of.
    """

    case: str
    drawn: tuple[Drawn, ...] = ()
    breakings: tuple[Breaking, ...] = ()
    seen: Mapping[StaffId, int] = field(default_factory=dict)

    @property
    def members(self) -> tuple[StaffId, ...]:
        """Those it is kept to now; nobody where it is open to everyone."""
        return self.drawn[-1].members if self.drawn else ()

    @property
    def barred(self) -> tuple[StaffId, ...]:
        """Those in the line of whoever is suspected: they may not break in either."""
        return self.drawn[-1].barred if self.drawn else ()

    @property
    def stands(self) -> bool:
        """Whether the case is kept to anybody."""
        return bool(self.members)

    def draw(
        self,
        members: Iterable[StaffId],
        barred: Iterable[StaffId],
        reason: str,
        at: datetime,
        by: StaffId,
    ) -> "tuple[Circle, CircleDrawn]":
        """Keep the case to these. Whoever says so is always among them."""
        out = tuple(dict.fromkeys(barred))
        among = tuple(dict.fromkeys((by, *members)))
        if set(among) & set(out):
            raise Refused("circle.in-and-out")
        drawn = Drawn(at, by, among, out, reason.strip())
        return replace(self, drawn=(*self.drawn, drawn)), CircleDrawn(self.case)

    def lift(self, reason: str, at: datetime, by: StaffId) -> "tuple[Circle, CircleLifted]":
        """Open the case to everyone again, and say why."""
        if not reason.strip():
            raise Refused("circle.no-reason")
        lifted = Drawn(at, by, (), (), reason.strip())
        return replace(self, drawn=(*self.drawn, lifted)), CircleLifted(self.case)

    def break_glass(
        self, who: StaffId, role: Role, reason: str, at: datetime
    ) -> "tuple[Circle, GlassBroken]":
        """Someone outside opens it in an emergency, and says why."""
        if not may(role, Act.BREAK_GLASS) or who in self.barred:
            raise Refused("circle.not-yours-to-break")
        if not reason.strip():
            raise Refused("circle.no-reason")
        broken = Breaking(at, who, reason.strip())
        return replace(self, breakings=(*self.breakings, broken)), GlassBroken(self.case)

    def unseen(self, who: StaffId) -> tuple[Breaking, ...]:
        """The breakings someone in the circle has not been told of, but for their own."""
        if who not in self.members:
            return ()
        return tuple(one for one in self.breakings[self.seen.get(who, 0) :] if one.by != who)

    def see(self, who: StaffId) -> "tuple[Circle, GlassSeen]":
        """Someone in the circle has read who broke in."""
        seen = {**self.seen, who: len(self.breakings)}
        return replace(self, seen=seen), GlassSeen(self.case)

    def rests_on(self, who: StaffId, staff: Iterable[Staff]) -> bool:
        """Whether nobody else in it could read the case if this person could not."""
        able = {one.id for one in staff if one.welcome and may(one.role, Act.READ_CASES)}
        return who in self.members and not (set(self.members) & able) - {who}


def names_in(words: str, name: str) -> bool:
    """Whether a part of a name stands in some words; whoever reads it says whom it means."""
    said = set(_WORD.findall(folded(words)))
    return any(len(part) >= _SHORTEST and part in said for part in _WORD.findall(folded(name)))


def named_in(words: str, staff: Iterable[Staff]) -> tuple[StaffId, ...]:
    """Those of whose name a part stands in some words."""
    return tuple(one.id for one in staff if names_in(words, one.name))
