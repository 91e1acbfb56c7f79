"""What others were asked to keep: who is asked again, and when, and when something may be gone."""

from datetime import UTC, datetime, timedelta

import pytest

from tests.conftest import NOON
from tests.desks import ROSA, stopped
from welfare_app.domain.errors import Refused
from welfare_app.domain.preserving import (
    Given,
    Preservation,
    RecordKind,
    Reply,
    answer_due,
    lost_from,
)

DAY = timedelta(days=1)
CCTV = RecordKind("cctv", 30, "medium", "a source", "2026-05")
ROTAS = RecordKind("rotas", None, "high", "a source", "2026-05")


def asked(covers="", record="cctv"):
    return Preservation("k", "p", record, "Gate", "Security", covers, NOON, ROSA.id)


def given(reply, words="", at=NOON):
    return Given(reply, words, at, ROSA.id)


def test_a_recording_is_counted_from_the_day_it_is_of():
    assert lost_from(CCTV, "2026-05-01", NOON) == datetime(2026, 5, 31, tzinfo=UTC)
    assert lost_from(CCTV, "", NOON) == NOON + 30 * DAY
    assert lost_from(ROTAS, "2026-05-01", NOON) is None


def test_no_answer_by_the_next_day_is_asked_after():
    assert answer_due(asked(), CCTV, DAY) == NOON + DAY
    assert answer_due(asked(), None, DAY) == NOON + DAY


def test_a_recording_about_to_be_lost_gives_less_time():
    covers = (NOON - 30 * DAY + DAY).date().isoformat()

    due = answer_due(asked(covers), CCTV, 7 * DAY)

    assert due is not None
    assert NOON < due < NOON + DAY


def test_what_may_have_been_lost_before_anyone_asked_is_not_late_at_once():
    assert answer_due(asked("2025"), CCTV, DAY) == NOON + DAY


@pytest.mark.parametrize("reply", [Reply.KEPT, Reply.COPIED, Reply.GONE])
def test_an_answer_that_settles_it_ends_the_clock(reply):
    one, event = asked().answer(given(reply))

    assert answer_due(one, CCTV, DAY) is None
    assert (event.preservation, event.reply) == ("k", reply)


def test_a_refusal_needs_their_words_and_the_clock_goes_on():
    with stopped(Refused, "preservation.no-words"):
        asked().answer(given(Reply.REFUSED, " "))
    one, _ = asked().answer(given(Reply.REFUSED, "Only with an order", NOON + DAY))

    assert answer_due(one, CCTV, DAY) == NOON + 2 * DAY


def test_a_later_answer_stands_beside_the_first():
    one, _ = asked().answer(given(Reply.KEPT))
    one, _ = one.answer(given(Reply.GONE, "Recorded over"))

    assert [each.reply for each in one.given] == [Reply.KEPT, Reply.GONE]
    assert one.reply is Reply.GONE
