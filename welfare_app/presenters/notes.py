"""A step of notes in a talk: each line as it is heard, what led to it, and sorting afterwards."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Protocol

from welfare_app.domain.answers import Answer
from welfare_app.domain.errors import WelfareAppError
from welfare_app.domain.ids import FieldId, InterviewId, NoteId
from welfare_app.domain.interview import Interview, Mark
from welfare_app.domain.notes import LineKind, Note
from welfare_app.domain.wording import LINES, MARKS
from welfare_app.presenters.aside import Aside, aside
from welfare_app.presenters.interview import notices
from welfare_app.presenters.places import Go
from welfare_app.presenters.questions import Option
from welfare_app.presenters.steps import RailScreen
from welfare_app.presenters.talk import TalkPresenter
from welfare_app.presenters.talk_steps import GateScreen
from welfare_app.presenters.telling import Trouble, trouble
from welfare_app.presenters.times import day, hour, spell
from welfare_app.services.definitions import FormDefinition
from welfare_app.services.desk import Desk
from welfare_app.services.take_notes import Heard


@dataclass(frozen=True, slots=True)
class NoteLine:
    """One line of the stream. `marks` are the signs and the topic it stands under.

    `under` says what it adds to, and on which day where that is not the day the talk began.
    """

    id: NoteId
    time: str
    kind: LineKind
    tag: str
    words: str = field(repr=False)
    original: str = field(default="", repr=False)
    translator: str = field(default="", repr=False)
    topic: str = ""
    signs: tuple[str, ...] = ()
    under: str = ""


@dataclass(frozen=True, slots=True)
class QuestionLine:
    """An open question that may be asked, and what has become of it."""

    id: str
    topic: str
    ask: str
    then: str
    mark: str = ""


@dataclass(frozen=True, slots=True)
class Speech:
    """In which language words are likely said, and who is likely to put them into English."""

    language: str = ""
    translator: str = field(default="", repr=False)


@dataclass(frozen=True, slots=True)
class NotesScreen:
    """Everything the screen shows. `finish` is what the button says that ends the step."""

    where: str
    title: str
    intro: str
    length: str
    rail: RailScreen
    lines: tuple[NoteLine, ...] = field(repr=False)
    questions: tuple[QuestionLine, ...]
    topics: tuple[Option, ...]
    speech: Speech
    finish: str
    kept: str
    beside: Aside = field(default=Aside(), repr=False)
    gate: GateScreen | None = None
    notices: tuple[str, ...] = ()
    trouble: Trouble | None = None


class NotesView(Protocol):
    """Whatever can draw the screen."""

    def show_screen(self, screen: NotesScreen) -> None:
        """Draw it."""
        ...

    def line_is_kept(self) -> None:
        """The line that was typed is in the vault."""
        ...

    def show_draft(self, heard: Heard) -> None:
        """Put back what was being typed."""
        ...


class NotesPresenter(TalkPresenter):
    """Keeps the lines of a talk."""

    notes = True

    def __init__(
        self,
        view: NotesView,
        id: InterviewId,
        page: str,
        desk: Desk,
        words: FormDefinition,
        go: Go,
    ) -> None:
        super().__init__(id, page, desk, words, go)
        self._view, self._kept = view, ""
        self._catalogue = desk.definitions.catalogue()
        self._notices = notices(desk, self._interview)

    def begin(self, *, held: bool = False) -> None:
        """Draw the step, with what was being typed when it was left."""
        super().begin(held=held)
        if draft := self._desk.notes.draft(self._interview.id):
            self._view.show_draft(draft)

    def keep(self, heard: Heard) -> None:
        """Keep a typed line; where that cannot be, it stays in the composer and one hears why."""
        if self._keep(heard, typed=True):
            self._view.line_is_kept()

    def _keep(self, heard: Heard, *, typed: bool = False) -> bool:
        if not self.attempt_beside(
            lambda: self._desk.notes.keep(self._interview.id, heard, self._page, typed=typed)
        ):
            return False
        self._interview = self._desk.interviews.resume(self._interview.id)
        self._kept = f"Kept {hour(self._desk.shift.now())}"
        self.draw()
        return True

    def keep_draft(self, heard: Heard | None) -> None:
        """Keep what is being typed; a disk that will not is heard of when the line is kept."""
        try:
            self._desk.notes.keep_draft(self._interview.id, heard)
        except WelfareAppError as error:
            self._trouble = trouble(self._desk.definitions, error)
            self.draw()

    def tag(self, note: NoteId, topic: str) -> None:
        """Put a line under a topic."""
        try:
            self._desk.notes.tag(note, topic)
        except WelfareAppError as error:
            self._trouble = trouble(self._desk.definitions, error)
        self.draw()

    def ask(self, question: str, again: bool = False) -> None:
        """Write down that an open question was asked; `again` is for the one that follows it."""
        words = self._catalogue.then(question) if again else self._catalogue.ask(question)
        if self._keep(Heard(LineKind.ASKED, words, question=question)):
            self.mark(question, Mark.ASKED)

    def mark(self, question: str, mark: str) -> None:
        """Write down what became of an open question."""
        became = Mark(mark)  # a signal hands on its plain text
        if self.attempt(lambda: self._desk.interviews.mark(self._interview.id, question, became)):
            self.draw()

    def finish(self) -> None:
        """They have finished: write that down, and go on."""
        field = self._ends
        if self._interview.answers.get(field) == _YES or self.attempt(
            lambda: self._desk.interviews.answer(self._interview.id, field, _YES, self._page)
        ):
            self.next()

    def draw(self) -> None:
        """Draw the step."""
        notes = self._desk.notes.of(self._interview.id)
        steps = self.steps
        self._view.show_screen(
            NotesScreen(
                where=f"{self._words.title} {self._interview.number}",
                title=self._words.page_title(self._page, self._interview.course),
                intro=self._words.page_intro(self._page, self._interview.course),
                length=talk_length(notes, self._desk.shift.now()),
                rail=steps.rail(),
                lines=note_lines(self._desk, self._interview, notes),
                questions=self._questions(),
                topics=self._topics(),
                speech=self._speech(),
                finish=self._words.label(self._ends),
                kept=self._kept,
                beside=aside(self._desk, self._words, self._interview),
                gate=self.gate_screen(),
                notices=self._notices,
                trouble=self._trouble,
            )
        )

    @property
    def _ends(self) -> FieldId:
        """The answer that says this step is over: the first its page asks for."""
        return self._words.form.page(self._page).fields[0].id

    def _questions(self) -> tuple[QuestionLine, ...]:
        """None on the step that begins a talk: there they tell it as they will."""
        if self._page == self._words.form.first_notes:
            return ()
        marks = self._interview.marks
        return tuple(
            QuestionLine(
                one.id,
                self._catalogue.topic(one.topic),
                self._catalogue.ask(one.id),
                self._catalogue.then(one.id),
                MARKS[marks[one.id]] if one.id in marks else "",
            )
            for one in self._catalogue.catalogue.questions
        )

    def _topics(self) -> tuple[Option, ...]:
        topics = dict.fromkeys(one.topic for one in self._catalogue.catalogue.questions)
        return tuple(Option(topic, self._catalogue.topic(topic)) for topic in topics)

    def _speech(self) -> Speech:
        name = _text(self._interview, "interpreter-language") or _text(
            self._interview, "first-language"
        )
        known, names = self._desk.definitions.languages()
        tag = next((one.tag for one in known if names[one.tag] == name), "")
        return Speech(tag, _text(self._interview, "interpreter-provider"))


_YES = Answer("true")


def note_lines(desk: Desk, interview: Interview, notes: tuple[Note, ...]) -> tuple[NoteLine, ...]:
    """The lines of a talk in words, with the signs that rest on each."""
    catalogue, (_, names) = desk.definitions.catalogue(), desk.definitions.languages()
    signs: dict[NoteId, list[str]] = {}
    for sign in desk.signs.of(interview.id):
        if sign.note:
            signs.setdefault(sign.note, []).append(catalogue.phrase(sign.indicator))
    times = {note.id: hour(note.at) for note in notes}
    return tuple(
        NoteLine(
            note.id,
            times[note.id],
            note.kind,
            LINES[note.kind],
            note.words,
            note.original.words if note.original else "",
            _translator(note, names),
            catalogue.topic(note.topic) if note.topic else "",
            tuple(signs.get(note.id, ())),
            _under(note, times, interview),
        )
        for note in notes
    )


def _translator(note: Note, names: Mapping[str, str]) -> str:
    if note.original is None:
        return ""
    language = names.get(note.original.language, note.original.language)
    return ", ".join(filter(None, (language, note.original.translator)))


def _under(note: Note, times: Mapping[NoteId, str], interview: Interview) -> str:
    adds = f"Adds to {times[note.about]}" if note.about and note.about in times else ""
    same = note.at.astimezone().date() == interview.started.astimezone().date()
    return ", ".join(filter(None, (adds, "" if same else day(note.at))))


def talk_length(notes: tuple[Note, ...], now: datetime) -> str:
    """How long the talk has gone on, and when there was last a break."""
    if not notes:
        return ""
    long = spell(now - notes[0].at)
    breaks = [note for note in notes if note.kind is LineKind.BREAK]
    return f"{long}, last break {hour(breaks[-1].at)}" if breaks else long


def _text(interview: Interview, field: str) -> str:
    answer = interview.answers.get(FieldId(field))
    return answer.value if answer and isinstance(answer.value, str) else ""
