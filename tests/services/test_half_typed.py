"""Words half-typed at a lock are kept for whoever typed them."""

from tests.desks import ROSA
from welfare_app.domain.people import Role, Staff
from welfare_app.services.half_typed import HalfTyped, KeepHalfTyped
from welfare_app.services.shift import Shift

SAID = (("Why?", "He asked us to wait"), ("Who answered?", "Test Officer"))


def somebody_else(desk, role=Role.CHAMPION):
    shift = desk.shift
    other = Staff("staff-idris", "Idris Example", role)
    return KeepHalfTyped(Shift(shift.vault, other, shift.now, shift.new_id, shift.announce))


def test_they_come_back_as_they_were_the_oldest_first(desk):
    desk.half_typed.keep(HalfTyped("pack-1", "What do I do now?, P-0001", SAID))
    desk.half_typed.keep(HalfTyped("", "Staff", (("Why?", "Left us"),)))

    first, second = desk.half_typed.mine()
    assert (first.record, first.where, first.said) == (
        "pack-1",
        "What do I do now?, P-0001",
        SAID,
    )
    assert (second.record, second.said) == ("", (("Why?", "Left us"),))


def test_nobody_else_is_offered_them(desk):
    desk.half_typed.keep(HalfTyped("pack-1", "Chronology", SAID))

    assert somebody_else(desk).mine() == ()
    assert somebody_else(desk, Role.AUDITOR).mine() == ()
    assert len(desk.half_typed.mine()) == 1
    assert desk.shift.staff.id == ROSA.id


def test_done_with_one_the_other_stays(desk):
    desk.half_typed.keep(HalfTyped("pack-1", "Chronology", SAID))
    desk.half_typed.keep(HalfTyped("pack-2", "Evidence", SAID))
    desk.half_typed.let_go(desk.half_typed.mine()[0].key)

    assert [one.where for one in desk.half_typed.mine()] == ["Evidence"]


def test_nothing_typed_keeps_nothing(desk):
    desk.half_typed.keep(HalfTyped("pack-1", "Chronology", ()))

    assert desk.half_typed.mine() == ()
