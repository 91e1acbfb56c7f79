"""One person on the staff: their role, their way in, and a new passphrase for them."""

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from typing import Protocol

from welfare_app.domain.errors import WelfareAppError
from welfare_app.domain.ids import StaffId
from welfare_app.domain.people import Role
from welfare_app.presenters.new_passphrase import (
    NOTHING_TYPED,
    OWN,
    Weighed,
    keyring_said_no,
    mistakes,
    weighed,
)
from welfare_app.presenters.places import AtStaff, Go
from welfare_app.presenters.staff import StaffLine, line
from welfare_app.presenters.telling import Trouble, trouble
from welfare_app.services.definitions import Definitions
from welfare_app.services.jobs import JobRunner, Progress
from welfare_app.services.manage_staff import Colleague, ManageStaff, Way


@dataclass(frozen=True, slots=True)
class MemberScreen:
    """Everything the page shows. `done` says what was just done; `mine` that it is oneself."""

    who: StaffLine | None = None
    role: str = ""
    ways: tuple[str, ...] = field(default=(), repr=False)
    on: bool = False
    has_way: bool = False
    mine: bool = False
    weighed: Weighed = NOTHING_TYPED
    problems: tuple[tuple[str, str], ...] = ()
    busy: bool = False
    trouble: Trouble | None = None
    done: str = ""
    without_offered: bool = False


class MemberView(Protocol):
    """Whatever can draw the page."""

    def show_screen(self, screen: MemberScreen) -> None:
        """Draw it."""
        ...


class MemberPresenter:
    """Changes one thing about someone at a time, each with the lead's own passphrase."""

    def __init__(
        self,
        view: MemberView,
        manage: ManageStaff,
        who: StaffId,
        definitions: Definitions,
        jobs: JobRunner,
        go: Go,
    ) -> None:
        self._view, self._manage, self._who = view, manage, who
        self._definitions, self._jobs, self._go = definitions, jobs, go
        self._screen = MemberScreen()

    def begin(self) -> None:
        """Draw the page."""
        self._draw(self._look())

    def back(self) -> None:
        """Go back to everyone."""
        self._go(AtStaff())

    def passphrase_typed(self, passphrase: str) -> None:
        """Say how long it would last."""
        found = weighed(self._manage.strength, passphrase, self._known())
        self._draw(replace(self._screen, weighed=found))

    def change_role(self, role: str, own: str) -> None:
        """Let them do other things."""
        self._do(
            own,
            lambda _: self._manage.change_role(self._who, Role(role), own),
            "The role is changed. It holds from their next unlocking.",
        )

    def switch(self, own: str) -> None:
        """Switch their way in off, or on again."""
        on = not self._screen.on
        done = "They can open the vault again." if on else "They can no longer open the vault."
        self._do(own, lambda _: self._manage.switch(self._who, own, on=on), done)

    def take_away(self, own: str) -> None:
        """Take their way in away for good."""
        self._do(own, lambda _: self._manage.take_away(self._who, own), "")

    def give(self, passphrase: str, again: str, own: str, without_keyring: bool = False) -> None:
        """Set a new passphrase, which they have typed."""
        problems = mistakes(self._manage.strength, passphrase, again, self._known())
        self._do(
            own,
            lambda _: self._manage.give_passphrase(
                self._who, passphrase, own, without_keyring=without_keyring
            ),
            "They have a new passphrase. The old one no longer opens.",
            problems,
        )

    def _do(
        self,
        own: str,
        job: Callable[[Progress], None],
        done: str,
        problems: tuple[tuple[str, str], ...] = (),
    ) -> None:
        if self._screen.busy:
            return
        if not own:
            problems = (OWN, *problems)
        if problems:
            self._draw(replace(self._screen, problems=problems, trouble=None, done=""))
            return
        self._draw(replace(self._screen, busy=True, problems=(), trouble=None, done=""))
        self._jobs.start(job, done=lambda _: self._done(done), failed=self._failed)

    def _done(self, words: str) -> None:
        if words:
            self._draw(replace(self._look(), done=words))
        else:
            self._go(AtStaff())

    def _look(self) -> MemberScreen:
        try:
            found = next(one for one in self._manage.everyone() if one.staff.id == self._who)
        except WelfareAppError as error:
            return replace(self._screen, busy=False, trouble=trouble(self._definitions, error))
        return _screen(found)

    def _known(self) -> tuple[str, ...]:
        return (self._screen.who.name if self._screen.who else "", self._manage.organisation.name)

    def _failed(self, error: Exception) -> None:
        said = trouble(self._definitions, error)
        offered = self._screen.without_offered or keyring_said_no(error)
        here = replace(self._look(), trouble=said, weighed=self._screen.weighed)
        self._draw(replace(here, without_offered=offered))

    def _draw(self, screen: MemberScreen) -> None:
        self._screen = screen
        self._view.show_screen(screen)


def _screen(found: Colleague) -> MemberScreen:
    return MemberScreen(
        line(found),
        str(found.staff.role),
        found.staff.ways,
        on=found.way is Way.ON,
        has_way=found.way in {Way.ON, Way.OFF},
        mine=found.mine,
    )
