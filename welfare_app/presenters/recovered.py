"""After the recovery sheet: who are you, and what is your passphrase from now on."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from typing import Protocol

from welfare_app.domain.ids import StaffId
from welfare_app.presenters.new_passphrase import (
    NOTHING_TYPED,
    Weighed,
    keyring_said_no,
    mistakes,
    weighed,
)
from welfare_app.presenters.telling import Trouble, trouble
from welfare_app.services.definitions import Definitions
from welfare_app.services.jobs import JobRunner
from welfare_app.services.tools import StrengthJudge, WayIn
from welfare_app.services.unlock import Opened, Unlock


@dataclass(frozen=True, slots=True)
class Chosen:
    """What was typed: who it is, their new passphrase twice, and whether to leave the keyring."""

    staff: str
    passphrase: str = field(repr=False)
    again: str = field(repr=False)
    without_keyring: bool = False


@dataclass(frozen=True, slots=True)
class RecoveredScreen:
    """Everything the page shows. `people` are (id, name and role)."""

    people: tuple[tuple[str, str], ...] = field(default=(), repr=False)
    weighed: Weighed = NOTHING_TYPED
    problems: tuple[tuple[str, str], ...] = ()
    busy: bool = False
    trouble: Trouble | None = None
    without_offered: bool = False


class RecoveredView(Protocol):
    """Whatever can draw the page."""

    def show_screen(self, screen: RecoveredScreen) -> None:
        """Draw it."""
        ...


class RecoveredPresenter:
    """Opens the vault once a new passphrase is set; the code alone opens nothing for long."""

    def __init__(
        self,
        view: RecoveredView,
        unlock: Unlock,
        code: str,
        people: Sequence[WayIn],
        definitions: Definitions,
        strength: StrengthJudge,
        jobs: JobRunner,
        opened: Callable[[Opened], None],
    ) -> None:
        self._view, self._unlock, self._code = view, unlock, code
        self._names = {one.staff: one.name for one in people}
        self._definitions, self._strength, self._jobs = definitions, strength, jobs
        self._opened = opened
        self._screen = RecoveredScreen(
            tuple((one.staff, f"{one.name}, {one.role}") for one in people)
        )

    def begin(self) -> None:
        """Draw the page."""
        self._draw(self._screen)

    def passphrase_typed(self, staff: str, passphrase: str) -> None:
        """Say how long it would last."""
        self._draw(
            replace(self._screen, weighed=weighed(self._strength, passphrase, self._known(staff)))
        )

    def submit(self, chosen: Chosen) -> None:
        """Set the passphrase and open the vault, or say what to mend first."""
        if self._screen.busy:
            return
        problems = mistakes(
            self._strength, chosen.passphrase, chosen.again, self._known(chosen.staff)
        )
        if chosen.staff not in self._names:
            problems = (("who", "Choose who you are"), *problems)
        if problems:
            self._draw(replace(self._screen, problems=problems, trouble=None))
            return
        self._draw(replace(self._screen, busy=True, problems=(), trouble=None))
        self._jobs.start(
            lambda _: self._unlock.recover(
                self._code,
                StaffId(chosen.staff),
                chosen.passphrase,
                without_keyring=chosen.without_keyring,
            ),
            done=self._opened,
            failed=self._failed,
        )

    def _known(self, staff: str) -> tuple[str, ...]:
        return (self._names.get(StaffId(staff), ""),)

    def _failed(self, error: Exception) -> None:
        offered = keyring_said_no(error)
        self._draw(
            replace(
                self._screen,
                busy=False,
                trouble=trouble(self._definitions, error),
                without_offered=self._screen.without_offered or offered,
            )
        )

    def _draw(self, screen: RecoveredScreen) -> None:
        self._screen = screen
        self._view.show_screen(screen)
