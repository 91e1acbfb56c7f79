"""What the page of a pack says of the pack that was sealed last."""

from datetime import datetime, timedelta

from welfare_app.domain.handover import Step, receipt_due, standing
from welfare_app.domain.referral import Referral
from welfare_app.presenters.pack_screen import SealedCard
from welfare_app.presenters.times import clock, day_and_hour

_NEXT = (
    (Step.HANDED, "Write down how it is handed over."),
    (Step.TOLD, "Write down how the words that open it were told."),
    (Step.RECEIVED, "Ask whether they have it and can open it."),
    (Step.REFERENCE, "Ask for their reference."),
    (Step.REASONABLE, "They have it. The first decision is not known yet."),
    (Step.CONCLUSIVE, "The first decision is known. The last is not."),
)
_ALL = "All that there is to know is written down."


def sealed_card(referral: Referral | None, within: timedelta, now: datetime) -> SealedCard | None:
    """When it was sealed, and the first thing that is not known of it."""
    if referral is None:
        return None
    last = referral.sealings[-1]
    entries = referral.became(last.digest)
    known = standing(entries)
    said = next((words for step, words in _NEXT if step not in known), _ALL)
    if Step.OTHER in known and Step.RECEIVED in known:
        said = _ALL
    due = receipt_due(last.at, entries, within)
    late = due is not None and due < now
    if due is not None and late:
        said = f"{said} {clock(due, now).left}."
    return SealedCard(f"Sealed {day_and_hour(last.at, now)}", said, late)
