"""The dates a case keeps after its stages: check-ins, decisions that are due, and what follows.

A day is a day where the laptop is. Working days leave out weekends and the bank holidays of the
nation. What is due on a day is late once that day is over.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import count
from typing import TypeAlias

from welfare_app.domain.answers import Values, values
from welfare_app.domain.form import holds
from welfare_app.domain.pack import IncidentPack, Met
from welfare_app.domain.partial_date import PartialDate
from welfare_app.domain.workflow import ClockRule, Workflow

IsWorking: TypeAlias = Callable[[date], bool]
"""Whether people work on a day, in the nation of the case."""


@dataclass(frozen=True, slots=True)
class Ticking:
    """A date of a pack. `key` is its rule's id, with a number after it where it comes round."""

    key: str
    rule: ClockRule
    due: date
    met: Met | None = None

    def late(self, today: date) -> bool:
        """Whether its day is over and nothing was written down."""
        return self.met is None and today > self.due


def ticking(workflow: Workflow, pack: IncidentPack, is_working: IsWorking) -> tuple[Ticking, ...]:
    """Every date that runs or was kept, the earliest first. None runs once the pack is closed."""
    given = values(pack.answers)
    closed = workflow.stages[-1].id in pack.done
    found = [
        one
        for rule in workflow.clocks
        for one in _of_rule(rule, pack, given, is_working)
        if one.met or (not closed and holds(rule.shown_when, given))
    ]
    return tuple(sorted(found, key=lambda one: one.due))


def days_on(start: date, days: int, is_working: IsWorking | None = None) -> date:
    """The day so many days later; so many working days, where it is given which those are."""
    if is_working is None:
        return start + timedelta(days=days)
    day, left = start, days
    while left:
        day += timedelta(days=1)
        left -= is_working(day)
    return day


def _of_rule(
    rule: ClockRule, pack: IncidentPack, given: Values, is_working: IsWorking
) -> Iterator[Ticking]:
    start = _start(rule, pack, given)
    if start is None:
        return
    working = is_working if rule.working else None
    for number in count(1):
        key = f"{rule.id}-{number}" if rule.repeats else rule.id
        met = pack.met.get(key)
        yield Ticking(key, rule, days_on(start, rule.days * number, working), met)
        if met is None or not rule.repeats:
            return


def _start(rule: ClockRule, pack: IncidentPack, given: Values) -> date | None:
    if rule.from_field is not None:
        said = given.get(rule.from_field)
        known = PartialDate.read(said) if isinstance(said, str) else None
        return known.first_day() if known else None
    done = (pack.done[stage] for stage in rule.after if stage in pack.done)
    first = next((one for one in done if not one.skipped), None)
    return first.at.astimezone().date() if first else None
