"""An incident pack is opened once, answered, and stamped stage by stage."""

import pytest

from tests.desks import events, stopped
from welfare_app.domain.answers import Answer, Gap, Why
from welfare_app.domain.errors import Refused
from welfare_app.domain.form import Problem
from welfare_app.domain.pack import stages_due
from welfare_app.services.desk import INTERVIEW

NOTICED = {
    "danger-now": "no",
    "under-18": "no",
    "noticed-what": "Five wages, one account",
    "noticed-how": "records",
    "noticed-when": "2026-03-12",
}


@pytest.fixture
def pack(desk):
    return desk.packs.open(None)


def tell(desk, pack, told):
    for id, value in told.items():
        pack = desk.packs.answer(pack.id, id, Answer(value))
    return pack


def test_a_pack_can_be_opened_from_nothing_but_a_worry(pack, clock):
    assert (pack.number, pack.interview, pack.opened) == ("P-0001", None, clock())


def test_a_talk_has_one_pack_however_often_it_is_asked_for(desk, heard):
    talk = desk.interviews.start(desk.definitions.form(INTERVIEW).form)
    first = desk.packs.open(talk.id)

    assert heard[-1] == {first.id, talk.id}
    assert desk.packs.open(talk.id) == first
    assert desk.packs.open(None).id != first.id


def test_a_stage_says_what_must_still_be_written(desk, pack):
    assert desk.packs.missing(pack, "S0") == tuple(Problem(id, "required") for id in NOTICED)

    pack = tell(desk, pack, {**NOTICED, "noticed-when": "spring"})
    assert desk.packs.missing(pack, "S0") == (Problem("noticed-when", "date"),)


def test_a_stage_with_something_missing_is_not_called_done(desk, pack):
    pack = tell(desk, pack, {"noticed-what": "Five wages, one account"})

    with stopped(Refused, "stage.not-ready") as caught:
        desk.packs.complete(pack.id, "S0")
    assert caught.value.facts == {"count": 4}
    assert desk.packs.get(pack.id).done == {}


def test_a_reason_for_silence_is_enough_to_call_a_stage_done(desk, pack):
    tell(desk, pack, {**NOTICED, "noticed-how": Gap(Why.NOT_SAFE, "They are on the site")})

    assert "S0" in desk.packs.complete(pack.id, "S0").done


def test_a_stage_done_lights_up_the_next_and_starts_its_clock(desk, pack, clock, vault):
    tell(desk, pack, NOTICED)
    clock.move(minutes=15)
    done = desk.packs.complete(pack.id, "S0")
    due = stages_due(desk.definitions.workflow("incident-pack").workflow, done)

    assert done.done["S0"].at == clock()
    assert [(one.stage.id, one.state.value) for one in due[:3]] == [
        ("S0", "done"),
        ("S1", "now"),
        ("S2", "waiting"),
    ]
    assert events(vault)[-1] == "StageCompleted"
    assert desk.packs.get(pack.id) == done


def test_a_stage_is_stamped_once(desk, pack):
    tell(desk, pack, NOTICED)
    first = desk.packs.complete(pack.id, "S0")

    with stopped(Refused, "stage.done-already"):
        desk.packs.complete(pack.id, "S0")
    with stopped(Refused, "stage.done-already"):
        desk.packs.skip(pack.id, "S0", "Told by telephone")
    assert desk.packs.get(pack.id) == first


def test_a_stage_is_passed_over_only_with_a_reason(desk, pack):
    with stopped(Refused, "stage.no-reason"):
        desk.packs.skip(pack.id, "S0", " ")

    assert desk.packs.skip(pack.id, "S0", "Told by telephone").done["S0"].skipped


def test_an_answer_is_kept_at_once_and_told(desk, pack, heard):
    tell(desk, pack, {"may-know": "Test Lead"})

    assert desk.packs.get(pack.id).answers["may-know"].value == "Test Lead"
    assert heard[-1] == {pack.id}


def test_a_pack_that_is_not_there_is_refused(desk):
    with stopped(Refused, "pack.unknown"):
        desk.packs.get("nobody")
