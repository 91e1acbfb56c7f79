"""Hours of the day: however they are typed, they are kept one way."""

import pytest

from welfare_app.domain.time_of_day import as_kept, is_time


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        *((typed, "09:30") for typed in ("930", "9.30", "0930", "9:30", "09:30", " 9 30 ")),
        ("9", "09:00"),
        ("0", "00:00"),
        ("14h05", "14:05"),
        ("9.30 pm", "21:30"),
        ("12 a.m.", "00:00"),
        ("12pm", "12:00"),
    ],
)
def test_an_hour_is_known_however_it_is_typed(typed, kept):
    assert as_kept(typed) == kept
    assert is_time(kept)
    assert as_kept(kept) == kept


@pytest.mark.parametrize(
    "typed", ["", "24", "2400", "9.60", "9.3", "13 pm", "0 am", "at nine", "٩"]
)
def test_what_is_no_hour_is_left_as_it_was_typed(typed):
    assert as_kept(typed) == typed
    assert not is_time(typed)
