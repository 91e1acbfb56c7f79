"""The room in which a damaged vault is rescued. The vault is closed while anyone is in it."""

from pathlib import Path

from welfare_app.app.room import Room, RoomJobs
from welfare_app.presenters.places import AtRescue, Go
from welfare_app.presenters.rescue import RescuePresenter
from welfare_app.services.jobs import JobRunner
from welfare_app.services.rescue_vault import RescueVault
from welfare_app.services.tools import Tools
from welfare_app.ui.pages.rescue_page import RescuePage
from welfare_app.ui.parts import Kit


def rescue(tools: Tools, folder: Path, runner: JobRunner, go: Go, kit: Kit) -> Room:
    """What can be read of the vault in a folder, and a sound one made of it."""
    page, jobs = RescuePage(kit), RoomJobs(runner)
    service = RescueVault(tools.rescuer, tools.keys_for, folder)
    presenter = RescuePresenter(page, service, tools.definitions, jobs, go)
    page.looked.connect(presenter.look)
    page.rescue_wanted.connect(presenter.rescue)
    page.cancelled.connect(presenter.cancel)
    page.left.connect(presenter.leave)
    page.restore_wanted.connect(presenter.restore)
    presenter.begin()

    def forget() -> None:
        presenter.cancel()
        presenter.forget()
        page.forget()

    return Room(page, AtRescue, presenter, jobs, forget=forget)
