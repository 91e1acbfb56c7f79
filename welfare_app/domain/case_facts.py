"""What the retention schedule looks at in a case, taken from its records."""

from collections.abc import Iterable
from datetime import date, datetime

from welfare_app.domain.answers import Answers
from welfare_app.domain.ids import FieldId
from welfare_app.domain.interview import Interview
from welfare_app.domain.outcome import OUTCOME, outcome_of
from welfare_app.domain.pack import IncidentPack, stages_due
from welfare_app.domain.partial_date import PartialDate
from welfare_app.domain.referral import Referral
from welfare_app.domain.retention import CaseFacts
from welfare_app.domain.workflow import Workflow

MINOR = (
    "under-18",
    "under-18-then",
    "pv-under-age",
    "pv-under-age-at-time-of-exploitation",
)
"""The answers, of whatever form, that say whether somebody is or was under 18."""
BORN = ("date-of-birth", "pv-dob")
ADULT = 18
_YOUNG = frozenset({"yes", "not-sure"})


def facts_of(
    interview: Interview | None,
    packs: Iterable[tuple[IncidentPack, Workflow]],
    referrals: Iterable[Referral],
    written: datetime,
) -> CaseFacts:
    """The facts of one case. `written` is when the last of it was written."""
    with_stages, prepared = tuple(packs), tuple(referrals)
    begun = interview.started if interview else min(pack.opened for pack, _ in with_stages)
    told: list[Answers] = [interview.answers] if interview else []
    told += [pack.answers for pack, _ in with_stages] + [one.answers for one in prepared]
    born = _born(told)
    young = any(_text(answers, id) in _YOUNG for answers in told for id in MINOR)
    outcomes = (_text(pack.answers, OUTCOME) for pack, _ in with_stages)
    talk = outcome_of(interview) if interview else ""
    return CaseFacts(
        _ended(interview, with_stages),
        written,
        frozenset({talk} - {""}),
        frozenset(set(outcomes) - {""}),
        any(one.sealings for one in prepared),
        young or (born is not None and _age(born, begun.date()) < ADULT),
        born,
    )


def closed_at(workflow: Workflow, pack: IncidentPack) -> datetime | None:
    """When the last stage of a pack was done or passed over; nothing while one is left."""
    stages = [one.done for one in stages_due(workflow, pack)]
    done = [one.at for one in stages if one is not None]
    return max(done) if done and len(done) == len(stages) else None


def _ended(
    interview: Interview | None, packs: tuple[tuple[IncidentPack, Workflow], ...]
) -> datetime | None:
    ends = [closed_at(workflow, pack) for pack, workflow in packs]
    ends += [interview.finished] if interview else []
    known = [end for end in ends if end is not None]
    return max(known) if known and len(known) == len(ends) else None


def _born(told: Iterable[Answers]) -> PartialDate | None:
    """The birth date that says most; of several that say the same much, the latest."""
    found = [
        known
        for answers in told
        for id in BORN
        if (known := PartialDate.read(_text(answers, id))) is not None
    ]
    return max(found, key=lambda one: (bool(one.month), bool(one.day), str(one)), default=None)


def _age(born: PartialDate, on: date) -> int:
    """The least age it can be."""
    first = (born.month or 12, born.day or 31)
    return on.year - born.year - ((on.month, on.day) < first)


def _text(answers: Answers, id: str) -> str:
    answer = answers.get(FieldId(id))
    return answer.value if answer and isinstance(answer.value, str) else ""
