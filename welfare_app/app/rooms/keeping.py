"""The rooms where the vault itself is looked after: its backups, and putting one in its place."""

from collections.abc import Callable
from pathlib import Path

from welfare_app.app.room import Room, RoomJobs
from welfare_app.app.rooms.house import House
from welfare_app.presenters import places
from welfare_app.presenters.backups import BackupsPresenter
from welfare_app.presenters.restore import RestorePresenter
from welfare_app.services.jobs import JobRunner
from welfare_app.services.restore import Restore
from welfare_app.services.tools import Tools
from welfare_app.ui.pages.backups_page import BackupsPage
from welfare_app.ui.pages.restore_page import RestorePage
from welfare_app.ui.parts import Kit


def backups(house: House, kit: Kit) -> Room:
    """Where backups go, and which there are."""
    desk = house.desk
    practice = desk.organisation.practice
    page, jobs = BackupsPage(kit, house.person(), practice=practice), RoomJobs(house.upkeep)
    presenter = BackupsPresenter(
        page, desk.back_up, desk.definitions, jobs, house.go, practice=practice
    )
    page.place_chosen.connect(presenter.choose)
    page.make_wanted.connect(presenter.make)
    page.prove_wanted.connect(presenter.prove)
    page.restore_wanted.connect(presenter.restore)
    page.cancelled.connect(presenter.cancel)
    page.followed.connect(house.go)
    house.follow_rail(page)
    presenter.begin()
    return Room(
        page, places.AtBackups, presenter, jobs, back=page.go_back, changed=presenter.changed
    )


def restoring(
    tools: Tools,
    folder: Path,
    place: places.AtRestore,
    kit: Kit,
    runner: JobRunner,
    leave: Callable[[], None],
) -> Room:
    """Putting a backup in the place of the vault in a folder, while nobody has it open."""
    page, jobs = RestorePage(kit), RoomJobs(runner)
    restore = Restore(tools.restorer, tools.keys_for, folder)
    presenter = RestorePresenter(page, restore, tools.definitions, jobs, tools.now, leave)
    page.backup_chosen.connect(presenter.choose)
    page.recovery_asked.connect(presenter.recover_instead)
    page.look_wanted.connect(presenter.look)
    page.restore_wanted.connect(presenter.put_in_place)
    page.cancelled.connect(presenter.cancel)
    page.left.connect(presenter.go_back)

    def forget() -> None:
        page.forget()
        presenter.forget()

    presenter.begin(place.backup)
    return Room(page, lambda: place, presenter, jobs, back=presenter.go_back, forget=forget)
