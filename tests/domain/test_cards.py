"""What a list needs of a talk or a pack."""

from dataclasses import replace
from datetime import timedelta

from tests.factories import NOON, ROSA, form, interview, pack
from welfare_app.domain.answers import Answer
from welfare_app.domain.cards import Running, pack_card, talk_card, who, worker_of
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
    assert pack_card(begun, STAGES).open
    assert not pack_card(behind, STAGES).open


def test_a_pack_says_who_it_is_about_and_where_from_its_talk():
    talk = interview(1, first_name="Ada", last_name="Example", site="Alder Mill")
    card = pack_card(replace(pack(), answers={"outcome": Answer("strong")}), STAGES, talk)

    assert (card.worker, card.site, card.path) == ("Ada E.", "Alder Mill", "strong")
    assert pack_card(pack(), STAGES).worker == ""


def test_a_worker_is_called_what_they_want_to_be_called_and_no_more_of_the_name():
    named = interview(1, first_name="Adaeze", last_name="Example", known_as="Ada").answers

    assert worker_of(named) == "Ada E."
    assert worker_of(interview(1, first_name="Ada").answers) == "Ada"
    assert worker_of(interview(1, last_name="Example").answers) == "Example"
    assert worker_of({}) == ""


def test_names_that_read_alike_are_one_person():
    spaced = interview(1, first_name=" Ada ", last_name="EXAMPLE")
    plain = interview(2, first_name="ada", last_name="example")

    assert who(spaced) == who(plain) != ""


def test_half_a_name_is_nobody():
    assert who(interview(1, first_name="Ada")) == ""


def test_a_talk_of_a_kind_that_knows_no_visits_has_none():
    talk = interview()

    assert talk_card(talk, form()).visit is None
    assert talk_card(talk, replace(form(), visit=True)).visit == talk.id


def test_a_finished_talk_with_signs_needs_someone_until_it_has_its_pack():
    talk = replace(interview(), finished=NOON)

    assert talk_card(interview(), form()).open
    assert talk_card(talk, form(), signs=True).open
    assert not talk_card(talk, form(), signs=True, packed=True).open
    assert not talk_card(talk, form()).open


def test_names_and_places_stay_out_of_repr():
    named = interview(1, first_name="Quixotic", last_name="Quixotic", site="Quixotic")
    cards = talk_card(named, form()), pack_card(pack(), STAGES, named)

    assert cards[0].worker
    assert cards[1].site
    assert "uixotic" not in repr(cards)
