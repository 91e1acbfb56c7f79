"""What every room is made with, and the few things they all do."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from welfare_app.app.locking import LockingChoice
from welfare_app.app.room import Room, RoomJobs
from welfare_app.domain.roles import Act
from welfare_app.presenters import places
from welfare_app.presenters.places import Go, Place
from welfare_app.services.desk import Desk
from welfare_app.services.jobs import JobRunner
from welfare_app.services.ports import Changes
from welfare_app.services.tools import Tools
from welfare_app.ui.pages.places import show_audits
from welfare_app.ui.shell import Page

PLACES: dict[str, Callable[[], Place]] = {
    "home": places.AtHome,
    "cases": places.AtCases,
    "check": places.AtCheck,
    "laptop": places.AtLaptop,
    "trail": places.AtTrail,
}


@dataclass(frozen=True, slots=True)
class House:
    """Made when the vault is unlocked, let go when it is locked.

    `upkeep` runs what takes long and nobody waits for, so that it holds no other job up.
    """

    tools: Tools
    desk: Desk
    jobs: JobRunner
    upkeep: JobRunner
    go: Go
    folder: Path
    look: Callable[[], tuple[str, float]]
    choose_look: Callable[[str, float], None]
    say_kept: Callable[[str], None]
    lock: Callable[[], None]
    locking: LockingChoice

    def person(self) -> str:
        """Who is working."""
        staff = self.desk.shift.staff
        return f"{staff.name}, {staff.role}"

    def languages(self) -> tuple[tuple[str, str, bool], ...]:
        """The languages a worker's words can be in: tag, name, and whether right to left."""
        known, names = self.desk.definitions.languages()
        return tuple((one.tag, names[one.tag], one.right_to_left) for one in known)

    def follow_rail(self, page: Page) -> None:
        """Let the rail of places lead to them, and to no more of them than are this person's."""
        if page.rail is not None:
            if not self.desk.shift.may(Act.READ_CASES):
                show_audits(page.rail)
            page.rail.chosen.connect(lambda key: self.go(PLACES[key]()))

    def room_of(
        self,
        page: Page,
        presenter: object,
        place: Callable[[], Place],
        back: Callable[[], None] = lambda: None,
        changed: Callable[[Changes], None] = lambda _: None,
        forget: Callable[[], None] = lambda: None,
    ) -> Room:
        """A room whose presenter runs no jobs of its own."""
        return Room(page, place, presenter, RoomJobs(self.jobs), back, changed, forget)
