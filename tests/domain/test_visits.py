"""Several private talks on one visit."""

from dataclasses import replace
from datetime import timedelta

from tests.factories import NOON, ROSA, field, form, interview
from welfare_app.domain.answers import Answer
from welfare_app.domain.form import Page
from welfare_app.domain.interview import Interview
from welfare_app.domain.visits import same_visit, visits

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
    assert same_visit(second, third)
    assert not same_visit(third, begin(4))


def test_a_visit_holds_its_talks_from_the_first_to_the_last():
    first = begin(1)
    second = begin(2, first)
    alone = begin(3)
    found = visits((alone, second, first))

    assert [one.talks for one in found] == [(alone,), (first, second)]
    assert [one.shared for one in found] == [False, True]
    assert (found[1].first, found[1].last, found[1].unfinished) == (first, second, 2)


def test_a_visit_may_go_on_past_midnight_but_not_for_ever():
    [visit] = visits([interview()])

    assert visit.under_way(NOON + timedelta(hours=12))
    assert not visit.under_way(NOON + timedelta(hours=12, minutes=1))
