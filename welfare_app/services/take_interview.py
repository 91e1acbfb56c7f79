"""Taking an interview: start it, answer questions, pick it up again, sign it off, add to it."""

from collections.abc import Callable
from dataclasses import dataclass

from welfare_app.domain.answers import Answer
from welfare_app.domain.cards import TalkCard, who
from welfare_app.domain.consents import History
from welfare_app.domain.errors import Refused
from welfare_app.domain.events import Event
from welfare_app.domain.form import Form
from welfare_app.domain.gates import closed
from welfare_app.domain.ids import FieldId, InterviewId
from welfare_app.domain.interview import Course, Interview, Mark
from welfare_app.services.keep_cards import KeepCards
from welfare_app.services.rulebook import Rules
from welfare_app.services.shift import Shift
from welfare_app.services.versions import form_of


@dataclass(frozen=True, slots=True)
class TakeInterview:
    """What staff can do with an interview."""

    shift: Shift
    rules: Rules

    def start(self, form: Form, after: InterviewId | None = None) -> Interview:
        """Begin a new interview on the given form; `after` is the one before on this visit."""
        with self.shift.work() as work:
            interview, started = Interview.start(
                InterviewId(self.shift.new_id()),
                work.interviews.next_number(),
                form,
                self.shift.now(),
                self.shift.staff.id,
                work.interviews.get(after) if after else None,
            )
            work.interviews.save(interview, because=started)
            changes = work.commit()
        self.shift.announce(changes)
        return interview

    def resume(self, id: InterviewId) -> Interview:
        """The interview as it was left."""
        with self.shift.work() as work:
            return work.interviews.get(id)

    def history(self, id: InterviewId) -> History:
        """Every answer ever given in it: when, and by whom."""
        with self.shift.work() as work:
            return work.interviews.history(id)

    def alike(self, interview: Interview) -> tuple[TalkCard, ...]:
        """Other interviews, not signed off, with a worker of this name.

        Those of the same visit are left out: nobody is told that another came before them.
        """
        name, visit = who(interview), interview.visit or interview.id
        if not name:
            return ()
        cards = KeepCards(self.shift, self.rules.definitions)
        found = cards.ask(lambda work: work.cards.same_name(name))
        return tuple(one for one in found if visit not in {one.id, one.visit})

    def answer(self, id: InterviewId, field: FieldId, answer: Answer, page: str = "") -> Interview:
        """Keep an answer straight away, so that a power cut loses nothing."""
        return self._change(id, lambda interview: interview.record(field, answer, page))

    def pass_gate(
        self, id: InterviewId, page: str, over: tuple[str, ...], reason: str
    ) -> Interview:
        """Leave a step with something against it, and say why."""
        now, by = self.shift.now(), self.shift.staff.id
        return self._change(id, lambda interview: interview.pass_gate(page, over, reason, now, by))

    def turn(self, id: InterviewId, course: Course, reason: str = "") -> Interview:
        """Let the talk take another course."""
        now, by = self.shift.now(), self.shift.staff.id
        return self._change(id, lambda interview: interview.turn(course, now, by, reason))

    def mark(self, id: InterviewId, question: str, mark: Mark) -> Interview:
        """Say what became of an open question."""
        return self._change(id, lambda interview: interview.mark(question, mark))

    def finish(self, id: InterviewId) -> Interview:
        """Sign the interview off. Refused while a gate is closed; afterwards nothing changes."""

        def finish(interview: Interview) -> tuple[Interview, Event]:
            form = form_of(self.rules.definitions, interview).form
            if any(closed(form, interview, self.rules.today())):
                raise Refused("interview.not-complete")
            return interview.finish(self.shift.now())

        return self._change(id, finish)

    def add(self, id: InterviewId, field: FieldId, words: str) -> Interview:
        """Add to an answer after sign-off, beside what it was."""
        now, by = self.shift.now(), self.shift.staff.id
        return self._change(id, lambda interview: interview.add(field, words, now, by))

    def withdraw(self, id: InterviewId, consent: str, words: str) -> Interview:
        """Write down that the worker takes a consent back, at any time."""
        now, by = self.shift.now(), self.shift.staff.id
        return self._change(id, lambda interview: interview.withdraw(consent, words, now, by))

    def renew(self, id: InterviewId, consent: str, words: str) -> Interview:
        """Write down that the worker gives a consent again, having been asked again."""
        now, by = self.shift.now(), self.shift.staff.id
        return self._change(id, lambda interview: interview.renew(consent, words, now, by))

    def _change(
        self, id: InterviewId, change: Callable[[Interview], tuple[Interview, Event]]
    ) -> Interview:
        with self.shift.work() as work:
            interview, event = change(work.interviews.get(id))
            work.interviews.save(interview, because=event)
            changes = work.commit()
        self.shift.announce(changes)
        return interview
