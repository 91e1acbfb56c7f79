"""Adding someone to the staff, who types a passphrase of their own."""

from dataclasses import dataclass, field, replace
from typing import Protocol

from welfare_app.domain.people import Role, Staff
from welfare_app.domain.text_rules import looks_like_email
from welfare_app.presenters.new_passphrase import (
    NOTHING_TYPED,
    OWN,
    Weighed,
    keyring_said_no,
    mistakes,
    weighed,
)
from welfare_app.presenters.places import AtStaff, Go
from welfare_app.presenters.telling import Trouble, trouble
from welfare_app.services.definitions import Definitions
from welfare_app.services.jobs import JobRunner
from welfare_app.services.manage_staff import ManageStaff, Newcomer


@dataclass(frozen=True, slots=True)
class SaidOfThem:
    """What was typed about the new person, by them, and by the lead."""

    name: str = field(repr=False)
    role: str
    phone: str = field(repr=False)
    email: str = field(repr=False)
    passphrase: str = field(repr=False)
    again: str = field(repr=False)
    own: str = field(repr=False)
    without_keyring: bool = False


@dataclass(frozen=True, slots=True)
class NewStaffScreen:
    """Everything the page shows."""

    weighed: Weighed = NOTHING_TYPED
    problems: tuple[tuple[str, str], ...] = ()
    busy: bool = False
    trouble: Trouble | None = None
    without_offered: bool = False


class NewStaffView(Protocol):
    """Whatever can draw the page."""

    def show_screen(self, screen: NewStaffScreen) -> None:
        """Draw it."""
        ...


class NewStaffPresenter:
    """Adds someone, and goes back to the list where they then stand."""

    def __init__(
        self,
        view: NewStaffView,
        manage: ManageStaff,
        definitions: Definitions,
        jobs: JobRunner,
        go: Go,
    ) -> None:
        self._view, self._manage, self._definitions = view, manage, definitions
        self._jobs, self._go = jobs, go
        self._screen = NewStaffScreen()

    def begin(self) -> None:
        """Draw the page."""
        self._draw(self._screen)

    def passphrase_typed(self, passphrase: str, name: str) -> None:
        """Say how long it would last."""
        found = weighed(self._manage.strength, passphrase, self._known(name))
        self._draw(replace(self._screen, weighed=found))

    def submit(self, said: SaidOfThem) -> None:
        """Add them, or say what to mend first."""
        if self._screen.busy:
            return
        problems = self._problems(said)
        if problems:
            self._draw(replace(self._screen, problems=problems, trouble=None))
            return
        self._draw(replace(self._screen, busy=True, problems=(), trouble=None))
        newcomer = Newcomer(
            said.name.strip(),
            Role(said.role),
            said.phone.strip(),
            said.email.strip(),
            said.passphrase,
        )
        self._jobs.start(
            lambda _: self._manage.add(newcomer, said.own, without_keyring=said.without_keyring),
            done=self._added,
            failed=self._failed,
        )

    def back(self) -> None:
        """Leave without adding anyone."""
        self._go(AtStaff())

    def _problems(self, said: SaidOfThem) -> tuple[tuple[str, str], ...]:
        problems = [] if said.name.strip() else [("name", "Type the person’s name")]
        if not said.role:
            problems.append(("role", "Choose what they do"))
        email = said.email.strip()
        if email and not looks_like_email(email):
            problems.append(("email", "Write it as an address such as name@example.org"))
        known = self._known(said.name)
        problems += mistakes(self._manage.strength, said.passphrase, said.again, known)
        if not said.own:
            problems.append(OWN)
        return tuple(problems)

    def _known(self, name: str) -> tuple[str, ...]:
        return (name.strip(), self._manage.organisation.name)

    def _added(self, _: Staff) -> None:
        self._go(AtStaff())

    def _failed(self, error: Exception) -> None:
        self._draw(
            replace(
                self._screen,
                busy=False,
                trouble=trouble(self._definitions, error),
                without_offered=self._screen.without_offered or keyring_said_no(error),
            )
        )

    def _draw(self, screen: NewStaffScreen) -> None:
        self._screen = screen
        self._view.show_screen(screen)
