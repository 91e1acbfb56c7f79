"""The last step of sealing: handing the file over, and how to know it again."""

from collections.abc import Iterator

from PySide6.QtWidgets import QFrame

from welfare_app.domain.recordings import LOCKED
from welfare_app.presenters.seal import SealScreen
from welfare_app.ui.parts import Item, Kit, column, holding

_SHOWN = 16
_GROUP = 4

_TO_DO = (
    ("Give them the file.", "Not in the same message as the words, and not to anyone else."),
    ("Stay on the line until it opens.", "If it does not, seal a new pack: the words are gone."),
    (
        "Ask when they will refer, and who will call you.",
        "Write it down: the button below leads there.",
    ),
)


def hand_over(kit: Kit, screen: SealScreen) -> QFrame:
    """What is left to do, where the file is, and its fingerprint."""
    steps: list[Item] = []
    for at, (title, sentence) in enumerate(_TO_DO, 1):
        steps += [kit.numbered(at, title, sentence), kit.space(4)]
    for_whom = ", ".join(filter(None, (screen.handing.recipient, screen.handing.organisation)))
    facts = kit.rows(
        kit.fact("For", for_whom, screen.handing.phone),
        kit.fact("The file", screen.saved_as, screen.sealed),
        *_beside(kit, screen),
        kit.fact(
            "Fingerprint",
            fingerprint(screen.digest),
            "The first part of its SHA-256. All of it is in the audit trail",
        ),
    )
    return holding(
        column(
            kit.text("What to do now", "heading"),
            kit.space(3),
            kit.card(*steps[:-1]),
            kit.space(5),
            facts,
        )
    )


def _beside(kit: Kit, screen: SealScreen) -> Iterator[QFrame]:
    """The recordings that must go with it."""
    if screen.recordings:
        names = ", ".join(f"{one.called}{LOCKED}" for one in screen.recordings)
        yield kit.fact("Beside it", names, "In the same folder. Give them with the file")


def fingerprint(digest: str) -> str:
    """Enough of a SHA-256 to read out by telephone."""
    groups = (digest[at : at + _GROUP] for at in range(0, min(len(digest), _SHOWN), _GROUP))
    short = " ".join(groups)
    return f"{short} …" if len(digest) > _SHOWN else short
