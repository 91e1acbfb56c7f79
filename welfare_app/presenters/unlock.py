"""The locked screen: who are you, your passphrase, and the way in when it is forgotten."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol

from welfare_app.domain.errors import WelfareAppError
from welfare_app.domain.ids import StaffId
from welfare_app.presenters.telling import Trouble, trouble
from welfare_app.presenters.times import greeting
from welfare_app.services.definitions import Definitions
from welfare_app.services.jobs import JobRunner, Progress
from welfare_app.services.ports import Clock
from welfare_app.services.rescue_vault import may_be_rescued
from welfare_app.services.unlock import Opened, Unlock


@dataclass(frozen=True, slots=True)
class UnlockScreen:
    """Everything the locked screen shows. `people` are (id, name and role)."""

    greeting: str
    people: tuple[tuple[str, str], ...]
    busy: bool = False
    trouble: Trouble | None = None
    recovering: bool = False
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
    ) -> None:
        self._view, self._unlock, self._definitions = view, unlock, definitions
        self._jobs, self._now, self._opened = jobs, now, opened
        self._busy, self._recovering, self._damaged = False, False, False

    def begin(self) -> None:
        """Draw the screen, or say why nobody can be asked."""
        self._draw(None)

    def recover_instead(self, recovering: bool) -> None:
        """Ask for the recovery sheet's code instead of a passphrase, or the other way round."""
        self._recovering = recovering
        self._draw(None)

    def try_passphrase(self, staff: str, passphrase: str) -> None:
        """Try to open the vault. A second try while one is under way is not heard."""
        self._try(lambda _: self._unlock.open(StaffId(staff), passphrase))

    def try_code(self, code: str) -> None:
        """Try the recovery sheet's code."""
        self._try(lambda _: self._unlock.recover(code))

    def _try(self, opening: Callable[[Progress], Opened]) -> None:
        if self._busy:
            return
        self._busy = True
        self._draw(None)
        self._jobs.start(opening, done=self._done, failed=self._failed)

    def _done(self, opened: Opened) -> None:
        self._busy = False
        self._opened(opened)

    def _failed(self, error: Exception) -> None:
        self._busy = False
        self._damaged = may_be_rescued(error)
        self._draw(trouble(self._definitions, error))

    def _draw(self, said: Trouble | None) -> None:
        try:
            people = tuple((one.staff, f"{one.name}, {one.role}") for one in self._unlock.people())
        except WelfareAppError as error:
            people, said = (), trouble(self._definitions, error)
        self._view.show_screen(
            UnlockScreen(
                greeting(self._now()), people, self._busy, said, self._recovering, self._damaged
            )
        )
