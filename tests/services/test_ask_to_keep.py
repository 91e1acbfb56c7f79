"""Asking others to keep records: who, when, by whom, what they said, and who is late."""

import pytest

from tests.desks import ROSA, events, stopped
from welfare_app.domain.cards import CHASE
from welfare_app.domain.errors import Refused
from welfare_app.domain.preserving import Reply


@pytest.fixture
def pack(desk):
    return desk.packs.open(None).id


def ask(desk, pack, record="cctv", covers=""):
    return desk.preserving.ask(pack, record, "Gate", "Security desk", covers)


def test_a_request_says_who_was_asked_when_and_by_whom(desk, pack, clock, heard, vault):
    asked = ask(desk, pack, covers="2026-05-01")

    assert desk.preserving.of(pack) == (asked,)
    assert (asked.asked_of, asked.at, asked.by) == ("Security desk", clock(), ROSA.id)
    assert heard[-1] == {asked.id, pack}
    assert events(vault)[-1] == "KeepingAsked"


def test_answers_stand_one_beside_the_other(desk, pack):
    asked = ask(desk, pack)
    desk.preserving.answered(asked.id, Reply.REFUSED, "Only with an order")
    desk.preserving.answered(asked.id, Reply.KEPT, "")

    [one] = desk.preserving.of(pack)
    assert [each.reply for each in one.given] == [Reply.REFUSED, Reply.KEPT]


def chased(desk, pack):
    """What the lists say is still owed to a pack."""
    [card] = [one for one in desk.around.look().open_packs if one.id == pack]
    return [one.by for one in card.running if one.stage == CHASE]


def test_what_nobody_answered_runs_beside_the_stages_until_it_is_safe(desk, pack):
    desk.packs.skip(pack, "S0", "Told by telephone")
    assert chased(desk, pack) == []
    first = ask(desk, pack)
    settled = ask(desk, pack, "messages")
    desk.preserving.answered(settled.id, Reply.KEPT, "")

    assert chased(desk, pack) == [desk.preserving.due(first)]

    desk.preserving.answered(first.id, Reply.COPIED, "On a stick")
    assert chased(desk, pack) == []


@pytest.mark.parametrize(
    ("asked_of", "covers", "code"),
    [
        (" ", "", "preservation.no-one"),
        ("Security", "2031", "evidence.future"),
        ("Security", "soon", "preservation.day"),
    ],
)
def test_a_request_with_something_wrong_is_not_written(desk, pack, asked_of, covers, code):
    with stopped(Refused, code):
        desk.preserving.ask(pack, "cctv", "", asked_of, covers)
    assert desk.preserving.of(pack) == ()


def test_a_pack_that_is_gone_takes_no_request(desk):
    with stopped(Refused, "pack.unknown"):
        ask(desk, "nobody")


def test_what_was_asked_goes_with_its_pack(desk, pack):
    ask(desk, pack)
    with desk.shift.work() as work:
        for id, kind in work.archive.under(pack):
            work.archive.erase(id, kind)
        work.commit()

    assert desk.preserving.of(pack) == ()
