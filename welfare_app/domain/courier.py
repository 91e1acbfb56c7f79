"""Cases that travel between laptops: who they go to, and where each version was first written."""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime

from welfare_app.domain.ids import StaffId

KINDS: Mapping[str, frozenset[str]] = {
    "interview": frozenset({""}),
    "note": frozenset({"interview"}),
    "sign": frozenset({"interview"}),
    "pack": frozenset({"", "interview"}),
    "referral": frozenset({"pack"}),
    "evidence": frozenset({"pack"}),
    "preservation": frozenset({"pack"}),
    "chronology": frozenset({"pack"}),
}
"""What a case is made of, and under which kinds each may stand. Blank is a case's own root."""

GROUPS, DIGITS = 6, 5
"""How a fingerprint is read out: six groups of five digits, near enough 100 bits."""


@dataclass(frozen=True, slots=True, order=True)
class Stamp:
    """Where a version was first written: a vault, the number of the entry there, and its mark.

    The mark is the beginning of that entry's MAC. It tells apart two entries with one number, in
    a vault that was put back from a backup and went on from there.
    """

    vault: str
    number: int
    mark: str

    @property
    def text(self) -> str:
        """The stamp as it is written down."""
        return f"{self.vault}:{self.number}:{self.mark}"

    @classmethod
    def of(cls, text: str) -> "Stamp":
        """The stamp that was written down. One that is none is a `ValueError`."""
        vault, number, mark = text.split(":")
        if not (number.isascii() and number.isdigit()):
            raise ValueError
        return cls(vault, int(number), mark)


@dataclass(frozen=True, slots=True)
class Written:
    """One entry of a trail and the parts of one record it wrote, exactly as they lie in a vault.

    `over` says for each part which versions its writer had before them and wrote over. `at` is
    ISO 8601 in UTC, by the clock of the laptop it was written on.
    """

    stamp: Stamp
    record: str
    at: str
    by: StaffId
    device: str
    event: str
    rows: tuple[tuple[str, str], ...] = field(repr=False)
    over: Mapping[str, tuple[Stamp, ...]]


@dataclass(frozen=True, slots=True)
class CaseContents:
    """One case with its whole history, without the bytes of its files.

    `root` is the record all others stand under; `files` are the evidence whose bytes travel;
    `people` are the names of those who wrote in it.
    """

    root: str
    entries: tuple[Written, ...]
    files: tuple[str, ...] = ()
    people: Mapping[str, str] = field(default_factory=dict, repr=False)


@dataclass(frozen=True, slots=True)
class Card:
    """What a laptop hands to colleagues so that they can send it cases. It holds no secret.

    `signs` and `opens` are public keys in hexadecimal; `vault` is what its versions are stamped
    with; `practice` marks a vault of made-up cases.
    """

    name: str = field(repr=False)
    organisation: str
    laptop: str
    vault: str
    practice: bool
    signs: str
    opens: str

    @property
    def fingerprint(self) -> str:
        """Digits two people compare by telephone; every word on the card counts towards them."""
        said = [
            self.name,
            self.organisation,
            self.laptop,
            self.vault,
            self.practice,
            self.signs,
            self.opens,
        ]
        number = int.from_bytes(hashlib.sha256(json.dumps(said).encode()).digest(), "big")
        digits = f"{number % 10 ** (GROUPS * DIGITS):0{GROUPS * DIGITS}}"
        return " ".join(digits[at : at + DIGITS] for at in range(0, len(digits), DIGITS))


@dataclass(frozen=True, slots=True)
class CourierKeys:
    """This laptop's own pair of keys for cases that travel: seeds in hexadecimal."""

    signs: str = field(repr=False)
    opens: str = field(repr=False)
    card: Card


@dataclass(frozen=True, slots=True)
class Vouched:
    """Who said so, and when."""

    by: StaffId
    at: datetime


@dataclass(frozen=True, slots=True)
class Colleague:
    """Somebody else's laptop. Cases go to it once its fingerprint was compared, and not after."""

    id: str
    card: Card
    added: Vouched
    confirmed: Vouched | None = None
    removed: Vouched | None = None

    @property
    def trusted(self) -> bool:
        """Whether cases may go to it and come from it."""
        return self.confirmed is not None and self.removed is None


@dataclass(frozen=True, slots=True)
class Sending:
    """One case that left this laptop. `digest` is the SHA-256 of the file, in hexadecimal."""

    id: str
    root: str
    colleague: str
    at: datetime
    by: StaffId
    reason: str = field(repr=False)
    digest: str


@dataclass(frozen=True, slots=True)
class Standing:
    """One of several versions of a part that stand beside each other."""

    stamp: Stamp
    body: str = field(repr=False)
    at: str
    by: StaffId
    device: str


@dataclass(frozen=True, slots=True)
class Contested:
    """A part that was written on two laptops, neither knowing of the other.

    The first of `standing` is shown as current on every laptop until someone chooses. `listed`
    is whether the part is one of a list, so that both may be kept.
    """

    record: str
    kind: str
    root: str
    part: str
    standing: tuple[Standing, ...]
    listed: bool


@dataclass(frozen=True, slots=True)
class Arrival:
    """What a case that came does to one record here."""

    record: str
    kind: str
    called: str
    written: int
    fresh: bool = False
    changed: tuple[str, ...] = ()
    contested: tuple[str, ...] = ()

    @property
    def same(self) -> bool:
        """Whether all of it was known here."""
        return not self.written
