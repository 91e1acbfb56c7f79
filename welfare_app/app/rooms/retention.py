"""The rooms where it is decided how long things are kept."""

from welfare_app.app.room import Room, RoomJobs
from welfare_app.app.rooms.house import House
from welfare_app.presenters import places
from welfare_app.presenters.disposal import DisposalPresenter
from welfare_app.presenters.retention import RetentionPresenter
from welfare_app.services.dispose import Dispose
from welfare_app.services.review_retention import ReviewRetention
from welfare_app.services.second_person import SecondPerson
from welfare_app.ui.pages.disposal_page import DisposalPage
from welfare_app.ui.pages.retention_page import RetentionPage
from welfare_app.ui.parts import Kit


def second_person(house: House) -> SecondPerson:
    """Who can vouch beside the person at work, with the passphrases of this vault."""
    tools, practice = house.tools, house.desk.organisation.practice
    keys_for = tools.portable_keys_for if practice else tools.keys_for
    return SecondPerson(house.desk.shift, lambda: keys_for(house.folder))


def disposing(house: House) -> Dispose:
    """What disposes of a case."""
    desk = house.desk
    review = ReviewRetention(desk.shift, desk.definitions)
    return Dispose(
        desk.shift,
        desk.definitions,
        review,
        second_person(house),
        house.tools.renderer,
        backups=desk.back_up.known,
    )


def retention(house: House, place: places.AtRetention, kit: Kit) -> Room:
    """What may be disposed of, or one case to decide about."""
    return _one(house, place, kit) if place.case else _all(house, kit)


def _all(house: House, kit: Kit) -> Room:
    desk, jobs = house.desk, RoomJobs(house.jobs)
    page = RetentionPage(kit, house.person(), practice=desk.organisation.practice)
    presenter = RetentionPresenter(
        page,
        disposing(house),
        desk.definitions,
        jobs,
        house.tools.disk,
        desk.shift.now,
        house.go,
    )
    page.opened.connect(presenter.open)
    page.found.connect(presenter.find)
    page.clear_asked.connect(presenter.clear)
    page.certificate_wanted.connect(presenter.save)
    house.follow_rail(page)
    presenter.begin()
    return Room(page, places.AtRetention, presenter, jobs, forget=presenter.leave)


def _one(house: House, place: places.AtRetention, kit: Kit) -> Room:
    desk, jobs = house.desk, RoomJobs(house.jobs)
    page = DisposalPage(kit)
    presenter = DisposalPresenter(
        page,
        place.case,
        disposing(house),
        desk.definitions,
        jobs,
        house.tools.disk,
        house.go,
    )
    page.read_wanted.connect(presenter.read)
    page.hold_wanted.connect(presenter.hold)
    page.lift_wanted.connect(presenter.lift)
    page.keep_wanted.connect(presenter.keep)
    page.dispose_wanted.connect(presenter.dispose)
    page.certificate_wanted.connect(presenter.save)
    presenter.begin()
    return Room(page, presenter.place, presenter, jobs, presenter.back, forget=page.forget)
