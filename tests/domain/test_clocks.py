"""The dates of a case: counted in days or working days, met once, and never running for ever."""

from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest

from tests.conftest import NOON
from tests.desks import stopped
from tests.factories import ROSA, pack
from welfare_app.content.bank_holidays import working_days
from welfare_app.domain.answers import Answer
from welfare_app.domain.clocks import days_on, ticking
from welfare_app.domain.contacts import Nation
from welfare_app.domain.errors import Refused
from welfare_app.domain.form import Is
from welfare_app.domain.workflow import ClockRule, Stage, Workflow

CHECK = ClockRule("check", 3, after=("sealed", "refused"))
MONTH = ClockRule("month", 30, after=("sealed",), repeats=True)
GROUNDS = ClockRule("grounds", 5, after=("sealed",), working=True)
RECOVERY = ClockRule("recovery", 30, from_field="decided", shown_when=Is("decision", ("positive",)))
STAGES = tuple(Stage(name, "p", "lead") for name in ("sealed", "refused", "close"))
RULES = Workflow("w", 2, "f", "2026-05", STAGES, clocks=(CHECK, MONTH, GROUNDS, RECOVERY))
EVERY_DAY = working_days(Nation.ENGLAND)


def sealed(at=NOON):
    return pack().complete("sealed", at, ROSA)[0]


def dates(found, is_working=EVERY_DAY):
    return {one.key: one.due.isoformat() for one in ticking(RULES, found, is_working)}


def test_nothing_runs_before_the_stage_it_follows_is_done():
    assert dates(pack()) == {}
    passed_over = pack().skip("sealed", "Handed over by others", NOON, ROSA)[0]
    assert dates(passed_over) == {}


def test_each_date_is_counted_from_the_stage_it_follows():
    assert dates(sealed()) == {
        "check": "2026-05-15",
        "grounds": "2026-05-19",
        "month-1": "2026-06-11",
    }


@pytest.mark.parametrize(
    ("nation", "start", "due"),
    [
        # the summer bank holiday is the first Monday of August in Scotland, the last elsewhere
        (Nation.ENGLAND, date(2026, 8, 27), date(2026, 9, 4)),
        (Nation.WALES, date(2026, 8, 27), date(2026, 9, 4)),
        (Nation.SCOTLAND, date(2026, 8, 27), date(2026, 9, 3)),
        (Nation.SCOTLAND, date(2026, 7, 31), date(2026, 8, 10)),
        (Nation.ENGLAND, date(2026, 7, 31), date(2026, 8, 7)),
        (Nation.NORTHERN_IRELAND, date(2026, 7, 10), date(2026, 7, 20)),
        (Nation.ENGLAND, date(2026, 7, 10), date(2026, 7, 17)),
        (Nation.ENGLAND, date(2026, 12, 24), date(2027, 1, 5)),
        (Nation.SCOTLAND, date(2026, 12, 24), date(2027, 1, 6)),
    ],
)
def test_working_days_are_those_of_the_nation(nation, start, due):
    assert days_on(start, 5, working_days(nation)) == due


def test_a_date_that_comes_round_begins_again_once_it_was_kept():
    found = sealed()
    for number in (1, 2):
        found, _ = found.meet(f"month-{number}", "Well, and in work", NOON, ROSA)

    assert [key for key in dates(found) if key.startswith("month")] == [
        "month-1",
        "month-2",
        "month-3",
    ]
    assert dates(found)["month-3"] == "2026-08-10"


def test_a_date_follows_an_answer_only_while_the_answer_calls_for_it():
    told = {"decision": Answer("positive"), "decided": Answer("2026-05-20")}
    assert dates(replace(sealed(), answers=told))["recovery"] == "2026-06-19"
    told["decision"] = Answer("negative")
    assert "recovery" not in dates(replace(sealed(), answers=told))
    told = {"decision": Answer("positive"), "decided": Answer("some time")}
    assert "recovery" not in dates(replace(sealed(), answers=told))


def test_once_the_case_is_closed_only_what_was_kept_is_left():
    found, _ = sealed().meet("check", "He is well", NOON, ROSA)
    closed, _ = found.complete("close", NOON, ROSA)

    assert dates(closed) == {"check": "2026-05-15"}


def test_a_date_is_late_the_day_after_and_not_on_its_day():
    [check, *_] = ticking(RULES, sealed(), EVERY_DAY)
    assert not check.late(date(2026, 5, 15))
    assert check.late(date(2026, 5, 16))


def test_a_date_is_kept_once_with_words():
    with stopped(Refused, "clock.no-words"):
        sealed().meet("check", "  ", NOON, ROSA)
    found, _ = sealed().meet("check", "He is well", NOON, ROSA)
    with stopped(Refused, "clock.met-already"):
        found.meet("check", "Again", NOON, ROSA)


def test_a_day_is_a_day_of_the_clock_on_the_wall(monkeypatch):
    """An hour before midnight in summer is the next day in Britain, and a day stays one day long
    on the night the clocks go back."""
    import time

    monkeypatch.setenv("TZ", "GMT0BST,M3.5.0/1,M10.5.0")
    time.tzset()
    late = datetime.fromisoformat("2026-10-24T23:30:00+00:00")
    assert dates(sealed(late))["check"] == "2026-10-28"
    assert dates(sealed(late - timedelta(hours=2)))["check"] == "2026-10-27"
    monkeypatch.undo()
    time.tzset()
