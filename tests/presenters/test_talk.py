"""The steps of a talk: gates, courses, and what may come at any moment."""

import pytest

from tests.desks import events
from tests.presenters.talking import Talking
from welfare_app.domain.answers import Answer, Gap, Why
from welfare_app.domain.interview import Course
from welfare_app.domain.notes import LineKind
from welfare_app.domain.sign import Known
from welfare_app.presenters.places import (
    AtAssessment,
    AtConsents,
    AtHome,
    AtInterview,
    AtSigns,
    AtTurned,
)
from welfare_app.services.desk import INTERVIEW
from welfare_app.services.note_sign import Noticed
from welfare_app.services.take_notes import Heard

STAYS = ["safety", "free-recall", "needs", "wishes", "information", "closing"]
AFTER = ["write-up", "evaluate"]
PLAN = ("first-name", "last-name", "site", "lead-today")


@pytest.fixture
def talk(desk, went):
    id = desk.interviews.start(desk.definitions.form(INTERVIEW).form).id
    return Talking(desk, id, went).open()


def fill_plan(talk):
    for id in PLAN:
        talk.presenter.answered(id, Answer("Test"))
    talk.presenter.answered("first-language", Answer("Polish"))


def fill_safety(talk, danger="no"):
    for id, value in (("danger-now", danger), ("controller-near", "no")):
        talk.desk.interviews.answer(talk.id, id, Answer(value), "safety")
    return talk.open("safety")


def pass_all(talk, *pages):
    for page in pages:
        talk.desk.interviews.pass_gate(talk.id, page, everything(talk, page), "Put off")
    return talk.open()


def everything(talk, page):
    """All that can stand against going on past a step."""
    asked = talk.desk.definitions.form(INTERVIEW).form.page(page)
    return tuple(one.id for one in (*asked.stops, *asked.fields))


# Gates


def test_a_closed_gate_says_how_much_is_missing_and_keeps_one_there(talk):
    assert talk.now.gate is None
    talk.presenter.next()

    assert (talk.page, talk.now.gate.stops, talk.now.gate.missing) == ("plan", (), 5)


def test_answers_open_a_gate_and_gaps_with_reasons_do_too(talk):
    fill_plan(talk)
    talk.presenter.answered("last-name", Answer(Gap(Why.DECLINED, "afraid")))
    talk.presenter.next()

    assert (talk.page, talk.now.gate) == ("safety", None)


def test_a_stop_is_said_with_what_to_do(talk, desk):
    fill_plan(talk)
    fill_safety(talk, "yes")
    talk.presenter.answered("danger-done", Answer("Called 999"))
    talk.presenter.next()

    assert talk.now.gate.stops == (desk.definitions.form(INTERVIEW).stop("danger"),)
    assert talk.now.gate.missing == 0
    assert talk.page == "safety"


def test_one_may_go_on_for_a_reason_and_the_rail_says_so(talk):
    fill_plan(talk)
    fill_safety(talk, "yes")
    talk.presenter.pass_over("Police are on the way, he wants to talk")
    states = {step.key: step for group in talk.now.rail.groups for step in group.steps}

    assert talk.page == "setting"
    assert (states["safety"].state, states["safety"].stamp) == (
        "skipped",
        "Left with a reason 13:00",
    )
    assert set(talk.interview.passed["safety"].over) == {"danger", "danger-done"}


@pytest.mark.parametrize("reason", ["", " \n"])
def test_without_a_reason_one_stays(talk, reason):
    talk.presenter.pass_over(reason)

    assert (talk.page, talk.interview.passed) == ("plan", {})
    assert talk.now.trouble.happened == "No reason was given for going on."


def test_a_new_stop_after_a_pass_closes_the_gate_again(talk):
    fill_plan(talk)
    fill_safety(talk)
    talk.presenter.answered("controller-near", Answer(Gap(Why.NOT_ASKED)))
    talk.presenter.pass_over("No time")
    talk.open("safety").presenter.answered("danger-now", Answer("yes"))
    talk.presenter.next()

    assert talk.page == "safety"
    assert len(talk.now.gate.stops) == 1
    assert talk.now.gate.missing == 1


def test_an_interpreter_who_is_no_longer_used_holds_nobody_up(talk, desk):
    for id, value in (("interpreter", "independent"), ("interpreter-free", "no")):
        desk.interviews.answer(talk.id, id, Answer(value))
    talk.open("language").presenter.next()
    assert len(talk.now.gate.stops) == 1

    talk.presenter.answered("interpreter", Answer("refused"))
    assert (talk.now.gate.stops, talk.now.gate.missing) == ((), 1)
    talk.presenter.answered("no-interpreter", Answer("He speaks English well"))
    assert talk.now.gate is None


def test_a_jump_ahead_lands_at_the_first_closed_gate_and_says_why(talk):
    fill_plan(talk)
    talk.presenter.look_at("closing")

    assert (talk.page, talk.now.gate.missing) == ("safety", 2)


def test_a_jump_ahead_to_a_step_of_notes_says_there_why_it_is_held(talk, went):
    pass_all(talk, "plan", "safety", "setting", "language", "explain", "age")
    talk.open("plan").presenter.look_at("closing")

    assert went == [AtInterview(talk.id, "free-recall", held=True)]
    assert (talk.page, talk.now.gate.missing) == ("free-recall", 1)


def test_back_is_always_allowed_whatever_stands_there(talk):
    talk.open("age")
    for page in ("explain", "language", "setting", "safety", "plan", "plan"):
        talk.presenter.back()
        assert (talk.page, talk.now.gate) == (page, None)


def test_the_rail_leads_back_without_a_question(talk):
    talk.open("age").presenter.look_at("plan")

    assert (talk.page, talk.now.gate) == ("plan", None)


def test_sign_off_lands_at_the_first_closed_gate_and_says_why(talk, went):
    talk.open("evaluate").presenter.next()
    talk.presenter.pass_over("Nothing more to say")

    assert (talk.page, talk.now.gate.missing) == ("plan", 5)
    assert talk.interview.finished is None


def test_the_last_step_signs_the_talk_off_once_every_gate_is_open(talk, desk, went):
    form = desk.definitions.form(INTERVIEW).form
    pass_all(talk, *(page.id for page in form.pages[:-1]))
    talk.open("evaluate")
    assert talk.now.last
    talk.presenter.pass_over("Nothing more to say")

    assert talk.interview.finished
    assert went[-1] == AtHome()


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


def test_a_talk_stopped_after_a_disclosure_goes_on_with_the_steps_that_stayed(talk):
    talk.presenter.disclose()
    talk.presenter.stop("We were interrupted")
    talk.presenter.resume_questions("They came back")

    assert talk.interview.course is Course.DISCLOSURE
    assert talk.interview.disclosed


def test_a_talk_that_was_only_stopped_goes_on_as_a_whole(talk):
    talk.presenter.stop("We were interrupted")
    talk.presenter.resume_questions("They came back")

    assert talk.interview.course is Course.WHOLE
