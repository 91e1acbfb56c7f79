"""The rooms where a referral's answers leave for another form, or come from a file."""

from welfare_app.app.room import Room, RoomJobs
from welfare_app.app.rooms.house import House
from welfare_app.presenters import places
from welfare_app.presenters.exchange import ExchangePresenter
from welfare_app.presenters.transcribe import TranscribePresenter
from welfare_app.ui.pages.exchange_page import ExchangePage
from welfare_app.ui.pages.transcribe_page import TranscribePage
from welfare_app.ui.parts import Kit


def transcribe(house: House, place: places.AtTranscribe, kit: Kit) -> Room:
    """Box by box into their form."""
    desk = house.desk
    words = desk.referrals.form_of(desk.referrals.get(place.referral))
    page = TranscribePage(kit)
    presenter = TranscribePresenter(
        page, place.referral, words, desk.referrals, desk.evidence, house.go, desk.reads
    )
    page.copied.connect(presenter.copied)
    page.reached.connect(presenter.reached)
    presenter.begin()
    return house.room_of(page, presenter, lambda: place, back=presenter.back, forget=page.forget)


def exchange(house: House, place: places.AtExchange, kit: Kit) -> Room:
    """Answers as a file."""
    desk = house.desk
    words = desk.referrals.form_of(desk.referrals.get(place.referral))
    page, jobs = ExchangePage(kit), RoomJobs(house.jobs)
    presenter = ExchangePresenter(
        page, place.referral, words, desk.referrals, desk.exchange, jobs, house.go
    )
    page.save_wanted.connect(presenter.save)
    page.look_wanted.connect(presenter.look)
    page.taken.connect(presenter.take)
    page.left.connect(presenter.leave_it)
    presenter.begin()
    return Room(page, lambda: place, presenter, jobs, presenter.back)
