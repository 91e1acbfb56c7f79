"""Taking an interview: start it, answer questions, pick it up again, finish it."""

from dataclasses import dataclass

from welfare_app.domain.answers import Answer
from welfare_app.domain.form import Form
from welfare_app.domain.ids import FieldId, InterviewId
from welfare_app.domain.interview import Interview
from welfare_app.services.shift import Shift


@dataclass(frozen=True, slots=True)
class TakeInterview:
    """What staff can do with an interview."""

    shift: Shift

    def start(self, form: Form) -> Interview:
        """Begin a new interview on the given form."""
        with self.shift.work() as work:
            interview, started = Interview.start(
                InterviewId(self.shift.new_id()),
                work.interviews.next_number(),
                form,
                self.shift.now(),
                self.shift.staff.id,
            )
            work.interviews.save(interview, because=started)
            changes = work.commit()
        self.shift.announce(changes)
        return interview

    def resume(self, id: InterviewId) -> Interview:
        """The interview as it was left."""
        with self.shift.work() as work:
            return work.interviews.get(id)

    def answer(self, id: InterviewId, field: FieldId, answer: Answer, page: str = "") -> Interview:
        """Keep an answer straight away, so that a power cut loses nothing."""
        with self.shift.work() as work:
            interview, recorded = work.interviews.get(id).record(field, answer, page)
            work.interviews.save(interview, because=recorded)
            changes = work.commit()
        self.shift.announce(changes)
        return interview

    def finish(self, id: InterviewId) -> Interview:
        """Close the interview; what comes later is an addition."""
        with self.shift.work() as work:
            interview, finished = work.interviews.get(id).finish(self.shift.now())
            work.interviews.save(interview, because=finished)
            changes = work.commit()
        self.shift.announce(changes)
        return interview
