"""Which cases a lead should look at, what holds them, and how one is kept longer."""

from datetime import date

import pytest

from tests.desks import ROSA, sign_off, stopped
from welfare_app.domain.answers import Answer
from welfare_app.domain.errors import Refused
from welfare_app.domain.ids import FieldId
from welfare_app.domain.people import Role, Staff
from welfare_app.services.review_retention import ReviewRetention
from welfare_app.services.shift import Shift


@pytest.fixture
def review(desk):
    return ReviewRetention(desk.shift, desk.definitions)


def talk(desk, outcome="no-concern", **more):
    """A signed-off interview with an outcome."""
    begun = desk.interviews.start(desk.definitions.form("welfare-interview").form)
    for field, told in {"outcome": outcome, **more}.items():
        desk.interviews.answer(begun.id, FieldId(field.replace("_", "-")), Answer(told))
    return sign_off(desk, begun.id)


def test_a_talk_without_a_worry_is_due_a_year_after_it_ended(desk, review, clock):
    ended = talk(desk)
    clock.move(days=364)
    assert [one.due for one in review.look()] == [None]

    clock.move(days=2)

    [one] = review.look()
    assert (one.case, one.numbers, one.due) == (ended.id, ("W-0001",), date(2027, 5, 12))
    assert one.standing.kept_as.id == "routine"


def test_what_has_been_due_for_longest_comes_first(desk, review, clock):
    talk(desk)
    clock.move(days=30)
    talk(desk, "watch", review_date="2026-08-01")
    clock.move(days=120)

    assert [one.numbers for one in review.look()] == [("W-0002",), ("W-0001",)]


def test_an_addition_to_weak_signs_begins_their_year_anew(desk, review, clock):
    desk.shift.vault._now = clock
    watched = talk(desk, "watch", review_date="2026-08-01")
    clock.move(days=300)
    desk.interviews.add(watched.id, FieldId("outcome"), "Seen again, and the worry stays")
    [one] = review.look()

    assert one.standing.up == date(2028, 3, 8)
    assert one.standing.review == date(2027, 6, 6)


def test_keeping_it_longer_moves_the_day_and_says_why(desk, review, clock):
    ended = talk(desk)
    clock.move(days=400)
    review.keep_longer(ended.id, date(2027, 9, 1), "A tribunal is open")

    one = review.one(ended.id)
    assert one.due is None
    assert [(kept.until, kept.why) for kept in one.keepings] == [
        (date(2027, 9, 1), "A tribunal is open")
    ]
    clock.move(days=100)
    assert review.one(ended.id).due == date(2027, 9, 1)


@pytest.mark.parametrize(
    ("until", "why", "code"),
    [
        (date(2026, 5, 12), "needed", "keeping.not-later"),
        (date(2040, 1, 1), "needed", "keeping.not-later"),
        (date(2027, 1, 1), "  ", "keeping.no-reason"),
    ],
)
def test_a_case_is_kept_longer_only_with_a_reason_and_until_a_day_ahead(
    desk, review, until, why, code
):
    with stopped(Refused, code):
        review.keep_longer(talk(desk).id, until, why)


def test_a_hold_is_placed_and_lifted_and_both_stay_on_record(desk, review, clock):
    case = talk(desk).id
    hold = review.hold(case, "A claim was announced", "ET 1234")
    assert review.one(case).held

    clock.move(days=30)
    review.lift(hold.id, "It was settled")

    one = review.one(case)
    assert not one.held
    [kept] = one.holds
    assert (kept.why, kept.lifted_why, kept.lifted_by) == (
        "A claim was announced",
        "It was settled",
        ROSA.id,
    )
    with stopped(Refused, "hold.lifted-already"):
        review.lift(hold.id, "Again")


def test_a_hold_and_its_end_need_reasons(desk, review):
    case = talk(desk).id
    with stopped(Refused, "hold.no-reason"):
        review.hold(case, " ", "")
    hold = review.hold(case, "A claim", "")
    with stopped(Refused, "hold.no-reason"):
        review.lift(hold.id, "")


def test_a_hold_does_not_make_a_case_newer(desk, review, clock):
    case = talk(desk, "watch", review_date="2026-08-01").id
    before = review.one(case).standing
    clock.move(days=50)
    review.hold(case, "A claim", "")

    assert review.one(case).standing == before


def test_a_case_is_found_by_the_number_of_its_talk_or_its_pack(case):
    review = ReviewRetention(case.desk.shift, case.desk.definitions)

    assert review.called(" w-0001 ") == review.called("P-0001") == case.interview
    with stopped(Refused, "disposal.no-such-case"):
        review.called("W-9999")


def test_a_case_that_is_still_worked_on_is_not_due(case, clock):
    review = ReviewRetention(case.desk.shift, case.desk.definitions)
    clock.move(days=100)

    [one] = review.look()

    assert (one.standing.kept_as.id, one.facts.ended, one.due) == ("open", None, None)
    kinds = {kind for _, kind in one.records}
    assert {"interview", "note", "sign", "pack", "evidence", "referral"} <= kinds


@pytest.mark.parametrize("role", [Role.CHAMPION, Role.CHECKER, Role.AUDITOR])
def test_only_a_lead_reviews(desk, role):
    someone = Staff(ROSA.id, "Noor Example", role)
    shift = Shift(desk.shift.vault, someone, desk.shift.now, desk.shift.new_id, lambda _: None)
    review = ReviewRetention(shift, desk.definitions)
    for act in (
        review.look,
        lambda: review.one("x"),
        lambda: review.called("W-0001"),
        lambda: review.hold("x", "y", ""),
        lambda: review.lift("x", "y"),
        lambda: review.keep_longer("x", date(2027, 1, 1), "y"),
    ):
        with stopped(Refused, "role.not-yours"):
            act()
