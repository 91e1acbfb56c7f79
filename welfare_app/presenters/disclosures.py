"""What left this laptop, as a list: of one case or of all, and the ways to print it."""

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Protocol

from welfare_app.domain.disclosure import Disclosure
from welfare_app.domain.ids import PackId
from welfare_app.domain.talk_document import moment
from welfare_app.domain.text_rules import visible
from welfare_app.presenters.places import AtHandover, AtLaptop, Go
from welfare_app.presenters.telling import Trouble, trouble
from welfare_app.services.definitions import Definitions
from welfare_app.services.disclosures import Disclosures
from welfare_app.services.jobs import JobRunner, Progress, Ticket

MOST = 100
"""Disclosures on the screen; those before them are on paper."""

SAVED = "Saved. The file is not locked: hand it over, then delete it from this laptop."
READING, DRAWING = "Reading the trail…", "Drawing the pages…"


@dataclass(frozen=True, slots=True)
class DisclosureLine:
    """One thing that left: when, what, and each part with its label."""

    when: str
    title: str
    parts: tuple[tuple[str, str], ...] = field(repr=False)


@dataclass(frozen=True, slots=True)
class DisclosuresScreen:
    """Everything the page shows. `withheld` is said where the words of cases are not shown."""

    where: str
    lines: tuple[DisclosureLine, ...] = ()
    count: str = ""
    withheld: str = ""
    file_name: str = "disclosures.pdf"
    busy: str = ""
    done: str = ""
    trouble: Trouble | None = None


class DisclosuresView(Protocol):
    """Whatever can draw it."""

    def show_screen(self, screen: DisclosuresScreen) -> None:
        """Draw it."""
        ...

    def print_pages(self, pdf: bytes) -> None:
        """Ask which printer, and print."""
        ...


class DisclosuresPresenter:
    """Reads the register away from the screen, and gives it out."""

    def __init__(
        self,
        view: DisclosuresView,
        pack: PackId | None,
        register: Disclosures,
        definitions: Definitions,
        jobs: JobRunner,
        go: Go,
        *,
        reads_cases: bool,
    ) -> None:
        self._view, self._pack, self._register = view, pack, register
        self._definitions, self._jobs, self._go = definitions, jobs, go
        number = register.number(pack) if pack else ""
        self._screen = DisclosuresScreen(
            f"Incident pack {number}" if pack else "All cases",
            withheld="" if reads_cases else "To whom and why stand with the cases.",
            file_name=f"{number}-disclosures.pdf" if pack else "disclosures.pdf",
        )
        self._ticket: Ticket | None = None

    def begin(self) -> None:
        """Read it."""
        self._start(READING, lambda progress: self._register.of(self._pack, progress), self._read)

    def save(self, path: Path) -> None:
        """Print it to a file that is not locked."""
        self._start(
            DRAWING,
            lambda progress: self._register.save(path, self._pack, progress),
            lambda _: self._draw(replace(self._screen, busy="", done=SAVED)),
        )

    def print(self) -> None:
        """Print it on paper."""
        self._start(
            DRAWING, lambda progress: self._register.pages(self._pack, progress), self._printed
        )

    def cancel(self) -> None:
        """Stop what is under way."""
        if self._ticket is not None:
            self._ticket.cancel()
        self._draw(replace(self._screen, busy=""))

    def back(self) -> None:
        """Go back to where this was asked for."""
        self._go(AtHandover(self._pack) if self._pack else AtLaptop())

    def _start(
        self,
        busy: str,
        job: Callable[[Progress], object],
        done: Callable[..., None],
    ) -> None:
        if self._screen.busy:
            return
        self._draw(replace(self._screen, busy=busy, done="", trouble=None))
        self._ticket = self._jobs.start(job, done=done, failed=self._failed)

    def _read(self, found: tuple[Disclosure, ...]) -> None:
        lines = tuple(
            DisclosureLine(
                moment(one.at),
                one.title,
                tuple((label, visible(words)) for label, words in one.parts()),
            )
            for one in found[:MOST]
        )
        self._draw(replace(self._screen, lines=lines, count=_count(len(found)), busy=""))

    def _printed(self, pdf: bytes) -> None:
        self._draw(replace(self._screen, busy=""))
        self._view.print_pages(pdf)

    def _failed(self, error: Exception) -> None:
        found = trouble(self._definitions, error)
        self._draw(replace(self._screen, busy="", trouble=found))

    def _draw(self, screen: DisclosuresScreen) -> None:
        self._screen = screen
        self._view.show_screen(screen)


def _count(found: int) -> str:
    if not found:
        return "Nothing that this program knows of."
    said = "1 thing left, the newest first." if found == 1 else f"{found:,} left, the newest first."
    return f"{said} The newest {MOST} are shown; on paper they all are." if found > MOST else said
