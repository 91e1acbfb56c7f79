"""The rooms of a referral: overview, pages, reading it through, sealing it."""

from welfare_app.app.late import page_image
from welfare_app.app.room import Room, RoomJobs
from welfare_app.app.rooms.house import House
from welfare_app.app.rooms.retention import second_person
from welfare_app.presenters import places
from welfare_app.presenters.questions import Asking
from welfare_app.presenters.reading import ReadingPresenter
from welfare_app.presenters.referral import ReferralPresenter
from welfare_app.presenters.referral_page import ReferralPagePresenter
from welfare_app.presenters.seal import SealPresenter
from welfare_app.services.versions import workflow_of
from welfare_app.ui.pages.question_page import QuestionPage
from welfare_app.ui.pages.reading_page import ReadingPage
from welfare_app.ui.pages.referral_page import ReferralPage
from welfare_app.ui.pages.seal_page import SealPage
from welfare_app.ui.parts import Kit


def overview(house: House, place: places.AtReferral, kit: Kit) -> Room:
    """How far it is. A report of pay and rights has no such pages: that goes on to sealing."""
    desk = house.desk
    if desk.seal.is_report(begun := desk.referrals.of(place.pack).id):
        return seal(house, places.AtSeal(begun), kit)
    page = ReferralPage(kit)
    presenter = ReferralPresenter(
        page,
        place.pack,
        desk.referrals.form_of(desk.referrals.of(place.pack)),
        workflow_of(desk.definitions, desk.packs.get(place.pack)),
        desk.referrals,
        desk.packs,
        desk.evidence,
        house.go,
        desk.reach,
    )
    page.page_chosen.connect(presenter.open)
    page.gap_wanted.connect(presenter.first_gap)
    page.reading_wanted.connect(presenter.read)
    page.sealing_wanted.connect(presenter.seal)
    page.transcribe_wanted.connect(presenter.transcribe)
    page.exchange_wanted.connect(presenter.exchange)
    page.move_wanted.connect(presenter.move)
    presenter.begin()
    return house.room_of(page, presenter, lambda: place, back=presenter.back)


def question(house: House, place: places.AtReferralPage, kit: Kit) -> Room:
    """One page of it."""
    desk = house.desk
    words = desk.referrals.form_of(desk.referrals.get(place.referral))
    page = QuestionPage(kit, house.languages())
    presenter = ReferralPagePresenter(
        page,
        place.referral,
        place.page,
        words,
        Asking(desk.definitions, words),
        desk.referrals,
        desk.evidence,
        house.go,
    )
    page.answered.connect(presenter.answered)
    page.continued.connect(presenter.next)
    page.stepped_back.connect(presenter.back)
    page.step_chosen.connect(presenter.look_at)
    page.confirmed.connect(presenter.confirm)
    page.kept.connect(house.say_kept)
    presenter.begin()
    return house.room_of(
        page, presenter, lambda: presenter.place, presenter.overview, forget=presenter.leave
    )


def reading(house: House, place: places.AtReading, kit: Kit) -> Room:
    """All of it, read through."""
    desk = house.desk
    words = desk.referrals.form_of(desk.referrals.get(place.referral))
    page = ReadingPage(kit)
    presenter = ReadingPresenter(
        page, place.referral, words, desk.referrals, desk.evidence, house.go
    )
    page.change_wanted.connect(presenter.change)
    presenter.begin()
    return house.room_of(page, presenter, lambda: place, back=presenter.back)


def seal(house: House, place: places.AtSeal, kit: Kit) -> Room:
    """Sealing it."""
    desk = house.desk
    page, jobs = SealPage(kit, page_image), RoomJobs(house.jobs)
    presenter = SealPresenter(
        page,
        place.referral,
        desk.referrals,
        desk.evidence,
        desk.seal,
        house.tools.page_count,
        desk.definitions,
        jobs,
        house.go,
        desk.reach,
        second_person(house),
    )
    page.named.connect(presenter.named)
    page.recordings_added.connect(presenter.add_recordings)
    page.recording_taken_away.connect(presenter.take_away)
    page.recording_described.connect(presenter.describe)
    page.sealing_wanted.connect(presenter.seal)
    page.cancelled.connect(presenter.cancel)
    page.read_back.connect(presenter.read_back)
    page.hidden.connect(presenter.hide)
    page.sealed_again.connect(presenter.again)
    page.stepped_back.connect(presenter.back)
    page.handover_wanted.connect(presenter.hand_over)
    page.signing_wanted.connect(presenter.sign_again)

    def forget() -> None:
        page.forget()
        presenter.forget()

    presenter.begin()
    return Room(
        page,
        lambda: place,
        presenter,
        jobs,
        page.step_back,
        forget=forget,
        holds=lambda: presenter.holds,
    )
