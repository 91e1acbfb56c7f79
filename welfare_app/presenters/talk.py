"""What every step of a talk does: go on and back, pass a gate, take another course, look aside."""

from collections.abc import Callable

from welfare_app.domain.errors import WelfareAppError
from welfare_app.domain.ids import FieldId, InterviewId, NoteId, SignId
from welfare_app.domain.interview import Course, Interview
from welfare_app.domain.notes import offered
from welfare_app.domain.suggesting import Suggestion
from welfare_app.presenters.places import (
    AtAssessment,
    AtCircle,
    AtConsents,
    AtHome,
    AtInterview,
    AtPack,
    AtSigns,
    AtTurned,
    Go,
)
from welfare_app.presenters.talk_steps import GateScreen, TalkSteps, landing
from welfare_app.presenters.telling import Trouble, trouble
from welfare_app.services.definitions import FormDefinition
from welfare_app.services.desk import Desk
from welfare_app.services.note_sign import Noticed


class TalkPresenter:
    """A step of a talk. What it draws, and what its own work is, each kind of step says."""

    notes = False
    """Whether it is a step of notes, not of questions."""

    def __init__(
        self, id: InterviewId, page: str, desk: Desk, words: FormDefinition, go: Go
    ) -> None:
        self._desk, self._words, self._go = desk, words, go
        self._interview = desk.interviews.resume(id)
        self._page = page or self._interview.page
        self._gate_shown = False
        self._trouble: Trouble | None = None

    def begin(self, *, held: bool = False) -> None:
        """Draw the step it was left on; `held` says at once what stands against going on."""
        self._gate_shown = held
        self.draw()

    # What each kind of step says

    def draw(self) -> None:
        """Draw the step as it stands."""
        raise NotImplementedError

    def settle(self) -> None:
        """Keep what the step itself offers, now that someone goes on from it."""

    # Going on and back

    def next(self) -> None:
        """Go on if the gate is open; otherwise say what stands against it."""
        self.settle()
        steps = self.steps
        if not steps.gate(self._words.form.page(self._page)).open and self._holds():
            self._gate_shown = True
            self.draw()
        elif steps.last:
            self._sign_off()
        else:
            self._towards(steps.beside(1))

    def pass_over(self, reason: str) -> None:
        """Go on all the same, for a reason that is written down."""
        self.settle()
        steps = self.steps
        found = steps.gate(self._words.form.page(self._page))
        if not found.open and not self.attempt(
            lambda: self._desk.interviews.pass_gate(
                self._interview.id, self._page, found.against, reason
            )
        ):
            return
        if self.steps.last:
            self._sign_off()
        else:
            self._towards(self.steps.beside(1))

    def back(self) -> None:
        """Go back a step. Going back is always allowed."""
        self.move(self.steps.beside(-1))

    def look_at(self, page: str) -> None:
        """Go to a step from the rail, unless a closed gate is in the way."""
        self._towards(landing(self._words.form, self._interview, page))

    # What may come at any moment

    def disclose(self) -> None:
        """Something serious was said or seen: the questions end, and what stays is shown."""
        if self._interview.course is Course.WHOLE:
            self.attempt(lambda: self._desk.interviews.turn(self._interview.id, Course.DISCLOSURE))
        self._first_left()

    def resume_questions(self, reason: str) -> None:
        """It was not serious after all, or the talk goes on after a stop: say why.

        A talk that was stopped after something serious goes back to the steps that stayed then.
        """
        stopped = self._interview.course is Course.STOPPED
        course = Course.DISCLOSURE if stopped and self._interview.disclosed else Course.WHOLE
        if self.attempt(lambda: self._desk.interviews.turn(self._interview.id, course, reason)):
            self.draw()

    def stop(self, reason: str) -> None:
        """The worker stopped the talk, or it had to be stopped."""
        if self.attempt(
            lambda: self._desk.interviews.turn(self._interview.id, Course.STOPPED, reason)
        ):
            self.move(CLOSING if CLOSING in self.left else self.left[0])

    def add_sign(self, note: NoteId | None = None, indicator: str = "") -> None:
        """Add a sign, and come back to this step."""
        self._go(AtSigns(self._interview.id, self._page, note, indicator))

    def note_suggestion(self, found: Suggestion) -> None:
        """It is a sign: note it, on the words that called it to mind."""
        source = found.source
        if source.option:  # how it is known is for a person to say
            place = AtSigns(self._interview.id, self._page, None, found.indicator, source.key)
            self._go(place)
        elif self.attempt_beside(
            lambda: self._desk.signs.note(self._interview.id, noticed_in(found, self._interview))
        ):
            self._interview = self._desk.interviews.resume(self._interview.id)
            self._first_left()

    def dismiss(self, found: Suggestion, reason: str) -> None:
        """It is not a sign: say why. It is not offered again."""
        if self.attempt_beside(lambda: self._desk.signs.dismiss(self._interview.id, found, reason)):
            self.draw()

    def take_back(self, sign: SignId, reason: str) -> None:
        """A sign was noted in error: take it back, and say why. It stays on record."""
        if self.attempt_beside(lambda: self._desk.signs.withdraw(sign, reason)):
            self.draw()

    def look_at_assessment(self) -> None:
        """See what the signs add up to, and come back to this step."""
        self._go(AtAssessment(self._interview.id, self._page))

    def look_at_consents(self) -> None:
        """See the three consents, and come back to this step."""
        self._go(AtConsents(self._interview.id, self._page))

    def look_at_circle(self) -> None:
        """See who may see this case, and come back to this step."""
        here = AtInterview(self._interview.id, self._page)
        self._go(AtCircle(self._interview.id, here))

    def turn_round(self) -> None:
        """Turn the laptop round to the worker, and come back to this step."""
        self._go(AtTurned(self._interview.id, self._page))

    def open_pack(self) -> None:
        """Open an incident pack from this interview."""
        self._go(AtPack(self._desk.packs.open(self._interview.id).id))

    def pause(self) -> None:
        """Leave the interview; everything is kept."""
        self._go(AtHome())

    @property
    def place(self) -> AtInterview:
        """Where this is, to come back to."""
        return AtInterview(self._interview.id, self._page)

    # For each kind of step

    @property
    def steps(self) -> TalkSteps:
        """The steps as they stand now."""
        today = self._desk.rules.today()
        return TalkSteps(self._words, self._interview, self._page, today)

    @property
    def left(self) -> tuple[str, ...]:
        """The steps that are left, by id."""
        return tuple(page.id for page in self.steps.pages)

    def gate_screen(self) -> GateScreen | None:
        """What stands against going on, once someone has tried to."""
        if not self._gate_shown:
            return None
        steps = self.steps
        found = steps.gate(self._words.form.page(self._page))
        return None if found.open else steps.screen_of(found)

    def attempt(self, change: Callable[[], Interview]) -> bool:
        """Change the interview, or say what went wrong and stay."""

        def changed() -> None:
            self._interview = change()

        return self.attempt_beside(changed)

    def attempt_beside(self, change: Callable[[], object]) -> bool:
        """Change what is kept beside the interview, or say what went wrong and stay."""
        try:
            change()
        except WelfareAppError as error:
            self._trouble = trouble(self._desk.definitions, error)
            self.draw()
            return False
        self._trouble = None
        return True

    def move(self, page: str, *, held: bool = False) -> None:
        """Stand at another step; one of the other kind is another room.

        Where a closed gate `held` someone there, what stands against going on shows at once.
        """
        self._gate_shown, self._page = held, page
        if self._words.form.page(page).notes is self.notes:
            self.draw()
        else:
            self._go(AtInterview(self._interview.id, page, held))

    def _holds(self) -> bool:
        return self._interview.course is Course.WHOLE

    def _towards(self, page: str) -> None:
        gate = self.steps.in_the_way(page)
        if gate is None:
            self.move(page)
        else:
            self.move(gate.page.id, held=True)

    def _first_left(self) -> None:
        """The step where what is said next is written down, else the first that is left."""
        self.move(landing(self._words.form, self._interview, self._page))

    def _sign_off(self) -> None:
        gate = self.steps.first_closed()
        if gate is not None:
            self.move(gate.page.id, held=True)
            return
        if self.attempt(self._signed_off):
            self._go(AtHome())

    def _signed_off(self) -> Interview:
        """Sign off, once what was heard since a step was saved has joined its answers."""
        id, interviews = self._interview.id, self._desk.interviews
        self._desk.notes.keep_what_was_typed(id)
        answers = interviews.resume(id).answers
        found = offered(self._words.form, answers, self._desk.notes.of(id))
        for field, answer in found.items():
            if field in answers and answers[field] != answer:
                interviews.answer(id, field, answer)
        return interviews.finish(id)


def noticed_in(found: Suggestion, interview: Interview) -> Noticed:
    """What a suggestion says of a sign when it is taken up."""
    source = found.source
    answered = source.key in interview.answers
    return Noticed(
        found.indicator,
        source.known,
        found.sentence,
        field=FieldId(source.key) if answered else None,
        note=None if answered else NoteId(source.key),
        prompted=found.sentence,
    )


CLOSING = "closing"
"""The step of a talk that ends it kindly, in every form that has one."""
