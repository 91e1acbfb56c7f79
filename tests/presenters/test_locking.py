"""What locks the program, in words."""

import pytest

from welfare_app.presenters.locking import (
    MINUTES,
    USUAL,
    Cause,
    locking_screen,
    warning,
    whole_minutes,
)


class Told:
    """A computer that tells of some things."""

    def __init__(self, *heard, minutes=10):
        self.heard, self.minutes = frozenset(heard), minutes

    def choose(self, minutes):
        self.minutes = minutes


def test_a_sleep_nobody_announces_is_said_to_be_noticed_on_waking():
    said = locking_screen(Told())

    assert said.heard[-1] == "The computer wakes from a sleep of over a minute"
    assert Cause.SLEEP.value in said.unheard


def test_a_computer_that_tells_everything_leaves_nothing_unsaid():
    said = locking_screen(Told(*Cause))

    assert said.unheard == ()
    assert [one.value for one in Cause] == list(said.heard[2:])


@pytest.mark.parametrize(
    ("kept", "meant"),
    [("5", 5), (20, 20), ("0", 2), ("-1", 2), ("9999", 30), ("never", 10), (None, 10), ("", 10)],
)
def test_a_settings_file_someone_edited_never_keeps_it_open_for_longer_than_allowed(kept, meant):
    assert whole_minutes(kept) == meant


def test_the_usual_time_is_among_the_choices():
    assert USUAL in MINUTES


def test_the_warning_says_how_long_how_to_stay_and_that_nothing_is_lost():
    assert warning(20) == (
        "Locks in 20 seconds. Touch any key to stay. Everything you typed is kept."
    )
