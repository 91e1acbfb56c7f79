"""The rooms where a request for access is answered."""

from welfare_app.app.room import Room, RoomJobs
from welfare_app.app.rooms.house import House
from welfare_app.app.rooms.retention import second_person
from welfare_app.presenters import places
from welfare_app.presenters.access import AccessPresenter
from welfare_app.presenters.access_list import AccessListPresenter
from welfare_app.services.answer_access import AnswerAccess
from welfare_app.services.review_retention import ReviewRetention
from welfare_app.ui.pages.access_list_page import AccessListPage
from welfare_app.ui.pages.access_page import AccessPage
from welfare_app.ui.parts import Kit


def access(house: House, place: places.AtAccess, kit: Kit) -> Room:
    """The requests, or one of them."""
    return _one(house, place, kit) if place.request else _all(house, kit)


def _service(house: House) -> AnswerAccess:
    desk, tools = house.desk, house.tools
    review = ReviewRetention(desk.shift, desk.definitions)
    return AnswerAccess(
        desk.shift, desk.definitions, review, second_person(house), tools.renderer, tools.disk
    )


def _all(house: House, kit: Kit) -> Room:
    page = AccessListPage(kit, house.person(), practice=house.desk.organisation.practice)
    presenter = AccessListPresenter(page, _service(house), house.desk.definitions, house.go)
    page.opened.connect(presenter.open)
    page.started.connect(presenter.start)
    house.follow_rail(page)
    presenter.begin()
    return house.room_of(page, presenter, places.AtAccess)


def _one(house: House, place: places.AtAccess, kit: Kit) -> Room:
    page, jobs = AccessPage(kit), RoomJobs(house.jobs)
    presenter = AccessPresenter(
        page, place.request, _service(house), house.desk.definitions, jobs, house.go
    )
    page.kept_safe.connect(presenter.kept_safe)
    page.step_wanted.connect(presenter.step_to)
    page.look_wanted.connect(presenter.look)
    page.included.connect(presenter.include)
    page.left_out.connect(presenter.leave_out)
    page.decided.connect(presenter.decide)
    page.accepted.connect(presenter.accept_theirs)
    page.turned.connect(presenter.turn)
    page.answer_wanted.connect(presenter.answer)
    presenter.begin()

    def leave() -> None:
        page.forget()
        presenter.leave()

    return Room(page, lambda: place, presenter, jobs, presenter.back, forget=leave)
