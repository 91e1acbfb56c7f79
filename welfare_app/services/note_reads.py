"""Writing reads down: who opened what, once an hour for each record and each way of looking at it.

A read that cannot be written down is still possible, because the record may hold what keeps
someone safe tonight. It is kept in mind, and written as soon as the disk takes it.
"""

from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from enum import StrEnum
from typing import TypeAlias

from welfare_app.domain.errors import Unavailable
from welfare_app.domain.events import AnswerCopied, RecordRead
from welfare_app.domain.ids import FieldId, ReferralId
from welfare_app.services.shift import Shift

AGAIN_AFTER = timedelta(hours=1)
"""Going back and forth within it is one reading; a record that is still read later shows."""

Read: TypeAlias = RecordRead | AnswerCopied


class As(StrEnum):
    """The ways of looking at a record."""

    TALK = "talk"
    RECORD = "record"
    ASSESSMENT = "assessment"
    PACK = "pack"
    CHRONOLOGY = "chronology"
    REFERRAL = "referral"
    READING = "reading"
    TRANSCRIBING = "transcribing"
    PREVIEW = "preview"
    HANDOVER = "handover"
    EVIDENCE = "evidence"
    EXHIBIT = "exhibit"
    TURNED = "turned"
    TRAIL = "trail"
    DISCLOSURES = "disclosures"


@dataclass(frozen=True, slots=True)
class NoteReads:
    """Lives as long as a shift, so each unlocking begins anew."""

    shift: Shift
    _told: dict[tuple[str, str], datetime] = field(default_factory=dict, repr=False)
    _waiting: list[tuple[str, Read]] = field(default_factory=list, repr=False)

    def opened(self, record: str, kind: As) -> bool:
        """Write down that a record is read; says whether everything read is written down."""
        return self._note(record, kind, RecordRead(record, kind))

    def copied(self, referral: ReferralId, box: FieldId) -> bool:
        """Write down that an answer is copied out; says the same."""
        return self._note(referral, box, AnswerCopied(referral, box))

    def catch_up(self) -> bool:
        """Write down what still waits, all of it in one piece of work; says whether that went."""
        if not self._waiting:
            return True
        try:
            with self.shift.work() as work:
                for record, read in self._waiting:
                    work.audit.note(read, record)
                work.commit()
        except Unavailable:
            now = self.shift.now().isoformat(timespec="seconds")
            self._waiting[:] = [
                (record, read if read.late else replace(read, late=now))
                for record, read in self._waiting
            ]
            return False
        self._waiting.clear()
        return True

    def _note(self, record: str, how: str, read: Read) -> bool:
        now, last = self.shift.now(), self._told.get((record, how))
        if last is None or not timedelta() <= now - last < AGAIN_AFTER:
            self._told[record, how] = now
            self._waiting.append((record, read))
        return self.catch_up()
