"""What the page of one exhibit shows."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime

from welfare_app.domain.custody import Deed
from welfare_app.domain.evidence import Evidence
from welfare_app.domain.exhibit import Picture
from welfare_app.domain.ids import StaffId
from welfare_app.domain.text_rules import visible
from welfare_app.presenters.evidence_words import dated_words, link_words, type_words
from welfare_app.presenters.pack_screen import size_words
from welfare_app.presenters.telling import Trouble
from welfare_app.presenters.times import day_and_hour

ZOOMS = (100, 150, 200, 300)
"""Per cent of the width of the page."""


@dataclass(frozen=True, slots=True)
class About:
    """What is written down about a file: facts by label, its fingerprint, and its chain.

    Each link of the chain says what was done, by and with whom, and who wrote it down.
    """

    facts: tuple[tuple[str, str], ...] = field(repr=False)
    digest: str
    description: str = field(repr=False)
    dated: str
    chain: tuple[tuple[str, str, str], ...] = field(repr=False)


@dataclass(frozen=True, slots=True)
class ExhibitScreen:
    """Everything that is known of a file, and the page of it in sight."""

    where: str
    title: str
    name: str = field(repr=False)
    about: "About"
    deeds: tuple[tuple[str, str, str], ...]
    me: str
    pages: int = 0
    page: int = 1
    zoom: int = ZOOMS[0]
    picture: Picture | None = None
    warnings: tuple[tuple[str, str], ...] = ()
    told: tuple[tuple[str, str], ...] = field(default=(), repr=False)
    looking: str = ""
    cannot: Trouble | None = None
    busy: str = ""
    problems: tuple[tuple[str, str], ...] = ()
    trouble: Trouble | None = None
    kept: int = 0
    notice: str = ""


def about(file: Evidence, names: Mapping[StaffId, str], now: datetime) -> About:
    """What is written down about a file, in words."""
    taken = [link for link in file.handled if link.deed is Deed.TAKEN]
    kept, who = day_and_hour(file.kept, now), names.get(file.by, "someone")
    first = (
        "Taken into the vault",
        f"By {who}, with its fingerprint",
        f"Written down {kept} by the program",
    )
    chain = [first, *(link_words(one, names, now) for one in file.handled)]
    return About(
        (
            ("What it is", visible(file.description) or "Not said yet"),
            ("From when", dated_words(file.dated) or "Not said yet"),
            ("From whom", visible(taken[-1].who) if taken else "Not said yet"),
            ("Taken in", f"{kept} by {who}"),
            ("Kind", type_words(file.media_type)),
            ("Size", _size(file.size)),
        ),
        file.digest,
        file.description,
        file.dated,
        tuple((visible(what), visible(told), stamp) for what, told, stamp in chain),
    )


def _size(size: int) -> str:
    """A size in words, and to the byte."""
    words = size_words(size)
    return words if size < 1000 else f"{words} ({size:,} bytes)"
