"""What left a laptop: when, what, to whom, why, on what basis, and who did and checked it."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from datetime import datetime
from enum import StrEnum

from welfare_app.domain.document import Block, Document, Fact, Facts, Heading, Line, Paragraph
from welfare_app.domain.people import Organisation
from welfare_app.domain.referral_document import PRACTICE
from welfare_app.domain.talk_document import moment

MARKING = "Names people. Keep it locked away"


class Left(StrEnum):
    """What left, by the name of the event that tells of it."""

    SEALED = "ReferralSealed"
    SENT = "CaseSent"
    ACCESS = "AccessAnswered"
    ANSWERS = "ReferralExported"
    COPIED = "AnswerCopied"
    CHRONOLOGY = "ChronologyGiven"
    FILE = "EvidenceHandled"
    TRAIL = "TrailGiven"
    CERTIFICATE = "CertificateGiven"
    REGISTER = "DisclosuresGiven"


CALLED = {
    Left.SEALED: "A sealed pack",
    Left.SENT: "A case, locked for a colleague",
    Left.ACCESS: "An answer to an access request",
    Left.ANSWERS: "The answers of a referral, in a file that is not locked",
    Left.COPIED: "Answers of a referral, copied for another program",
    Left.CHRONOLOGY: "A chronology, in a file that is not locked",
    Left.FILE: "A file of the evidence",
    Left.TRAIL: "Entries of the trail",
    Left.CERTIFICATE: "The organisation’s certificate",
    Left.REGISTER: "This list",
}
"""What each is called."""


@dataclass(frozen=True, slots=True)
class Disclosure:
    """One thing that left. Parts that were never asked for, or are not this reader's, are blank.

    `numbers` are those its case goes by; `count` is how many of it left together; `digest` is
    the SHA-256 of the file in hexadecimal.
    """

    entry: int
    at: datetime
    what: Left
    numbers: tuple[str, ...]
    by: str
    digest: str = ""
    checked: str = ""
    to: str = field(default="", repr=False)
    why: str = field(default="", repr=False)
    basis: str = ""
    left_out: str = field(default="", repr=False)
    beside: str = field(default="", repr=False)
    count: int = 1

    @property
    def title(self) -> str:
        """What left, and of which case."""
        many = f" ({self.count:,})" if self.count > 1 else ""
        return ", ".join((f"{CALLED[self.what]}{many}", *self.numbers))

    def parts(self) -> Iterator[tuple[str, str]]:
        """What there is to say of it, each part under its label."""
        said = (
            ("To", self.to),
            ("Why", self.why),
            ("Lawful basis", self.basis),
            ("Left out", self.left_out),
            ("Beside it", self.beside),
            ("By", self.by),
            ("Read through by", self.checked),
            ("SHA-256", self.digest),
        )
        return ((label, words) for label, words in said if words)


def together(found: Iterable[Disclosure]) -> tuple[Disclosure, ...]:
    """Answers copied out one after another, as one line for each case, person and day."""
    lines: dict[object, Disclosure] = {}
    for one in found:
        key: object = one.entry
        if one.what is Left.COPIED:
            key = (one.numbers, one.by, one.at.astimezone().date())
        first = lines.get(key)
        lines[key] = replace(first, count=first.count + 1) if first else one
    return tuple(lines.values())


def compose_disclosures(
    found: tuple[Disclosure, ...], organisation: Organisation, case: str, at: datetime
) -> Document:
    """The register on paper, of one case or of all."""
    of = f"Case {case}" if case else "All cases"
    facts = (
        ("Laptop", organisation.laptop),
        ("Of", of),
        ("Written", moment(at)),
        ("Disclosures", f"{len(found):,}"),
    )
    return Document(
        Line("What left this laptop"),
        case or "Disclosures",
        PRACTICE if organisation.practice else MARKING,
        (
            Paragraph(Line(f"{organisation.name}. {_LIMITS}"), lead=True),
            Facts(tuple(Fact(Line(label), (Line(value),)) for label, value in facts)),
            *_blocks(found),
        ),
    )


_LIMITS = (
    "The newest first. What this program knows of: paper, telephone and other programs are not "
    "in it."
)


def _blocks(found: tuple[Disclosure, ...]) -> Iterator[Block]:
    for one in found:
        yield Heading(2, Line(f"{moment(one.at)}: {one.title}"))
        yield Facts(tuple(Fact(Line(label), (Line(said),)) for label, said in one.parts()))
