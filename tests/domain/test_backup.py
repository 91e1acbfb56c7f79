"""Which backups are worth their room, and when another is due."""

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from welfare_app.domain.backup import Backup, Due, Plan, due, fresh, gone_by, kept

NOON = datetime(2026, 5, 12, 12, 0, tzinfo=UTC)
DAY = timedelta(days=1)


def backup(days=0.0, proved=True, name=""):
    made = NOON - days * DAY
    return Backup(made, "stick", 10, 100, made if proved else None, name or f"{made:%Y%m%d%H%M}")


ANY = st.lists(
    st.builds(backup, st.floats(-30, 800), st.booleans(), st.uuids().map(str)), max_size=40
)


def daily(days):
    """What is left after a year of a backup a day."""
    left = ()
    for ago in range(days, -1, -1):
        left = kept((*left, backup(ago)), NOON - ago * DAY)
    return left


@given(ANY)
def test_the_newest_proved_one_is_never_dropped(backups):
    proved = [one for one in backups if one.proved]

    left = kept(backups, NOON)

    if proved:
        newest = max(one.made for one in proved)
        assert any(one.proved and one.made == newest for one in left)


@given(ANY)
def test_the_newest_seven_stay_whether_proved_or_not(backups):
    newest = sorted((one.made for one in backups), reverse=True)[:7]

    assert [one.made for one in kept(backups, NOON)][: len(newest)] == newest


@given(ANY)
def test_what_is_kept_is_some_of_what_there_was_and_choosing_again_changes_nothing(backups):
    left = kept(backups, NOON)

    assert set(left) <= set(backups)
    assert kept(left, NOON) == left


@given(ANY)
def test_a_few_weeks_and_months_are_never_more_than_that(backups):
    old = [one for one in backups if one.made <= NOON]

    assert len(kept(old, NOON)) <= 7 + 5 + 6 + 1


@given(ANY)
def test_every_recent_month_that_had_a_backup_still_has_one(backups):
    left = kept(backups, NOON)

    for one in backups:
        if date(2025, 12, 1) <= one.made.date() <= NOON.date():
            month = (one.made.year, one.made.month)
            assert any((kind.made.year, kind.made.month) == month for kind in left)


def test_after_a_year_of_days_there_are_days_weeks_and_months():
    ages = [(NOON - one.made).days for one in daily(400)]

    assert ages[:7] == [0, 1, 2, 3, 4, 5, 6]
    assert len(ages) <= 18
    assert 120 < ages[-1] < 190
    assert any(35 < age < 45 for age in ages)


def test_a_month_is_stood_for_by_a_proved_backup_where_it_has_one():
    march = [backup(days, proved=days == 62) for days in range(50, 70)]

    left = kept([*(backup(days) for days in range(8)), *march], NOON)

    assert [(NOON - one.made).days for one in left if (NOON - one.made).days > 40] == [62]


def test_one_that_is_kept_for_its_month_is_gone_after_six():
    old = backup(131)
    later = [backup(-days) for days in range(400)]

    day = datetime.combine(gone_by(old), NOON.timetz())
    assert gone_by(old) == date(2026, 7, 1)
    assert old not in kept([old, *(one for one in later if one.made <= day)], day)
    before = day - DAY
    assert old in kept([old, *(one for one in later if one.made <= before)], before)


@pytest.mark.parametrize(
    ("plan", "changed", "asks"),
    [
        (Plan(), True, Due.NOTHING),
        (Plan("stick"), False, Due.MAKE),
        (Plan("stick", (backup(0.9),)), True, Due.NOTHING),
        (Plan("stick", (backup(1),)), True, Due.MAKE),
        (Plan("stick", (backup(1),)), False, Due.NOTHING),
        (Plan("stick", (backup(0.1, proved=False),)), False, Due.PROVE),
        (Plan("stick", (backup(5),)), False, Due.PROVE),
        (Plan("stick", (backup(-3),)), True, Due.MAKE),
    ],
)
def test_a_backup_is_due_once_a_day_where_something_changed(plan, changed, asks):
    assert due(plan, NOON, changed=changed) is asks


def test_what_was_proved_within_a_week_is_fresh():
    assert fresh(Plan("stick", (backup(7),)), NOON)
    assert not fresh(Plan("stick", (backup(7.1),)), NOON)
    assert not fresh(Plan("stick", (backup(0, proved=False),)), NOON)
    assert not fresh(Plan("stick"), NOON)
