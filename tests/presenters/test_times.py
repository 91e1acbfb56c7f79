"""Times as people say them."""

from datetime import UTC, datetime, timedelta

import pytest

from tests.conftest import NOON
from welfare_app.presenters.times import clock, day, day_and_hour, greeting, hour, spell


@pytest.mark.parametrize(
    ("minutes", "words"),
    [
        (0, "0 min"),
        (38, "38 min"),
        (60, "1 h"),
        (130, "2 h 10 min"),
        (24 * 60 - 1, "23 h 59 min"),
        (24 * 60, "1 day"),
        (3 * 24 * 60 + 30, "3 days"),
    ],
)
def test_a_length_of_time_is_as_short_as_is_still_useful(minutes, words):
    assert spell(timedelta(minutes=minutes)) == words


@pytest.mark.parametrize(
    ("minutes", "left", "soon", "late"),
    [
        (130, "2 h 10 min left", False, False),
        (60, "1 h left", False, False),
        (59, "59 min left", True, False),
        (0, "0 min left", True, False),
        (-1, "1 min late", True, True),
        (-150, "2 h 30 min late", True, True),
    ],
)
def test_a_deadline_says_what_is_left_and_when_it_needs_attention(minutes, left, soon, late):
    said = clock(NOON + timedelta(minutes=minutes), NOON)

    assert (said.left, said.soon, said.late) == (left, soon, late)


@pytest.mark.parametrize(
    ("days", "words"),
    [
        (0, "13:00 today"),
        (1, "13:00 tomorrow"),
        (-1, "13:00 yesterday"),
        (2, "13:00, 14 May"),
        (-12, "13:00, 30 April"),
    ],
)
def test_a_moment_is_named_by_its_day_only_where_that_helps(days, words):
    assert day_and_hour(NOON + timedelta(days=days), NOON) == words


def test_the_day_changes_at_midnight_where_the_laptop_is():
    before_midnight = datetime(2026, 5, 12, 22, 59, tzinfo=UTC)

    assert day_and_hour(before_midnight, NOON) == "23:59 today"
    assert day_and_hour(before_midnight + timedelta(minutes=1), NOON) == "00:00 tomorrow"


def test_times_kept_in_utc_are_shown_as_the_clock_on_the_wall():
    assert hour(NOON) == "13:00"
    assert hour(NOON.replace(month=1)) == "12:00"
    assert day(NOON) == "Tuesday 12 May"


@pytest.mark.parametrize(
    ("at", "words"), [(10, "Good morning"), (11, "Good afternoon"), (17, "Good evening")]
)
def test_a_greeting_fits_the_hour(at, words):
    assert greeting(NOON.replace(hour=at)) == words
