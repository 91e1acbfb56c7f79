"""The interview: what is asked, what is wrong, where Next leads, which signs stand."""

import pytest

from tests.desks import Screens
from welfare_app.domain.answers import Answer, Gap, Rows, Why
from welfare_app.domain.sign import Known
from welfare_app.presenters.interview import InterviewPresenter
from welfare_app.presenters.places import AtHome, AtInterview, AtPack, AtSigns
from welfare_app.services.desk import INTERVIEW
from welfare_app.services.note_sign import Noticed


@pytest.fixture
def talk(desk):
    return desk.interviews.start(desk.definitions.form(INTERVIEW).form).id


@pytest.fixture
def opened(desk, talk, went):
    """Opens the interview at a page, as coming back to it does."""

    def at(page="", id=talk, desk=desk):
        words, view = desk.definitions.form(INTERVIEW), Screens()
        presenter = InterviewPresenter(view, id, page, desk, words, went.append)
        presenter.begin()
        return presenter, view

    return at


def asked(view):
    return [question.id for question in view.now.questions]


def test_an_interview_opens_on_its_first_page(opened):
    _, view = opened()

    assert view.now.where == "Welfare interview W-0001"
    assert asked(view)[:3] == ["first-name", "last-name", "known-as"]
    assert (view.now.last, view.now.gate, view.now.kept) == (False, None, "")
    assert view.now.rail.title == "Step 1 of 14"


def test_an_answer_is_kept_as_soon_as_it_is_given(opened, desk, talk):
    presenter, view = opened()
    presenter.answered("first-name", Answer("Test", "ro"))

    assert desk.interviews.resume(talk).answers == {"first-name": Answer("Test", "ro")}
    assert view.now.kept == "Kept 13:00"
    assert (view.now.questions[0].value, view.now.questions[0].language) == ("Test", "ro")


def test_leaving_a_box_as_it_was_is_not_a_new_answer(opened, heard):
    presenter, _ = opened()
    presenter.answered("first-name", Answer("Test"))
    told = len(heard)
    presenter.answered("first-name", Answer("Test"))

    assert len(heard) == told


def test_saying_an_interpreter_helps_asks_who(opened):
    presenter, view = opened("language")
    assert asked(view) == ["interpreter"]

    presenter.answered("interpreter", Answer("independent"))
    assert asked(view) == [
        *("interpreter", "interpreter-way", "interpreter-provider", "interpreter-language"),
        *("interpreter-dialect", "interpreter-gender", "interpreter-free", "interpreter-start"),
    ]
    presenter.answered("interpreter", Answer("none-found"))
    assert asked(view) == ["interpreter", "no-interpreter"]


def test_problems_wait_until_someone_tries_to_go_on(opened):
    presenter, view = opened()
    assert not any(question.problem for question in view.now.questions)

    presenter.next()
    assert view.now.rail.title == "Step 1 of 14"
    assert view.now.problems == "Five answers need another look"
    assert view.now.questions[0].problem
    assert view.now.questions[2].problem == ""


def test_a_problem_goes_away_as_soon_as_it_is_mended(opened):
    presenter, view = opened()
    presenter.next()
    for id in ("first-name", "last-name", "site", "lead-today"):
        presenter.answered(id, Answer("Test"))
    assert view.now.problems == "One answer needs another look"

    presenter.answered("first-language", Answer("Polish"))
    assert view.now.problems == ""


def test_a_complete_page_leads_to_the_next_and_back_again(opened, desk, talk):
    presenter, view = opened("plan")
    for id in ("first-name", "last-name", "site", "lead-today"):
        presenter.answered(id, Answer("Test"))
    presenter.answered("first-language", Answer("Polish"))
    presenter.next()
    assert asked(view)[0] == "danger-now"
    presenter.back()

    assert view.now.questions[0].value == "Test"
    assert desk.interviews.resume(talk).page == "plan"


def test_a_reason_for_silence_lets_the_talk_go_on(opened):
    presenter, view = opened("plan")
    for id in ("last-name", "site", "lead-today", "first-language"):
        presenter.answered(id, Answer("Polish"))
    presenter.answered("first-name", Answer(Gap(Why.NOT_ASKED)))
    presenter.next()
    assert view.now.problems == "One answer needs another look"

    presenter.answered("first-name", Answer(Gap(Why.NOT_ASKED, "No time to ask")))
    presenter.next()
    assert asked(view)[0] == "danger-now"


def test_back_is_always_allowed(opened):
    presenter, view = opened("safety")
    for _ in range(3):
        presenter.back()

    assert view.now.rail.title == "Step 1 of 14"
    assert view.now.problems == ""


def test_the_rail_tells_what_is_done_and_where_we_are(opened):
    presenter, view = opened("language")
    presenter.answered("interpreter", Answer(Gap(Why.NOT_ASKED, "Put off")))
    presenter.look_at("safety")
    states = {step.key: step.state for group in view.now.rail.groups for step in group.steps}

    assert (states["language"], states["safety"], states["plan"]) == ("done", "now", "next")
    assert len(states) == 14
    assert len(view.now.rail.groups) == 3
    assert view.now.rail.folded.startswith("Step 2 of 14: ")


def test_coming_back_opens_the_page_it_was_left_on(opened):
    presenter, _ = opened("needs")
    presenter.answered("health", Answer("Tired"))
    _, view = opened()

    assert "health" in asked(view)


def test_adding_a_sign_comes_back_to_this_page(opened, went, talk):
    presenter, _ = opened("needs")
    presenter.add_sign()

    assert went == [AtSigns(talk, "needs")]
    assert presenter.place == AtInterview(talk, "needs")


def test_signs_that_stand_are_shown_beside_the_questions(opened, desk, talk):
    kept, _ = (
        desk.signs.note(talk, Noticed("DEL-CD-DEBT", known)) for known in (Known.SAID, Known.SEEN)
    )
    presenter, view = opened()
    assert [(line.known, line.time) for line in view.now.beside.signs] == [
        ("Said", "13:00"),
        ("Seen", "13:00"),
    ]

    desk.signs.withdraw(kept.id, "Heard wrongly")
    presenter.begin()
    assert [line.known for line in view.now.beside.signs] == ["Seen"]
    assert view.now.beside.signs[0].title == desk.definitions.catalogue().phrase("DEL-CD-DEBT")


def test_a_pack_opened_from_a_talk_is_that_talks_pack(opened, went, desk, talk):
    presenter, _ = opened()
    presenter.open_pack()
    presenter.open_pack()

    assert went[0] == went[1]
    assert isinstance(went[0], AtPack)
    assert desk.packs.get(went[0].pack).interview == talk


def test_pausing_goes_home_and_finishes_nothing(opened, went, desk, talk):
    presenter, _ = opened()
    presenter.pause()

    assert went == [AtHome()]
    assert desk.interviews.resume(talk).finished is None


def test_people_in_the_room_are_asked_for_row_by_row(opened):
    presenter, view = opened("setting")
    presenter.answered("present", Answer(Rows(({"present-name": "Test Champion"},))))
    present = next(one for one in view.now.questions if one.id == "present")

    assert [part.id for part in present.parts] == ["present-name", "present-role"]
    assert present.value.rows[0]["present-name"] == "Test Champion"


def test_what_a_worker_said_stays_out_of_what_programs_print(opened):
    presenter, view = opened()
    presenter.answered("first-name", Answer("Quixotic"))

    assert "Quixotic" not in repr(view.now)
