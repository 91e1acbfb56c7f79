"""Who sees a case, who may break in, and who is told."""

import pytest

from tests.conftest import NOON
from tests.desks import stopped
from welfare_app.domain.circle import Circle
from welfare_app.domain.errors import Refused
from welfare_app.domain.ids import StaffId
from welfare_app.domain.people import Role, Staff

ROSA, IDRIS, NOOR = StaffId("rosa"), StaffId("idris"), StaffId("noor")


def drawn(*members, barred=()):
    circle, _ = Circle("case").draw(members, barred, "", NOON, ROSA)
    return circle


def test_whoever_keeps_a_case_to_a_circle_is_in_it():
    assert drawn(IDRIS).members == (ROSA, IDRIS)
    assert drawn().members == (ROSA,)


def test_nobody_is_let_in_and_kept_out_at_once():
    with stopped(Refused, "circle.in-and-out"):
        drawn(IDRIS, barred=(IDRIS,))
    with stopped(Refused, "circle.in-and-out"):
        drawn(barred=(ROSA,))


def test_opening_a_case_to_everyone_again_needs_a_reason_and_keeps_what_was():
    with stopped(Refused, "circle.no-reason"):
        drawn().lift(" ", NOON, ROSA)

    lifted, _ = drawn(IDRIS).lift("The police have it", NOON, ROSA)

    assert not lifted.stands
    assert lifted.drawn[0].members == (ROSA, IDRIS)


@pytest.mark.parametrize("role", [Role.CHAMPION, Role.CHECKER, Role.AUDITOR])
def test_only_a_lead_breaks_the_glass(role):
    with stopped(Refused, "circle.not-yours-to-break"):
        drawn().break_glass(IDRIS, role, "He is missing", NOON)


def test_a_lead_in_the_line_of_the_suspect_does_not_break_it_either():
    with stopped(Refused, "circle.not-yours-to-break"):
        drawn(barred=(NOOR,)).break_glass(NOOR, Role.LEAD, "He is missing", NOON)


def test_breaking_the_glass_needs_a_reason():
    with stopped(Refused, "circle.no-reason"):
        drawn().break_glass(NOOR, Role.LEAD, "\n", NOON)


def test_each_in_the_circle_is_told_until_they_have_seen_it():
    circle, _ = drawn(IDRIS).break_glass(NOOR, Role.LEAD, "He is missing", NOON)
    circle, _ = circle.see(ROSA)

    assert [one.reason for one in circle.unseen(IDRIS)] == ["He is missing"]
    assert circle.unseen(ROSA) == ()
    assert circle.unseen(NOOR) == ()
    again, _ = circle.break_glass(NOOR, Role.LEAD, "The police rang", NOON)
    assert [one.reason for one in again.unseen(ROSA)] == ["The police rang"]


def test_a_case_rests_on_the_last_who_can_read_it():
    staff = (Staff(ROSA, "Rosa"), Staff(IDRIS, "Idris", Role.CHAMPION, off=True))

    assert drawn(IDRIS).rests_on(ROSA, staff)
    assert not drawn(IDRIS).rests_on(IDRIS, staff)
    assert not drawn(IDRIS).rests_on(ROSA, (staff[0], Staff(IDRIS, "Idris", Role.CHAMPION)))
    auditor = Staff(IDRIS, "Idris", Role.AUDITOR)
    assert drawn(IDRIS).rests_on(ROSA, (staff[0], auditor))
