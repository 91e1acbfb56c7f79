"""What the rungs of the ladder are called, and what a case's climb says."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date

from welfare_app.domain.ladder import Rung, Standing, Step
from welfare_app.domain.partial_date import PartialDate
from welfare_app.presenters.emergency import Number

TITLES: Mapping[Rung, str] = {
    Rung.LINE: "Line manager on site",
    Rung.CHAMPION: "Champion",
    Rung.REGIONAL: "Regional manager",
    Rung.LEAD: "Modern slavery lead",
    Rung.DEPUTY: "Deputy of the lead",
    Rung.BOARD: "Board owner",
}
NOBODY_LEFT = "Nobody in the company is left to tell. Tell someone outside."
NOBODY_YET = "Nobody else stands on the ladder yet. A lead writes it down under This laptop."
NEVER = "nobody has checked it yet"


@dataclass(frozen=True, slots=True)
class Tell:
    """Someone to tell: who they are, and how they are reached."""

    title: str
    name: str = field(repr=False)
    ways: tuple[str, ...] = field(repr=False)
    note: str


@dataclass(frozen=True, slots=True)
class Climb:
    """Whom to tell in the company: one person now, one after them, and who is passed over.

    Where nobody is left to tell, `outside` says so, and whom to call instead is beside it.
    """

    now: Tell | None
    after: Tell | None
    passed: tuple[str, ...] = field(repr=False)
    outside: str
    numbers: tuple[Number, ...] = ()


def checked_words(one: Standing, today: date) -> str:
    """When it was last checked that they are reached so."""
    if one.checked is None:
        return NEVER
    known = PartialDate.read(one.checked.isoformat())
    day = known.said() if known else ""
    return f"not checked since {day}" if one.stale(today) else f"checked {day}"


def climb_words(steps: Iterable[Step], today: date, outside: tuple[Number, ...]) -> Climb:
    """What is said of the ladder in one case. The numbers of those passed over are not given."""
    climbed = tuple(steps)
    left = [_tell(one.standing, today) for one in climbed if not one.passed]
    passed = tuple(
        f"{one.standing.name} is passed over: they may be part of it, or in the line of whoever "
        "is. Do not call them."
        for one in climbed
        if one.passed
    )
    now, after = (*left, None, None)[:2]
    if now:
        return Climb(now, after, passed, "")
    return Climb(None, None, passed, NOBODY_LEFT if passed else NOBODY_YET, outside)


def _tell(one: Standing, today: date) -> Tell:
    ways = tuple(way for way in (one.phone, one.email) if way)
    return Tell(TITLES[one.rung], one.name, ways, checked_words(one, today))
