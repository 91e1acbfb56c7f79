"""A sign: an indicator noticed by someone, and how they know."""

from dataclasses import dataclass, field, replace
from datetime import datetime
from enum import StrEnum

from welfare_app.domain.errors import Refused
from welfare_app.domain.events import SignNoted, SignWithdrawn
from welfare_app.domain.ids import FieldId, IndicatorId, InterviewId, SignId, StaffId


class Known(StrEnum):
    """How a sign is known. The four are never mixed."""

    SAID = "said"
    SEEN = "seen"
    CHECKED = "checked"
    VIEW = "view"


@dataclass(frozen=True, slots=True)
class Sign:
    """An indicator noticed: where and when it shows, by whom, and on what answer.

    `words` are the worker's own where it was said, else what was seen or checked. `when` is a
    half-remembered ISO date; `noted` is when it was written down.
    """

    id: SignId
    indicator: IndicatorId
    interview: InterviewId
    known: Known
    noted: datetime
    by: StaffId
    words: str = field(default="", repr=False)
    language: str = "en"
    where: str = field(default="", repr=False)
    when: str = ""
    field: FieldId | None = None
    withdrawn: str = ""

    def note(self) -> SignNoted:
        """What noting it is called in the audit trail."""
        return SignNoted(self.id, self.indicator, self.interview)

    def withdraw(self, reason: str) -> "tuple[Sign, SignWithdrawn]":
        """Take it back. It stays on record, with the reason."""
        if not reason.strip():
            raise Refused("sign.no-reason")
        return replace(self, withdrawn=reason), SignWithdrawn(self.id)
