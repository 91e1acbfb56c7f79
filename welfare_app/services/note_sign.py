"""Noting signs: an indicator, how it is known, and the answer it rests on."""

from dataclasses import dataclass, field

from welfare_app.domain.errors import Refused
from welfare_app.domain.ids import FieldId, IndicatorId, InterviewId, SignId
from welfare_app.domain.indicators import Catalogue
from welfare_app.domain.sign import Known, Sign
from welfare_app.services.shift import Shift


@dataclass(frozen=True, slots=True)
class Noticed:
    """What a person says of a sign when they note it."""

    indicator: IndicatorId
    known: Known
    words: str = field(default="", repr=False)
    language: str = "en"
    where: str = field(default="", repr=False)
    when: str = ""
    field: FieldId | None = None


@dataclass(frozen=True, slots=True)
class NoteSign:
    """What staff can do with signs."""

    shift: Shift
    catalogue: Catalogue

    def note(self, interview: InterviewId, noticed: Noticed) -> Sign:
        """Write a sign down. An indicator that is not in the catalogue is refused."""
        if self.catalogue.find(noticed.indicator) is None:
            raise Refused("sign.unknown-indicator")
        sign = Sign(
            SignId(self.shift.new_id()),
            noticed.indicator,
            interview,
            noticed.known,
            self.shift.now(),
            self.shift.staff.id,
            noticed.words,
            noticed.language,
            noticed.where,
            noticed.when,
            noticed.field,
        )
        with self.shift.work() as work:
            work.interviews.get(interview)
            work.signs.save(sign, because=sign.note())
            changes = work.commit()
        self.shift.announce(changes | {interview})
        return sign

    def withdraw(self, id: SignId, reason: str) -> Sign:
        """Take a sign back, and say why. It stays on record."""
        with self.shift.work() as work:
            sign, withdrawn = work.signs.get(id).withdraw(reason)
            work.signs.save(sign, because=withdrawn)
            changes = work.commit()
        self.shift.announce(changes | {sign.interview})
        return sign

    def of(self, interview: InterviewId) -> tuple[Sign, ...]:
        """The signs of an interview that stand, the oldest first."""
        with self.shift.work() as work:
            return tuple(sign for sign in work.signs.of(interview) if not sign.withdrawn)
