"""Adding a sign: find the indicator, say how it is known, link what it rests on."""

from dataclasses import dataclass, field
from typing import NamedTuple, Protocol

from welfare_app.domain.answers import Answers, is_blank
from welfare_app.domain.errors import WelfareAppError
from welfare_app.domain.evidence import Evidence
from welfare_app.domain.folding import folded
from welfare_app.domain.ids import EvidenceId, FieldId, IndicatorId, NoteId
from welfare_app.domain.listening import sources
from welfare_app.domain.partial_date import PartialDate
from welfare_app.domain.sign import Known
from welfare_app.domain.wording import KNOWN
from welfare_app.presenters.groupings import (
    ALL,
    GROUPINGS,
    SCORED,
    IndicatorLine,
    line_of,
    lines,
)
from welfare_app.presenters.places import AtInterview, AtSigns, Go
from welfare_app.presenters.profiles import profile_of
from welfare_app.presenters.questions import Option
from welfare_app.presenters.telling import Trouble, trouble
from welfare_app.services.definitions import CatalogueWords, Definitions, FormDefinition
from welfare_app.services.note_sign import NoteSign, Noticed
from welfare_app.services.take_interview import TakeInterview

_SHORT = 60
"""Letters of a note that are enough to know it again."""


class NotedLine(NamedTuple):
    """A line of the notes that a sign may rest on."""

    id: NoteId
    words: str
    language: str
    known: Known


@dataclass(frozen=True, slots=True)
class Start:
    """What is filled in when the page opens: from a line of notes, or from an answer."""

    indicator: IndicatorLine | None
    known: str = ""
    words: str = field(default="", repr=False)
    rests: str = ""


@dataclass(frozen=True, slots=True)
class SignsScreen:
    """Everything the page shows. `answers` are what a sign can rest on: note, answers, files."""

    lines: tuple[IndicatorLine, ...]
    found: int
    known: tuple[Option, ...]
    answers: tuple[Option, ...] = field(repr=False)
    problem: str = ""
    trouble: Trouble | None = None
    groupings: tuple[Option, ...] = ()
    start: Start | None = None


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
        place: AtSigns,
        catalogue: CatalogueWords,
        words: FormDefinition,
        interviews: TakeInterview,
        signs: NoteSign,
        definitions: Definitions,
        go: Go,
        line: NotedLine | None = None,
        files: tuple[Evidence, ...] = (),
    ) -> None:
        """Take the place's own line of notes, and the files of the interview's pack."""
        self._view, self._place, self._catalogue = view, place, catalogue
        self._signs, self._definitions, self._go = signs, definitions, go
        self._line = line
        given = interviews.resume(place.interview).answers
        self._profile = profile_of(given)
        self._notes, self._answers = _noted(line), _answered(words, given)
        led = {id: answer for id, answer in given.items() if id == place.answer}
        self._led = sources(words.form, words, led)
        self._files = tuple(Option(one.id, f"{one.exhibit}. {one.name}") for one in files)
        self._text, self._grouping = "", ALL
        self._index: dict[str, list[tuple[IndicatorLine, str]]] = {}

    def begin(self) -> None:
        """Draw the whole catalogue, and fill in what the place says."""
        self._draw(start=self._start())

    def search(self, text: str) -> None:
        """Draw only what holds every word typed, in any order and without its accents."""
        self._text = text
        self._draw()

    def group(self, grouping: str) -> None:
        """Look at the catalogue another way."""
        self._grouping = grouping
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
        try:
            self._signs.note(
                self._place.interview, self._noticed(indicator, known, words, where, when, rests)
            )
        except WelfareAppError as error:
            self._draw(said=trouble(self._definitions, error))
            return
        self.back()

    def back(self) -> None:
        """Go back to the interview, where it was left."""
        self._go(AtInterview(self._place.interview, self._place.page))

    def _noticed(
        self, indicator: str, known: str, words: str, where: str, when: str, rests: str
    ) -> Noticed:
        line = self._line
        theirs = line is not None and words.strip() == line.words.strip()
        suggested = bool(self._place.indicator) and indicator == self._place.indicator
        return Noticed(
            IndicatorId(indicator),
            Known(known),
            words.strip(),
            language=line.language if line is not None and theirs else "en",
            where=where.strip(),
            when=when.strip(),
            field=FieldId(rests) if _offered(rests, self._answers) else None,
            note=NoteId(rests) if _offered(rests, self._notes) else None,
            evidence=EvidenceId(rests) if _offered(rests, self._files) else None,
            prompted=self._prompting() if suggested else "",
        )

    def _start(self) -> Start | None:
        indicator = self._catalogue.catalogue.find(IndicatorId(self._place.indicator))
        found = line_of(self._catalogue, indicator, self._profile) if indicator else None
        if self._line is not None:
            return Start(found, self._line.known, self._line.words, self._line.id)
        if not self._led:
            return Start(found) if found else None
        known = self._led[0].known
        heard = "" if known is Known.VIEW else known
        return Start(found, heard, self._prompting(), self._led[0].key)

    def _prompting(self) -> str:
        """The words that led here, where some did."""
        if self._line is not None:
            return self._line.words
        return "\n".join(source.words for source in self._led)

    def _draw(
        self, problem: str = "", said: Trouble | None = None, start: Start | None = None
    ) -> None:
        wanted = folded(self._text).split()
        found = tuple(line for line, text in self._lines() if all(word in text for word in wanted))
        self._view.show_screen(
            SignsScreen(
                found,
                len({line.id for line in found}),
                tuple(Option(kind.value, words) for kind, words in KNOWN.items()),
                self._notes + self._answers + self._files,
                problem,
                said,
                GROUPINGS,
                start,
            )
        )

    def _lines(self) -> list[tuple[IndicatorLine, str]]:
        """The lines of the grouping looked at, each with its words as they are searched."""
        if self._grouping not in self._index:
            profile = SCORED.get(self._grouping, self._profile)
            grouped = lines(self._catalogue, self._grouping, profile)
            self._index[self._grouping] = [(one, folded(one.phrase)) for one in grouped]
        return self._index[self._grouping]


def _offered(id: str, options: tuple[Option, ...]) -> bool:
    return bool(id) and any(option.id == id for option in options)


def _noted(line: NotedLine | None) -> tuple[Option, ...]:
    if line is None:
        return ()
    words = " ".join(line.words.split())
    short = words if len(words) <= _SHORT else f"{words[:_SHORT].rstrip()}…"
    return (Option(line.id, f"Note: {short}"),)


def _answered(words: FormDefinition, answers: Answers) -> tuple[Option, ...]:
    return tuple(
        Option(field.id, words.label(field.id))
        for field in words.form.fields()
        if field.id in answers and not is_blank(answers[field.id].value)
    )
