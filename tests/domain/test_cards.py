"""What a list needs of a talk or a pack."""

from dataclasses import replace
from datetime import timedelta

from tests.factories import NOON, ROSA, form, interview, pack
from welfare_app.domain.cards import Running, pack_card, talk_card, who
from welfare_app.domain.ids import StageId
from welfare_app.domain.pack import Done
from welfare_app.domain.workflow import Stage, Workflow

NOTICED = Stage(StageId("noticed"), "p", "champion", within_minutes=30)
CALL, KEEP = (
    Stage(StageId(name), "p", "lead", waits_for=(StageId("noticed"),)) for name in ("call", "keep")
)
STAGES = Workflow("stages", 1, "questions", "2026-05-12", (NOTICED, CALL, KEEP))


def test_a_pack_shows_the_stage_to_do_now_and_one_beside_it():
    by = NOON + timedelta(minutes=30)
    begun = replace(pack(), done={NOTICED.id: Done(NOON, ROSA)})
    behind = replace(pack(), done={stage.id: Done(NOON, ROSA) for stage in STAGES.stages})

    assert pack_card(pack(), STAGES).running == (Running(NOTICED.id, by),)
    assert [one.stage for one in pack_card(begun, STAGES).running] == ["call", "keep"]
    assert (pack_card(behind, STAGES).running, pack_card(behind, STAGES).done) == ((), 3)


def test_names_that_read_alike_are_one_person():
    spaced = interview(1, first_name=" Ada ", last_name="EXAMPLE")
    plain = interview(2, first_name="ada", last_name="example")

    assert who(spaced) == who(plain) != ""


def test_half_a_name_is_nobody():
    assert who(interview(1, first_name="Ada")) == ""


def test_a_talk_of_a_kind_that_knows_no_visits_has_none():
    talk = interview()

    assert talk_card(talk, form(), signs=False).visit is None
    assert talk_card(talk, replace(form(), visit=True), signs=False).visit == talk.id


def test_a_finished_talk_with_signs_and_no_outcome_wants_a_pack():
    talk = replace(interview(), finished=NOON)

    assert talk_card(talk, form(), signs=True).wants_pack
    assert not talk_card(talk, form(), signs=False).wants_pack
