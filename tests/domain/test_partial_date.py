"""Dates as people remember them."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from welfare_app.domain.partial_date import PartialDate

remembered = st.dates().flatmap(
    lambda day: st.sampled_from(
        [
            PartialDate(day.year),
            PartialDate(day.year, day.month),
            PartialDate(day.year, day.month, day.day),
        ]
    )
)


@given(remembered)
def test_a_date_is_read_as_it_was_written_down(known):
    assert PartialDate.read(str(known)) == known


@pytest.mark.parametrize(
    ("text", "said"),
    [("2026", "2026"), ("2026-03", "March 2026"), ("2026-03-02", "2 March 2026")],
)
def test_a_date_is_said_only_as_far_as_it_is_known(text, said):
    assert PartialDate.read(text).said() == said


def test_a_month_is_never_made_into_its_first_day():
    known = PartialDate.read("2026-03")

    assert known.day is None
    assert str(known) == "2026-03"


@pytest.mark.parametrize(
    "text",
    [
        *("", "March", "26", "2026-3", "2026-13", "2026-00", "2026-02-30", "2025-02-29"),
        *("2026-03-", "2026-03-00", "2026-03-02T10:00", "02/03/2026", "0000", "٢٠٢٦-٠٣"),
    ],
)
def test_what_is_no_date_is_not_read_as_one(text):
    assert PartialDate.read(text) is None


@given(remembered)
def test_a_date_sorts_by_the_earliest_day_it_can_mean(known):
    first = known.first_day()

    assert first == date(known.year, known.month or 1, known.day or 1)
    assert str(first).startswith(str(known))
