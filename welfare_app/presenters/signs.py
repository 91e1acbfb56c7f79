"""Adding a sign: find the indicator, say how it is known, link the answer it rests on."""

import unicodedata
from dataclasses import dataclass, field
from typing import Protocol

from welfare_app.domain.answers import Answers, is_blank
from welfare_app.domain.errors import WelfareAppError
from welfare_app.domain.ids import FieldId, IndicatorId, InterviewId
from welfare_app.domain.partial_date import PartialDate
from welfare_app.domain.sign import Known
from welfare_app.domain.wording import KNOWN
from welfare_app.presenters.places import AtInterview, Go
from welfare_app.presenters.questions import Option
from welfare_app.presenters.telling import Trouble, trouble
from welfare_app.services.definitions import CatalogueWords, Definitions, FormDefinition
from welfare_app.services.note_sign import NoteSign, Noticed
from welfare_app.services.take_interview import TakeInterview


@dataclass(frozen=True, slots=True)
class IndicatorLine:
    """An indicator to choose, with the day its source was checked."""

    id: str
    phrase: str
    group: str
    checked: str


@dataclass(frozen=True, slots=True)
class SignsScreen:
    """Everything the page shows. `answers` are those a sign can rest on."""

    lines: tuple[IndicatorLine, ...]
    found: int
    known: tuple[Option, ...]
    answers: tuple[Option, ...] = field(repr=False)
    problem: str = ""
    trouble: Trouble | None = None


class SignsView(Protocol):
    """Whatever can draw the page."""

    def show_screen(self, screen: SignsScreen) -> None:
        """Draw it."""
        ...


class SignsPresenter:
    """Searches the catalogue and notes signs."""

    def __init__(
        self,
        view: SignsView,
        interview: InterviewId,
        page: str,
        catalogue: CatalogueWords,
        words: FormDefinition,
        interviews: TakeInterview,
        signs: NoteSign,
        definitions: Definitions,
        go: Go,
    ) -> None:
        self._view, self._id, self._page, self._catalogue = view, interview, page, catalogue
        self._signs, self._definitions, self._go = signs, definitions, go
        self._answers = _answered(words, interviews.resume(interview).answers)
        self._index = [(one, _plain(catalogue.phrase(one.id))) for one in self._all()]
        self._text = ""

    def begin(self) -> None:
        """Draw the whole catalogue."""
        self._draw()

    def search(self, text: str) -> None:
        """Draw only what holds every word typed, in any order and without its accents."""
        self._text = text
        self._draw()

    def note(
        self, indicator: str, known: str, words: str, where: str, when: str, rests: str
    ) -> None:
        """Note the sign, and go back to the interview."""
        if not indicator or not known:
            what = "Choose an indicator" if not indicator else "Say how you know"
            self._draw(problem=what)
            return
        if when.strip() and PartialDate.read(when) is None:
            self._draw(problem="Write the date as a year, a month and a year, or a day")
            return
        noticed = Noticed(
            IndicatorId(indicator),
            Known(known),
            words.strip(),
            where=where.strip(),
            when=when.strip(),
            field=FieldId(rests) if rests else None,
        )
        try:
            self._signs.note(self._id, noticed)
        except WelfareAppError as error:
            self._draw(said=trouble(self._definitions, error))
            return
        self.back()

    def back(self) -> None:
        """Go back to the interview, where it was left."""
        self._go(AtInterview(self._id, self._page))

    def _all(self) -> tuple[IndicatorLine, ...]:
        return tuple(
            IndicatorLine(
                one.id,
                self._catalogue.phrase(one.id),
                self._catalogue.group(one.group),
                f"Checked {one.checked}",
            )
            for one in self._catalogue.catalogue.indicators
        )

    def _draw(self, problem: str = "", said: Trouble | None = None) -> None:
        wanted = _plain(self._text).split()
        lines = tuple(line for line, text in self._index if all(word in text for word in wanted))
        known = tuple(Option(kind.value, words) for kind, words in KNOWN.items())
        self._view.show_screen(SignsScreen(lines, len(lines), known, self._answers, problem, said))


def _answered(words: FormDefinition, answers: Answers) -> tuple[Option, ...]:
    return tuple(
        Option(field.id, words.label(field.id))
        for field in words.form.fields()
        if field.id in answers and not is_blank(answers[field.id].value)
    )


def _plain(text: str) -> str:
    letters = unicodedata.normalize("NFKD", text.casefold())
    return "".join(letter for letter in letters if not unicodedata.combining(letter))
