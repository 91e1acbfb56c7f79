"""The room after the recovery sheet: a new passphrase, and then the vault."""

from collections.abc import Callable, Sequence

from welfare_app.app.room import Room, RoomJobs
from welfare_app.app.rooms.outside import Outside
from welfare_app.presenters.places import AtLocked
from welfare_app.presenters.recovered import RecoveredPresenter
from welfare_app.services.tools import WayIn
from welfare_app.ui.pages.recovered_page import RecoveredPage
from welfare_app.ui.parts import Kit


def recovered(
    outside: Outside, kit: Kit, code: str, people: Sequence[WayIn], leave: Callable[[], None]
) -> Room:
    """Asks who it is and for a new passphrase. It stands where the locked screen stands."""
    page, jobs, tools = RecoveredPage(kit), RoomJobs(outside.jobs), outside.tools
    presenter = RecoveredPresenter(
        page,
        outside.unlock(),
        code,
        people,
        tools.definitions,
        tools.strength,
        jobs,
        outside.opened,
    )
    page.submitted.connect(outside.come)
    page.passphrase_typed.connect(presenter.passphrase_typed)
    page.submitted.connect(presenter.submit)
    page.left.connect(leave)
    presenter.begin()
    return Room(page, AtLocked, presenter, jobs, leave, forget=page.forget)
