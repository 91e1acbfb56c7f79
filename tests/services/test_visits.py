"""A visit of several private talks, kept and looked up."""

import pytest

from tests.desks import sign_off
from welfare_app.domain.answers import Answer
from welfare_app.domain.interview import Course
from welfare_app.domain.notes import LineKind
from welfare_app.services.desk import INTERVIEW
from welfare_app.services.take_notes import Heard

SHARED = {
    "site": "Alder Mill",
    "talk-date": "2026-05-12",
    "talk-place": "First-aid room",
    "lead-today": "Idris Example, 01632 960 118",
}
PRIVATE = {
    "first-name": "Quixotic",
    "last-name": "Example",
    "must-not-know": "The driver",
    "wants": "To go home",
}


@pytest.fixture
def form(desk):
    return desk.definitions.form("site-surgery").form


@pytest.fixture
def first(desk, form):
    """The first talk of a visit, with much said in it."""
    talk = desk.interviews.start(form)
    for field, words in {**SHARED, **PRIVATE}.items():
        desk.interviews.answer(talk.id, field, Answer(words))
    desk.notes.keep(talk.id, Heard(LineKind.SAID, "He has my card"), "telling")
    return talk


def test_the_next_person_begins_with_the_visit_and_nothing_of_the_one_before(desk, form, first):
    desk.interviews.turn(first.id, Course.DISCLOSURE)
    desk.notes.keep_draft(first.id, Heard(LineKind.SAID, "half a wo"))
    second = desk.interviews.start(form, after=first.id)

    assert {id: one.value for id, one in second.answers.items()} == SHARED
    assert second.course is Course.WHOLE
    assert second.page == "safety"
    assert desk.notes.of(second.id) == ()
    assert desk.notes.draft(second.id) is None


def test_whoever_comes_third_belongs_to_the_same_visit(desk, form, first):
    second = desk.interviews.start(form, after=first.id)
    third = desk.interviews.start(form, after=second.id)

    assert desk.interviews.resume(third.id).visit == first.id
    assert [one.number for one in desk.around.visit_of(third).talks] == [
        "W-0001",
        "W-0002",
        "W-0003",
    ]


def test_a_talk_can_be_left_open_and_gone_back_to_while_others_are_held(desk, form, first):
    second = desk.interviews.start(form, after=first.id)
    sign_off(desk, second.id)

    assert [one.id for one in desk.around.look().unfinished] == [first.id]
    desk.interviews.answer(first.id, "leaving", Answer("Later"))
    assert "leaving" not in desk.interviews.resume(second.id).answers
    assert desk.around.look().visit.last.id == second.id


def test_only_talks_that_are_held_on_visits_make_one(desk, first):
    desk.interviews.start(desk.definitions.form(INTERVIEW).form)
    desk.interviews.start(desk.definitions.form("probation-review").form)

    assert [one.id for one in desk.around.look().visit.talks] == [first.id]


def test_nobody_is_told_that_someone_of_their_name_came_before_on_the_same_visit(desk, form, first):
    second = desk.interviews.start(form, after=first.id)
    elsewhere = desk.interviews.start(form)
    for talk in (second, elsewhere):
        for field in ("first-name", "last-name"):
            desk.interviews.answer(talk.id, field, Answer(PRIVATE[field]))

    alike = desk.interviews.alike(desk.interviews.resume(second.id))
    assert [one.id for one in alike] == [elsewhere.id]


def test_a_talk_that_nobody_followed_names_no_visit(desk, first):
    assert desk.around.visit_of(first) is None
