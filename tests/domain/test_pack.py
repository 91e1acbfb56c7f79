"""An incident pack: what is due now, what next, what waits, and what is late."""

from datetime import timedelta

import pytest

from tests.desks import stopped
from tests.factories import NOON, ROSA, pack
from welfare_app.domain.answers import Answer
from welfare_app.domain.errors import Refused
from welfare_app.domain.events import PackOpened, StageAnswered, StageCompleted, StageSkipped
from welfare_app.domain.form import Is, Unless
from welfare_app.domain.ids import InterviewId, PackId
from welfare_app.domain.pack import IncidentPack, State, deadline, stages_due
from welfare_app.domain.workflow import Stage, Workflow

LATER = NOON + timedelta(minutes=10)
NOTICED = Stage("noticed", "p", "champion")
SAFE = Stage("safe", "p", "champion", waits_for=("noticed",), within_minutes=60)
CALL = Stage(
    "call",
    "p",
    "lead",
    waits_for=("safe",),
    shown_when=Unless(Is("outcome", ("explained",))),
    within_minutes=240,
    clock_from="safe",
)
KEEP = Stage("keep", "p", "lead", waits_for=("safe",), within_minutes=60, clock_from="safe")
CLOSE = Stage("close", "p", "lead", waits_for=("call", "keep"))
WORKFLOW = Workflow("w", 1, "f", "2026-05", (NOTICED, SAFE, CALL, KEEP, CLOSE))


def done(*stages, at=NOON, told=None):
    found = pack(answers={id: Answer(value) for id, value in (told or {}).items()})
    for stage in stages:
        found, _ = found.complete(stage, at, ROSA)
    return found


def states(found):
    return {due.stage.id: due.state.value for due in stages_due(WORKFLOW, found)}


def test_a_new_pack_has_one_thing_to_do_and_the_rest_waits():
    assert states(pack()) == {
        "noticed": "now",
        "safe": "waiting",
        "call": "waiting",
        "keep": "waiting",
        "close": "waiting",
    }


def test_what_can_be_done_as_well_is_next_and_only_the_first_is_now():
    assert states(done("noticed", "safe")) == {
        "noticed": "done",
        "safe": "done",
        "call": "now",
        "keep": "next",
        "close": "waiting",
    }


def test_doing_the_second_first_leaves_the_first_to_do():
    found = states(done("noticed", "safe", "keep"))

    assert [found["call"], found["keep"], found["close"]] == ["now", "done", "waiting"]


def test_nothing_waits_for_a_stage_that_does_not_apply():
    found = states(done("noticed", "safe", "keep", told={"outcome": "explained"}))

    assert "call" not in found
    assert found["close"] == "now"


def test_a_pack_with_everything_behind_it_has_nothing_due():
    found, _ = done("noticed", "safe", "call", "keep").skip("close", "Closed by Lead", LATER, ROSA)

    assert set(states(found).values()) == {"done", "skipped"}


def test_a_clock_runs_from_the_opening_of_the_pack():
    assert deadline(SAFE, pack()) == NOON + timedelta(minutes=60)


def test_a_clock_that_runs_from_a_stage_starts_when_that_stage_is_done():
    assert deadline(KEEP, done("noticed")) is None
    assert deadline(KEEP, done("noticed", "safe", at=LATER)) == LATER + timedelta(minutes=60)


def test_a_stage_with_no_limit_has_no_deadline_and_is_never_late():
    due = stages_due(WORKFLOW, pack())[0]

    assert due.by is None
    assert not due.late(NOON + timedelta(days=365))


@pytest.mark.parametrize(("minutes", "late"), [(0, False), (60, False), (61, True)])
def test_a_stage_is_late_by_the_time_it_is_told(minutes, late):
    due = stages_due(WORKFLOW, done("noticed"))[1]

    assert due.late(NOON + timedelta(minutes=minutes)) is late


def test_what_is_behind_us_is_never_late():
    due = stages_due(WORKFLOW, done("noticed", "safe"))[1]

    assert not due.late(NOON + timedelta(days=2))


def test_completing_a_stage_writes_down_when_and_by_whom():
    changed, event = pack().complete("noticed", LATER, ROSA)

    assert (changed.done["noticed"].at, changed.done["noticed"].by) == (LATER, ROSA)
    assert event == StageCompleted("pack-1", "noticed")


def test_a_stage_done_twice_is_refused_and_the_first_stamp_stands():
    before = done("noticed")

    for again in (
        lambda: before.complete("noticed", LATER, ROSA),
        lambda: before.skip("noticed", "Not needed", LATER, ROSA),
    ):
        with stopped(Refused, "stage.done-already"):
            again()
    assert before.done["noticed"].at == NOON


@pytest.mark.parametrize("reason", ["", "  \n"])
def test_passing_a_stage_over_needs_a_reason(reason):
    with stopped(Refused, "stage.no-reason"):
        pack().skip("noticed", reason, NOON, ROSA)


def test_a_stage_passed_over_keeps_its_reason_and_lights_up_the_next():
    changed, event = pack().skip("noticed", "Told by telephone", LATER, ROSA)

    assert changed.done["noticed"].skipped == "Told by telephone"
    assert event == StageSkipped("pack-1", "noticed")
    assert stages_due(WORKFLOW, changed)[0].state is State.SKIPPED
    assert stages_due(WORKFLOW, changed)[1].state is State.NOW


def test_an_answer_is_added_without_changing_the_pack_it_was_added_to():
    before = pack()
    after, event = before.answer("noticed-what", Answer("Five wages, one account"))

    assert before.answers == {}
    assert after.answers["noticed-what"].value == "Five wages, one account"
    assert event == StageAnswered("pack-1", "noticed-what")


def test_a_pack_opened_from_a_talk_remembers_which():
    talk = InterviewId("interview-1")
    opened, event = IncidentPack.open(PackId("pack-1"), "P-0001", WORKFLOW, talk, NOON, ROSA)

    assert (opened.interview, opened.workflow, opened.workflow_version) == (talk, "w", 1)
    assert event == PackOpened("pack-1", talk)


def test_what_a_pack_holds_stays_out_of_what_programs_print():
    told = done(told={"noticed-what": "quixotic"}).skip("noticed", "quixotic", NOON, ROSA)[0]

    assert "quixotic" not in repr(told)
