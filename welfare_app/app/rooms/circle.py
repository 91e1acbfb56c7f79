"""The rooms of circles: who may see a case, and opening one from outside."""

from welfare_app.app.room import Room, RoomJobs
from welfare_app.app.rooms.house import House
from welfare_app.presenters import places
from welfare_app.presenters.circle import CirclePresenter
from welfare_app.presenters.glass import GlassPresenter
from welfare_app.services.keep_circle import BreakGlass
from welfare_app.ui.pages.circle_page import CirclePage
from welfare_app.ui.pages.glass_page import GlassPage
from welfare_app.ui.parts import Kit


def circle(house: House, place: places.AtCircle, kit: Kit) -> Room:
    """Who may see a case."""
    desk, back = house.desk, place.back or places.AtHome()
    page = CirclePage(kit)
    presenter = CirclePresenter(
        page, place.record, desk.circles, desk.ladder, desk.definitions, lambda: house.go(back)
    )
    page.drawn.connect(presenter.draw)
    page.lifted.connect(presenter.lift)
    page.seen.connect(presenter.see)
    presenter.begin()
    return house.room_of(page, presenter, lambda: place, presenter.back)


def glass(house: House, kit: Kit) -> Room:
    """Opening a case from outside its circle."""
    desk, tools, folder = house.desk, house.tools, house.folder
    page, jobs = GlassPage(kit, house.person()), RoomJobs(house.jobs)
    breaking = BreakGlass(
        desk.shift, lambda: tools.keys_for(folder), practice=desk.organisation.practice
    )
    presenter = GlassPresenter(page, breaking, desk.definitions, jobs, house.go)
    page.opened.connect(presenter.open)
    house.follow_rail(page)
    presenter.begin()
    return Room(
        page,
        places.AtGlass,
        presenter,
        jobs,
        lambda: house.go(places.AtLaptop()),
        forget=page.forget,
    )
