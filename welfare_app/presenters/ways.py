"""The ways on from This laptop: what is looked after here besides cases, and by whom."""

from dataclasses import dataclass

from welfare_app.domain.roles import Act
from welfare_app.presenters.places import (
    AtAccess,
    AtBackups,
    AtCourier,
    AtDisclosures,
    AtGlass,
    AtIdentity,
    AtLadder,
    AtOwnKey,
    AtPaper,
    AtRetention,
    AtStaff,
    AtTrail,
    Place,
)
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
        AtPaper(),
        "Paper, for a site with no laptop",
        "A blank incident pack to print, and cards for workers in their own language.",
    ),
    Way(
        AtStaff(),
        "Staff and ways in",
        "Who can open the vault, and who no longer may. A new recovery sheet.",
        Act.MANAGE_STAFF,
    ),
    Way(
        AtLadder(),
        "Whom to tell in the company",
        "The line manager, the champion, the lead and on to the board: names and numbers.",
        Act.MANAGE_STAFF,
    ),
    Way(
        AtIdentity(),
        "How others know it is us",
        "A card to give to those who receive packs. What to do when a laptop is lost.",
        Act.KEEP_SEAL,
    ),
    Way(
        AtBackups(),
        "Backups",
        "Where copies of the vault go, and when one was last opened to see that it works.",
        Act.KEEP_BACKUPS,
    ),
    Way(
        AtCourier(),
        "Cases to and from colleagues",
        "Lock a case for a colleague’s laptop, or take theirs in.",
        Act.SEND_CASES,
    ),
    Way(
        AtGlass(),
        "Open a case kept to a circle",
        "In an emergency, with a reason. Those in the circle are told.",
        Act.BREAK_GLASS,
    ),
    Way(
        AtTrail(),
        "What was done",
        "Who opened, wrote, sealed and gave out what, and whether every entry is in its place.",
        Act.READ_TRAIL,
    ),
    Way(
        AtDisclosures(),
        "What left this laptop",
        "Sealed packs and all else that was given out: to whom, why, and on what basis in law.",
        Act.READ_TRAIL,
    ),
    Way(
        AtRetention(),
        "What may be disposed of",
        "How long things are kept, holds, and getting rid of a case for good, with a colleague.",
        Act.DISPOSE,
    ),
    Way(
        AtAccess(),
        "Answer an access request",
        "When somebody asks what is held about them: safely, in time, and without names of others.",
        Act.ANSWER_ACCESS,
    ),
)


def ways_for(shift: Shift) -> tuple[Way, ...]:
    """Those that are this person's."""
    return tuple(way for way in WAYS if way.act is None or shift.may(way.act))
