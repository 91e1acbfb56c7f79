"""Weighing a referral: what stands behind it, what must hold, and what would help its reader."""

from dataclasses import dataclass

from welfare_app.domain.anonymity import Trace, identifiers
from welfare_app.domain.consents import TO_BE_REFERRED
from welfare_app.domain.evidence import Evidence
from welfare_app.domain.explaining import unexplained
from welfare_app.domain.ids import FieldId
from welfare_app.domain.interview import Interview
from welfare_app.domain.pack import IncidentPack
from welfare_app.domain.people import Staff
from welfare_app.domain.quality import Advice, Look, advice, sentences
from welfare_app.domain.referral import Backing, Referral
from welfare_app.domain.sign import Sign
from welfare_app.services.definitions import Definitions
from welfare_app.services.ports import UnitOfWork
from welfare_app.services.versions import form_of

CORRECTIONS = FieldId("corrections")
"""What the worker corrected or added when their words were summed up to them."""


@dataclass(frozen=True, slots=True)
class Behind:
    """The records a referral rests on, and what they say of whether it may be sealed."""

    interview: Interview | None
    pack: IncidentPack
    signs: tuple[Sign, ...]
    evidence: tuple[Evidence, ...]
    staff: tuple[Staff, ...]
    backing: Backing


@dataclass(frozen=True, slots=True)
class Standing:
    """How a referral stands: what is behind it, traces that nobody has confirmed, and advice."""

    behind: Behind
    traces: tuple[Trace, ...]
    advice: tuple[Advice, ...]
    unexplained: bool

    @property
    def holds_back(self) -> bool:
        """Whether it may not be sealed yet, though every answer is there."""
        return bool(self.traces) or self.unexplained


def behind(work: UnitOfWork, definitions: Definitions, referral: Referral) -> Behind:
    """What a referral rests on."""
    pack = work.packs.get(referral.pack)
    interview = work.interviews.get(pack.interview) if pack.interview else None
    signs = work.signs.of(pack.interview) if pack.interview else ()
    return Behind(
        interview,
        pack,
        tuple(sign for sign in signs if sign.stands),
        work.evidence.of(pack.id),
        work.register.staff(),
        Backing(
            ()
            if interview is None
            else unexplained(form_of(definitions, interview).form, interview.answers, pack.answers),
            identifiers(referral.answers, interview.answers if interview else {}),
            interview is not None and interview.took_back(TO_BE_REFERRED),
        ),
    )


def marks(
    work: UnitOfWork, definitions: Definitions, whole: Referral, there: Behind
) -> tuple[Advice, ...]:
    """The marks of a good referral. `whole` is the referral with its files."""
    form = form_of(definitions, whole).form
    return advice(
        Look(
            form,
            whole.answers,
            there.signs,
            there.evidence,
            there.staff,
            _reused(work, definitions, whole),
            _corrected(there.interview),
        )
    )


def _reused(work: UnitOfWork, definitions: Definitions, referral: Referral) -> bool:
    """Whether a long sentence stands in the referral of another person too; never whose.

    What the catalogue of indicators says is ours to say again.
    """
    form = form_of(definitions, referral).form
    catalogue = definitions.catalogue()
    ours = tuple(
        " ".join(catalogue.phrase(one.id).casefold().split()).rstrip(".!?")
        for one in catalogue.catalogue.indicators
    )
    mine = {one for one in sentences(form, referral.answers) if not one.startswith(ours)}
    return bool(mine) and any(
        not mine.isdisjoint(sentences(form, other.answers))
        for other in work.referrals.all()
        if other.pack != referral.pack
    )


def _corrected(interview: Interview | None) -> bool:
    answer = interview.answers.get(CORRECTIONS) if interview else None
    return answer is not None and isinstance(answer.value, str) and bool(answer.value.strip())
