"""Backups as facts: what is known of each, which are kept, and when another is due."""

from collections.abc import Callable, Hashable, Iterable
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from enum import StrEnum

NEWEST, WEEKS, MONTHS = 7, 5, 6
EVERY = timedelta(days=1)
PROVE_AGAIN = timedelta(days=5)
FRESH = timedelta(days=7)


@dataclass(frozen=True, slots=True)
class Backup:
    """One backup. `entries` and `head` say how far the audit trail in it goes.

    `place` is the folder it lies in and `name` what it is called there; neither leaves the vault.
    """

    made: datetime
    place: str = field(repr=False)
    entries: int
    size: int
    proved: datetime | None = None
    name: str = ""
    head: str = field(default="", repr=False)


@dataclass(frozen=True, slots=True)
class Plan:
    """Where backups go, those there are, the newest first, and what last went wrong."""

    place: str = field(default="", repr=False)
    backups: tuple[Backup, ...] = ()
    failed: datetime | None = None
    failure: str = ""

    @property
    def newest(self) -> Backup | None:
        """The one made last."""
        return max(self.backups, key=lambda one: one.made, default=None)

    @property
    def proved(self) -> datetime | None:
        """When a backup was last opened whole and found as it should be."""
        return max((one.proved for one in self.backups if one.proved), default=None)


class Due(StrEnum):
    """What a plan asks for now."""

    NOTHING = "nothing"
    MAKE = "make"
    PROVE = "prove"


def due(plan: Plan, now: datetime, *, changed: bool) -> Due:
    """What to do now. `changed` is whether any record is newer than the newest backup."""
    newest = plan.newest
    if not plan.place:
        return Due.NOTHING
    if newest is None or (changed and not timedelta() <= now - newest.made < EVERY):
        return Due.MAKE
    if newest.proved is None or not timedelta() <= now - newest.proved < PROVE_AGAIN:
        return Due.PROVE
    return Due.NOTHING


def fresh(plan: Plan, now: datetime) -> bool:
    """Whether a backup was proved lately enough for nobody to need to think of it."""
    return plan.proved is not None and now - plan.proved <= FRESH


def kept(backups: Iterable[Backup], now: datetime) -> tuple[Backup, ...]:
    """Those worth their room, the newest first.

    They are the newest seven, one a week for five weeks and one a month for six months, where
    the newest proved one stands for its week or month; and always the newest proved one of all.
    """
    listed = sorted(backups, key=lambda one: (one.made, one.name), reverse=True)
    wanted = {id(one) for one in listed[:NEWEST]}
    proved = [one for one in listed if one.proved]
    wanted |= {id(one) for one in proved[:1]}
    today = now.date()
    wanted |= _one_each(listed, lambda one: _weeks_ago(one.made.date(), today), WEEKS)
    wanted |= _one_each(listed, lambda one: _months_ago(one.made.date(), today), MONTHS)
    return tuple(one for one in listed if id(one) in wanted)


def gone_by(backup: Backup) -> date:
    """From which day on rotation no longer keeps it, where backups go on being made."""
    months = backup.made.month - 1 + MONTHS
    return date(backup.made.year + months // 12, months % 12 + 1, 1)


def _one_each(listed: list[Backup], ago: Callable[[Backup], int], most: int) -> set[int]:
    """One backup of each span of time: the newest proved one, or the newest."""
    chosen: dict[Hashable, Backup] = {}
    for one in listed:
        span = ago(one)
        if span >= most:
            continue
        standing = chosen.setdefault(span, one)
        if one.proved and not standing.proved:
            chosen[span] = one
    return {id(one) for one in chosen.values()}


def _weeks_ago(day: date, today: date) -> int:
    return (_monday(today) - _monday(day)).days // 7


def _monday(day: date) -> date:
    return day - timedelta(days=day.weekday())


def _months_ago(day: date, today: date) -> int:
    return (today.year - day.year) * 12 + today.month - day.month
