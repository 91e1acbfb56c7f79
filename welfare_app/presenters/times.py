"""Times as people say them. What is left comes in words first; nothing counts down."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from welfare_app.domain.partial_date import MONTHS

SOON = timedelta(hours=1)
DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


@dataclass(frozen=True, slots=True)
class Clock:
    """How long is left, by when, and whether it needs attention."""

    left: str
    by: str
    soon: bool
    late: bool


def clock(by: datetime, now: datetime) -> Clock:
    """What to say of a deadline."""
    left = by - now
    late = left < timedelta(0)
    words = f"{spell(-left)} late" if late else f"{spell(left)} left"
    return Clock(words, f"by {day_and_hour(by, now)}", late or left < SOON, late)


def spell(length: timedelta) -> str:
    """A length of time, as short as is still useful: 38 min, 2 h 10 min, 3 days."""
    minutes = int(length.total_seconds() // 60)
    if minutes < 60:
        return f"{minutes} min"
    if minutes < 24 * 60:
        hours, rest = divmod(minutes, 60)
        return f"{hours} h {rest} min" if rest else f"{hours} h"
    days = minutes // (24 * 60)
    return "1 day" if days == 1 else f"{days} days"


def hour(at: datetime) -> str:
    """The time of day, by the laptop's own time zone: 10:33."""
    return f"{at.astimezone():%H:%M}"


def day(at: datetime) -> str:
    """The day, in full: Tuesday 17 November."""
    local = at.astimezone()
    return f"{DAYS[local.weekday()]} {local.day} {MONTHS[local.month - 1]}"


def date(at: datetime) -> str:
    """The day of the year: 17 November."""
    local = at.astimezone()
    return f"{local.day} {MONTHS[local.month - 1]}"


def full_date(at: datetime) -> str:
    """The day with its year: 17 November 2026."""
    return f"{date(at)} {at.astimezone().year}"


def full_day_and_hour(at: datetime) -> str:
    """A moment of any year: Tuesday 17 November 2026, 10:33."""
    return f"{day(at)} {at.astimezone().year}, {hour(at)}"


def day_and_hour(at: datetime, now: datetime) -> str:
    """When: the time alone for today, with the day otherwise."""
    days = (at.astimezone().date() - now.astimezone().date()).days
    if days == 0:
        return f"{hour(at)} today"
    if days == 1:
        return f"{hour(at)} tomorrow"
    if days == -1:
        return f"{hour(at)} yesterday"
    local = at.astimezone()
    return f"{hour(at)}, {local.day} {MONTHS[local.month - 1]}"


def greeting(at: datetime) -> str:
    """What to say to someone at this hour."""
    now = at.astimezone().hour
    return "Good morning" if now < 12 else "Good afternoon" if now < 18 else "Good evening"
