"""The rooms of a talk: the interview, its signs, and the laptop turned round."""

from welfare_app.app.room import Room
from welfare_app.app.rooms.house import House
from welfare_app.presenters import places
from welfare_app.presenters.assessment import AssessmentPresenter
from welfare_app.presenters.interview import InterviewPresenter
from welfare_app.presenters.questions import Asking
from welfare_app.presenters.signs import SignsPresenter
from welfare_app.presenters.turned import TurnedPresenter, spoken_language
from welfare_app.services.versions import form_of
from welfare_app.ui.pages.assessment_page import AssessmentPage
from welfare_app.ui.pages.interview_page import InterviewPage
from welfare_app.ui.pages.signs_page import SignsPage
from welfare_app.ui.pages.turned_page import TurnedPage
from welfare_app.ui.parts import Kit


def interview(house: House, place: places.AtInterview, kit: Kit) -> Room:
    """An interview, at one of its steps."""
    desk = house.desk
    words = form_of(desk.definitions, desk.interviews.resume(place.interview))
    page = InterviewPage(kit, house.languages())
    presenter = InterviewPresenter(
        page,
        place.interview,
        place.page,
        Asking(desk.definitions, words),
        words,
        desk.definitions.catalogue(),
        desk.interviews,
        desk.signs,
        desk.packs,
        desk.rules,
        house.go,
    )
    page.answered.connect(presenter.answered)
    page.continued.connect(presenter.next)
    page.postponed.connect(presenter.later)
    page.stepped_back.connect(presenter.back)
    page.step_chosen.connect(presenter.look_at)
    page.sign_wanted.connect(presenter.add_sign)
    page.kept.connect(house.say_kept)
    page.pack_wanted.connect(presenter.open_pack)
    presenter.begin()
    return house.room_of(
        page, presenter, lambda: presenter.place, presenter.pause, forget=presenter.leave
    )


def signs(house: House, place: places.AtSigns, kit: Kit) -> Room:
    """The catalogue, to add a sign from."""
    desk = house.desk
    page = SignsPage(kit)
    presenter = SignsPresenter(
        page,
        place,
        desk.definitions.catalogue(),
        form_of(desk.definitions, desk.interviews.resume(place.interview)),
        desk.interviews,
        desk.signs,
        desk.definitions,
        house.go,
        files=desk.evidence.of_interview(place.interview),
    )
    page.searched.connect(presenter.search)
    page.grouped.connect(presenter.group)
    page.noted.connect(presenter.note)
    page.left.connect(presenter.back)
    presenter.begin()
    return house.room_of(page, presenter, lambda: place, back=page.step_back)


def turned(house: House, place: places.AtTurned, kit: Kit) -> Room:
    """The laptop turned round, in the language of the talk unless another was chosen."""
    desk = house.desk
    talk = desk.interviews.resume(place.interview)
    page = TurnedPage(kit)
    presenter = TurnedPresenter(
        page,
        place,
        spoken_language(desk.definitions, form_of(desk.definitions, talk), talk.answers),
        desk.definitions,
        desk.organisation.nation,
        house.go,
    )
    page.language_chosen.connect(presenter.speak)
    page.went_on.connect(presenter.next)
    page.went_back.connect(presenter.back)
    page.left_at_once.connect(house.lock)
    presenter.begin()
    return house.room_of(
        page, presenter, lambda: presenter.place, presenter.turn_back, forget=page.forget
    )


def assessment(house: House, place: places.AtAssessment, kit: Kit) -> Room:
    """What the rule makes of an interview's signs."""
    desk = house.desk
    page = AssessmentPage(kit)
    presenter = AssessmentPresenter(
        page,
        place,
        desk.definitions,
        desk.interviews,
        desk.signs,
        desk.packs,
        house.go,
    )
    page.profile_chosen.connect(presenter.choose)
    page.pack_wanted.connect(presenter.open_pack)
    page.left.connect(presenter.back)
    presenter.begin()
    return house.room_of(page, presenter, lambda: place, back=presenter.back)
