"""The ways on from This laptop: what is looked after here besides cases, and by whom."""

from dataclasses import dataclass

from welfare_app.domain.roles import Act
from welfare_app.presenters.places import AtOwnKey, AtStaff, Place
from welfare_app.services.shift import Shift


@dataclass(frozen=True, slots=True)
class Way:
    """A place to look after something: everyone's, or for those whose role allows the act."""

    place: Place
    title: str
    about: str
    act: Act | None = None


WAYS: tuple[Way, ...] = (
    Way(AtOwnKey(), "Your passphrase", "Change it, or make what it opens stronger."),
    Way(
        AtStaff(),
        "Staff and ways in",
        "Who can open the vault, and who no longer may. A new recovery sheet.",
        Act.MANAGE_STAFF,
    ),
)


def ways_for(shift: Shift) -> tuple[Way, ...]:
    """Those that are this person's."""
    return tuple(way for way in WAYS if way.act is None or shift.may(way.act))
