"""What became of a sealed pack is kept, answers the stages, and starts what hangs on it."""

from dataclasses import replace
from datetime import timedelta

import pytest

from tests.conftest import KEY
from tests.desks import Case, events, opened_copy, sit_down, stopped
from welfare_app.domain.answers import Answer
from welfare_app.domain.cards import RECEIPT
from welfare_app.domain.contacts import Nation
from welfare_app.domain.errors import Refused
from welfare_app.domain.handover import Step, standing
from welfare_app.domain.ids import FieldId, PackId
from welfare_app.domain.pack import State, stages_due
from welfare_app.domain.referral import Checked
from welfare_app.services.hand_over import ToldStep
from welfare_app.services.sample_case import HANDING
from welfare_app.services.versions import workflow_of

DAY = "2026-05-12"
BEFORE_S8 = ("S3", "S4", "S5", "S6", "S7")


@pytest.fixture(scope="module")
def pattern(tools, played, tmp_path_factory):
    """The sample case with everything before the hand-over behind it, sealed; and the digest."""
    folder, (interview, pack, referral) = played
    home = tmp_path_factory.mktemp("handed")
    with opened_copy(tools, folder, home / "case") as desk:
        for stage in BEFORE_S8:
            if stage not in desk.packs.get(pack).done:
                desk.packs.skip(pack, stage, "Told by telephone")
        checked = Checked(alone="Nobody is on site")
        sealed = desk.seal.seal(referral, HANDING, home / "a.pdf", checked=checked)
    return home, (interview, pack, referral), sealed.digest


@pytest.fixture
def handed(tools, pattern, tmp_path):
    """That case, sealed just now."""
    home, ids, digest = pattern
    with opened_copy(tools, home / "case", tmp_path / "case") as desk:
        case = Case(desk, *ids)
        case.digest = digest
        yield case


def write(case, step, digest=None, **told):
    told = {"day": "" if step is Step.REFERENCE else DAY} | told
    return case.desk.hand_over.write(case.pack, ToldStep(digest or case.digest, step, **told))


def all_three(case):
    write(case, Step.HANDED, how="in-person", who="Rosa Example")
    write(case, Step.TOLD, how="telephone", who="Test Responder One")
    write(case, Step.RECEIVED, who="Test Responder One", words="She read page 1 to me")


def given(case, field):
    return case.desk.packs.get(case.pack).answers[FieldId(field)].value


def test_what_was_written_is_there_when_the_vault_is_opened_again(handed, tools, tmp_path):
    all_three(handed)
    write(handed, Step.REFERENCE, words="FWA 12/7")
    handed.desk.shift.vault.close()

    vault = tools.door.open(tmp_path / "case", KEY)
    kept = sit_down(tools, vault).hand_over.of(handed.pack)
    vault.close()
    assert kept is not None
    known = standing(kept.became(handed.digest))
    assert [*known] == [Step.HANDED, Step.TOLD, Step.RECEIVED, Step.REFERENCE]
    assert known[Step.RECEIVED].words == "She read page 1 to me"
    assert (known[Step.HANDED].how, known[Step.HANDED].day) == ("in-person", DAY)


def test_the_stage_of_the_hand_over_is_answered_and_done_once_they_have_it(handed):
    write(handed, Step.HANDED, how="post", who="Rosa Example")
    assert given(handed, "handed-how") == "other"
    assert given(handed, "handed-to") == "Test Responder One, Fair Work Agency, 0114 496 0201"
    assert given(handed, "read-by") == "Nobody: Nobody is on site"
    write(handed, Step.TOLD, how="telephone", who="Test Responder One")
    assert "S8" not in handed.desk.packs.get(handed.pack).done

    write(handed, Step.RECEIVED, who="Test Responder One", words="She read page 1 to me")
    pack = handed.desk.packs.get(handed.pack)
    assert not pack.done["S8"].skipped
    assert given(handed, "receipt").startswith("Test Responder One, 12 May 2026: She read")
    assert events(handed.desk.shift.vault)[-1] == "StageCompleted"


def ticking(handed):
    return handed.desk.packs.clocks(handed.desk.packs.get(handed.pack), Nation.ENGLAND)


def test_clocks_that_wait_for_the_hand_over_and_the_decision_begin_to_run(handed):
    keys = {one.key for one in ticking(handed)}
    assert not keys & {"check-1", "grounds-due"}

    all_three(handed)
    running = {one.key for one in ticking(handed)}
    assert {"check-1", "grounds-due"} <= running

    write(handed, Step.REASONABLE, how="positive", day="2026-05-11")
    clocks = {one.key: one.due for one in ticking(handed)}
    assert f"{clocks['recovery-ends']}" == "2026-06-10"
    assert "grounds-due" not in clocks


