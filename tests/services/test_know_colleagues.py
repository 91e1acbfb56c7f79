"""Colleagues are believed only once somebody has compared their digits, and never by accident."""

from dataclasses import replace

import pytest

from tests.couriers import Side, introduce, laptop_beside
from tests.desks import events, sit_down, stopped
from welfare_app.domain.errors import Refused, Unavailable
from welfare_app.domain.people import Role
from welfare_app.services.desk import set_up


@pytest.fixture
def here(desk, tmp_path, heard):
    return Side(desk, tmp_path, heard)


@pytest.fixture
def there(tools, identity, tmp_path):
    with laptop_beside(tools, identity, tmp_path / "there") as side:
        yield side


@pytest.fixture
def card(there, tmp_path):
    there.desk.colleagues.save_card(tmp_path / "ben.card")
    return tmp_path / "ben.card"


def test_the_keys_are_made_once_and_stay_the_same(here, tools, vault):
    first = here.desk.colleagues.keys()
    again = sit_down(tools, vault).colleagues.keys()

    assert again == first
    assert events(vault).count("CourierKeysMade") == 1


def test_a_colleague_stays_a_stranger_until_the_digits_are_compared(here, card, clock):
    added = here.desk.colleagues.add(card)
    assert not added.trusted
    clock.move(days=1)
    confirmed = here.desk.colleagues.confirm(added.id)

    assert confirmed.trusted
    assert confirmed.confirmed.by == here.desk.shift.staff.id
    assert (confirmed.confirmed.at - confirmed.added.at).days == 1
    assert events(here.vault)[-2:] == ["ColleagueAdded", "ColleagueConfirmed"]


def test_who_was_removed_comes_back_as_a_stranger(here, card):
    colleague = here.desk.colleagues.add(card)
    here.desk.colleagues.confirm(colleague.id)
    here.desk.colleagues.remove(colleague.id)

    assert here.desk.colleagues.all() == ()
    with stopped(Refused, "courier.no-such-colleague"):
        here.desk.colleagues.confirm(colleague.id)
    assert not here.desk.colleagues.add(card).trusted


def test_our_own_card_is_no_colleagues(here, tmp_path):
    here.desk.colleagues.save_card(tmp_path / "own.card")

    with stopped(Refused, "courier.own-card"):
        here.desk.colleagues.add(tmp_path / "own.card")


def test_made_up_cases_and_real_ones_never_mix(here, there, tools, card):
    practising = replace(here.desk.organisation, practice=True)
    desk = set_up(tools, here.desk.shift, practising)

    with stopped(Refused, "courier.practice"):
        desk.colleagues.add(card)


def test_a_file_that_is_not_there_is_said_plainly(here, tmp_path):
    with stopped(Refused, "courier.not-a-card"):
        here.desk.colleagues.add(tmp_path)
    (tmp_path / "locked.card").symlink_to(tmp_path / "nowhere")
    with stopped(Refused, "courier.not-a-card"):
        here.desk.colleagues.add(tmp_path / "locked.card")


def test_a_disk_that_fails_is_said_plainly(here, tmp_path):
    with stopped(Unavailable, "disk.failed"):
        here.desk.colleagues.save_card(tmp_path / "no folder" / "own.card")


@pytest.mark.parametrize("role", [Role.AUDITOR, Role.CHECKER])
def test_those_whose_work_it_is_not_can_do_none_of_it(here, there, role, card):
    introduce(here, there)
    desk = here.desk
    shift = replace(desk.shift, staff=replace(desk.shift.staff, role=role))
    colleagues = replace(desk.colleagues, shift=shift)
    sending = replace(desk.sending, shift=shift, colleagues=colleagues)
    receiving = replace(desk.receiving, shift=shift, colleagues=colleagues)
    whom = here.whom().id

    for act in (
        colleagues.keys,
        lambda: colleagues.add(card),
        lambda: colleagues.confirm(whom),
        lambda: colleagues.remove(whom),
        lambda: sending.send("x", whom, "why", card),
        lambda: receiving.look(card),
    ):
        with stopped(Refused, "role.not-yours"):
            act()
