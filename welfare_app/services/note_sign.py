"""Noting signs: an indicator, how it is known, and the answer, note or file it rests on."""

from dataclasses import dataclass
from dataclasses import field as part

from welfare_app.domain.assessment import Assessment
from welfare_app.domain.errors import Refused
from welfare_app.domain.ids import (
    EvidenceId,
    FieldId,
    IndicatorId,
    InterviewId,
    NoteId,
    SignId,
)
from welfare_app.domain.indicators import Catalogue
from welfare_app.domain.interview import Course
from welfare_app.domain.sign import Known, Sign
from welfare_app.domain.suggesting import Suggestion
from welfare_app.services.shift import Shift


@dataclass(frozen=True, slots=True)
class Noticed:
    """What a person says of a sign when they note it.

    `prompted` are the words that called it to mind, where it was suggested.
    """

    indicator: IndicatorId
    known: Known
    words: str = part(default="", repr=False)
    language: str = "en"
    where: str = part(default="", repr=False)
    when: str = ""
    field: FieldId | None = None
    note: NoteId | None = None
    evidence: EvidenceId | None = None
    prompted: str = part(default="", repr=False)


@dataclass(frozen=True, slots=True)
class NoteSign:
    """What staff can do with signs."""

    shift: Shift
    catalogue: Catalogue
    rule: Assessment

    def note(self, interview: InterviewId, noticed: Noticed) -> Sign:
        """Write a sign down. An indicator that is not in the catalogue is refused.

        One that is serious by itself ends the questions of a talk that still goes on.
        """
        return self._write(interview, noticed)

    def dismiss(self, interview: InterviewId, suggestion: Suggestion, reason: str) -> Sign:
        """Write down that what was suggested is not a sign, and why. It is not offered again."""
        if not reason.strip():
            raise Refused("sign.unexplained")
        with self.shift.work() as work:
            answered = suggestion.source.key in work.interviews.get(interview).answers
        key = suggestion.source.key
        noticed = Noticed(
            suggestion.indicator,
            suggestion.source.known,
            field=FieldId(key) if answered else None,
            note=None if answered else NoteId(key),
            prompted=suggestion.sentence,
        )
        return self._write(interview, noticed, reason.strip())

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
        return tuple(sign for sign in self.all_of(interview) if sign.stands)

    def all_of(self, interview: InterviewId) -> tuple[Sign, ...]:
        """Every sign of an interview, with those taken back or dismissed, the oldest first."""
        with self.shift.work() as work:
            return work.signs.of(interview)

    def _write(self, interview: InterviewId, noticed: Noticed, dismissed: str = "") -> Sign:
        indicator = self.catalogue.find(noticed.indicator)
        if indicator is None:
            raise Refused("sign.unknown-indicator")
        sign = Sign(
            id=SignId(self.shift.new_id()),
            indicator=noticed.indicator,
            interview=interview,
            known=noticed.known,
            noted=self.shift.now(),
            by=self.shift.staff.id,
            words=noticed.words,
            language=noticed.language,
            where=noticed.where,
            when=noticed.when,
            field=noticed.field,
            note=noticed.note,
            evidence=noticed.evidence,
            prompted=noticed.prompted,
            dismissed=dismissed,
        )
        with self.shift.work() as work:
            talk = work.interviews.get(interview)
            work.signs.save(sign, because=sign.noting())
            if sign.stands and self.rule.is_serious(indicator) and talk.under_way:
                now, by = self.shift.now(), self.shift.staff.id
                talk, turned = talk.turn(Course.DISCLOSURE, now, by)
                work.interviews.save(talk, because=turned)
            changes = work.commit()
        self.shift.announce(changes | {interview})
        return sign
