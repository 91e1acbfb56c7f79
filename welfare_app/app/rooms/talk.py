"""The rooms of a talk: the interview, its signs, and the laptop turned round."""

from dataclasses import replace

from welfare_app.app.room import Room
from welfare_app.app.rooms.house import House
from welfare_app.domain.interview import Interview
from welfare_app.domain.notes import LineKind
from welfare_app.domain.sign import Known
from welfare_app.presenters import places
from welfare_app.presenters.assessment import AssessmentPresenter
from welfare_app.presenters.consents import ConsentsPresenter
from welfare_app.presenters.interview import InterviewPresenter
from welfare_app.presenters.notes import NotesPresenter
from welfare_app.presenters.record import RecordPresenter
from welfare_app.presenters.signs import NotedLine, SignsPresenter
from welfare_app.presenters.talk import TalkPresenter
from welfare_app.presenters.talk_steps import landing
from welfare_app.presenters.turned import TurnedPresenter, spoken_language
from welfare_app.services.definitions import FormDefinition
from welfare_app.services.desk import Desk
from welfare_app.services.versions import form_of
from welfare_app.ui.pages.assessment_page import AssessmentPage
from welfare_app.ui.pages.consents_page import ConsentsPage
from welfare_app.ui.pages.interview_page import InterviewPage
from welfare_app.ui.pages.notes_page import NotesPage
from welfare_app.ui.pages.record_page import RecordPage
from welfare_app.ui.pages.signs_page import SignsPage
from welfare_app.ui.pages.talk_side import TalkSide
from welfare_app.ui.pages.turned_page import TurnedPage
from welfare_app.ui.parts import Kit


def interview(house: House, place: places.AtInterview, kit: Kit) -> Room:
    """An interview, at one of its steps: questions, or notes."""
    desk = house.desk
    record = desk.interviews.resume(place.interview)
    words = form_of(desk.definitions, record)
    if record.finished is not None:
        return _record(house, place, words, kit)
    at = landing(words.form, record, place.page or _left_at(desk, record, words))
    if words.form.page(at).notes:
        return _notes(house, replace(place, page=at), words, kit)
    page = InterviewPage(kit, house.languages())
    presenter = InterviewPresenter(page, place.interview, at, desk, words, house.go)
    page.answered.connect(presenter.answered)
    page.continued.connect(presenter.next)
    _wire_step(house, page, presenter)
    presenter.begin(held=place.held)
    return house.room_of(
        page, presenter, lambda: presenter.place, presenter.pause, forget=presenter.leave
    )


def _left_at(desk: Desk, record: Interview, words: FormDefinition) -> str:
    """The step a talk was left on: where a line is half typed, one of notes."""
    half = desk.notes.draft(record.id) is not None
    notes = words.form.page(record.page).notes
    return words.form.first_notes if half and not notes else record.page


def _notes(house: House, place: places.AtInterview, words: FormDefinition, kit: Kit) -> Room:
    page = NotesPage(kit, house.languages())
    presenter = NotesPresenter(page, place.interview, place.page, house.desk, words, house.go)
    page.line_kept.connect(presenter.keep)
    page.drafted.connect(presenter.keep_draft)
    page.tagged.connect(presenter.tag)
    page.line_sign_wanted.connect(presenter.add_sign)
    page.question_asked.connect(presenter.ask)
    page.question_marked.connect(presenter.mark)
    page.finished.connect(presenter.finish)
    _wire_step(house, page, presenter)
    presenter.begin(held=place.held)
    return house.room_of(page, presenter, lambda: presenter.place, presenter.pause)


def _record(house: House, place: places.AtInterview, words: FormDefinition, kit: Kit) -> Room:
    page = RecordPage(kit)
    presenter = RecordPresenter(page, place.interview, house.desk, words, house.go)
    page.added.connect(presenter.add)
    page.added_to_note.connect(presenter.add_to_note)
    side = page.side_panel
    side.sign_wanted.connect(presenter.add_sign)
    side.pack_wanted.connect(presenter.open_pack)
    side.assessment_wanted.connect(presenter.look_at_assessment)
    side.consents_wanted.connect(presenter.look_at_consents)
    side.circle_wanted.connect(presenter.look_at_circle)
    side.turn_wanted.connect(presenter.turn_round)
    presenter.begin()
    return house.room_of(page, presenter, lambda: place, presenter.back)


def consents(house: House, place: places.AtConsents, kit: Kit) -> Room:
    """The three consents of an interview."""
    desk = house.desk
    words = form_of(desk.definitions, desk.interviews.resume(place.interview))
    page = ConsentsPage(kit)
    presenter = ConsentsPresenter(page, place.interview, place.page, desk, words, house.go)
    page.withdrawn.connect(presenter.withdraw)
    page.renewed.connect(presenter.renew)
    presenter.begin()
    return house.room_of(page, presenter, lambda: place, presenter.back)


def _wire_step(house: House, page: InterviewPage | NotesPage, presenter: TalkPresenter) -> None:
    page.gate_passed.connect(presenter.pass_over)
    page.stepped_back.connect(presenter.back)
    page.step_chosen.connect(presenter.look_at)
    page.kept.connect(house.say_kept)
    _wire_side(page.side_panel, presenter)


def _wire_side(side: TalkSide, presenter: TalkPresenter) -> None:
    side.sign_wanted.connect(presenter.add_sign)
    side.disclosed.connect(presenter.disclose)
    side.pack_wanted.connect(presenter.open_pack)
    side.resumed.connect(presenter.resume_questions)
    side.stopped.connect(presenter.stop)
    side.assessment_wanted.connect(presenter.look_at_assessment)
    side.consents_wanted.connect(presenter.look_at_consents)
    side.circle_wanted.connect(presenter.look_at_circle)
    side.turn_wanted.connect(presenter.turn_round)
    side.suggestion_noted.connect(presenter.note_suggestion)
    side.suggestion_dismissed.connect(presenter.dismiss)
    side.sign_withdrawn.connect(presenter.take_back)


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
        _noted_line(desk, place),
        desk.evidence.of_interview(place.interview),
    )
    page.searched.connect(presenter.search)
    page.grouped.connect(presenter.group)
    page.noted.connect(presenter.note)
    page.left.connect(presenter.back)
    presenter.begin()
    return house.room_of(page, presenter, lambda: place, back=page.step_back)


def _noted_line(desk: Desk, place: places.AtSigns) -> NotedLine | None:
    """The line of notes a sign begins with, if it begins with one."""
    lines = desk.notes.of(place.interview) if place.note else ()
    line = next((one for one in lines if one.id == place.note), None)
    if line is None:
        return None
    known = {LineKind.SAID: Known.SAID, LineKind.SEEN: Known.SEEN}.get(line.kind, Known.VIEW)
    return NotedLine(line.id, line.words, "en", known)


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
        heard=desk.interviews.resume(place.interview).disclosed,
    )
    page.profile_chosen.connect(presenter.choose)
    page.pack_wanted.connect(presenter.open_pack)
    page.left.connect(presenter.back)
    presenter.begin()
    return house.room_of(page, presenter, lambda: place, back=presenter.back)
