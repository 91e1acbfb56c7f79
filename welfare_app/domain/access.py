"""Answering a person who asks what is held about them: the clock, what is given, what is not."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime, timedelta
from enum import StrEnum
from types import MappingProxyType

from welfare_app.domain.errors import Refused
from welfare_app.domain.events import AccessAnswered, AccessAsked, AccessChanged
from welfare_app.domain.ids import AccessId, StaffId
from welfare_app.domain.retention import Span

ANSWER_WITHIN, MORE = Span(months=1), Span(months=2)
"""Article 12A of the UK GDPR: a month, and two more where requests are complex or many."""


class Verdict(StrEnum):
    """What becomes of a passage."""

    GIVE = "give"
    HIDE = "hide"
    """It is given, with some words taken out."""
    WITHHOLD = "withhold"


class Ground(StrEnum):
    """Why words about someone else are given all the same, or why words are not given."""

    OWN = "own"
    CONSENT = "consent"
    REASONABLE = "reasonable"
    THIRD_PARTY = "third-party"
    CRIME = "crime"


GIVING = frozenset({Ground.OWN, Ground.CONSENT, Ground.REASONABLE})
KEEPING_BACK = frozenset({Ground.THIRD_PARTY, Ground.CRIME})

GROUNDS = {
    Ground.OWN: "It is about them alone",
    Ground.CONSENT: "The other person agrees",
    Ground.REASONABLE: "It is reasonable to give it without asking",
    Ground.THIRD_PARTY: "It is about another person (DPA 2018, Schedule 2, paragraph 16)",
    Ground.CRIME: "Giving it would hinder finding or stopping a crime (Schedule 2, paragraph 2)",
}


@dataclass(frozen=True, slots=True)
class Decided:
    """What a person decided of one passage. `hidden` are the words that are taken out."""

    what: Verdict
    ground: Ground
    hidden: tuple[str, ...] = field(default=(), repr=False)


@dataclass(frozen=True, slots=True)
class Answered:
    """An answer that was written: when, by whom, who vouched, and the SHA-256 of each file."""

    at: datetime
    by: StaffId
    vouched: StaffId
    pdf: str
    json: str


@dataclass(frozen=True, slots=True)
class AccessRequest:
    """Never changed in place. `case` is what they asked about; `also` other cases with them in.

    `proof_asked` and `proved` stop the clock between them. `alone` is whether they were met
    alone; `delivery` how the answer reaches only them. `extended` is why it takes longer.
    `decided` is by passage.
    """

    id: AccessId
    number: str
    case: str
    received: date
    by: StaffId
    also: tuple[str, ...] = ()
    alone: bool = False
    proof_asked: date | None = None
    proved: date | None = None
    delivery: str = field(default="", repr=False)
    extended: str = field(default="", repr=False)
    decided: Mapping[str, Decided] = field(default_factory=dict, repr=False)
    answers: tuple[Answered, ...] = ()

    def asked(self) -> AccessAsked:
        """What beginning it is called in the audit trail."""
        return AccessAsked(self.id)

    @property
    def cases(self) -> tuple[str, ...]:
        """Every case that is looked through."""
        return (self.case, *self.also)

    def include(self, case: str) -> "tuple[AccessRequest, AccessChanged]":
        """Look another case through as well."""
        also = tuple(dict.fromkeys((*self.also, case)))
        return replace(self, also=also), AccessChanged(self.id, "cases")

    def leave_out(self, case: str) -> "tuple[AccessRequest, AccessChanged]":
        """It is somebody else after all."""
        also = tuple(one for one in self.also if one != case)
        return replace(self, also=also), AccessChanged(self.id, "cases")

    def meet(
        self, *, alone: bool, proof_asked: date | None, proved: date | None, delivery: str
    ) -> "tuple[AccessRequest, AccessChanged]":
        """Write down how it was made sure that it is they, and that nobody makes them ask."""
        if proved and proof_asked and proved < proof_asked:
            raise Refused("access.proved-before-asked")
        met = replace(
            self, alone=alone, proof_asked=proof_asked, proved=proved, delivery=delivery.strip()
        )
        return met, AccessChanged(self.id, "safety")

    def extend(self, why: str) -> "tuple[AccessRequest, AccessChanged]":
        """Take two months more, and say why; the person must be told."""
        if not why.strip():
            raise Refused("access.no-reason")
        return replace(self, extended=why.strip()), AccessChanged(self.id, "extended")

    def decide(self, passage: str, decided: Decided) -> "tuple[AccessRequest, AccessChanged]":
        """Write down what becomes of a passage."""
        allowed = KEEPING_BACK if decided.what is not Verdict.GIVE else GIVING
        if decided.ground not in allowed:
            raise Refused("access.no-ground")
        if decided.what is Verdict.HIDE and not decided.hidden:
            raise Refused("access.nothing-hidden")
        settled = MappingProxyType({**self.decided, passage: decided})
        return replace(self, decided=settled), AccessChanged(self.id, "passage")

    def answer(self, answered: Answered) -> "tuple[AccessRequest, AccessAnswered]":
        """Write down that an answer was written to files."""
        changed = replace(self, answers=(*self.answers, answered))
        event = AccessAnswered(self.id, answered.vouched, answered.pdf, answered.json)
        return changed, event

    def due(self, today: date) -> date:
        """The day by which they must have an answer. It moves on while proof is waited for."""
        span = Span(months=ANSWER_WITHIN.months + MORE.months) if self.extended else ANSWER_WITHIN
        return span.after(self.received) + self._waited(today)

    @property
    def waits(self) -> bool:
        """Whether the clock stands still until they have shown who they are."""
        return self.proof_asked is not None and self.proved is None

    def _waited(self, today: date) -> timedelta:
        if self.proof_asked is None:
            return timedelta(0)
        return max((self.proved or today) - self.proof_asked, timedelta(0))

    def refuse_unsafe(self) -> None:
        """Nothing is given before they were met alone, known, and can be reached safely."""
        if not self.alone:
            raise Refused("access.not-alone")
        if self.proved is None:
            raise Refused("access.not-proved")
        if not self.delivery:
            raise Refused("access.no-delivery")
