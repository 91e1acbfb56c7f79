"""Kinds of talk, and a visit of several: what Home, Cases and a record say of them."""

import pytest

from tests.desks import sign_off
from welfare_app.domain.answers import Answer
from welfare_app.domain.desk_view import Order
from welfare_app.presenters.cases import CasesPresenter
from welfare_app.presenters.home import HomePresenter
from welfare_app.presenters.interview import InterviewPresenter
from welfare_app.presenters.record import RecordPresenter
from welfare_app.services.desk import INTERVIEW
from welfare_app.services.versions import form_of

SURGERY, REVIEW = "site-surgery", "probation-review"


@pytest.fixture
def home(desk, screens, went):
    return HomePresenter(
        screens,
        desk.around,
        desk.interviews,
        desk.packs,
        desk.definitions,
        desk.shift.now,
        went.append,
        practice=False,
    )


def begin(desk, name, after=None):
    return desk.interviews.start(desk.definitions.form(name).form, after)


def test_the_other_kinds_of_talk_say_what_they_are_for(home, screens):
    home.begin()

    assert [(one.form, one.title) for one in screens.now.kinds] == [
        (REVIEW, "Probation review"),
        (SURGERY, "Surgery talk"),
    ]
    assert all(one.about for one in screens.now.kinds)


@pytest.mark.parametrize("name", [REVIEW, SURGERY])
def test_a_kind_of_talk_is_begun_on_its_own_form(home, desk, went, name):
    home.start_talk(name)

    [place] = went
    assert desk.interviews.resume(place.interview).form == name


def test_talks_are_told_apart_by_their_kind(home, desk, screens):
    for name in (INTERVIEW, REVIEW, SURGERY):
        begin(desk, name)
    home.begin()

    assert {need.about.split(",")[0] for need in screens.now.needs} == {
        "Welfare interview W-0001",
        "Probation review W-0002",
        "Surgery talk W-0003",
    }


def test_a_talk_from_before_forms_had_titles_is_called_an_interview(desk):
    assert desk.definitions.form(INTERVIEW, version=1).title == "Interview"


def test_no_visit_is_under_way_without_a_surgery(home, desk, screens):
    begin(desk, INTERVIEW)
    begin(desk, REVIEW)
    home.begin()

    assert screens.now.visit is None


def test_a_surgery_talk_signed_off_makes_ready_for_the_next_person(home, desk, screens, went):
    first = begin(desk, SURGERY)
    desk.interviews.answer(first.id, "site", Answer("Alder Mill"))
    desk.interviews.answer(first.id, "known-as", Answer("Quixotic"))
    sign_off(desk, first.id)
    home.begin()

    assert screens.now.visit.about.startswith("Visit W-0001, 12 May: 1 talk")
    assert "Quixotic" not in repr(screens.now)
    home.next_person()
    second = desk.interviews.resume(went[0].interview)
    assert (second.visit, second.form) == (first.id, SURGERY)
    assert dict(second.answers) == {"site": Answer("Alder Mill")}


def test_a_talk_left_in_the_middle_does_not_keep_the_next_person_waiting(home, desk, screens):
    first = begin(desk, SURGERY)
    begin(desk, SURGERY, first.id)
    home.begin()

    assert screens.now.visit.about.startswith("Visit W-0001, 12 May: 2 talks, 2 not signed off")
    assert len(screens.now.needs) == 2


def test_after_an_earlier_talk_was_finished_late_the_visit_still_goes_on_from_the_last(
    home, desk, went
):
    first = begin(desk, SURGERY)
    second = begin(desk, SURGERY, first.id)
    desk.interviews.answer(second.id, "talk-place", Answer("Canteen office"))
    sign_off(desk, first.id)
    home.next_person()

    third = desk.interviews.resume(went[0].interview)
    assert third.visit == first.id
    assert third.answers["talk-place"].value == "Canteen office"


def test_the_next_day_nobody_else_is_waited_for(home, desk, screens, went, clock):
    sign_off(desk, begin(desk, SURGERY).id)
    clock.move(hours=20)
    home.begin()
    home.next_person()

    assert screens.now.visit is None
    assert went == []


def test_cases_say_which_visit_a_talk_belongs_to_by_number_and_day(desk, screens, went):
    first = begin(desk, SURGERY)
    desk.interviews.answer(first.id, "known-as", Answer("Quixotic"))
    begin(desk, SURGERY, first.id)
    begin(desk, SURGERY)
    presenter = CasesPresenter(screens, desk.around, desk.definitions, desk.shift, {}, went.append)
    presenter.sort(Order.NUMBER)

    rows = screens.now.rows(screens.now.ids)
    assert [row.cells[3] for row in rows] == [
        "Surgery talk under way, visit W-0001, 12 May",
        "Surgery talk under way, visit W-0001, 12 May",
        "Surgery talk under way",
    ]
    assert "Quixotic" not in repr(screens.now)


def test_a_record_says_which_visit_it_belongs_to_and_nothing_of_the_others(desk, screens, went):
    first = begin(desk, SURGERY)
    desk.interviews.answer(first.id, "known-as", Answer("Quixotic"))
    second = begin(desk, SURGERY, first.id)
    sign_off(desk, second.id)
    words = form_of(desk.definitions, second)
    RecordPresenter(screens, second.id, desk, words, went.append).begin()

    assert screens.now.title == "Surgery talk"
    assert screens.now.visit == "One of 2 talks on visit W-0001, 12 May."
    assert "Quixotic" not in str(screens.now.sections)


def test_a_talk_that_nobody_followed_says_nothing_of_a_visit(desk, screens, went):
    alone = begin(desk, SURGERY)
    sign_off(desk, alone.id)
    RecordPresenter(screens, alone.id, desk, form_of(desk.definitions, alone), went.append).begin()

    assert screens.now.visit == ""


def test_the_step_after_the_visit_knows_is_the_first_that_stands(desk, screens, went):
    first = begin(desk, SURGERY)
    shared = {
        "site": "Alder Mill",
        "talk-date": "2026-05-12",
        "talk-place": "First-aid room",
        "lead-today": "Idris Example",
    }
    for field, words in shared.items():
        desk.interviews.answer(first.id, field, Answer(words))
    second = begin(desk, SURGERY, first.id)
    words = form_of(desk.definitions, second)
    InterviewPresenter(screens, second.id, "", desk, words, went.append).begin()

    assert screens.now.title == "Safety"
    assert screens.now.where == "Surgery talk W-0002"
