"""A signed-off interview: read, never changed. What comes later stands beside the original."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Protocol

from welfare_app.domain.answers import values
from welfare_app.domain.errors import WelfareAppError
from welfare_app.domain.form import Field, Page, asked_pages, settled
from welfare_app.domain.ids import FieldId, InterviewId, NoteId, StaffId
from welfare_app.domain.interview import Interview
from welfare_app.domain.notes import LineKind
from welfare_app.domain.summing import Asked
from welfare_app.domain.text_rules import visible
from welfare_app.domain.wording import left_unasked, text_of_turn
from welfare_app.presenters.aside import Aside, aside
from welfare_app.presenters.notes import NoteLine, note_lines
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
from welfare_app.presenters.reading import ReadLine
from welfare_app.presenters.telling import Trouble, trouble
from welfare_app.presenters.times import day_and_hour, hour
from welfare_app.presenters.visiting import visit_named
from welfare_app.services.definitions import FormDefinition
from welfare_app.services.desk import Desk
from welfare_app.services.take_notes import Heard


@dataclass(frozen=True, slots=True)
class RecordScreen:
    """The whole interview as it was signed off, with what was added since.

    `visit` names the visit it belongs to, if several people talked on it.
    """

    where: str
    title: str
    visit: str
    signed: str
    sections: tuple[tuple[str, tuple[ReadLine, ...]], ...] = field(repr=False)
    notes: tuple[NoteLine, ...] = field(repr=False)
    course: tuple[str, ...] = field(repr=False)
    beside: Aside = field(default=Aside(), repr=False)
    trouble: Trouble | None = None


class RecordView(Protocol):
    """Whatever can draw it."""

    def show_screen(self, screen: RecordScreen) -> None:
        """Draw it."""
        ...


class RecordPresenter:
    """Shows an interview in the order it was held, and takes additions."""

    def __init__(
        self,
        view: RecordView,
        id: InterviewId,
        desk: Desk,
        words: FormDefinition,
        go: Go,
    ) -> None:
        self._view, self._id, self._desk, self._words, self._go = view, id, desk, words, go

    def begin(self) -> None:
        """Draw it."""
        self._draw()

    def add(self, field: str, words: str) -> None:
        """Add to an answer."""
        self._attempt(lambda: self._desk.interviews.add(self._id, FieldId(field), words))

    def add_to_note(self, note: str, words: str) -> None:
        """Add to a line of the talk."""
        heard = Heard(LineKind.NOTE, words, about=NoteId(note))
        self._attempt(lambda: self._desk.notes.keep(self._id, heard))

    def add_sign(self) -> None:
        """Add a sign that was only noticed now. It has its own date."""
        self._go(AtSigns(self._id))

    def look_at_assessment(self) -> None:
        """See what the signs add up to."""
        self._go(AtAssessment(self._id))

    def look_at_consents(self) -> None:
        """See the consents, or take one back."""
        self._go(AtConsents(self._id))

    def look_at_circle(self) -> None:
        """See who may see this case."""
        self._go(AtCircle(self._id, AtInterview(self._id)))

    def turn_round(self) -> None:
        """Turn the laptop round to the worker."""
        self._go(AtTurned(self._id))

    def open_pack(self) -> None:
        """Open an incident pack, or the one there is."""
        self._go(AtPack(self._desk.packs.open(self._id).id))

    def back(self) -> None:
        """Leave it."""
        self._go(AtHome())

    def _attempt(self, change: Callable[[], object]) -> None:
        try:
            change()
        except WelfareAppError as error:
            self._draw(trouble(self._desk.definitions, error))
        else:
            self._draw()

    def _draw(self, said: Trouble | None = None) -> None:
        interview = self._desk.interviews.resume(self._id)
        signed = interview.finished or interview.started
        asked = Asked(self._words.form, self._words, interview.answers)
        names = self._desk.staff_names()
        pages = asked_pages(self._words.form, settled(self._words.form, values(interview.told)))
        sections = tuple(
            (self._words.page_title(page.id), rows)
            for page in pages
            if (rows := self._rows(page, asked, interview, names))
        )
        notes = self._desk.notes.of(self._id)
        self._view.show_screen(
            RecordScreen(
                f"{self._words.title} {interview.number}",
                self._words.title,
                self._visit(interview),
                f"Signed off {day_and_hour(signed, self._desk.shift.now())}. Nothing in it "
                "changes now. What you add stands beside it, with its date.",
                sections,
                note_lines(self._desk, interview, notes),
                self._course(interview),
                aside(self._desk, self._words, interview),
                said,
            )
        )

    def _visit(self, interview: Interview) -> str:
        visit = self._desk.around.visit_of(interview)
        return f"One of {len(visit.talks)} talks on {visit_named(visit)}." if visit else ""

    def _rows(
        self, page: Page, asked: Asked, interview: Interview, names: Mapping[StaffId, str]
    ) -> tuple[ReadLine, ...]:
        given = (one for one in page.fields if asked.given(one) is not None)
        return tuple(self._row(one, asked, interview, names) for one in given)

    def _row(
        self, one: Field, asked: Asked, interview: Interview, names: Mapping[StaffId, str]
    ) -> ReadLine:
        summed, now = asked.one(one), self._desk.shift.now()
        added = tuple(
            f"Added {day_and_hour(more.at, now)} by {names.get(more.by, 'staff')}: {more.words}"
            for more in interview.additions
            if more.to == one.id
        )
        text = visible("\n".join(line.text for line in summed.lines))
        return ReadLine(summed.label, text, one.id, summed.gap, added)

    def _course(self, interview: Interview) -> tuple[str, ...]:
        """How the talk went: each turn it took, and each step left with a reason."""
        turns = (
            (turn.at, f"{hour(turn.at)} {text_of_turn(turn.course)}. {turn.reason}".strip())
            for turn in interview.turns
        )
        left = (
            (done.at, f"{hour(done.at)} {self._words.page_title(page)}, left: {done.reason}")
            for page, done in interview.passed.items()
        )
        asked = left_unasked(interview, self._desk.definitions.catalogue().ask)
        return (*(words for _, words in sorted((*turns, *left))), *asked)
