"""What follows from a talk, and when it is looked at again."""

from datetime import date, timedelta

import pytest

from tests.factories import NOON, ROSA, interview
from welfare_app.domain.outcome import asks_for_a_pack, review_due


def ended(**answers):
    return interview(**answers).finish(NOON)[0]


def test_a_talk_under_watch_is_looked_at_again_on_its_day():
    assert review_due(ended(outcome="watch", review_date="2026-06-03")) == date(2026, 6, 3)


@pytest.mark.parametrize(
    "answers",
    [
        {"outcome": "explained", "review_date": "2026-06-03"},
        {"outcome": "watch"},
        {"outcome": "watch", "review_date": "soon"},
        {},
    ],
)
def test_nothing_else_is_looked_at_again(answers):
    assert review_due(ended(**answers)) is None


def test_a_talk_that_goes_on_is_under_nobodys_watch():
    assert review_due(interview(outcome="watch", review_date="2026-06-03")) is None


@pytest.mark.parametrize("field", ["outcome", "review-date"])
def test_adding_what_was_found_ends_the_watch(field):
    talk = ended(outcome="watch", review_date="2026-06-03")
    early, _ = talk.add(field, "A word was misspelt", NOON, ROSA)
    looked, _ = talk.add(field, "Looked again: his pay is right", NOON + timedelta(days=23), ROSA)

    assert review_due(early) == date(2026, 6, 3)
    assert review_due(looked) is None


def test_an_addition_elsewhere_does_not():
    talk = ended(outcome="watch", review_date="2026-06-03")
    talk, _ = talk.add("account", "And his card", NOON, ROSA)

    assert review_due(talk) == date(2026, 6, 3)


@pytest.mark.parametrize(
    ("outcome", "signs", "asks"),
    [
        ("incident-pack", False, True),
        ("incident-pack", True, True),
        ("told", False, True),
        ("explained", True, False),
        ("", True, True),
        ("", False, False),
    ],
)
def test_a_pack_is_asked_for_by_the_outcome_or_by_signs_without_one(outcome, signs, asks):
    assert asks_for_a_pack(ended(outcome=outcome), signs=signs) is asks
    assert not asks_for_a_pack(interview(outcome=outcome), signs=signs)
