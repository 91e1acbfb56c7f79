"""A referral begins with what is already known, says where it came from, and changes no talk."""

import pytest

from tests.desks import stopped
from welfare_app.domain.answers import Answer
from welfare_app.domain.errors import Refused
from welfare_app.domain.form import Problem
from welfare_app.domain.sign import Known
from welfare_app.services.desk import INTERVIEW
from welfare_app.services.note_sign import Noticed
from welfare_app.services.prepare_referral import FILES, FILES_ARE, with_files


@pytest.fixture
def talk(desk):
    return desk.interviews.start(desk.definitions.form(INTERVIEW).form)


def tell(desk, talk, **told):
    for id, one in told.items():
        answer = one if isinstance(one, Answer) else Answer(one)
        desk.interviews.answer(talk.id, id.replace("_", "-"), answer)


def test_a_referral_begins_with_what_the_talk_told_and_says_so(desk, talk):
    tell(desk, talk, first_name="Test", home=Answer("Dziewięciu mężczyzn", "pl"))
    referral = desk.referrals.of(desk.packs.open(talk.id).id)

    assert referral.answers["pv-name-first-name"] == Answer("Test", "en", "interview:first-name")
    assert referral.answers["living-conditions"] == Answer(
        "“Dziewięciu mężczyzn”", "pl", "interview:home"
    )


def test_signs_become_the_answer_on_indicators_with_how_each_is_known(desk, talk):
    for noticed in (
        Noticed("DEL-CD-DEBT", Known.SAID, "I owe 1,400", where="Bus", when="2026-03"),
        Noticed("DEL-EX-LOW-PAY", Known.CHECKED, "Payslips"),
        Noticed("DEL-CD-DOCUMENTS", Known.VIEW),
    ):
        desk.signs.note(talk.id, noticed)
    answers = desk.referrals.of(desk.packs.open(talk.id).id).answers
    debt, pay, papers = answers["modern-slavery-indicators-details"].value.split("\n")

    assert answers["modern-slavery-indicators"] == Answer("yes", "en", "signs")
    assert debt.endswith("Said: “I owe 1,400” (Bus, 2026-03)")
    assert pay.endswith("Checked: Payslips")
    assert papers.endswith("My view")


def test_a_sign_taken_back_is_not_in_the_referral(desk, talk):
    sign = desk.signs.note(talk.id, Noticed("DEL-CD-DEBT", Known.SAID, "I owe"))
    desk.signs.withdraw(sign.id, "Heard wrongly")

    assert "modern-slavery-indicators" not in desk.referrals.of(desk.packs.open(talk.id).id).answers


def test_a_pack_with_no_talk_begins_an_empty_referral(desk):
    assert desk.referrals.of(desk.packs.open(None).id).answers == {}


def test_a_referral_is_begun_once(desk, talk, heard):
    pack = desk.packs.open(talk.id)
    first = desk.referrals.of(pack.id)

    assert heard[-1] == {first.id, pack.id}
    tell(desk, talk, first_name="Test")
    assert desk.referrals.of(pack.id) == first


def test_answering_a_referral_never_changes_the_talk(case):
    before = case.desk.interviews.resume(case.interview)
    for id in ("pv-name-first-name", "living-conditions", "pv-want-to-submit-nrm"):
        case.desk.referrals.answer(case.referral, id, Answer("changed"))

    assert case.desk.interviews.resume(case.interview) == before
    assert case.desk.referrals.get(case.referral).answers["living-conditions"].value == "changed"


def test_an_answer_a_person_accepts_is_no_longer_marked_as_copied(desk, talk):
    tell(desk, talk, first_name="Test")
    referral = desk.referrals.of(desk.packs.open(talk.id).id)
    desk.referrals.answer(referral.id, "pv-name-first-name", Answer("Test"))

    assert desk.referrals.get(referral.id).answers["pv-name-first-name"].origin == ""


def test_the_sample_has_nothing_missing_and_one_blank_is_found(case):
    referral = case.desk.referrals.get(case.referral)
    assert case.desk.referrals.missing(referral) == ()

    referral = case.desk.referrals.answer(case.referral, "birthplace", Answer(" "))
    assert case.desk.referrals.missing(referral) == (Problem("birthplace", "required"),)


def test_files_are_named_and_described_without_being_typed_again(case):
    files = case.desk.evidence.of(case.pack)
    referral = with_files(case.desk.referrals.get(case.referral), files)

    assert referral.answers[FILES].value == ("exhibit-1-rota.png",)
    assert referral.answers[FILES_ARE] == Answer(
        "1. exhibit-1-rota.png: Night rota, packhouse on Example Road, week of 2 March 2026, "
        "2 March 2026.",
        origin="evidence",
    )


def test_a_file_nobody_described_still_has_its_line(case, tmp_path):
    (tmp_path / "van.png").write_bytes(b"van")
    case.desk.evidence.keep(case.pack, tmp_path / "van.png")
    files = case.desk.evidence.of(case.pack)
    referral = with_files(case.desk.referrals.get(case.referral), files)

    assert referral.answers[FILES_ARE].value.split("\n")[1] == "2. exhibit-2-van.png: no date."


def test_what_a_person_wrote_about_the_files_stands(case):
    case.desk.referrals.answer(case.referral, FILES_ARE, Answer("The night rota"))
    files = case.desk.evidence.of(case.pack)

    referral = with_files(case.desk.referrals.get(case.referral), files)
    assert referral.answers[FILES_ARE].value == "The night rota"


def test_a_referral_without_files_is_left_as_it_is(case):
    referral = case.desk.referrals.get(case.referral)

    assert with_files(referral, ()) == referral


def test_a_referral_for_a_pack_that_is_not_there_is_refused(desk):
    with stopped(Refused, "pack.unknown"):
        desk.referrals.of("nobody")
