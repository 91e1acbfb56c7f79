"""A sign: an indicator noticed by someone, and how they know."""

from dataclasses import dataclass, replace
from dataclasses import field as part
from datetime import datetime
from enum import StrEnum

from welfare_app.domain.errors import Refused
from welfare_app.domain.events import SignDismissed, SignNoted, SignWithdrawn
from welfare_app.domain.ids import (
    EvidenceId,
    FieldId,
    IndicatorId,
    InterviewId,
    NoteId,
    SignId,
    StaffId,
)


class Known(StrEnum):
    """How a sign is known. The four are never mixed."""

    SAID = "said"
    SEEN = "seen"
    CHECKED = "checked"
    VIEW = "view"


@dataclass(frozen=True, slots=True)
class Sign:
    """An indicator noticed: where and when it shows, by whom, and what it rests on.

    `words` are the worker's own where it was said, else what was seen or checked. `when` is a
    half-remembered ISO date; `noted` is when it was written down. It rests on an answer, a line
    of the notes or a file, or on none. `prompted` are the words that called it to mind, blank
    where nothing did; `dismissed` is why what was suggested is not a sign after all.
    """

    id: SignId
    indicator: IndicatorId
    interview: InterviewId
    known: Known
    noted: datetime
    by: StaffId
    words: str = part(default="", repr=False)
    language: str = "en"
    where: str = part(default="", repr=False)
    when: str = ""
    field: FieldId | None = None
    withdrawn: str = part(default="", repr=False)
    note: NoteId | None = None
    evidence: EvidenceId | None = None
    prompted: str = part(default="", repr=False)
    dismissed: str = part(default="", repr=False)

    @property
    def stands(self) -> bool:
        """Whether it counts: neither taken back nor dismissed."""
        return not (self.withdrawn or self.dismissed)

    @property
    def rests_on(self) -> str:
        """The id of the note, answer or file it rests on, or blank."""
        return self.note or self.field or self.evidence or ""

    def noting(self) -> SignNoted | SignDismissed:
        """What writing it down is called in the audit trail."""
        if self.dismissed:
            return SignDismissed(self.id, self.indicator, self.interview)
        return SignNoted(self.id, self.indicator, self.interview)

    def withdraw(self, reason: str) -> "tuple[Sign, SignWithdrawn]":
        """Take it back. It stays on record, with the reason."""
        if not reason.strip():
            raise Refused("sign.no-reason")
        return replace(self, withdrawn=reason), SignWithdrawn(self.id)
