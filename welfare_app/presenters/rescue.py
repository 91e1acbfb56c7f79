"""Rescuing a damaged vault: what is readable, what is not, and what came of it."""

from dataclasses import dataclass, replace
from typing import Protocol

from welfare_app.domain.ids import StaffId
from welfare_app.presenters.damage_words import kept_lines, lost_lines, touched
from welfare_app.presenters.places import AtLocked, AtRestore, Go
from welfare_app.presenters.telling import Trouble, trouble
from welfare_app.services.definitions import Definitions
from welfare_app.services.jobs import JobRunner, Ticket
from welfare_app.services.rescue_vault import HOLDER, RescueVault
from welfare_app.services.vaults import Rescued, Soundness

SHEET = "The recovery sheet"


@dataclass(frozen=True, slots=True)
class RescueScreen:
    """Everything the page shows. `step` is ask, found or done.

    `people` are (id, name and role). `faults` are (what happened, where); `kept` and `lost` are
    lines of what came over whole, and of what did not.
    """

    step: str
    people: tuple[tuple[str, str], ...] = ()
    faults: tuple[tuple[str, str], ...] = ()
    counts: str = ""
    sound: bool = False
    kept: tuple[tuple[str, str], ...] = ()
    lost: tuple[str, ...] = ()
    folder: str = ""
    busy: str = ""
    trouble: Trouble | None = None


class RescueView(Protocol):
    """Whatever can draw the page."""

    def show_screen(self, screen: RescueScreen) -> None:
        """Draw it."""
        ...

    def show_progress(self, done: int, total: int) -> None:
        """Say how far the work has got."""
        ...


class RescuePresenter:
    """Asks for a way in, says what was found, and makes a sound vault of what can be read.

    The secret is kept from the first step to the second, so that it is typed once.
    """

    def __init__(
        self,
        view: RescueView,
        service: RescueVault,
        definitions: Definitions,
        jobs: JobRunner,
        go: Go,
    ) -> None:
        self._view, self._service, self._definitions = view, service, definitions
        self._jobs, self._go = jobs, go
        self._screen = RescueScreen("ask")
        self._who, self._secret = HOLDER, ""
        self._ticket: Ticket | None = None

    def begin(self) -> None:
        """Draw the page. Whose keys cannot be listed is asked for the recovery sheet."""
        said = None
        people: tuple[tuple[str, str], ...] = ()
        try:
            people = tuple((one.staff, f"{one.name}, {one.role}") for one in self._service.people())
        except Exception as error:  # noqa: BLE001 - whatever it is, it is told
            said = trouble(self._definitions, error)
        self._show(people=(*people, (HOLDER, SHEET)), trouble=said)

    def look(self, who: str, secret: str) -> None:
        """Look the vault over with this way in."""
        if self._screen.busy:
            return
        self._who, self._secret = StaffId(who), secret
        self._show(busy="Looking the vault over…", trouble=None)
        self._jobs.start(
            lambda _: self._service.look_over(self._who, self._secret),
            done=self._looked,
            failed=self._failed,
        )

    def rescue(self) -> None:
        """Make a sound vault of what can be read."""
        if self._screen.busy:
            return
        self._show(busy="Reading what can be read…", trouble=None)
        self._ticket = self._jobs.start(
            lambda progress: self._service.rescue(self._who, self._secret, progress),
            done=self._rescued,
            failed=self._failed,
            progress=self._view.show_progress,
        )

    def cancel(self) -> None:
        """Stop, before anything has taken another's place. The damaged vault is as it was."""
        if self._ticket is not None:
            self._ticket.cancel()
            self._ticket = None
        self._show(busy="")

    def leave(self) -> None:
        """Go to the locked screen."""
        self._go(AtLocked())

    def restore(self) -> None:
        """Go to putting a backup in the vault's place."""
        self._go(AtRestore())

    def forget(self) -> None:
        """Let go of the secret."""
        self._secret = ""

    def _looked(self, found: Soundness) -> None:
        faults = []
        for fault in found.found:
            message = self._definitions.message(fault.code)
            faults.append((message.happened, message.todo))
        self._show(
            step="found",
            busy="",
            faults=tuple(faults),
            counts=touched(found),
            sound=found.sound,
        )

    def _rescued(self, found: Rescued) -> None:
        self._ticket = None
        self.forget()
        self._show(
            step="done",
            busy="",
            kept=kept_lines(found),
            lost=lost_lines(found),
            folder=found.kept_as,
        )

    def _failed(self, error: Exception) -> None:
        self._ticket = None
        self._show(busy="", trouble=trouble(self._definitions, error))

    def _show(self, **changes: object) -> None:
        self._screen = replace(self._screen, **changes)  # type: ignore[arg-type]
        self._view.show_screen(self._screen)
