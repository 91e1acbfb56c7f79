"""The steps of a talk: gates, courses, and what may come at any moment."""

import pytest

from tests.desks import sign_off
from tests.presenters.talking import (
    Talking,
    fill_plan,
    fill_safety,
    pass_all,
)
from welfare_app.domain.answers import Answer, Gap, Why
from welfare_app.domain.notes import LineKind
from welfare_app.presenters.places import (
    AtHome,
    AtInterview,
)
from welfare_app.services.desk import INTERVIEW
from welfare_app.services.take_notes import Heard

STAYS = ["safety", "free-recall", "needs", "wishes", "information", "closing"]
AFTER = ["write-up", "evaluate"]


@pytest.fixture
def talk(desk, went):
    id = desk.interviews.start(desk.definitions.form(INTERVIEW).form).id
    return Talking(desk, id, went).open()


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


# Two talks, a later day, a newer form


def test_another_open_talk_of_this_name_is_said_and_nothing_is_mixed(talk, desk, went):
    fill_plan(talk)
    other = Talking(desk, desk.interviews.start(desk.definitions.form(INTERVIEW).form).id).open()
    fill_plan(other)
    other.presenter.answered("known-as", Answer("Testu"))

    [notice] = other.now.notices
    assert notice.startswith("Interview W-0001, not signed off, is with someone of the same name.")
    assert "known-as" not in talk.interview.answers
    assert talk.open().now.notices[0].startswith("Interview W-0002")
    sign_off(desk, other.id)
    assert talk.open().now.notices == ()


def test_a_talk_gone_on_with_a_week_later_is_where_it_was_left(talk, desk, clock):
    fill_plan(talk)
    desk.notes.keep(talk.id, Heard(LineKind.SAID, "He has my card"), "free-recall")
    desk.notes.keep_draft(talk.id, Heard(LineKind.SAID, "And he sa"))
    clock.move(days=7)
    talk.open()

    assert talk.page == "free-recall"
    assert [heard.words for heard in talk.view.drafts] == ["And he sa"]
    desk.notes.keep(talk.id, Heard(LineKind.SAID, "And he said nothing"))
    talk.open()
    assert [(line.time, line.under) for line in talk.now.lines] == [
        ("13:00", ""),
        ("13:00", "Tuesday 19 May"),
    ]


def test_a_line_still_half_typed_at_sign_off_is_kept_with_the_others(talk, desk):
    desk.notes.keep_draft(talk.id, Heard(LineKind.SAID, "And he sa"))
    talk.presenter.stop("They want to stop")
    for page in ("safety", "closing", "write-up", "evaluate"):
        talk.open(page).presenter.pass_over("The worker left")

    assert talk.interview.finished
    assert [note.words for note in desk.notes.of(talk.id)] == ["And he sa"]
    assert desk.notes.draft(talk.id) is None


def test_a_draft_too_long_for_a_line_keeps_nobody_from_signing_off(talk, desk):
    desk.notes.keep_draft(talk.id, Heard(LineKind.SAID, "a" * 60_000))
    talk.presenter.stop("They want to stop")
    for page in ("safety", "closing", "write-up", "evaluate"):
        talk.open(page).presenter.pass_over("The worker left")

    assert talk.interview.finished
    assert len(desk.notes.draft(talk.id).words) == 60_000


def test_what_a_worker_said_stays_out_of_what_programs_print(talk, desk):
    desk.notes.keep(talk.id, Heard(LineKind.SAID, "Quixotic, he keeps my passport"))
    desk.interviews.answer(talk.id, "must-not-know", Answer("Quixotic"))
    for page in ("plan", "free-recall", "follow-up", "wishes"):
        assert "Quixotic" not in repr(talk.open(page).now)
