"""The rooms of what became of sealed packs, and of all that left this laptop."""

from welfare_app.app.late import page_image
from welfare_app.app.room import Room, RoomJobs
from welfare_app.app.rooms.house import House
from welfare_app.domain.roles import Act
from welfare_app.presenters import places
from welfare_app.presenters.disclosures import DisclosuresPresenter
from welfare_app.presenters.handover import HandoverPresenter
from welfare_app.ui.pages.disclosures_page import DisclosuresPage
from welfare_app.ui.pages.handover_page import HandoverPage
from welfare_app.ui.parts import Kit
from welfare_app.ui.printing import Printing


def handover(house: House, place: places.AtHandover, kit: Kit) -> Room:
    """Handed over, received, decided."""
    desk = house.desk
    page = HandoverPage(kit)
    presenter = HandoverPresenter(
        page,
        place.pack,
        desk.hand_over,
        desk.staff_names(),
        desk.definitions,
        house.go,
        may_write=desk.shift.may(Act.WORK_CASES),
        may_read_register=desk.shift.may(Act.READ_TRAIL),
    )
    page.given.connect(presenter.write)
    page.register_wanted.connect(presenter.register)
    presenter.begin()
    return house.room_of(
        page, presenter, lambda: place, back=presenter.back, changed=presenter.changed
    )


def disclosures(house: House, place: places.AtDisclosures, kit: Kit) -> Room:
    """What left this laptop, of one case or of all."""
    desk, jobs = house.desk, RoomJobs(house.jobs)
    printing = Printing(house.tools.page_count, page_image)
    back = "Hand-over" if place.pack else "This laptop"
    page = DisclosuresPage(kit, printing, back=back)
    presenter = DisclosuresPresenter(
        page,
        place.pack,
        desk.disclosures,
        desk.definitions,
        jobs,
        house.go,
        reads_cases=desk.shift.may(Act.READ_CASES),
    )
    page.save_wanted.connect(presenter.save)
    page.print_wanted.connect(presenter.print)
    page.cancelled.connect(presenter.cancel)
    presenter.begin()
    return Room(page, lambda: place, presenter, jobs, presenter.back)
