"""The room after the recovery sheet: a new passphrase, and then the vault."""

from collections.abc import Callable, Sequence

from welfare_app.app.room import Room, RoomJobs
from welfare_app.presenters.places import AtLocked
from welfare_app.presenters.recovered import RecoveredPresenter
from welfare_app.services.definitions import Definitions
from welfare_app.services.jobs import JobRunner
from welfare_app.services.tools import StrengthJudge, WayIn
from welfare_app.services.unlock import Opened, Unlock
from welfare_app.ui.pages.recovered_page import RecoveredPage
from welfare_app.ui.parts import Kit


def recovered(
    kit: Kit,
    unlock: Unlock,
    code: str,
    people: Sequence[WayIn],
    definitions: Definitions,
    strength: StrengthJudge,
    runner: JobRunner,
    opened: Callable[[Opened], None],
    leave: Callable[[], None],
) -> Room:
    """Asks who it is and for a new passphrase. It stands where the locked screen stands."""
    page, jobs = RecoveredPage(kit), RoomJobs(runner)
    presenter = RecoveredPresenter(page, unlock, code, people, definitions, strength, jobs, opened)
    page.passphrase_typed.connect(presenter.passphrase_typed)
    page.submitted.connect(presenter.submit)
    page.left.connect(leave)
    presenter.begin()
    return Room(page, AtLocked, presenter, jobs, leave, forget=page.forget)
