"""Cases to and from colleagues: whom we know, what goes, what came, and what stands twice."""

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Protocol

from welfare_app.domain.cards import PackCard, TalkCard
from welfare_app.domain.courier import Colleague, Contested
from welfare_app.domain.errors import WelfareAppError
from welfare_app.presenters.courier_words import ContestedCard, Versions, counted, name_of
from welfare_app.presenters.places import AtLaptop, Go
from welfare_app.presenters.telling import Trouble, trouble
from welfare_app.presenters.times import date
from welfare_app.services.desk import Desk
from welfare_app.services.jobs import JobRunner, Progress, Result, Ticket
from welfare_app.services.ports import Changes
from welfare_app.services.receive_case import Incoming

LOCKING, LOOKING, TAKING = "Locking the case…", "Reading the file…", "Taking the case in…"
UNCHOSEN = {
    "case": "Choose the case",
    "colleague": "Choose whom it is for",
    "reason": "Write why it goes to them",
}
"""What is said beside each thing that sending still needs."""

_OFFERED = 2000
"""Cases to choose from at most, the newest first."""


@dataclass(frozen=True, slots=True)
class ColleagueLine:
    """A colleague as the list shows them: who, where, the digits, and who compared them."""

    id: str
    name: str = field(repr=False)
    where: str
    digits: str
    state: str = field(repr=False)
    trusted: bool


@dataclass(frozen=True, slots=True)
class IncomingCard:
    """What a file would do, in groups of a title and what is in it; `take` is blank for nothing."""

    title: str
    sender: str = field(repr=False)
    groups: tuple[tuple[str, str, str], ...] = ()
    take: str = ""


@dataclass(frozen=True, slots=True)
class CourierScreen:
    """Everything the page shows. `own` is our own name and digits; `cases` a key and words each."""

    own: tuple[str, str] = field(default=("", ""), repr=False)
    colleagues: tuple[ColleagueLine, ...] = ()
    cases: tuple[tuple[str, str], ...] = ()
    incoming: IncomingCard | None = None
    contested: tuple[ContestedCard, ...] = ()
    missing: tuple[str, ...] = ()
    busy: str = ""
    done: str = ""
    trouble: Trouble | None = None


class CourierView(Protocol):
    """Whatever can draw the page."""

    def show_screen(self, screen: CourierScreen) -> None:
        """Draw it."""
        ...

    def show_progress(self, done: int, total: int) -> None:
        """Say how far a job has got."""
        ...

    def ask_where(self) -> None:
        """Ask where the locked case is to be written."""
        ...

    def forget_reason(self) -> None:
        """Empty what was typed: it has been kept."""
        ...


