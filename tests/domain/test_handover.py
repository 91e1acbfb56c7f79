"""What became of a sealed pack: only what can have been, and nothing ever written over."""

from datetime import date, timedelta

import pytest

from tests.desks import ROSA, stopped
from tests.factories import NOON
from welfare_app.domain.errors import Refused
from welfare_app.domain.events import HandoverWritten
from welfare_app.domain.handover import (
    Entry,
    Step,
    before,
    last_day,
    receipt_due,
    standing,
)
from welfare_app.domain.partial_date import PartialDate
from welfare_app.domain.referral import Handing, Referral, Sealing

SEALED = NOON - timedelta(days=2)
DAY = "2026-05-11"
WITHIN = timedelta(hours=24)


def entry(step, day=DAY, hour="", how="", who="", words="", at=NOON):
    return Entry("ab" * 32, step, day, hour, how, who, words, at, ROSA.id)


HANDED = entry(Step.HANDED, how="in-person", who="Rosa Example")
TOLD = entry(Step.TOLD, how="telephone", who="Test Responder")
RECEIVED = entry(Step.RECEIVED, who="Test Responder", words="She read page 1 out")
REASONABLE = entry(Step.REASONABLE, how="positive")
WHOLE = (HANDED, TOLD, RECEIVED, REASONABLE, entry(Step.REFERENCE, day="", words="FWA 12/7"))


@pytest.fixture
def sealed():
    made = Referral("referral-1", "P-0001", "pack-1", "nrm-referral", 1, SEALED, ROSA.id)
    return made.sealed(Sealing("ab" * 32, SEALED, ROSA.id, Handing()))[0]


@pytest.mark.parametrize("one", WHOLE, ids=lambda one: one.step.value)
def test_a_step_that_says_enough_is_written_down_and_named_in_the_trail(sealed, one):
    written, because = sealed.hand_over(one)

    assert written.became("ab" * 32) == (one,)
    assert because == HandoverWritten("referral-1", "ab" * 32, one.step)


def test_only_a_pack_that_was_sealed_here_can_be_handed_over(sealed):
    other = Entry("cd" * 32, Step.HANDED, DAY, "", "in-person", "Rosa", "", NOON, ROSA.id)

    with stopped(Refused, "handover.not-sealed"):
        sealed.hand_over(other)


@pytest.mark.parametrize(
    ("one", "code"),
    [
        (entry(Step.HANDED, how="in-person", who="Rosa", day=""), "handover.no-day"),
        (entry(Step.HANDED, how="in-person", who="Rosa", day="soon"), "handover.no-day"),
        (entry(Step.HANDED, how="in-person", who="Rosa", hour="noon"), "handover.no-hour"),
        (entry(Step.HANDED, how="in-person", who=" "), "handover.nobody"),
        (entry(Step.HANDED, who="Rosa"), "handover.no-choice"),
        (entry(Step.HANDED, how="other", who="Rosa"), "handover.not-said-what"),
        (entry(Step.RECEIVED, who="Test Responder"), "handover.not-known-how"),
        (entry(Step.REASONABLE), "handover.no-choice"),
        (entry(Step.OTHER, how="other"), "handover.not-said-what"),
        (entry(Step.REFERENCE, words=" "), "handover.no-reference"),
    ],
)
def test_a_step_that_says_too_little_is_refused(sealed, one, code):
    with stopped(Refused, code):
        sealed.hand_over(one)
    assert sealed.entries == ()


@pytest.mark.parametrize(
    ("day", "hour"), [("2026-05-13", ""), ("2026-06", ""), ("2027", ""), ("2026-05-12", "23:59")]
)
def test_nothing_that_is_still_to_come_is_written_down(sealed, day, hour):
    for step in (Step.HANDED, Step.RECEIVED, Step.CONCLUSIVE):
        one = entry(step, day, hour, "in-person", "Rosa", "By telephone")
        with stopped(Refused, "handover.in-the-future"):
            sealed.hand_over(one)


@pytest.mark.parametrize("day", ["2026-05-10", "2026-05", "2026", "2026-05-12"])
def test_a_day_may_be_half_known_if_it_can_be_after_the_sealing(sealed, day):
    one = entry(Step.RECEIVED, day, who="Test Responder", words="By telephone")

    assert sealed.hand_over(one)[0].entries == (one,)


@pytest.mark.parametrize("day", ["2026-05-09", "2026-04", "2025"])
def test_nothing_arrives_before_it_was_sealed_but_it_may_have_been_decided(sealed, day):
    with stopped(Refused, "handover.before-sealing"):
        sealed.hand_over(entry(Step.RECEIVED, day, who="Test", words="By telephone"))

    decided = entry(Step.REASONABLE, day, how="negative")
    assert sealed.hand_over(decided)[0].entries == (decided,)


def test_a_further_entry_corrects_one_and_both_stay(sealed):
    wrong, right = REASONABLE, entry(Step.REASONABLE, how="negative")
    sealed = sealed.hand_over(wrong)[0].hand_over(HANDED)[0].hand_over(right)[0]

    assert standing(sealed.entries) == {Step.HANDED: HANDED, Step.REASONABLE: right}
    assert before(sealed.entries, Step.REASONABLE) == (wrong,)
    assert sealed.entries == (wrong, HANDED, right)


def test_a_receipt_is_waited_for_from_the_hand_over_or_from_sealing():
    assert receipt_due(SEALED, (), WITHIN) == SEALED + WITHIN
    later = entry(Step.HANDED, DAY, "15:00", "in-person", "Rosa")
    due = receipt_due(SEALED, (later,), WITHIN)
    assert due is not None
    assert due.astimezone().strftime("%Y-%m-%d %H:%M") == "2026-05-12 15:00"
    assert receipt_due(SEALED, (entry(Step.HANDED, "2026-05"),), WITHIN) == SEALED + WITHIN
    assert receipt_due(SEALED, (later, RECEIVED), WITHIN) is None


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("2026", date(2026, 12, 31)),
        ("2026-12", date(2026, 12, 31)),
        ("2028-02", date(2028, 2, 29)),
        ("2026-05-12", date(2026, 5, 12)),
    ],
)
def test_the_latest_day_a_half_known_date_can_mean(text, day):
    assert last_day(PartialDate.read(text)) == day


def test_no_word_of_anyone_shows_where_it_could_be_logged():
    assert "Test Responder" not in repr(RECEIVED)
    assert "page 1" not in repr(RECEIVED)
