"""Several private talks on one visit."""

from dataclasses import replace
from datetime import timedelta

from tests.factories import NOON, ROSA, field, form, interview
from welfare_app.domain.answers import Answer
from welfare_app.domain.cards import talk_card
from welfare_app.domain.form import Page
from welfare_app.domain.interview import Interview
from welfare_app.domain.visits import Visit

SURGERY = replace(
    form(id="surgery"),
    pages=(
        Page("place", "before", (field("site", of_visit=True), field("room", of_visit=True))),
        Page("talk", "talk", (field("said"),)),
    ),
    visit=True,
)


def begin(number, after=None):
    return Interview.start(f"interview-{number}", f"W-{number}", SURGERY, NOON, ROSA, after)[0]


def told(talk, **answers):
    for name, words in answers.items():
        talk, _ = talk.record(name, Answer(words))
    return talk


def test_only_what_a_visit_shares_goes_from_one_person_to_the_next():
    first = told(begin(1), site="Mill", said="He has my card", page="place")
    second = begin(2, first)

    assert second.answers == {"site": Answer("Mill")}
    assert "He has my card" not in repr((second.answers, second.marks, second.passed))


def test_the_next_talk_begins_where_something_is_still_to_be_asked():
    assert begin(1).page == "place"
    assert begin(2, told(begin(1), site="Mill")).page == "place"
    assert begin(2, told(begin(1), site="Mill", room="First aid")).page == "talk"


def test_the_third_talk_belongs_to_the_first():
    first = begin(1)
    second = begin(2, first)
    third = begin(3, second)

    assert (first.visit, second.visit, third.visit) == (None, first.id, first.id)
    assert talk_card(second, SURGERY).visit == first.id
    assert talk_card(first, SURGERY).visit == first.id


def visit(*talks):
    return Visit(tuple(talk_card(one, SURGERY) for one in talks))


def test_a_visit_is_known_by_its_first_talk_and_counts_those_left_open():
    first = begin(1)
    second = begin(2, first)
    found = visit(first, second)

    assert (found.first.id, found.last.id, found.unfinished) == (first.id, second.id, 2)
    assert found.shared
    assert not visit(first).shared


def test_a_visit_may_go_on_past_midnight_but_not_for_ever():
    one = visit(interview())

    assert one.under_way(NOON + timedelta(hours=12))
    assert not one.under_way(NOON + timedelta(hours=12, minutes=1))
