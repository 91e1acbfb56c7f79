"""What the hand-over already answers of the stages of a pack, so that nothing is asked twice."""

from collections.abc import Iterable, Iterator
from datetime import datetime, timedelta

from welfare_app.domain.answers import Answer
from welfare_app.domain.form import Field, Form
from welfare_app.domain.handover import OUTCOMES, Entry, Step, receipt_due, standing
from welfare_app.domain.ids import FieldId
from welfare_app.domain.pack import IncidentPack
from welfare_app.domain.partial_date import PartialDate
from welfare_app.domain.referral import Referral, Sealing
from welfare_app.domain.workflow import Workflow

SEAL = "seal"
"""What the stage does at which a pack is handed over."""

ORIGIN = "hand-over"
"""Where such an answer says that it comes from."""

READ_BY, HANDED_TO, HANDED_HOW = FieldId("read-by"), FieldId("handed-to"), FieldId("handed-how")
WORDS_TOLD, RECEIPT = FieldId("words-told"), FieldId("receipt")
DECISION, DECIDED_ON = FieldId("decision"), FieldId("decided-on")


def fed(
    form: Form, referral: Referral, entry: Entry, checker: str = ""
) -> tuple[tuple[FieldId, Answer], ...]:
    """The answers of the stages that follow from an entry just written down.

    Only what this version of the stages asks, in the options it has. What became of a pack that
    was sealed anew tells the stage of the hand-over nothing more, but its decision stands.
    """
    asked = {field.id: field for field in form.fields()}
    if entry.step in OUTCOMES:
        told = _decided(referral)
    elif entry.digest == referral.sealings[-1].digest:
        told = _handed(entry, referral.sealings[-1], checker)
    else:
        told = iter(())
    return tuple(
        (id, Answer(value, origin=ORIGIN)) for id, value in told if _takes(asked.get(id), value)
    )


def _takes(field: Field | None, value: str) -> bool:
    return field is not None and (not field.options or value in field.options)


def _handed(entry: Entry, sealing: Sealing, checker: str) -> Iterator[tuple[FieldId, str]]:
    match entry.step:
        case Step.HANDED:
            to = sealing.handing
            yield HANDED_TO, ", ".join(filter(None, (to.recipient, to.organisation, to.phone)))
            yield HANDED_HOW, entry.how if entry.how != "post" else "other"
            if read := checker or sealing.checked.alone:
                yield READ_BY, read if checker else f"Nobody: {read}"
        case Step.TOLD:
            yield WORDS_TOLD, entry.how
        case Step.RECEIVED:
            yield RECEIPT, f"{entry.who}, {when(entry)}: {entry.words}"


def _decided(referral: Referral) -> Iterator[tuple[FieldId, str]]:
    """The furthest decision there is, and its day where that is known whole."""
    known = standing(referral.entries)
    found = known.get(Step.CONCLUSIVE) or known.get(Step.REASONABLE) or known.get(Step.OTHER)
    if found is None:
        return
    yield DECISION, found.how
    day = PartialDate.read(found.day)
    yield DECIDED_ON, found.day if day and day.day else ""


def waited_for(
    workflow: Workflow, pack: IncidentPack, referrals: Iterable[Referral], within: timedelta
) -> datetime | None:
    """By when to have heard that they have what was sealed last.

    Nothing is waited for once the stage of the hand-over is behind: it says so itself.
    """
    behind = any(one.does == SEAL and one.id in pack.done for one in workflow.stages)
    sealed = [one for one in referrals if one.sealings]
    if behind or not sealed:
        return None
    last = sealed[-1].sealings[-1]
    return receipt_due(last.at, sealed[-1].became(last.digest), within)


def when(entry: Entry) -> str:
    """The day as it is known, and the hour."""
    known = PartialDate.read(entry.day)
    day = known.said() if known else ""
    return f"{day}, {entry.hour}" if day and entry.hour else day
