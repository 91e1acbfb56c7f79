"""The room where cases go to colleagues and come from them."""

from welfare_app.app.room import Room, RoomJobs
from welfare_app.app.rooms.house import House
from welfare_app.presenters import places
from welfare_app.presenters.courier import CourierPresenter
from welfare_app.ui.pages.courier_page import CourierPage
from welfare_app.ui.parts import Kit


def room(house: House, kit: Kit) -> Room:
    """Cases to and from colleagues."""
    page, jobs = CourierPage(kit), RoomJobs(house.jobs)
    presenter = CourierPresenter(page, house.desk, jobs, house.go)
    page.card_wanted.connect(presenter.save_card)
    page.added.connect(presenter.add)
    page.confirmed.connect(presenter.confirm)
    page.removed.connect(presenter.remove)
    page.send_wanted.connect(presenter.send)
    page.place_chosen.connect(presenter.lock_into)
    page.look_wanted.connect(presenter.look)
    page.taken.connect(presenter.take)
    page.left.connect(presenter.leave_it)
    page.cancelled.connect(presenter.cancel)
    page.chosen.connect(presenter.choose)
    page.both_kept.connect(presenter.keep_both)
    presenter.begin()
    return Room(
        page,
        places.AtCourier,
        presenter,
        jobs,
        presenter.back,
        presenter.changed,
        page.forget_reason,
    )
