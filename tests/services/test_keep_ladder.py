"""The ladder in a vault: who may change it, when it was checked, and how a case climbs it."""

from dataclasses import replace
from datetime import date

import pytest

from tests.desks import ROSA, events, stopped
from tests.services.circle.conftest import MINA, OMAR, seat
from welfare_app.domain.answers import Answer
from welfare_app.domain.errors import Refused
from welfare_app.domain.events import StaffAdded
from welfare_app.domain.ids import FieldId
from welfare_app.domain.ladder import Rung, Standing, key

BO = Standing(Rung.LINE, "Bo Sample", "0113 496 0002")
LEAD = Standing(Rung.LEAD, "Mina Example", "0113 496 0000", staff=MINA.id)
BOARD = Standing(Rung.BOARD, "Nia Trustee", email="nia@example.org")


@pytest.fixture
def ladder(desk):
    for one in (BO, LEAD, BOARD):
        desk.ladder.put(one, checked=True)
    return desk.ladder


def climbed(desk, pack):
    return [(one.standing.rung, one.passed) for one in desk.ladder.climbed(pack)]


def test_every_rung_is_there_and_says_when_it_was_checked(desk, ladder):
    assert [one.rung for one in ladder.all()] == list(Rung)
    assert ladder.all()[0] == replace(BO, checked=date(2026, 5, 12))
    assert not ladder.all()[1].filled
    assert events(desk.shift.vault).count("LadderChanged") == 3


def test_a_number_that_changed_is_not_checked_any_more(ladder):
    other = ladder.put(replace(BO, phone="0113 496 0003"), checked=False)

    assert other.checked is None
    assert ladder.put(BOARD, checked=False).checked == date(2026, 5, 12)


def test_nobody_stands_there_who_cannot_be_reached(ladder):
    with stopped(Refused, "ladder.no-way"):
        ladder.put(replace(BO, phone=""), checked=False)
    with stopped(Refused, "ladder.no-phone"):
        ladder.put(replace(BO, phone="12"), checked=False)
    assert ladder.all()[0].phone == BO.phone


def test_only_a_lead_changes_it(tools, desk, ladder):
    with desk.shift.work() as work:
        work.register.save_staff(OMAR, because=StaffAdded(OMAR.id, OMAR.role))
        work.commit()
    champion = seat(tools, desk.shift.vault, OMAR)

    with stopped(Refused, "role.not-yours"):
        champion.ladder.put(BO, checked=True)
    assert champion.ladder.all()[0].name == "Bo Sample"


def test_whoever_a_pack_names_or_was_ticked_is_passed_over(desk, ladder):
    pack = desk.packs.open(None).id
    assert climbed(desk, pack) == [
        (Rung.LINE, False),
        (Rung.LEAD, False),
        (Rung.BOARD, False),
    ]

    desk.packs.answer(pack, FieldId("inside-who"), Answer("Bo, who drives the van"))
    assert climbed(desk, pack)[0] == (Rung.LINE, True)
    desk.circles.draw(pack, [], [key(Rung.BOARD)])

    assert climbed(desk, pack) == [(Rung.LINE, True), (Rung.LEAD, False), (Rung.BOARD, True)]


def test_nobody_is_sent_to_tell_themselves(desk, ladder):
    ladder.put(replace(LEAD, staff=ROSA.id), checked=False)

    assert climbed(desk, desk.packs.open(None).id) == [(Rung.LINE, False), (Rung.BOARD, False)]


def test_one_who_was_passed_over_does_not_read_that_they_were(tools, desk, ladder):
    with desk.shift.work() as work:
        work.register.save_staff(OMAR, because=StaffAdded(OMAR.id, OMAR.role))
        work.commit()
    pack = desk.packs.open(None).id
    desk.circles.draw(pack, [], [OMAR.id])
    champion = seat(tools, desk.shift.vault, OMAR)

    for ask in (champion.ladder.climbed, champion.circles.of):
        with stopped(Refused, "circle.shut"):
            ask(pack)
