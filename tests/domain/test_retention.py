"""How long a case is kept, worked out by day and never carried out by itself."""

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as some

from tests.desks import stopped
from tests.domain.conftest import RESOURCES
from tests.factories import NOON, ROSA, interview, pack
from welfare_app.content.library import Library
from welfare_app.domain.answers import Answer
from welfare_app.domain.case_facts import facts_of
from welfare_app.domain.disposal import Ground, refuse_too_early, refuse_what_is_held
from welfare_app.domain.errors import Refused
from welfare_app.domain.ids import FieldId, HoldId, KeepingId
from welfare_app.domain.partial_date import PartialDate
from welfare_app.domain.retention import CaseFacts, Hold, Keeping, Span, of_age, standing

SCHEDULE = Library(RESOURCES).retention().schedule
TODAY = NOON.date()
DAYS = some.dates(date(2020, 1, 1), date(2080, 1, 1))


def facts(talk="", pack="", **more):
    given = {"ended": NOON, "written": NOON, **more}
    return CaseFacts(
        talk_outcomes=frozenset({talk} - {""}), pack_outcomes=frozenset({pack} - {""}), **given
    )


@pytest.mark.parametrize(
    ("told", "line", "up"),
    [
        (facts("no-concern"), "routine", date(2027, 5, 12)),
        (facts("answered"), "routine", date(2027, 5, 12)),
        (facts("watch"), "weak", date(2027, 5, 12)),
        (facts("labour-rights"), "labour-rights", date(2032, 5, 12)),
        (facts("incident-pack", "exploited"), "referred", date(2033, 5, 12)),
        (facts("", "strong"), "referred", date(2033, 5, 12)),
        (facts("no-concern", sealed=True), "referred", date(2033, 5, 12)),
        (facts("no-concern", child=True), "child", date(2033, 5, 12)),
        (facts(), "unsure", date(2027, 5, 12)),
        (facts("strange"), "unsure", date(2027, 5, 12)),
        (facts("no-concern", ended=None), "open", None),
    ],
)
def test_a_case_is_kept_by_the_line_that_keeps_it_longest(told, line, up):
    found = standing(SCHEDULE, told)

    assert (found.kept_as.id, found.up) == (line, up)


def test_weak_signs_are_looked_at_every_ninety_days_and_are_up_in_a_year():
    found = standing(SCHEDULE, facts("watch"))

    assert found.review == TODAY + timedelta(days=90)
    assert found.due(TODAY) is None
    assert found.due(TODAY + timedelta(days=100)) == found.review


@pytest.mark.parametrize(
    ("born", "up", "unknown"),
    [
        (PartialDate(2012, 3, 4), date(2037, 3, 4), False),
        (PartialDate(2012, 3), date(2037, 3, 31), False),
        (PartialDate(2012), date(2037, 12, 31), False),
        (PartialDate(2012, 2, 29), date(2037, 3, 1), False),
        (PartialDate(2004, 1, 1), date(2033, 5, 12), False),
        (None, date(2033, 5, 12), True),
    ],
)
def test_what_concerns_a_child_is_kept_until_they_are_surely_25(born, up, unknown):
    found = standing(SCHEDULE, facts("no-concern", child=True, born=born))

    assert (found.up, found.unknown_age) == (up, unknown)


@given(some.dates(date(1940, 1, 1), date(2060, 12, 31)))
def test_nobody_is_called_25_too_early(born):
    exactly = PartialDate(born.year, born.month, born.day)
    vaguely = (PartialDate(born.year), PartialDate(born.year, born.month))

    assert all(of_age(exactly) <= of_age(less) for less in vaguely)
    assert of_age(exactly).year - born.year == 25


@given(DAYS, some.integers(0, 30), some.integers(0, 40), some.integers(0, 400))
def test_a_span_never_ends_before_it_began_nor_skips_a_month(day, years, months, days):
    after = Span(years, months, 0).after(day)

    assert after >= day
    assert (after.year * 12 + after.month) - (day.year * 12 + day.month) == years * 12 + months
    assert Span(years, months, days).after(day) == after + timedelta(days=days)


@given(
    some.sampled_from(["no-concern", "watch", "labour-rights", "told", ""]),
    some.booleans(),
    some.integers(1, 3000),
)
def test_whatever_was_decided_last_in_a_review_sets_the_day(talk, child, days):
    until = TODAY + timedelta(days=days)
    kept = [
        Keeping(KeepingId("1"), "c", date(2050, 1, 1), NOON, ROSA, "older"),
        Keeping(KeepingId("2"), "c", until, NOON + timedelta(hours=1), ROSA, "newer"),
    ]

    found = standing(SCHEDULE, facts(talk, child=child), kept)

    assert found.due(until - timedelta(days=1)) is None
    assert found.due(until) == until


def hold(lifted=None):
    return Hold(HoldId("h"), "c", NOON, ROSA, "a claim", lifted_at=lifted)


def test_a_hold_stops_it_until_it_is_lifted():
    with stopped(Refused, "disposal.held"):
        refuse_what_is_held([hold(NOON), hold()])
    refuse_what_is_held([hold(NOON)])


@pytest.mark.parametrize(
    ("ground", "due", "ended", "code"),
    [
        (Ground.TIME_UP, None, True, "disposal.not-due"),
        (Ground.TIME_UP, TODAY, False, "disposal.not-ended"),
        (Ground.ASKED, None, False, "disposal.not-ended"),
    ],
)
def test_what_must_not_go_yet_is_refused(ground, due, ended, code):
    with stopped(Refused, code):
        refuse_too_early(ground, due, ended=ended)


# What the schedule looks at


@pytest.mark.parametrize(
    "answers",
    [
        {"under_18": "yes"},
        {"under_18": "not-sure"},
        {"under_18_then": "yes"},
        {"date_of_birth": "2010-03"},
        {"date_of_birth": "2008"},
    ],
)
def test_anyone_who_may_have_been_under_18_is_kept_as_a_child(answers):
    assert facts_of(interview(1, **answers), (), (), NOON).child


def test_a_grown_worker_is_not_kept_as_a_child():
    told = interview(1, under_18="no", date_of_birth="2008-05-12")

    assert not facts_of(told, (), (), NOON).child


def test_a_child_in_the_pack_alone_is_a_child():
    with_child = pack(1, answers={FieldId("under-18"): Answer("yes")})
    workflow = Library(RESOURCES).workflow("incident-pack").workflow

    found = facts_of(None, [(with_child, workflow)], (), NOON)

    assert (found.child, found.ended) == (True, None)


def test_the_fullest_birth_date_counts():
    told = interview(1, date_of_birth="2010", pv_dob="2010-06-01")

    assert facts_of(told, (), (), NOON).born == PartialDate(2010, 6, 1)


def test_half_a_case_that_is_signed_off_has_not_ended():
    from dataclasses import replace

    signed = replace(interview(1), finished=datetime(2026, 5, 13, tzinfo=UTC))
    workflow = Library(RESOURCES).workflow("incident-pack").workflow

    assert facts_of(signed, (), (), NOON).ended == signed.finished
    assert facts_of(signed, [(pack(1), workflow)], (), NOON).ended is None
