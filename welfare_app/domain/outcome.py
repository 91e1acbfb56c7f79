"""What follows from a talk that is signed off, and when it is looked at again."""

from datetime import date

from welfare_app.domain.ids import FieldId
from welfare_app.domain.interview import Interview
from welfare_app.domain.partial_date import PartialDate

OUTCOME, REVIEW = FieldId("outcome"), FieldId("review-date")
WATCH = "watch"
PACK = frozenset({"incident-pack", "told"})
"""The outcomes that lead to an incident pack, whatever the kind of talk."""


def outcome_of(interview: Interview) -> str:
    """The outcome that was chosen, as its form calls it; blank where none was."""
    answer = interview.answers.get(OUTCOME)
    return answer.value if answer and isinstance(answer.value, str) else ""


def review_due(interview: Interview) -> date | None:
    """The day a talk under watch is looked at again.

    Whoever has looked again, on that day or later, adds what they found to the outcome.
    """
    if interview.finished is None or outcome_of(interview) != WATCH:
        return None
    answer = interview.answers.get(REVIEW)
    known = PartialDate.read(answer.value) if answer and isinstance(answer.value, str) else None
    if known is None:
        return None
    day = known.first_day()
    looked = any(
        added.to in {OUTCOME, REVIEW} and added.at.date() >= day for added in interview.additions
    )
    return None if looked else day


def asks_for_a_pack(interview: Interview, *, signs: bool) -> bool:
    """Whether a talk waits for an incident pack: so it ended, or it has signs and no outcome."""
    if interview.finished is None:
        return False
    chosen = outcome_of(interview)
    return chosen in PACK or (not chosen and signs)
