"""The interview: which questions show, what is wrong, where Next leads, which signs stand."""

from dataclasses import dataclass
from typing import Protocol

from welfare_app.domain.answers import Answer, values
from welfare_app.domain.form import Page, asked_pages, settled
from welfare_app.domain.ids import FieldId, InterviewId
from welfare_app.domain.interview import Interview
from welfare_app.domain.sign import Sign
from welfare_app.domain.wording import KNOWN
from welfare_app.presenters.counting import counted
from welfare_app.presenters.keeping import Keeping
from welfare_app.presenters.places import AtHome, AtInterview, AtPack, AtSigns, Go
from welfare_app.presenters.questions import Asking, Question
from welfare_app.presenters.steps import RailGroup, RailScreen, RailStep
from welfare_app.presenters.telling import Trouble
from welfare_app.presenters.times import hour
from welfare_app.services.definitions import CatalogueWords, FormDefinition
from welfare_app.services.note_sign import NoteSign
from welfare_app.services.rulebook import Rules
from welfare_app.services.take_interview import TakeInterview
from welfare_app.services.work_pack import WorkPack


@dataclass(frozen=True, slots=True)
class SignLine:
    """A sign that stands: what, how it is known, when it was noted."""

    title: str
    known: str
    time: str


@dataclass(frozen=True, slots=True)
class InterviewScreen:
    """Everything the screen shows."""

    where: str
    title: str
    intro: str
    rail: RailScreen
    questions: tuple[Question, ...]
    signs: tuple[SignLine, ...]
    problems: str
    last: bool
    kept: str
    finished: bool
    trouble: Trouble | None = None


class InterviewView(Protocol):
    """Whatever can draw the screen: a window, or a list in a test."""

    def show_screen(self, screen: InterviewScreen) -> None:
        """Draw it."""
        ...


class InterviewPresenter:
    """Turns what a person does into service calls, and the result into a screen."""

    def __init__(
        self,
        view: InterviewView,
        id: InterviewId,
        page: str,
        asking: Asking,
        words: FormDefinition,
        catalogue: CatalogueWords,
        interviews: TakeInterview,
        signs: NoteSign,
        packs: WorkPack,
        rules: Rules,
        go: Go,
    ) -> None:
        self._view, self._asking, self._words, self._catalogue = view, asking, words, catalogue
        self._interviews, self._signs, self._packs = interviews, signs, packs
        self._rules, self._go = rules, go
        self._interview = interviews.resume(id)
        self._page = page or self._interview.page
        self._show_problems = False
        self._keeping = Keeping(self._save, asking.definitions, interviews.shift.now)

    def begin(self) -> None:
        """Draw the page it was left on."""
        self._draw()

    def answered(self, field: FieldId, answer: Answer) -> None:
        """Keep an answer as soon as it is given."""
        if self._interview.answers.get(field) != answer:
            self._interview = self._keeping.keep(field, answer) or self._interview
            self._draw()

    def next(self) -> None:
        """Go on if the page is complete; otherwise say what needs another look."""
        questions = self._questions(show_problems=True)
        self._show_problems = any(one.problem for one in questions)
        if not self._show_problems:
            if self._at_last():
                if self._interview.finished is None:  # what comes later is an addition
                    self._interview = self._interviews.finish(self._interview.id)
                self._go(AtHome())
                return
            self._step(1)
        self._draw()

    def later(self) -> None:
        """Go on without mending anything; what is missing stays missing until it is answered."""
        self._show_problems = False
        self._step(1)
        self._draw()

    def back(self) -> None:
        """Go back a page. Going back is always allowed."""
        self._show_problems = False
        self._step(-1)
        self._draw()

    def look_at(self, page: str) -> None:
        """Go to a step from the rail."""
        self._show_problems = False
        self._page = page
        self._draw()

    def add_sign(self) -> None:
        """Add a sign, and come back to this page."""
        self._go(AtSigns(self._interview.id, self._page))

    def open_pack(self) -> None:
        """Open an incident pack from this interview."""
        self._go(AtPack(self._packs.open(self._interview.id).id))

    def pause(self) -> None:
        """Leave the interview; everything is kept."""
        self._go(AtHome())

    def leave(self) -> None:
        """The page is going away: try once more to keep what the disk would not take."""
        self._interview = self._keeping.again() or self._interview

    @property
    def place(self) -> AtInterview:
        """Where this is, to come back to."""
        return AtInterview(self._interview.id, self._page)

    def _save(self, field: FieldId, answer: Answer) -> Interview:
        return self._interviews.answer(self._interview.id, field, answer, self._page)

    def _pages(self) -> tuple[Page, ...]:
        form = self._words.form
        return asked_pages(form, settled(form, values(self._interview.answers)))

    def _step(self, by: int) -> None:
        ids = [page.id for page in self._pages()]
        at = ids.index(self._page) if self._page in ids else 0
        self._page = ids[min(max(at + by, 0), len(ids) - 1)]

    def _at_last(self) -> bool:
        return self._pages()[-1].id == self._page

    def _questions(self, *, show_problems: bool) -> tuple[Question, ...]:
        page = self._words.form.page(self._page)
        answers = {**self._interview.answers, **self._keeping.waiting}
        return self._asking.page(page, answers, self._rules.today(), show_problems=show_problems)

    def _draw(self) -> None:
        questions = self._questions(show_problems=self._show_problems)
        wrong = sum(1 for one in questions if one.problem)
        signs = self._signs.of(self._interview.id)
        self._view.show_screen(
            InterviewScreen(
                where=f"Interview {self._interview.number}",
                title=self._words.page_title(self._page),
                intro=self._words.page_intro(self._page),
                rail=self._rail(),
                questions=questions,
                signs=tuple(self._sign(one) for one in signs),
                problems=need_another_look(wrong),
                last=self._at_last(),
                kept=self._keeping.kept,
                trouble=self._keeping.trouble,
                finished=self._interview.finished is not None,
            )
        )

    def _sign(self, sign: Sign) -> SignLine:
        phrase = self._catalogue.phrase(sign.indicator)
        return SignLine(phrase, KNOWN[sign.known], hour(sign.noted))

    def _rail(self) -> RailScreen:
        pages = self._pages()
        ids = [page.id for page in pages]
        at = ids.index(self._page) if self._page in ids else 0
        groups: dict[str, list[RailStep]] = {}
        for page in pages:
            state = "now" if page.id == self._page else self._state(page)
            step = RailStep(page.id, self._words.page_title(page.id), state)
            groups.setdefault(page.section, []).append(step)
        title = f"Step {at + 1} of {len(pages)}"
        return RailScreen(
            title,
            tuple(
                RailGroup(self._words.section_title(section), tuple(steps))
                for section, steps in groups.items()
            ),
            f"{title}: {self._words.page_title(self._page)}",
        )

    def _state(self, page: Page) -> str:
        questions = self._asking.page(
            page, self._interview.answers, self._rules.today(), show_problems=True
        )
        begun = any(one.value is not None for one in questions)
        return "done" if begun and not any(one.problem for one in questions) else "next"


def need_another_look(count: int) -> str:
    """How many answers a person should look at again, in words; blank for none."""
    if count == 0:
        return ""
    if count == 1:
        return "One answer needs another look"
    return f"{counted(count)} answers need another look"
