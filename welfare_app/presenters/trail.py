"""What was done: the audit trail as a list to search, an entry in full, and if all is there."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from pathlib import Path
from typing import Protocol

from welfare_app.domain.trail import Asked
from welfare_app.presenters.places import AtLaptop, Go
from welfare_app.presenters.telling import Trouble, trouble
from welfare_app.presenters.times import day, day_and_hour
from welfare_app.presenters.trail_asking import ANY, TIMES, Wanted, asked_for
from welfare_app.services.definitions import Definitions
from welfare_app.services.give_out_trail import Form, Given, GiveOutTrail, file_name
from welfare_app.services.jobs import JobRunner, Ticket
from welfare_app.services.ports import Clock
from welfare_app.services.read_trail import ReadTrail, Told
from welfare_app.services.vaults import Kept, TrailCheck

COLUMNS = ("When", "Who", "What was done", "Entry")
MISSING = "This entry is missing"
NOT_GRAVE = "audit.no-anchor"
"""The one finding that is no sign of tampering: nothing outside the file could be asked."""

PLACES = {"folder": "a small file beside the vault", "keyring": "this laptop’s keyring"}
FORMS = ("welfare-interview", "probation-review", "site-surgery", "nrm-referral")


@dataclass(frozen=True, slots=True)
class EntryDetail:
    """One entry in full: the sentence, and labels beside values."""

    sentence: str = field(repr=False)
    facts: tuple[tuple[str, str], ...] = field(repr=False)


@dataclass(frozen=True, slots=True)
class TrailScreen:
    """Everything about the list but its rows.

    `verdict` is blank until the trail has been checked; `busy` says what is under way, `done` how
    far it is; `problems` are (which part of what was asked, how to mend it).
    """

    people: tuple[tuple[str, str], ...] = field(default=(), repr=False)
    kinds: tuple[tuple[str, str], ...] = ()
    times: tuple[tuple[str, str], ...] = TIMES
    wanted: Wanted = field(default_factory=Wanted)
    count: str = ""
    names: tuple[str, str, str] = ("", "", "")
    verdict: str = ""
    kept: str = ""
    busy: str = ""
    done: tuple[int, int] = (0, 1)
    problems: tuple[tuple[str, str], ...] = ()
    trouble: Trouble | None = None
    saved: str = ""


class TrailView(Protocol):
    """Whatever can draw the list."""

    def show_screen(self, screen: TrailScreen) -> None:
        """Draw what stands round the rows."""
        ...

    def show_rows(self) -> None:
        """Read the rows again: others were asked for."""
        ...

    def show_entry(self, entry: EntryDetail | None) -> None:
        """Show an entry in full, or none."""
        ...

    def print_pages(self, pdf: bytes) -> None:
        """Put pages on paper."""
        ...


class TrailRows:
    """The rows a table asks for, a page at a time, and only as they are seen."""

    columns: Sequence[str] = COLUMNS

    def __init__(self, trail: ReadTrail, now: Clock) -> None:
        self._trail, self._now = trail, now
        self.numbers: Sequence[int] = ()

    def ids(self, _order: str, /) -> Sequence[int]:
        """The numbers of the entries, the newest first."""
        return self.numbers

    def rows(self, ids: Sequence[int], /) -> Sequence[tuple[str, str, str, str]]:
        """Their cells, one row for each, though an entry may be gone."""
        told = {one.entry.number: one for one in self._trail.told(ids)}
        return [self._row(number, told.get(number)) for number in ids]

    def _row(self, number: int, one: Told | None) -> tuple[str, str, str, str]:
        if one is None:
            return "", "", MISSING, f"{number:,}"
        said = f"{one.said[:1].upper()}{one.said[1:]}"
        return when(one.entry.at, self._now()), one.who, said, f"{number:,}"


class TrailPresenter:
    """Asks, shows, checks and gives out."""

    def __init__(
        self,
        view: TrailView,
        rows: TrailRows,
        trail: ReadTrail,
        give_out: GiveOutTrail,
        definitions: Definitions,
        jobs: JobRunner,
        now: Clock,
        go: Go,
    ) -> None:
        self._view, self._rows, self._trail, self._give_out = view, rows, trail, give_out
        self._definitions, self._jobs, self._now, self._go = definitions, jobs, now, go
        self._ticket: Ticket | None = None
        self._asked = Asked()
        self._screen = TrailScreen()

    def begin(self) -> None:
        """Show the newest entries, and check the whole trail meanwhile."""
        kinds = self._definitions.trail().kinds
        self._screen = TrailScreen(
            (ANY, *self._trail.people()), ((ANY[0], "Everything"), *kinds.items())
        )
        self._rows.numbers = self._trail.numbers(self._asked)
        self._show_rows()
        self.check()

    def check(self) -> None:
        """Check every entry, and all they wrote."""
        self._draw(busy="Checking every entry…", done=(0, 1), verdict="", kept="", trouble=None)
        self._ticket = self._jobs.start(
            self._trail.check, done=self._checked, failed=self._failed, progress=self._went_on
        )

    def ask(self, wanted: Wanted) -> None:
        """Look for other entries."""
        asked, problems = asked_for(wanted, self._definitions.trail(), self._now())
        if asked is None or asked == self._asked:
            self._draw(wanted=wanted, problems=problems)
            return
        unchecked = self._stop()
        self._asked = asked
        self._draw(wanted=wanted, problems=(), saved="", busy="Looking…", done=(0, 1))
        self._jobs.start(
            lambda _: self._trail.numbers(asked),
            done=lambda numbers: self._found(asked, numbers, check=unchecked),
            failed=self._failed,
        )

    def look(self, number: int) -> None:
        """Show an entry in full."""
        told = self._trail.told((number,))
        self._view.show_entry(self._detail(told[0]) if told else None)

    def save(self, form: str, path: Path) -> None:
        """Write what is listed to a file."""
        self._stop()
        self._draw(busy="Writing the entries…", done=(0, 1), saved="", trouble=None)
        asked, written = self._asked, Form(form)
        self._ticket = self._jobs.start(
            lambda progress: self._give_out.save(asked, written, path, progress),
            done=self._saved,
            failed=self._failed,
            progress=self._went_on,
        )

    def print(self) -> None:
        """Put what is listed on paper."""
        self._stop()
        self._draw(busy="Making the pages…", done=(0, 1), saved="", trouble=None)
        asked = self._asked
        self._ticket = self._jobs.start(
            lambda progress: self._give_out.pages(asked, progress),
            done=self._printed,
            failed=self._failed,
            progress=self._went_on,
        )

    def cancel(self) -> None:
        """Stop what is under way. Nothing was written."""
        self._stop()
        self._draw(busy="")

    def leave(self) -> None:
        """Nobody is looking any more: what runs may stop."""
        self._stop()

    def back(self) -> None:
        """Go back to where this laptop is looked after."""
        self._go(AtLaptop())

    # What jobs say

    def _went_on(self, done: int, total: int) -> None:
        self._draw(done=(done, total))

    def _checked(self, found: TrailCheck) -> None:
        self._ticket = None
        if found.sound:
            words = f"Every entry is in its place: {found.entries:,} checked just now"
            self._draw(busy="", verdict=words, kept=kept_words(found.kept))
            return
        message = self._definitions.message(found.faults[0])
        grave = found.faults[0] != NOT_GRAVE
        said = Trouble(message.happened, message.safe, message.todo, grave=grave)
        self._draw(busy="", trouble=said)

    def _found(self, asked: Asked, numbers: Sequence[int], *, check: bool) -> None:
        if asked != self._asked:
            return
        self._rows.numbers = numbers
        self._draw(busy="")
        self._show_rows()
        if check:
            self.check()

    def _saved(self, given: Given) -> None:
        self._ticket = None
        entries = "1 entry" if given.count == 1 else f"{given.count:,} entries"
        seal = " ".join(given.digest[at : at + 4] for at in range(0, 16, 4))
        words = f"{entries} saved. The file’s SHA-256 begins {seal}; this trail keeps all of it."
        self._draw(busy="", saved=words)
        self._again()

    def _printed(self, pdf: bytes) -> None:
        self._ticket = None
        self._draw(busy="")
        self._view.print_pages(pdf)
        self._again()

    def _failed(self, error: Exception) -> None:
        self._ticket = None
        self._draw(busy="", trouble=trouble(self._definitions, error))

    # What is shown

    def _again(self) -> None:
        """What was given out is an entry itself."""
        self._rows.numbers = self._trail.numbers(self._asked)
        self._show_rows()

    def _show_rows(self) -> None:
        numbers = self._rows.numbers
        entries = "1 entry" if len(numbers) == 1 else f"{len(numbers):,} entries"
        count = f"{entries}, the newest first" if numbers else "No entry is like that"
        first, last = (numbers[-1], numbers[0]) if numbers else (0, 0)
        pdf, csv, json = (file_name(first, last, one) for one in (Form.PDF, Form.CSV, Form.JSON))
        self._draw(count=count, names=(pdf, csv, json))
        self._view.show_rows()

    def _detail(self, one: Told) -> EntryDetail:
        entry = one.entry
        local = entry.at.astimezone()
        facts = [
            ("When", f"{day(local)} {local.year}, {local:%H:%M:%S}"),
            ("Laptop", entry.device),
            ("Record", one.about),
            ("Question", self._question(entry.facts.get("field"))),
            ("Kind", self._definitions.trail().kinds.get(one.kind, "")),
            ("Read at", _late(entry.facts.get("late"), self._now())),
            ("Entry", f"{entry.number:,}"),
            ("Seal", " ".join(entry.mac[at : at + 4] for at in range(0, 16, 4)) + " …"),
        ]
        shown = tuple((label, value) for label, value in facts if value)
        return EntryDetail(f"{one.sentence}.", shown)

    def _question(self, id: object) -> str:
        """What a question asks, where a form that is in use knows it; else the name it goes by."""
        if not isinstance(id, str):
            return ""
        for form in FORMS:
            try:
                return self._definitions.form(form).label(id)
            except KeyError:
                continue
        return id

    def _stop(self) -> bool:
        """Stop the job under way; says whether it was a check that had not come to its end."""
        ticket, self._ticket = self._ticket, None
        if ticket is None:
            return False
        ticket.cancel()
        return True

    def _draw(self, **changes: object) -> None:
        self._screen = replace(self._screen, **changes)  # type: ignore[arg-type]
        self._view.show_screen(self._screen)


def when(at: datetime, now: datetime) -> str:
    """When something was done: with the year where it is another one."""
    year = at.astimezone().year
    said = day_and_hour(at, now)
    return said if year == now.astimezone().year else f"{said} {year}"


def kept_words(kept: tuple[Kept, ...]) -> str:
    """Where the newest entries are remembered outside the vault's file."""
    if not kept:
        return ""
    newest = max(one.number for one in kept)
    where = " and ".join(PLACES.get(one.place, one.place) for one in kept if one.number == newest)
    return f"Entry {newest:,}, the last before this sitting, is also remembered in {where}."


def _late(said: object, now: datetime) -> str:
    return when(datetime.fromisoformat(said), now) if isinstance(said, str) and said else ""
