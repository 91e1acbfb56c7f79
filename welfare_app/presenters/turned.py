"""The laptop turned round: what a worker reads, in their language. Nothing here names anyone."""

from dataclasses import dataclass
from typing import Protocol

from welfare_app.domain.answers import Answers, values
from welfare_app.domain.contacts import Contact, Nation
from welfare_app.domain.form import asked_fields, settled
from welfare_app.domain.ids import FieldId
from welfare_app.domain.partial_date import PartialDate
from welfare_app.domain.worker_pages import WorkerSection, WorkerWords
from welfare_app.presenters.emergency import DANGER, Number
from welfare_app.presenters.places import AtInterview, AtTurned, Go
from welfare_app.presenters.questions import Option
from welfare_app.services.definitions import Definitions, FormDefinition

ENGLISH = "en"
_SPOKEN_IN = (FieldId("interpreter-language"), FieldId("first-language"))


@dataclass(frozen=True, slots=True)
class TurnedButtons:
    """What can be pressed, in the worker's language. Blank is not there."""

    turn: str
    back: str
    next: str
    leave: str
    languages: str


@dataclass(frozen=True, slots=True)
class TurnedScreen:
    """Everything the page shows.

    `unchecked` warns, in the worker's language and in English, that nobody has checked the words;
    `staff` is for whoever holds the interview, always in English.
    """

    language: str
    right_to_left: bool
    languages: tuple[Option, ...]
    buttons: TurnedButtons
    section: str
    part: str
    title: str
    lines: tuple[str, ...]
    numbers: tuple[Number, ...] = ()
    unchecked: tuple[str, ...] = ()
    staff: str = ""


class TurnedView(Protocol):
    """Whatever can draw the page."""

    def show_screen(self, screen: TurnedScreen) -> None:
        """Draw it."""
        ...


