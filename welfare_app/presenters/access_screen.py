"""What the screen of one request for access shows, step by step."""

from dataclasses import dataclass, field
from typing import Protocol

from welfare_app.domain.access import Verdict
from welfare_app.domain.passages import Passage, Proposal
from welfare_app.presenters.access_list import COERCION
from welfare_app.presenters.telling import Trouble
from welfare_app.presenters.times import Clock
from welfare_app.services.answer_access import Through

SAFETY, RECORDS, PASSAGES, ANSWER = STEPS = ("safety", "records", "passages", "answer")
TITLES = {
    SAFETY: "Is it safe, and is it they?",
    RECORDS: "Where else are they?",
    PASSAGES: "What is given?",
    ANSWER: "The answer",
}
KINDS = {
    "name": "the name",
    "birth-date": "the birth date",
    "phone": "a phone number",
    "email": "an e-mail address",
    "address": "an address",
    "account": "an account number",
}


@dataclass(frozen=True, slots=True)
class Safety:
    """What is written down of the first step; days are ISO 8601 or blank."""

    alone: bool = False
    proof_asked: str = ""
    proved: str = ""
    delivery: str = field(default="", repr=False)
    extended: str = field(default="", repr=False)


@dataclass(frozen=True, slots=True)
class RecordLine:
    """A case that is looked through, or might be."""

    case: str
    numbers: str
    note: str = ""
    first: bool = False


@dataclass(frozen=True, slots=True)
class PassageCard:
    """The passage being decided. `what`, `ground` and `hidden` are as decided, or proposed."""

    id: str
    about: str
    label: str
    lines: tuple[str, ...] = field(repr=False)
    exact_words: bool
    why: str
    perhaps: tuple[str, ...] = field(repr=False)
    what: str
    ground: str
    hidden: str = field(repr=False)
    decided: bool
    at: int
    of: int


@dataclass(frozen=True, slots=True)
class AccessScreen:
    """Everything the page shows of the step it is on."""

    number: str = ""
    step: str = SAFETY
    clock: Clock | None = None
    warning: tuple[str, str] = COERCION
    safety: Safety = Safety()
    records: tuple[RecordLine, ...] = ()
    alike: tuple[RecordLine, ...] = ()
    looked: bool = False
    card: PassageCard | None = None
    left: int = 0
    theirs: int = 0
    summary: tuple[tuple[str, str], ...] = ()
    slips: tuple[str, ...] = field(default=(), repr=False)
    people: tuple[tuple[str, str], ...] = field(default=(), repr=False)
    problems: tuple[tuple[str, str], ...] = ()
    busy: str = ""
    trouble: Trouble | None = None
    done: str = ""
    file_name: str = ""


class AccessView(Protocol):
    """Whatever can draw the page."""

    def show_screen(self, screen: AccessScreen) -> None:
        """Draw it."""
        ...


def theirs(through: Through) -> tuple[tuple[Passage, Proposal], ...]:
    """What is left, is proposed to be given, and holds nothing that looks like a name."""
    decided = through.request.decided
    return tuple(
        (passage, proposal)
        for passage, proposal in zip(through.passages, through.proposals, strict=True)
        if passage.id not in decided
        and proposal.decided.what is Verdict.GIVE
        and not proposal.perhaps
    )


def summary(through: Through) -> tuple[tuple[str, str], ...]:
    """How much is given, and how much is not."""
    decided = [through.request.decided.get(one.id) for one in through.passages]
    what = [one.what if one else None for one in decided]
    counts = (
        ("Given whole", what.count(Verdict.GIVE)),
        ("Given with words taken out", what.count(Verdict.HIDE)),
        ("Kept back", what.count(Verdict.WITHHOLD)),
        ("Still to be decided", what.count(None)),
    )
    return tuple((label, str(count)) for label, count in counts)
