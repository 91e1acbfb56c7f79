"""The locked screen: who are you, your passphrase, and the way in when it is forgotten."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Protocol

from welfare_app.domain.errors import Tampered, WelfareAppError
from welfare_app.domain.ids import StaffId
from welfare_app.presenters.telling import Trouble, trouble
from welfare_app.presenters.times import greeting
from welfare_app.services.definitions import Definitions
from welfare_app.services.jobs import JobRunner, Progress, Result
from welfare_app.services.ports import Clock
from welfare_app.services.rescue_vault import may_be_rescued
from welfare_app.services.tools import WayIn
from welfare_app.services.unlock import Opened, Unlock

PAST_OPENING = frozenset(
    {"vault.missing", "vault.damaged", "vault.cannot-open", "key.slots-missing"}
)
"""What is not mended by trying again, so that a way to a backup is offered."""


@dataclass(frozen=True, slots=True)
class UnlockScreen:
    """Everything the locked screen shows. `people` are (id, name and role).

    `restores` offers the way to a backup, once the vault was seen not to open. `wait` is how
    many seconds it is, from now, until whoever is chosen may try again.
    """

    greeting: str
    people: tuple[tuple[str, str], ...]
    busy: bool = False
    trouble: Trouble | None = None
    recovering: bool = False
    restores: bool = False
    wait: int = 0
    damaged: bool = False


class UnlockView(Protocol):
    """Whatever can draw the locked screen."""

    def show_screen(self, screen: UnlockScreen) -> None:
        """Draw it."""
        ...


class UnlockPresenter:
    """Tries passphrases away from the screen, and hands on the open vault."""

    def __init__(
        self,
        view: UnlockView,
        unlock: Unlock,
        definitions: Definitions,
        jobs: JobRunner,
        now: Clock,
        opened: Callable[[Opened], None],
        recovered: Callable[[str, Sequence[WayIn]], None],
    ) -> None:
        """Make it; `recovered` hears the code of the right sheet, and who may go on with it."""
        self._view, self._unlock, self._definitions = view, unlock, definitions
        self._jobs, self._now, self._opened = jobs, now, opened
        self._recovered, self._chosen = recovered, StaffId("")
        self._busy, self._recovering, self._past_opening = False, False, False
        self._damaged = False

    def begin(self) -> None:
        """Draw the screen, or say why nobody can be asked."""
        self._draw(None)

    def recover_instead(self, recovering: bool) -> None:
        """Ask for the recovery sheet's code instead of a passphrase, or the other way round."""
        self._recovering = recovering
        self._draw(None)

    def choose(self, staff: str) -> None:
        """Say who it is. What another person mistyped is not theirs to wait for."""
        if staff != self._chosen:
            self._chosen = StaffId(staff)
            self._draw(None)

    def waited(self) -> None:
        """The time is up: try again."""
        self._draw(None)

    def try_passphrase(self, staff: str, passphrase: str) -> None:
        """Try to open the vault. A second try while one is under way is not heard."""
        self._chosen = StaffId(staff)
        self._try(lambda _: self._unlock.open(StaffId(staff), passphrase), self._opened)

    def try_code(self, code: str) -> None:
        """Try the recovery sheet's code. It opens for whoever then sets a new passphrase."""
        self._try(lambda _: self._unlock.vouch(code), lambda people: self._recovered(code, people))

    def _try(self, attempt: Callable[[Progress], Result], then: Callable[[Result], None]) -> None:
        if self._busy:
            return
        self._busy = True
        self._draw(None)

        def done(result: Result) -> None:
            self._busy = False
            then(result)

        self._jobs.start(attempt, done=done, failed=self._failed)

    def _failed(self, error: Exception) -> None:
        self._busy = False
        self._damaged = may_be_rescued(error)
        self._past_opening = self._past_opening or _past_opening(error)
        waits = isinstance(error, WelfareAppError) and error.code == "key.wait"
        self._draw(None if waits else trouble(self._definitions, error))

    def _draw(self, said: Trouble | None) -> None:
        wait = 0
        try:
            ways = self._unlock.people()
            if ways and self._chosen not in {one.staff for one in ways}:
                self._chosen = ways[0].staff
            people = tuple((one.staff, f"{one.name}, {one.role}") for one in ways)
            if ways and not self._busy:
                wait = self._unlock.wait(None if self._recovering else self._chosen)
        except WelfareAppError as error:
            people, said = (), trouble(self._definitions, error)
            self._past_opening = self._past_opening or _past_opening(error)
        self._view.show_screen(
            UnlockScreen(
                greeting(self._now()),
                people,
                self._busy,
                said,
                self._recovering,
                self._past_opening,
                wait,
                self._damaged,
            )
        )


def _past_opening(error: Exception) -> bool:
    """Whether trying again cannot help: it is gone, damaged, or not as it was left."""
    gone = isinstance(error, WelfareAppError) and error.code in PAST_OPENING
    return gone or isinstance(error, Tampered)