class TurnedPresenter:
    """Leads a worker through the sections, in whichever language they point at."""

    def __init__(
        self,
        view: TurnedView,
        place: AtTurned,
        language: str,
        definitions: Definitions,
        nation: Nation,
        go: Go,
    ) -> None:
        """Make it; `language` is taken where the place names none."""
        self._view, self._back_to, self._go = view, AtInterview(place.interview, place.page), go
        self._definitions, self._nation = definitions, nation
        self._contacts = {one.id: one for one in definitions.contacts().contacts}
        self._language, self._section = place.language or language, place.section
        self._words = definitions.worker_pages(self._language)

    def begin(self) -> None:
        """Draw the first section, or the one that was being read."""
        self._draw()

    def speak(self, language: str) -> None:
        """Say the same in another language."""
        at = self._at()
        self._language, self._words = language, self._definitions.worker_pages(language)
        sections = self._sections()
        self._section = sections[min(at, len(sections) - 1)].id
        self._draw()

    def next(self) -> None:
        """Go on to the next section, and from the last to the first."""
        self._step(1)

    def back(self) -> None:
        """Go back a section."""
        if self._at():
            self._step(-1)

    def turn_back(self) -> None:
        """Go back to the interview, where it was left."""
        self._go(self._back_to)

    @property
    def place(self) -> AtTurned:
        """Where this is, to come back to."""
        back = self._back_to
        return AtTurned(back.interview, back.page, self._language, self._section)

    def _sections(self) -> tuple[WorkerSection, ...]:
        """What may be read. A section that stands in for another is not shown twice."""
        known = {one.id: one for one in self._words.sections}
        trusted = self._words.trusted
        ids = [one.id if trusted or not one.instead else one.instead for one in known.values()]
        return tuple(known[id] for id in dict.fromkeys(ids))

    def _at(self) -> int:
        ids = [one.id for one in self._sections()]
        return ids.index(self._section) if self._section in ids else 0

    def _step(self, by: int) -> None:
        sections = self._sections()
        self._section = sections[(self._at() + by) % len(sections)].id
        self._draw()

    def _draw(self) -> None:
        words, sections, at = self._words, self._sections(), self._at()
        section = sections[at]
        known, _ = self._definitions.languages()
        self._view.show_screen(
            TurnedScreen(
                language=self._language,
                right_to_left=any(one.right_to_left for one in known if one.tag == self._language),
                languages=offered(self._definitions),
                buttons=_buttons(words, first=at == 0, last=at == len(sections) - 1),
                section=section.id,
                part=f"{at + 1} / {len(sections)}",
                title=words.title(section.id),
                lines=tuple(words.line(section.id, line.id) for line in section.lines),
                numbers=self._numbers(section),
                unchecked=self._unchecked(),
                staff=" ".join(filter(None, (self._staff(section), self._sources(section)))),
            )
        )

    def _numbers(self, section: WorkerSection) -> tuple[Number, ...]:
        serving = (self._contacts[id] for id in section.contacts)
        return tuple(_number(one, self._words) for one in serving if one.serves(self._nation))

    def _unchecked(self) -> tuple[str, ...]:
        if self._words.trusted:
            return ()
        english = self._definitions.worker_pages(ENGLISH)
        return tuple(words.said("notices.unchecked") for words in (self._words, english))

    def _staff(self, section: WorkerSection) -> str:
        """Which interpreter to find; elsewhere, who vouches for words that staff cannot read."""
        if self._language == ENGLISH:
            return ""
        english = self._definitions.worker_pages(ENGLISH)
        if section.id in {one.instead for one in self._words.sections}:
            name = self._definitions.languages()[1][self._language]
            return f"{english.said('staff.interpreter')} {name}."
        vouched = self._words.translation
        day = PartialDate.read(vouched.checked)
        return f"{english.said('staff.checked')} {vouched.checked_by}, {day.said()}." if day else ""

    def _sources(self, section: WorkerSection) -> str:
        """When what is said was checked, and how many lines nobody has read in their source."""
        english = self._definitions.worker_pages(ENGLISH)
        day = PartialDate.read(min(line.checked for line in section.lines))
        unread = sum(1 for line in section.lines if line.from_knowledge)
        said = f"{english.said('staff.sources')} {day.said()}." if day else ""
        return f"{said} {english.said('staff.knowledge')} {unread}." if unread else said


def offered(definitions: Definitions) -> tuple[Option, ...]:
    """The languages to choose from, each by its own name."""
    own = {one.tag: one.own_name for one in definitions.languages()[0]}
    return tuple(Option(tag, own[tag]) for tag in definitions.worker_languages())


def spoken_language(definitions: Definitions, words: FormDefinition, answers: Answers) -> str:
    """The language an interview is held in, where it can be shown to a worker; else English."""
    told = settled(words.form, values(answers))
    asked = {one.id for one in asked_fields(words.form, told)}
    names = definitions.languages()[1]
    tags = {names[tag]: tag for tag in definitions.worker_languages()}
    given = (told.get(field) for field in _SPOKEN_IN if field in asked)
    return next((tags[name] for name in given if isinstance(name, str) and name in tags), ENGLISH)


def _buttons(words: WorkerWords, *, first: bool, last: bool) -> TurnedButtons:
    return TurnedButtons(
        turn=words.said("buttons.turn"),
        back="" if first else words.said("buttons.back"),
        next=words.said("buttons.again" if last else "buttons.next"),
        leave=words.said("buttons.leave"),
        languages=words.said("notices.languages"),
    )


def _number(contact: Contact, words: WorkerWords) -> Number:
    """A contact in the worker's words, with the date in figures that need no language."""
    day = "/".join(reversed(contact.checked.split("-")))
    doubt = f"{words.said('notices.doubt')} ({day})" if contact.doubt else ""
    checked = "" if doubt else f"{words.said('notices.number')} {day}"
    danger = DANGER in contact.purposes
    return Number(words.contact(contact.id), contact.phone, doubt, checked, danger)
