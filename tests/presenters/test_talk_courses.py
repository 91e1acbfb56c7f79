"""The course of a talk: what stays after something serious, or once it was stopped."""

import pytest

from tests.desks import events
from tests.presenters.talking import (
    Talking,
)
from welfare_app.domain.answers import Answer
from welfare_app.domain.interview import Course
from welfare_app.domain.notes import LineKind
from welfare_app.domain.sign import Known
from welfare_app.presenters.places import (
    AtAssessment,
    AtConsents,
    AtHome,
    AtSigns,
    AtTurned,
)
from welfare_app.services.desk import INTERVIEW
from welfare_app.services.note_sign import Noticed
from welfare_app.services.take_notes import Heard

STAYS = ["safety", "free-recall", "needs", "wishes", "information", "closing"]
AFTER = ["write-up", "evaluate"]


@pytest.fixture
def talk(desk, went):
    id = desk.interviews.start(desk.definitions.form(INTERVIEW).form).id
    return Talking(desk, id, went).open()


# Courses


def test_something_serious_hides_the_checklist_and_nothing_else(talk, desk):
    desk.interviews.answer(talk.id, "age-known", Answer("34"))
    talk.open("age").presenter.disclose()

    assert talk.steps == [*STAYS, *AFTER]
    assert talk.page == "free-recall"
    assert talk.now.beside.course.course == "disclosure"
    assert talk.interview.answers == {"age-known": Answer("34")}


def test_a_step_that_stays_is_not_left(talk):
    talk.open("wishes").presenter.disclose()

    assert talk.page == "wishes"


def test_after_a_disclosure_no_gate_keeps_anyone_from_a_step(talk):
    talk.presenter.disclose()
    for page in (*reversed(STAYS), *AFTER):
        talk.presenter.look_at(page)
        assert talk.page == page
    talk.open("safety").presenter.next()

    assert talk.page == "free-recall"


def test_a_step_of_the_checklist_cannot_be_reached_once_the_questions_stopped(talk):
    talk.presenter.disclose()
    for page in ("follow-up", "plan", "no-such-step"):
        talk.presenter.look_at(page)
        assert talk.page in STAYS

    assert talk.open("follow-up").page == "free-recall"


def test_the_key_pressed_twice_turns_the_talk_once(talk):
    talk.presenter.disclose()
    talk.presenter.disclose()

    assert [turn.course for turn in talk.interview.turns] == [Course.DISCLOSURE]


def test_going_back_to_the_whole_needs_a_reason(talk):
    talk.presenter.disclose()
    talk.presenter.resume_questions(" ")
    assert talk.now.trouble.happened == "No reason was given for going on with the questions."
    assert talk.steps == [*STAYS, *AFTER]

    talk.presenter.resume_questions("The key was pressed by mistake")
    assert len(talk.steps) == 14
    assert talk.now.trouble is None
    assert talk.now.beside.course is None


def test_stopping_leads_to_closing_and_to_what_is_left(talk):
    talk.presenter.stop("They want to stop")

    assert talk.page == "closing"
    assert talk.steps == ["safety", "closing", *AFTER]
    assert talk.now.beside.course.course == "stopped"
    assert talk.interview.turns[-1].reason == "They want to stop"


def test_a_stopped_talk_is_signed_off_by_giving_reasons(talk, desk, went):
    talk.presenter.stop("")
    for page in ("safety", "closing", "write-up", "evaluate"):
        talk.open(page).presenter.pass_over("The worker left")

    assert talk.interview.finished
    assert went[-1] == AtHome()


def test_a_serious_sign_turns_the_talk_when_one_comes_back(talk, desk):
    talk.open("age").presenter.add_sign()
    desk.signs.note(talk.id, Noticed("DEL-CD-DOCUMENTS", Known.SAID))
    talk.open("age")

    assert talk.page == "free-recall"
    assert talk.steps == [*STAYS, *AFTER]


def test_a_serious_sign_taken_from_their_words_turns_the_talk_at_once(talk, desk):
    desk.notes.keep(talk.id, Heard(LineKind.SAID, "The boss keeps my passport"))
    talk.open("follow-up")
    [found] = [
        one for one in talk.now.beside.perhaps if one.offered.indicator == "DEL-CD-DOCUMENTS"
    ]
    talk.presenter.note_suggestion(found.offered)

    assert talk.page == "free-recall"
    assert events(desk.shift.vault)[-2:] == ["SignNoted", "CourseTurned"]
    assert [line.signs for line in talk.now.lines] == [(found.title,)]


def test_a_suggestion_set_aside_needs_a_reason_and_is_not_offered_again(talk, desk):
    desk.notes.keep(talk.id, Heard(LineKind.SAID, "The boss keeps my passport"))
    talk.open("age")
    found = talk.now.beside.perhaps[0].offered
    talk.presenter.dismiss(found, " ")
    assert talk.now.trouble.happened == "Setting a suggestion aside needs a reason."
    assert found in [one.offered for one in talk.now.beside.perhaps]

    talk.presenter.dismiss(found, "He lent it for a copy")
    assert talk.now.trouble is None
    assert found not in [one.offered for one in talk.now.beside.perhaps]


def test_a_sign_taken_back_leaves_the_course_as_it_is(talk, desk):
    sign = desk.signs.note(talk.id, Noticed("DEL-CD-DOCUMENTS", Known.SAID))
    talk.open("needs").presenter.take_back(sign.id, "Heard wrongly")

    assert talk.now.beside.signs == ()
    assert talk.interview.course is Course.DISCLOSURE


# Aside


@pytest.mark.parametrize(
    ("act", "place"),
    [
        ("add_sign", AtSigns),
        ("look_at_assessment", AtAssessment),
        ("look_at_consents", AtConsents),
        ("turn_round", AtTurned),
    ],
)
def test_looking_aside_comes_back_to_this_step(talk, went, act, place):
    talk.open("needs")
    getattr(talk.presenter, act)()

    assert went == [place(talk.id, "needs")]
