"""Staff and ways in: everyone there is, and whether their way in stands."""

from dataclasses import dataclass, field, replace
from typing import Protocol

from welfare_app.domain.errors import Tampered
from welfare_app.domain.people import Role
from welfare_app.presenters.new_passphrase import OWN
from welfare_app.presenters.places import AtNewSheet, AtNewStaff, AtStaffMember, Go
from welfare_app.presenters.telling import Trouble, trouble
from welfare_app.services.definitions import Definitions
from welfare_app.services.jobs import JobRunner
from welfare_app.services.manage_staff import Colleague, ManageStaff, Way

ROLES = (
    (Role.CHAMPION, "Champion", "Talks with workers, works packs and referrals."),
    (Role.LEAD, "Lead", "May do everything, and looks after staff."),
    (Role.CHECKER, "Checker", "Reads cases, and says yes as the second person."),
    (Role.AUDITOR, "Auditor", "Reads what was done, never what was said."),
)
STATES = {
    Way.ON: "Can open the vault",
    Way.OFF: "Switched off",
    Way.NONE: "No way in yet",
    Way.GONE: "Taken away",
}
_NAMES = {role: name for role, name, _ in ROLES}


@dataclass(frozen=True, slots=True)
class StaffLine:
    """One person, as they are listed. `stands` says their way in is as it should be."""

    id: str
    name: str = field(repr=False)
    role: str
    state: str
    note: str
    stands: bool
    gone: bool


@dataclass(frozen=True, slots=True)
class StaffScreen:
    """Everything the page shows. `older` says that an older list of ways in was put back."""

    lines: tuple[StaffLine, ...] = ()
    practice: bool = False
    older: bool = False
    problems: tuple[tuple[str, str], ...] = ()
    busy: bool = False
    trouble: Trouble | None = None


class StaffView(Protocol):
    """Whatever can draw the page."""

    def show_screen(self, screen: StaffScreen) -> None:
        """Draw it."""
        ...


def line(colleague: Colleague) -> StaffLine:
    """What there is to say of someone in one line."""
    note = ""
    if colleague.way in {Way.ON, Way.OFF}:
        tied = "Opens only on this laptop" if colleague.tied else "Does without a keyring"
        note = f"{tied}. This is you" if colleague.mine else tied
    return StaffLine(
        colleague.staff.id,
        colleague.staff.name,
        _NAMES[colleague.staff.role],
        STATES[colleague.way],
        note,
        colleague.way is Way.ON,
        colleague.way is Way.GONE,
    )


class StaffPresenter:
    """Lists staff, and tells of a list of ways in that is not the newest."""

    def __init__(
        self,
        view: StaffView,
        manage: ManageStaff,
        definitions: Definitions,
        jobs: JobRunner,
        go: Go,
    ) -> None:
        self._view, self._manage, self._definitions = view, manage, definitions
        self._jobs, self._go = jobs, go
        self._screen = StaffScreen(practice=manage.organisation.practice)

    def begin(self) -> None:
        """Draw the page, then find out whether the list is the newest."""
        try:
            lines = tuple(line(one) for one in self._manage.everyone())
        except Exception as error:  # noqa: BLE001 - whatever it is, the page must say so
            self._failed(error)
            return
        self._draw(replace(self._screen, lines=lines))
        self._jobs.start(lambda _: self._manage.faults(), done=self._found, failed=self._failed)

    def open(self, staff: str) -> None:
        """Go to one person."""
        self._go(AtStaffMember(staff))

    def add(self) -> None:
        """Go where someone is added."""
        self._go(AtNewStaff())

    def new_sheet(self) -> None:
        """Go where a recovery sheet is made."""
        self._go(AtNewSheet())

    def accept(self, own: str) -> None:
        """Keep the list as it is: it has been looked into."""
        if self._screen.busy:
            return
        if not own:
            self._draw(replace(self._screen, problems=(OWN,)))
            return
        self._draw(replace(self._screen, busy=True, problems=()))
        self._jobs.start(
            lambda _: self._manage.accept(own), done=self._accepted, failed=self._failed
        )

    def _accepted(self, _: None) -> None:
        self._screen = replace(self._screen, busy=False, older=False, trouble=None)
        self.begin()

    def _found(self, faults: tuple[str, ...]) -> None:
        if faults:
            said = trouble(self._definitions, Tampered(faults[0]))
            self._draw(replace(self._screen, older=True, trouble=said))

    def _failed(self, error: Exception) -> None:
        self._draw(replace(self._screen, busy=False, trouble=trouble(self._definitions, error)))

    def _draw(self, screen: StaffScreen) -> None:
        self._screen = screen
        self._view.show_screen(screen)
