"""The organisation's own ladder: whom to tell inside, past anyone who may be in it."""

from collections.abc import Collection
from dataclasses import dataclass, field
from datetime import date, timedelta
from enum import StrEnum

from welfare_app.domain.ids import StaffId

GOES_STALE = timedelta(days=183)
"""As old as a published number may be before it is checked again."""


class Rung(StrEnum):
    """Whose place it is, the lowest first."""

    LINE = "line"
    CHAMPION = "champion"
    REGIONAL = "regional"
    LEAD = "lead"
    DEPUTY = "deputy"
    BOARD = "board"


@dataclass(frozen=True, slots=True)
class Standing:
    """Who stands on a rung and how they are reached; `checked` is when that was last tried."""

    rung: Rung
    name: str = field(default="", repr=False)
    phone: str = field(default="", repr=False)
    email: str = field(default="", repr=False)
    staff: StaffId | None = None
    checked: date | None = None

    @property
    def filled(self) -> bool:
        """Whether anybody stands there who can be reached."""
        return bool(self.name and (self.phone or self.email))

    def stale(self, today: date) -> bool:
        """Whether nobody has checked it for too long."""
        return self.checked is None or today - self.checked > GOES_STALE


@dataclass(frozen=True, slots=True)
class Step:
    """A rung as it is climbed in one case: to be told, or passed over because it may be in it."""

    standing: Standing
    passed: bool


def key(rung: Rung) -> str:
    """What a rung is called among those kept out of a case, beside ids of staff."""
    return f"rung:{rung}"


def climb(
    ladder: Collection[Standing], out: Collection[str], named: Collection[Rung]
) -> tuple[Step, ...]:
    """The rungs where somebody stands, in order, and which of them are passed over.

    `out` are ids of staff and keys of rungs that are kept out of the case; `named` are rungs whose
    name stands where the pack says who must be.
    """
    return tuple(
        Step(one, one.staff in out or key(one.rung) in out or one.rung in named)
        for one in sorted(ladder, key=lambda one: list(Rung).index(one.rung))
        if one.filled
    )
