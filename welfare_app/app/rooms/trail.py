"""The room of the audit trail."""

from welfare_app.app.late import page_image
from welfare_app.app.room import Room, RoomJobs
from welfare_app.app.rooms.house import House
from welfare_app.domain.roles import Act
from welfare_app.presenters import places
from welfare_app.presenters.trail import TrailPresenter, TrailRows
from welfare_app.ui.pages.places import LAPTOP, TRAIL
from welfare_app.ui.pages.trail_page import TrailPage
from welfare_app.ui.parts import Kit
from welfare_app.ui.printing import Printing


def trail(house: House, kit: Kit) -> Room:
    """What was done, by whom, and whether every entry is in its place."""
    desk, jobs = house.desk, RoomJobs(house.jobs)
    here = LAPTOP if desk.shift.may(Act.READ_CASES) else TRAIL
    rows = TrailRows(desk.trail, desk.shift.now)
    printing = Printing(house.tools.page_count, page_image)
    page = TrailPage(
        kit, house.person(), rows, printing, here=here, practice=desk.organisation.practice
    )
    presenter = TrailPresenter(
        page, rows, desk.trail, desk.give_out, desk.definitions, jobs, desk.shift.now, house.go
    )
    page.asked_for.connect(presenter.ask)
    page.looked.connect(presenter.look)
    page.save_wanted.connect(presenter.save)
    page.print_wanted.connect(presenter.print)
    page.check_wanted.connect(presenter.check)
    page.cancelled.connect(presenter.cancel)
    house.follow_rail(page)
    presenter.begin()
    back = presenter.back if desk.shift.may(Act.READ_CASES) else lambda: None
    return Room(page, places.AtTrail, presenter, jobs, back, forget=presenter.leave)