class CourierPresenter:
    """Sends only to those who were compared, and takes in only what was looked at."""

    def __init__(self, view: CourierView, desk: Desk, jobs: JobRunner, go: Go) -> None:
        self._view, self._desk, self._jobs, self._go = view, desk, jobs, go
        self._screen = CourierScreen()
        self._incoming: Incoming | None = None
        self._contested: tuple[Contested, ...] = ()
        self._outgoing = ("", "", "")
        self._ticket: Ticket | None = None

    def begin(self) -> None:
        """Draw the page."""
        self._attempt(lambda: "")

    def back(self) -> None:
        """Go back to This laptop."""
        self._go(AtLaptop())

    def changed(self, _changes: Changes) -> None:
        """Something was kept elsewhere: show it as it is now."""
        if not self._screen.busy:
            self._draw(replace(self._screen))

    # Whom we know

    def save_card(self, path: Path) -> None:
        """Save our card to a file."""

        def save() -> str:
            self._desk.colleagues.save_card(path)
            return "Saved. Give it to your colleague by hand, and read out the digits."

        self._attempt(save)

    def add(self, path: Path) -> None:
        """Take in a colleague's card."""

        def take_in() -> str:
            self._desk.colleagues.add(path)
            return "Added. Call them and compare the digits before anything is sent."

        self._attempt(take_in)

    def confirm(self, id: str) -> None:
        """The digits were compared, and agreed."""

        def agreed() -> str:
            self._desk.colleagues.confirm(id)
            return "Cases can go to them now, and come from them."

        self._attempt(agreed)

    def remove(self, id: str) -> None:
        """Let nothing go to them any more."""

        def gone() -> str:
            self._desk.colleagues.remove(id)
            return "Removed. What was sent before stays with them."

        self._attempt(gone)

    # What goes

    def send(self, case: str, colleague: str, reason: str) -> None:
        """Ask where to write a case, once nothing is missing."""
        if self._screen.busy:
            return
        said = {"case": case, "colleague": colleague, "reason": reason.strip()}
        missing = tuple(name for name, value in said.items() if not value)
        self._outgoing = (case, colleague, reason)
        self._draw(replace(self._quiet(), missing=missing))
        if not missing:
            self._view.ask_where()

    def lock_into(self, path: Path) -> None:
        """Lock the case that was chosen into a file."""
        case, colleague, reason = self._outgoing
        self._start(
            LOCKING,
            lambda progress: self._desk.sending.send(case, colleague, reason, path, progress),
            lambda _: self._sent(),
        )

    # What came

    def look(self, path: Path) -> None:
        """Look through a file. Nothing of it is kept yet."""
        self._incoming = None
        self._start(
            LOOKING,
            lambda progress: self._desk.receiving.look(path, progress),
            self._looked,
        )

    def take(self) -> None:
        """Take in what was looked through."""
        looked = self._incoming
        if looked is not None:
            self._start(
                TAKING,
                lambda progress: self._desk.receiving.take(looked, progress),
                lambda _: self._taken(),
            )

    def leave_it(self) -> None:
        """Take none of it."""
        self._incoming = None
        self._draw(self._quiet())

    def cancel(self) -> None:
        """Stop what is under way; nothing of it is kept."""
        if self._ticket is not None:
            self._ticket.cancel()
            self._ticket = None
            self._draw(self._quiet())

    # What stands twice

    def choose(self, card: int, line: int) -> None:
        """Let one version stand."""
        self._settle(card, line, both=False)

    def keep_both(self, card: int) -> None:
        """Let both stand, one after the other."""
        self._settle(card, 0, both=True)

    def _settle(self, card: int, line: int, *, both: bool) -> None:
        def settle() -> str:
            one = self._contested[card]
            self._desk.receiving.settle(one, one.standing[line].stamp, both=both)
            return "Chosen. What you did not choose stays in the history."

        self._attempt(settle)

    # Drawing

    def _start(
        self, words: str, job: Callable[[Progress], Result], done: Callable[[Result], None]
    ) -> None:
        if self._screen.busy:
            return
        self._draw(replace(self._quiet(), busy=words))
        self._ticket = self._jobs.start(
            job, done=done, failed=self._failed, progress=self._view.show_progress
        )

    def _sent(self) -> None:
        self._view.forget_reason()
        self._outgoing = ("", "", "")
        self._draw(
            replace(self._quiet(), done="Locked and saved. Only their laptop can open the file.")
        )

    def _looked(self, found: Incoming) -> None:
        self._incoming = None if found.nothing_new else found
        self._draw(replace(self._quiet(), incoming=self._card(found)))

    def _taken(self) -> None:
        self._incoming = None
        self._draw(replace(self._quiet(), done="Taken in. The case is on your list."))

    def _card(self, found: Incoming) -> IncomingCard:
        sender = _whose(found.colleague)
        if found.nothing_new:
            return IncomingCard("You have all of it already", sender)
        case = next(one for one in found.arrivals if one.record == found.root)
        new = [one for one in found.arrivals if one.fresh]
        twice = [one for one in found.arrivals if one.contested]
        more = [one for one in found.arrivals if not (one.fresh or one.same or one.contested)]
        same = [one for one in found.arrivals if one.same]
        groups = (
            ("New here", new, "With who wrote it, and when"),
            ("Goes on from what you have", more, "Yours stays readable in the history"),
            (
                "Written on both laptops",
                twice,
                "Both are kept. You choose which one stands, once it is taken in",
            ),
            ("The same here", same, "Left as it is"),
        )
        return IncomingCard(
            f"Case {case.called}",
            sender,
            tuple((title, ", ".join(counted(some)), note) for title, some, note in groups if some),
            "Take it in",
        )

    def _attempt(self, change: Callable[[], str]) -> None:
        if self._screen.busy:
            return
        try:
            done = change()
        except WelfareAppError as error:
            self._failed(error)
        else:
            self._draw(replace(self._quiet(), done=done))

    def _failed(self, error: Exception) -> None:
        told = trouble(self._desk.definitions, error)
        self._draw(replace(self._quiet(), trouble=told))

    def _quiet(self) -> CourierScreen:
        """What there is, with nothing said about it."""
        return replace(self._screen, incoming=None, missing=(), busy="", done="", trouble=None)

    def _draw(self, screen: CourierScreen) -> None:
        if not screen.busy:
            self._ticket = None
            screen = self._filled(screen)
        self._screen = screen
        self._view.show_screen(screen)

    def _filled(self, screen: CourierScreen) -> CourierScreen:
        desk = self._desk
        own, names = desk.colleagues.keys().card, desk.staff_names()
        lines = tuple(
            ColleagueLine(
                one.id,
                one.card.name,
                f"{one.card.laptop}, {one.card.organisation}",
                one.card.fingerprint,
                f"Compared by {name_of(names, one.confirmed.by)}, {date(one.confirmed.at)}"
                if one.confirmed
                else "Not compared yet",
                one.trusted,
            )
            for one in desk.colleagues.all()
        )
        self._contested = desk.receiving.contested()
        words = Versions(desk)
        return replace(
            screen,
            own=(f"{own.name}, {own.laptop}", own.fingerprint),
            colleagues=lines,
            cases=self._cases(),
            contested=tuple(words.card(one) for one in self._contested),
        )

    def _cases(self) -> tuple[tuple[str, str], ...]:
        around = self._desk.around
        cards = [one.card for one in around.listed(around.all()[:_OFFERED])]
        numbers = {one.id: one.number for one in cards}
        packs = [one for one in cards if isinstance(one, PackCard)]
        with_pack = {one.interview for one in packs}
        from_packs = tuple(
            (one.id, f"{one.number}, from talk {numbers[one.interview]}")
            if one.interview in numbers
            else (one.id, one.number)
            for one in packs
        )
        alone = tuple(
            (one.id, f"{one.number}, begun {date(one.started)}")
            for one in cards
            if isinstance(one, TalkCard) and one.id not in with_pack
        )
        return (*from_packs, *alone)


def _whose(colleague: Colleague) -> str:
    card = colleague.card
    return f"From {card.name}, {card.laptop}, {card.organisation}"