def test_a_decision_that_was_wrong_is_corrected_in_the_stage_too_and_its_day_with_it(handed):
    write(handed, Step.REASONABLE, how="positive", day="2026-05-11")
    write(handed, Step.REASONABLE, how="negative", day="2026-05")

    assert given(handed, "decision") == "negative"
    assert given(handed, "decided-on") == ""
    kept = handed.desk.hand_over.of(handed.pack)
    assert [one.how for one in kept.entries] == ["positive", "negative"]


def test_the_last_decision_stands_whatever_is_written_of_the_first_later(handed):
    write(handed, Step.CONCLUSIVE, how="conclusive-yes")
    write(handed, Step.REASONABLE, how="positive", day="2026-05-10")

    assert (given(handed, "decision"), given(handed, "decided-on")) == ("conclusive-yes", DAY)


def test_a_stage_with_something_left_to_answer_waits_for_it(handed):
    write(handed, Step.HANDED, how="in-person", who="Rosa Example")
    write(handed, Step.RECEIVED, who="Test Responder One", words="By telephone")

    pack = handed.desk.packs.get(handed.pack)
    assert "S8" not in pack.done
    assert [one.field for one in handed.desk.packs.missing(pack, "S8")] == ["words-told"]


def test_words_sent_the_way_the_stage_never_allows_do_not_answer_it(handed):
    write(handed, Step.TOLD, how="secure-mail", who="Test Responder One")

    assert FieldId("words-told") not in handed.desk.packs.get(handed.pack).answers


def test_what_became_of_an_earlier_pack_says_nothing_of_the_new_one(handed, tmp_path):
    handed.desk.seal.seal(handed.referral, HANDING, tmp_path / "b.pdf")
    write(handed, Step.HANDED, how="in-person", who="Rosa Example")

    assert FieldId("handed-how") not in handed.desk.packs.get(handed.pack).answers
    assert len(handed.desk.hand_over.of(handed.pack).became(handed.digest)) == 1


def test_a_pack_begun_on_the_first_version_of_the_stages_is_answered_as_far_as_it_asks(
    handed, tmp_path
):
    desk = handed.desk
    with desk.shift.work() as work:
        pack, began = work.packs.get(handed.pack), work.referrals.get(handed.referral)
        older = replace(
            pack, id=PackId("older"), number="P-0777", workflow_version=1, answers={}, done={}
        )
        work.packs.save(older, because=replace_pack(older))
        referral = replace(began, id="older-referral", pack=older.id)
        work.referrals.save(referral, because=referral.begun())
        work.commit()
    for step, told in (
        (Step.HANDED, {"how": "in-person", "who": "Rosa"}),
        (Step.TOLD, {"how": "telephone", "who": "Test"}),
        (Step.RECEIVED, {"who": "Test", "words": "By telephone"}),
        (Step.REASONABLE, {"how": "positive"}),
        (Step.CONCLUSIVE, {"how": "conclusive-yes"}),
    ):
        desk.hand_over.write(older.id, ToldStep(handed.digest, step, DAY, **told))

    answers = desk.packs.get(older.id).answers
    assert {*answers} == {"read-by", "handed-to", "handed-how", "receipt", "decision"}
    assert answers["decision"].value == "positive"
    stages = stages_due(workflow_of(desk.definitions, older).workflow, desk.packs.get(older.id))
    assert next(one.state for one in stages if one.stage.id == "S8") is State.WAITING


def replace_pack(pack):
    from welfare_app.domain.events import PackOpened

    return PackOpened(pack.id, pack.interview)


def test_nothing_is_written_of_a_pack_that_was_not_sealed_here_or_has_not_happened(handed):
    before = events(handed.desk.shift.vault)
    with stopped(Refused, "handover.not-sealed"):
        write(handed, Step.HANDED, digest="cd" * 32, how="in-person", who="Rosa")
    with stopped(Refused, "handover.in-the-future"):
        write(handed, Step.RECEIVED, day="2026-05-13", who="Test", words="By telephone")
    assert events(handed.desk.shift.vault) == before


def test_a_receipt_that_is_waited_for_runs_beside_the_stages_until_it_is_there(handed):
    def running():
        [card] = handed.desk.around.look().open_packs
        return {one.stage: one.by for one in card.running}

    now = handed.desk.shift.now()
    assert running()[RECEIPT] == now + timedelta(hours=24)
    all_three(handed)
    assert RECEIPT not in running()


def test_an_answer_of_ones_own_can_still_be_written_over_it(handed):
    write(handed, Step.HANDED, how="in-person", who="Rosa Example")
    handed.desk.packs.answer(handed.pack, FieldId("handed-to"), Answer("The duty desk"))

    assert given(handed, "handed-to") == "The duty desk"
