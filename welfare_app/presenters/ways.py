"""The ways on from This laptop: what is looked after here besides cases, and by whom."""

from dataclasses import dataclass

from welfare_app.domain.roles import Act
from welfare_app.presenters.places import AtCourier, AtTrail, Place
from welfare_app.services.shift import Shift


@dataclass(frozen=True, slots=True)
class Way:
    """A place to look after something, for those whose role allows the act."""

    place: Place
    title: str
    about: str
    act: Act


WAYS: tuple[Way, ...] = (
    Way(
        AtCourier(),
        "Cases to and from colleagues",
        "Lock a case for a colleague’s laptop, or take theirs in.",
        Act.SEND_CASES,
    ),
    Way(
        AtTrail(),
        "What was done",
        "Who opened, wrote, sealed and gave out what, and whether every entry is in its place.",
        Act.READ_TRAIL,
    ),
)


def ways_for(shift: Shift) -> tuple[Way, ...]:
    """Those that are this person's."""
    return tuple(way for way in WAYS if shift.may(way.act))
