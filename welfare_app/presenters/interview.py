"""A step of questions in a talk: which show, what is wrong, what the talk already tells."""

from dataclasses import dataclass, field
from typing import Protocol

from welfare_app.domain.answers import Answer, Answers
from welfare_app.domain.cards import NAMES
from welfare_app.domain.ids import FieldId, InterviewId
from welfare_app.domain.interview import Interview
from welfare_app.domain.notes import GATHERED, offered
from welfare_app.presenters.aside import Aside, aside
from welfare_app.presenters.counting import counted
from welfare_app.presenters.keeping import Keeping
from welfare_app.presenters.places import Go
from welfare_app.presenters.questions import Asking, Question
from welfare_app.presenters.steps import RailScreen
from welfare_app.presenters.talk import TalkPresenter
from welfare_app.presenters.talk_steps import GateScreen
from welfare_app.presenters.telling import Trouble
from welfare_app.services.definitions import FormDefinition
from welfare_app.services.desk import Desk


@dataclass(frozen=True, slots=True)
class InterviewScreen:
    """Everything the screen shows. `notices` are what is worth knowing about this interview."""

    where: str
    title: str
    intro: str
    rail: RailScreen
    questions: tuple[Question, ...]
    problems: str
    last: bool
    kept: str
    beside: Aside = field(default=Aside(), repr=False)
    gate: GateScreen | None = None
    notices: tuple[str, ...] = ()
    trouble: Trouble | None = None


class InterviewView(Protocol):
    """Whatever can draw the screen: a window, or a list in a test."""

    def show_screen(self, screen: InterviewScreen) -> None:
        """Draw it."""
        ...


class InterviewPresenter(TalkPresenter):
    """Turns what a person answers into service calls, and the result into a screen."""

    def __init__(
        self,
        view: InterviewView,
        id: InterviewId,
        page: str,
        desk: Desk,
        words: FormDefinition,
        go: Go,
    ) -> None:
        super().__init__(id, page, desk, words, go)
        self._view, self._asking = view, Asking(desk.definitions, words)
        self._keeping = Keeping(self._save, desk.definitions, desk.shift.now)
        self._offers = self._offered()
        self._notices = notices(desk, self._interview)

    def answered(self, field: FieldId, answer: Answer) -> None:
        """Keep an answer as soon as it is given."""
        if self._interview.answers.get(field) != answer:
            self._interview = self._keeping.keep(field, answer) or self._interview
            self._offers = self._offered()
            if field in NAMES:
                self._notices = notices(self._desk, self._interview)
            self.draw()

    def settle(self) -> None:
        """Keep what the talk itself offered on this step, as it stood there to be read."""
        for question in self._questions():
            offer = self._offers.get(question.id)
            if offer is not None:
                gathered = offer.origin == GATHERED
                kept = offer if gathered else Answer(offer.value, offer.language)
                if self._interview.answers.get(question.id) != kept:
                    self._interview = self._keeping.keep(question.id, kept) or self._interview
        self._offers = self._offered()

    def leave(self) -> None:
        """The page is going away: try once more to keep what the disk would not take."""
        self._interview = self._keeping.again() or self._interview

    def draw(self) -> None:
        """Draw the step."""
        questions = self._questions()
        steps = self.steps
        self._view.show_screen(
            InterviewScreen(
                where=f"{self._words.title} {self._interview.number}",
                title=self._words.page_title(self._page, self._interview.course),
                intro=self._words.page_intro(self._page, self._interview.course),
                rail=steps.rail(),
                questions=questions,
                problems=need_another_look(sum(1 for one in questions if one.problem)),
                last=steps.last,
                kept=self._keeping.kept,
                beside=aside(self._desk, self._words, self._interview),
                gate=self.gate_screen(),
                notices=self._notices,
                trouble=self._keeping.trouble or self._trouble,
            )
        )

    def _save(self, field: FieldId, answer: Answer) -> Interview:
        return self._desk.interviews.answer(self._interview.id, field, answer, self._page)

    def _offered(self) -> Answers:
        shift = self._desk.shift
        notes = self._desk.notes.of(self._interview.id)
        return offered(self._words.form, self._interview.answers, notes, shift.staff.name)

    def _questions(self) -> tuple[Question, ...]:
        page = self._words.form.page(self._page)
        answers = {**self._interview.told, **self._offers, **self._keeping.waiting}
        today = self._desk.rules.today()
        return self._asking.page(page, answers, today, show_problems=self._gate_shown)


def notices(desk: Desk, interview: Interview) -> tuple[str, ...]:
    """What is worth knowing: another open talk of this name, or questions that have changed."""
    found = [
        f"Interview {other.number}, not signed off, is with someone of the same name. "
        "The two are kept apart."
        for other in desk.interviews.alike(interview)
    ]
    newest = desk.definitions.form(interview.form).form.version
    if interview.form_version != newest:
        found.append("The questions have changed since this talk began. It keeps those it has.")
    return tuple(found)


def need_another_look(count: int) -> str:
    """How many answers a person should look at again, in words; blank for none."""
    if count == 0:
        return ""
    if count == 1:
        return "One answer needs another look"
    return f"{counted(count)} answers need another look"
