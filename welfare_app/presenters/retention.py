"""What may be disposed of: the cases whose time is up, the certificates, and the schedule."""

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path
from typing import Protocol

from welfare_app.domain.disposal import Disposal
from welfare_app.domain.disposal_document import long_day
from welfare_app.domain.errors import WelfareAppError
from welfare_app.domain.ids import DisposalId
from welfare_app.domain.partial_date import PartialDate
from welfare_app.presenters.places import AtRetention, Go
from welfare_app.presenters.telling import Trouble, trouble
from welfare_app.services.definitions import Definitions
from welfare_app.services.dispose import Dispose
from welfare_app.services.jobs import JobRunner, Ticket
from welfare_app.services.ports import Clock
from welfare_app.services.review_retention import Reviewed
from welfare_app.services.tools import Disk

MOST = 50
"""Cases shown at once: whoever has decided these sees the next."""

TAGS = {
    "S": "read in the law or guidance",
    "K": "known practice, not read again in a source",
    "P": "our own proposal",
}


@dataclass(frozen=True, slots=True)
class DueLine:
    """A case to look at: its numbers, what it is kept as, since when it is due."""

    case: str
    numbers: str
    kept_as: str
    since: str
    held: bool


@dataclass(frozen=True, slots=True)
class CertificateLine:
    """A certificate that can be printed again."""

    id: DisposalId
    title: str
    note: str
    file_name: str


@dataclass(frozen=True, slots=True)
class ScheduleLine:
    """A line of the schedule."""

    name: str
    keeps: str
    why: str


@dataclass(frozen=True, slots=True)
class RetentionScreen:
    """Everything the page shows. `rest` says what is not shown; `looked` is whether we know yet."""

    schedule: tuple[ScheduleLine, ...]
    due: tuple[DueLine, ...] = ()
    rest: str = ""
    certificates: tuple[CertificateLine, ...] = ()
    to_clear: bool = False
    looked: bool = False
    busy: str = ""
    problem: str = ""
    done: str = field(default="", repr=False)
    trouble: Trouble | None = None


class RetentionView(Protocol):
    """Whatever can draw the page."""

    def show_screen(self, screen: RetentionScreen) -> None:
        """Draw it."""
        ...


class RetentionPresenter:
    """Lists what a person should decide. It decides nothing."""

    def __init__(
        self,
        view: RetentionView,
        dispose: Dispose,
        definitions: Definitions,
        jobs: JobRunner,
        disk: Disk,
        now: Clock,
        go: Go,
    ) -> None:
        self._view, self._dispose, self._definitions = view, dispose, definitions
        self._jobs, self._disk, self._now, self._go = jobs, disk, now, go
        self._screen = RetentionScreen(schedule_lines(definitions))
        self._ticket: Ticket | None = None

    def begin(self) -> None:
        """Look through every case, away from the screen."""
        self._attempt(self._list_certificates)
        self._draw(replace(self._screen, busy="Looking through the cases…"))
        self._ticket = self._jobs.start(
            self._dispose.review.look, done=self._looked, failed=self._failed
        )

    def leave(self) -> None:
        """Nobody is waiting for the list any more."""
        if self._ticket is not None:
            self._ticket.cancel()

    def open(self, case: str) -> None:
        """Look at one case, to decide."""
        self._go(AtRetention(case))

    def find(self, number: str) -> None:
        """Look at a case that is not due, by its number."""
        try:
            case = self._dispose.review.called(number)
        except WelfareAppError as error:
            words = self._definitions.message(error.code)
            self._draw(replace(self._screen, problem=f"{words.happened} {words.todo}"))
            return
        self._go(AtRetention(case))

    def clear(self) -> None:
        """Clear what disposed cases left in free space."""
        self._draw(replace(self._screen, busy="Clearing what is left…", trouble=None))
        self._jobs.start(lambda _: self._dispose.clear(), done=self._cleared, failed=self._failed)

    def save(self, id: str, path: Path) -> None:
        """Save a certificate once more."""

        def saving() -> None:
            self._disk.write_whole(path, self._dispose.certificate(DisposalId(id)))
            self._draw(replace(self._screen, done="The certificate is saved.", trouble=None))

        self._attempt(saving)

    def _looked(self, found: tuple[Reviewed, ...]) -> None:
        due = [one for one in found if one.due]
        later = len(found) - len(due)
        more = len(due) - MOST
        rest = [f"{more} more are due; they follow once these are decided."] if more > 0 else []
        if later:
            rest.append(
                "1 case is not due yet." if later == 1 else f"{later} cases are not due yet."
            )
        self._draw(
            replace(
                self._screen,
                due=tuple(self._line(one) for one in due[:MOST]),
                rest=" ".join(rest),
                looked=True,
                busy="",
            )
        )

    def _line(self, one: Reviewed) -> DueLine:
        assert one.due is not None  # noqa: S101 - only those that are due are listed
        name = self._definitions.retention().name(one.standing.kept_as.id)
        held = f"Held, and due since {long_day(one.due)}" if one.held else ""
        since = held or since_words(one.due, self._now().date())
        return DueLine(one.case, ", ".join(one.numbers), name, since, one.held)

    def _cleared(self, _nothing: None) -> None:
        done = "Everything that was disposed of is cleared."
        self._draw(replace(self._screen, busy="", to_clear=False, done=done))

    def _list_certificates(self) -> None:
        lines = tuple(certificate_line(one) for one in self._dispose.certificates())
        to_clear = self._dispose.to_clear()
        self._screen = replace(self._screen, certificates=lines, to_clear=to_clear)

    def _attempt(self, doing: Callable[[], None]) -> None:
        try:
            doing()
        except WelfareAppError as error:
            self._failed(error)

    def _failed(self, error: Exception) -> None:
        said = trouble(self._definitions, error)
        self._draw(replace(self._screen, busy="", trouble=said))

    def _draw(self, screen: RetentionScreen) -> None:
        self._screen = screen
        self._view.show_screen(screen)


def since_words(due: date, today: date) -> str:
    """Since when a case is due, in words."""
    days = (today - due).days
    return "Due today" if days == 0 else f"Due since {long_day(due)}"


def certificate_line(one: Disposal) -> CertificateLine:
    """A certificate as it is listed."""
    note = f"{one.numbers}, disposed of {long_day(one.at.astimezone().date())}"
    return CertificateLine(one.id, one.number, note, file_name(one))


def file_name(one: Disposal) -> str:
    """What the file of a certificate is called: its number and nothing else."""
    return f"certificate-{one.number}.pdf"


def schedule_lines(definitions: Definitions) -> tuple[ScheduleLine, ...]:
    """The whole schedule in words, with how well each line is founded."""
    words = definitions.retention()
    return tuple(
        ScheduleLine(
            words.name(one.id),
            words.keeps(one.id),
            f"{words.why(one.id)} {_founded(one.tag, one.checked)}",
        )
        for one in words.schedule.classes
    )


def _founded(tag: str, checked: str) -> str:
    known = PartialDate.read(checked)
    said = TAGS[tag]
    return f"{said[0].upper()}{said[1:]}, checked {known.said() if known else checked}."
