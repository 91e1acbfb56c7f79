"""What someone asks of the trail, as they type it, and what is looked for."""

from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta

from welfare_app.domain.ids import StaffId
from welfare_app.domain.trail import Asked
from welfare_app.services.definitions import TrailWords

EVERYONE = "everyone"
"""The key of the first entry of a list: nothing is left out."""

ANY = (EVERYONE, "Everyone")
BETWEEN = "between"
TIMES = (
    (EVERYONE, "Any day"),
    ("1", "Today"),
    ("7", "The last 7 days"),
    ("30", "The last 30 days"),
    (BETWEEN, "Certain days"),
)
BAD_DAY = "Write the day as 12/5/2026"
BAD_ORDER = "The last day is before the first"
WRITTEN = ("%d/%m/%Y", "%d.%m.%Y", "%d-%m-%Y", "%d %m %Y", "%Y-%m-%d")


@dataclass(frozen=True, slots=True)
class Wanted:
    """What was chosen and typed: a person, a kind, days, and the number of a record."""

    by: str = EVERYONE
    kind: str = EVERYONE
    times: str = EVERYONE
    first: str = ""
    last: str = ""
    record: str = field(default="", repr=False)


def asked_for(
    wanted: Wanted, words: TrailWords, now: datetime
) -> tuple[Asked | None, tuple[tuple[str, str], ...]]:
    """What is looked for; where a day cannot be read nothing is, and each problem is named."""
    problems: list[tuple[str, str]] = []
    first, last = None, None
    if wanted.times == BETWEEN:
        first, last = _day(wanted.first), _day(wanted.last)
        for part, typed, found in (("first", wanted.first, first), ("last", wanted.last, last)):
            if typed.strip() and found is None:
                problems.append((part, BAD_DAY))
        if first and last and last < first:
            problems.append(("last", BAD_ORDER))
    elif wanted.times != EVERYONE:
        last = now.astimezone().date()
        first = last - timedelta(days=int(wanted.times) - 1)
    if problems:
        return None, tuple(problems)
    return (
        Asked(
            None if wanted.by == EVERYONE else StaffId(wanted.by),
            None if wanted.kind == EVERYONE else words.events_of(wanted.kind),
            wanted.record.strip().upper(),
            _midnight(first) if first else None,
            _midnight(last + timedelta(days=1)) if last else None,
        ),
        (),
    )


def _day(typed: str) -> date | None:
    for shape in WRITTEN:
        try:
            return datetime.strptime(typed.strip(), shape).date()  # noqa: DTZ007 - a day only
        except ValueError:
            continue
    return None


def _midnight(day: date) -> datetime:
    """When a day begins on this laptop, as the trail writes times."""
    return datetime.combine(day, time()).astimezone(UTC)
