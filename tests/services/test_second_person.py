"""A colleague says yes on the same laptop, with a passphrase of their own."""

import pytest

from tests.desks import ROSA, WORDS, quick_keys, stopped
from welfare_app.domain.errors import Refused, Unavailable
from welfare_app.domain.events import StaffAdded
from welfare_app.domain.ids import StaffId
from welfare_app.domain.people import Role, Staff
from welfare_app.services.second_person import SecondPerson

IDRIS = Staff(StaffId("staff-idris"), "Idris Example", Role.CHECKER)
NOOR = Staff(StaffId("staff-noor"), "Noor Example", Role.CHAMPION)
OTHER_WORDS = "copper walnut bicycle harbour"


@pytest.fixture
def second(desk, tmp_path):
    folder = tmp_path / "keys"
    keys = quick_keys(folder)
    key, _ = keys.create(ROSA, WORDS)
    for person in (IDRIS, NOOR):
        keys.add(key, person, OTHER_WORDS)
        with desk.shift.work() as work:
            work.register.save_staff(person, because=StaffAdded(person.id, person.role))
            work.commit()
    return SecondPerson(desk.shift, lambda: quick_keys(folder))


def test_a_checker_can_be_the_second_and_a_champion_or_oneself_cannot(second):
    assert [one.staff for one in second.people()] == [IDRIS.id]


def test_they_vouch_with_their_own_passphrase(second):
    assert second.vouch(IDRIS.id, OTHER_WORDS) == IDRIS


def test_a_wrong_passphrase_vouches_for_nothing(second):
    with stopped(Unavailable, "key.wrong-passphrase"):
        second.vouch(IDRIS.id, WORDS)


@pytest.mark.parametrize("person", [ROSA, NOOR])
def test_nobody_vouches_for_themselves_or_beyond_their_role(second, person):
    with stopped(Refused, "second.not-able"):
        second.vouch(person.id, WORDS)
