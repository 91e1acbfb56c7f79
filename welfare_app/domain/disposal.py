"""Disposing of a case: why, who said so, and a certificate that names nobody it was about."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum
from typing import Protocol

from welfare_app.domain.errors import Refused
from welfare_app.domain.ids import DisposalId, StaffId
from welfare_app.domain.retention import Hold, Span

ROTATION = Span(months=7)
"""No backup of ours outlives this while new ones are made: six monthly ones are kept."""


class Ground(StrEnum):
    """Why a case is disposed of. Chosen, never typed: a certificate must hold no story."""

    TIME_UP = "time-up"
    ASKED = "asked"
    MISTAKE = "mistake"


GROUNDS = {
    Ground.TIME_UP: "The time it is kept for is over",
    Ground.ASKED: "The person asked for it, and nothing speaks for keeping it",
    Ground.MISTAKE: "It was begun by mistake, or to try the program out",
}


class BackupMade(Protocol):
    """A backup, as far as it matters here."""

    @property
    def made(self) -> datetime:
        """When."""
        ...

    @property
    def place(self) -> str:
        """Where, as it is shown to a person."""
        ...


@dataclass(frozen=True, slots=True)
class StillHeld:
    """A backup that still holds what was erased, and when it should be gone in the ordinary way."""

    made: datetime
    place: str = field(repr=False)
    gone_by: date


@dataclass(frozen=True, slots=True)
class Erased:
    """How many records of a kind went, and the numbers of those that have one, such as W-0001."""

    kind: str
    count: int
    numbers: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Disposal:
    """A case that is gone. `kept_as` is what the schedule called it then, in words.

    `first_entry` and `last_entry` are where the audit trail says so.
    """

    id: DisposalId
    number: str
    at: datetime
    by: StaffId
    vouched: StaffId
    ground: Ground
    kept_as: str
    begun: date
    ended: date | None
    erased: tuple[Erased, ...]
    first_entry: int
    last_entry: int
    backups: tuple[StillHeld, ...] = ()

    @property
    def numbers(self) -> str:
        """The numbers that people called it by."""
        return ", ".join(number for one in self.erased for number in one.numbers)


def still_held(
    backups: Iterable[BackupMade], begun: datetime, at: datetime
) -> tuple[StillHeld, ...]:
    """Those backups made while a case was there, each with the day rotation will have taken it."""
    return tuple(
        StillHeld(one.made, one.place, ROTATION.after(one.made.date()))
        for one in sorted(backups, key=lambda one: one.made)
        if begun <= one.made <= at
    )


def refuse_what_is_held(holds: Sequence[Hold]) -> None:
    """A legal hold stops everything."""
    if any(one.stands for one in holds):
        raise Refused("disposal.held")


def refuse_too_early(ground: Ground, due: date | None, *, ended: bool) -> None:
    """Its time must be over, or there must be another ground; and nothing that is worked on goes.

    What was begun by mistake may go before it has ended.
    """
    if ground is Ground.TIME_UP and due is None:
        raise Refused("disposal.not-due")
    if ground is not Ground.MISTAKE and not ended:
        raise Refused("disposal.not-ended")
