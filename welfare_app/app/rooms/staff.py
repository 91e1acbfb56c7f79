"""The rooms of staff: everyone, one of them, someone new, a new sheet, one's own passphrase."""

from collections.abc import Callable

from welfare_app.app.room import Room, RoomJobs
from welfare_app.app.rooms.house import PLACES, House
from welfare_app.domain.ids import StaffId
from welfare_app.presenters import places
from welfare_app.presenters.ladder import LadderPresenter
from welfare_app.presenters.new_sheet import NewSheetPresenter
from welfare_app.presenters.own_key import OwnKeyPresenter
from welfare_app.presenters.staff import StaffPresenter
from welfare_app.presenters.staff_member import MemberPresenter
from welfare_app.presenters.staff_new import NewStaffPresenter
from welfare_app.services.manage_staff import ManageStaff
from welfare_app.services.own_key import OwnKey
from welfare_app.ui.pages.ladder_page import LadderPage
from welfare_app.ui.pages.new_sheet_page import NewSheetPage
from welfare_app.ui.pages.own_key_page import OwnKeyPage
from welfare_app.ui.pages.staff_member_page import StaffMemberPage
from welfare_app.ui.pages.staff_new_page import StaffNewPage
from welfare_app.ui.pages.staff_page import StaffPage
from welfare_app.ui.parts import Kit


def staff(house: House, kit: Kit) -> Room:
    """Everyone there is."""
    page, jobs = StaffPage(kit, house.person()), RoomJobs(house.jobs)
    presenter = StaffPresenter(page, _manage(house), house.desk.definitions, jobs, house.go)
    page.opened.connect(presenter.open)
    page.add_wanted.connect(presenter.add)
    page.sheet_wanted.connect(presenter.new_sheet)
    page.accepted.connect(presenter.accept)
    house.follow_rail(page)
    presenter.begin()
    return Room(
        page,
        places.AtStaff,
        presenter,
        jobs,
        _back(house),
        forget=page.forget,
    )


def ladder(house: House, kit: Kit) -> Room:
    """Whom to tell in the company."""
    page, desk = LadderPage(kit, house.person()), house.desk
    presenter = LadderPresenter(page, desk.ladder, desk.definitions)
    page.change_wanted.connect(presenter.change)
    page.given.connect(presenter.put)
    house.follow_rail(page)
    presenter.begin()
    return house.room_of(page, presenter, places.AtLadder, _back(house))


def member(house: House, place: places.AtStaffMember, kit: Kit) -> Room:
    """One of them."""
    page, jobs = StaffMemberPage(kit, house.person()), RoomJobs(house.jobs)
    who, words = StaffId(place.staff), house.desk.definitions
    presenter = MemberPresenter(page, _manage(house), who, words, jobs, house.go)
    page.passphrase_typed.connect(presenter.passphrase_typed)
    page.role_chosen.connect(presenter.change_role)
    page.switched.connect(presenter.switch)
    page.taken_away.connect(presenter.take_away)
    page.given.connect(presenter.give)
    house.follow_rail(page)
    presenter.begin()
    return Room(page, lambda: place, presenter, jobs, presenter.back, forget=page.forget)


def newcomer(house: House, kit: Kit) -> Room:
    """Someone new."""
    page, jobs = StaffNewPage(kit, house.person()), RoomJobs(house.jobs)
    presenter = NewStaffPresenter(page, _manage(house), house.desk.definitions, jobs, house.go)
    page.passphrase_typed.connect(presenter.passphrase_typed)
    page.submitted.connect(presenter.submit)
    house.follow_rail(page)
    presenter.begin()
    return Room(page, places.AtNewStaff, presenter, jobs, presenter.back, forget=page.forget)


def new_sheet(house: House, kit: Kit) -> Room:
    """A new recovery sheet. Its code is shown once, so the room holds on to it."""
    page, jobs = NewSheetPage(kit, house.person()), RoomJobs(house.jobs)
    presenter = NewSheetPresenter(
        page,
        _manage(house),
        house.tools.renderer,
        house.tools.disk,
        house.desk.definitions,
        jobs,
        house.go,
    )
    page.wanted.connect(presenter.make)
    page.sheet_wanted.connect(presenter.save)
    page.gone_on.connect(presenter.go_on)
    if page.rail is not None:
        page.rail.chosen.connect(
            lambda key: page.go_back() if presenter.holds() else house.go(PLACES[key]())
        )
    presenter.begin()
    return Room(
        page,
        places.AtNewSheet,
        presenter,
        jobs,
        page.go_back,
        forget=page.forget,
        holds=presenter.holds,
    )


def own_key(house: House, kit: Kit) -> Room:
    """One's own passphrase."""
    page, jobs, desk = OwnKeyPage(kit, house.person()), RoomJobs(house.jobs), house.desk
    tools, folder = house.tools, house.folder
    own = OwnKey(
        desk.shift,
        desk.organisation,
        lambda: tools.keys_for(folder),
        tools.strength,
        lambda: tools.portable_keys_for(folder),
    )
    presenter = OwnKeyPresenter(page, own, desk.definitions, jobs)
    page.passphrase_typed.connect(presenter.passphrase_typed)
    page.changed.connect(presenter.change)
    page.renewed.connect(presenter.renew)
    house.follow_rail(page)
    presenter.begin()
    return Room(
        page,
        places.AtOwnKey,
        presenter,
        jobs,
        _back(house),
        forget=page.forget,
    )


def _back(house: House) -> Callable[[], None]:
    """To where the ways on are."""
    return lambda: house.go(places.AtLaptop())


def _manage(house: House) -> ManageStaff:
    desk, tools, folder = house.desk, house.tools, house.folder
    return ManageStaff(
        desk.shift,
        desk.organisation,
        lambda: tools.keys_for(folder),
        tools.strength,
        lambda: tools.portable_keys_for(folder),
    )
