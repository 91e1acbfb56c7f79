"""Calls to bodies outside, as they were made: whom, when, what they said and what must wait."""

from dataclasses import dataclass, field
from datetime import datetime

from welfare_app.domain.errors import Refused
from welfare_app.domain.ids import StaffId, StageId


@dataclass(frozen=True, slots=True)
class Call:
    """One call, written down at a stage. A call nobody answered is a call too.

    `hold` is what they asked us to wait with; blank where they asked nothing.
    """

    stage: StageId
    body: str
    at: datetime
    answered: bool
    person: str = field(default="", repr=False)
    reference: str = field(default="", repr=False)
    advice: str = field(default="", repr=False)
    hold: str = field(default="", repr=False)

    def must_say_enough(self, now: datetime) -> None:
        """Refuse a call that says too little to be of use, or that is still to come."""
        if not self.body.strip():
            raise Refused("call.no-body")
        if self.at > now:
            raise Refused("call.in-the-future")
        if self.answered and not self.person.strip():
            raise Refused("call.no-person")
        if self.answered and not self.advice.strip():
            raise Refused("call.no-advice")


@dataclass(frozen=True, slots=True)
class Written:
    """A call as it stands in a pack: who wrote it down, and when."""

    call: Call
    at: datetime
    by: StaffId
