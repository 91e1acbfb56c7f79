"""What happened in a case, in order; written to by hand, corrected, and printed."""

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Protocol

from welfare_app.domain.chronology import Happening, Source, when_words
from welfare_app.domain.chronology_document import earlier_words, known_words
from welfare_app.domain.errors import WelfareAppError
from welfare_app.domain.ids import EntryId, PackId
from welfare_app.domain.roles import Act
from welfare_app.domain.sign import Known
from welfare_app.domain.talk_document import moment
from welfare_app.domain.time_of_day import as_kept
from welfare_app.presenters.places import AtPack, Go
from welfare_app.presenters.telling import Trouble, trouble
from welfare_app.services.definitions import Definitions
from welfare_app.services.jobs import JobRunner
from welfare_app.services.keep_chronology import CaseChronology, KeepChronology, Told
from welfare_app.services.ports import Changes

KEPT, CORRECTED = "Written down.", "Corrected. What it said before stays beneath it."
SAVED = "Saved. The file is not locked: hand it over, then delete it from this laptop."


@dataclass(frozen=True, slots=True)
class HappeningLine:
    """A line of the list. `entry` is what can be corrected here, blank where nothing can."""

    when: str
    what: str = field(repr=False)
    notes: tuple[str, ...] = field(repr=False)
    entry: str = ""


@dataclass(frozen=True, slots=True)
class EntryForm:
    """What is being written; `entry` is what it corrects, blank where it is new."""

    entry: str = ""
    what: str = field(default="", repr=False)
    when: str = ""
    time: str = ""
    known: str = ""


@dataclass(frozen=True, slots=True)
class ChronologyScreen:
    """Everything the page shows. While `form` is there, something is being written."""

    where: str
    lines: tuple[HappeningLine, ...]
    file_name: str
    may_write: bool = True
    may_print: bool = True
    form: EntryForm | None = None
    problem: str = ""
    busy: bool = False
    done: str = ""
    trouble: Trouble | None = None


class ChronologyView(Protocol):
    """Whatever can draw the page."""

    def show_screen(self, screen: ChronologyScreen) -> None:
        """Draw it."""
        ...


class ChronologyPresenter:
    """Shows the chronology of a pack, and writes to it without writing over anything."""

    def __init__(
        self,
        view: ChronologyView,
        pack: PackId,
        chronology: KeepChronology,
        definitions: Definitions,
        jobs: JobRunner,
        go: Go,
    ) -> None:
        self._view, self._pack, self._chronology = view, pack, chronology
        self._definitions, self._jobs, self._go = definitions, jobs, go
        self._told = chronology.of(pack)
        shift = chronology.shift
        self._screen = ChronologyScreen(
            f"Incident pack {self._told.number}",
            _lines(self._told, may_write=shift.may(Act.WORK_CASES)),
            f"{self._told.number}-chronology.pdf",
            shift.may(Act.WORK_CASES),
            shift.may(Act.SEND_CASES),
        )

    def begin(self) -> None:
        """Draw the list."""
        self._draw(self._screen)

    def write(self) -> None:
        """Begin something new."""
        self._open(EntryForm())

    def correct(self, entry: str) -> None:
        """Begin a correction, with what the entry says."""
        found = next((one for one in self._told.happenings if one.record == entry), None)
        if found is not None:
            self._open(_form(found))

    def leave_it(self) -> None:
        """Write nothing after all."""
        self._draw(replace(self._screen, form=None, problem="", trouble=None))

    def keep(self, what: str, when: str, time: str, known: str) -> None:
        """Write down what was typed; what will not do stays as it was typed."""
        form = self._screen.form
        if form is None:
            return
        self._screen = replace(
            self._screen, form=EntryForm(form.entry, what, when, as_kept(time), known)
        )
        if not known:
            self._draw(replace(self._screen, problem="Say how it is known", trouble=None))
            return
        told = Told(what, when, as_kept(time), Known(known))

        def keeping() -> None:
            if form.entry:
                self._chronology.correct(self._pack, EntryId(form.entry), told)
            else:
                self._chronology.add(self._pack, told)
            self._read()
            done = CORRECTED if form.entry else KEPT
            self._draw(replace(self._screen, form=None, problem="", trouble=None, done=done))

        self._attempt(keeping)

    def save(self, path: Path) -> None:
        """Print it to a file that is not locked."""
        if self._screen.busy:
            return
        self._draw(replace(self._screen, busy=True, done="", trouble=None))
        self._jobs.start(
            lambda _: self._chronology.save(self._pack, path),
            done=lambda _: self._draw(replace(self._screen, busy=False, done=SAVED)),
            failed=self._failed,
        )

    def changed(self, changes: Changes) -> None:
        """Read the list again, once something of the case was written."""
        if self._pack in changes:
            self._attempt(self._again)

    def back(self) -> None:
        """Go back to the pack."""
        self._go(AtPack(self._pack))

    def _again(self) -> None:
        self._read()
        self._draw(self._screen)

    def _open(self, form: EntryForm) -> None:
        self._draw(replace(self._screen, form=form, problem="", done="", trouble=None))

    def _read(self) -> None:
        self._told = self._chronology.of(self._pack)
        lines = _lines(self._told, may_write=self._screen.may_write)
        self._screen = replace(self._screen, lines=lines)

    def _attempt(self, doing: Callable[[], None]) -> None:
        try:
            doing()
        except WelfareAppError as error:
            self._failed(error)

    def _failed(self, error: Exception) -> None:
        said = trouble(self._definitions, error)
        self._draw(replace(self._screen, busy=False, problem="", trouble=said))

    def _draw(self, screen: ChronologyScreen) -> None:
        self._screen = screen
        self._view.show_screen(screen)


def _lines(told: CaseChronology, *, may_write: bool) -> tuple[HappeningLine, ...]:
    return tuple(_line(one, told, may_write=may_write) for one in told.happenings)


def _line(one: Happening, told: CaseChronology, *, may_write: bool) -> HappeningLine:
    written = f"Written down {moment(one.written)}, {told.names.get(one.by, 'staff')}"
    by_hand = one.source is Source.HAND and may_write
    return HappeningLine(
        when_words(one),
        one.what,
        (f"{known_words(one)}. {written}", *earlier_words(one, told.names)),
        one.record if by_hand else "",
    )


def _form(one: Happening) -> EntryForm:
    when = str(one.when) if one.when else ""
    return EntryForm(one.record, one.what, when, one.time, one.known.value if one.known else "")
