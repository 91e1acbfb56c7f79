"""Whom to tell inside, past anyone who may be part of it."""

from datetime import date, timedelta

from welfare_app.domain.ids import StaffId
from welfare_app.domain.ladder import GOES_STALE, Rung, Standing, climb, key

TODAY = date(2026, 5, 12)
LADDER = (
    Standing(Rung.LEAD, "Noor Example", "01632 960 001", staff=StaffId("noor")),
    Standing(Rung.LINE, "Bo Example", "01632 960 002"),
    Standing(Rung.REGIONAL, "Mina Example"),
    Standing(Rung.BOARD, "Omar Example", email="omar@example.org"),
)


def rungs(steps, *, passed):
    return [one.standing.rung for one in steps if one.passed is passed]


def test_the_lowest_who_can_be_reached_comes_first():
    steps = climb(LADDER, (), ())

    assert rungs(steps, passed=False) == [Rung.LINE, Rung.LEAD, Rung.BOARD]


def test_whoever_is_kept_out_of_the_case_is_passed_over():
    steps = climb(LADDER, {"noor", key(Rung.BOARD)}, ())

    assert rungs(steps, passed=True) == [Rung.LEAD, Rung.BOARD]
    assert rungs(steps, passed=False) == [Rung.LINE]


def test_so_is_whoever_the_pack_names_though_they_have_no_way_in():
    assert rungs(climb(LADDER, (), {Rung.LINE}), passed=True) == [Rung.LINE]


def test_a_rung_nobody_has_checked_for_half_a_year_is_stale():
    fresh = Standing(Rung.LINE, "Bo Example", "01632 960 002", checked=TODAY - GOES_STALE)

    assert not fresh.stale(TODAY)
    assert fresh.stale(TODAY + timedelta(days=1))
    assert Standing(Rung.LINE, "Bo Example", "01632 960 002").stale(TODAY)
