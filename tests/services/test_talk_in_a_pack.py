"""What a talk brings to a sealed pack: its lines, its consents, what was added, and no more."""

import pytest

from tests.desks import sign_off, stopped
from welfare_app.domain.answers import Answer
from welfare_app.domain.errors import Refused
from welfare_app.domain.notes import LineKind, Original
from welfare_app.services.sample_case import HANDING
from welfare_app.services.take_notes import Heard

CHILD = {
    "pv-under-age": "yes",
    "local-authority-contacted-about-child-local-authority-name": "Leeds City Council",
    "local-authority-contacted-about-child-local-authority-phone": "0113 496 0400",
    "local-authority-contacted-about-child-local-authority-email": "desk@example.org",
}


def answer(case, **told):
    for id, value in told.items():
        case.desk.referrals.answer(case.referral, id, Answer(value))


def paper(case):
    return [line.text for line in case.desk.seal.document(case.referral, HANDING).lines()]


def refusal(case, path):
    """Why it is not sealed, or blank."""
    try:
        case.desk.seal.seal(case.referral, HANDING, path)
    except Refused as error:
        return error.code
    return ""


def test_a_consent_taken_back_stops_the_seal_of_an_adult_who_agreed(case, tmp_path):
    case.desk.interviews.withdraw(case.interview, "referral", "I am afraid")

    with stopped(Refused, "seal.consent-withdrawn"):
        case.desk.seal.seal(case.referral, HANDING, tmp_path / "a.pdf")
    assert not (tmp_path / "a.pdf").exists()


def test_it_stops_the_seal_after_sign_off_too(case, tmp_path):
    sign_off(case.desk, case.interview)
    case.desk.interviews.withdraw(case.interview, "referral", "")

    assert refusal(case, tmp_path / "a.pdf") == "seal.consent-withdrawn"


@pytest.mark.parametrize("consent", ["talk", "privacy"])
def test_another_consent_taken_back_stops_no_referral(case, tmp_path, consent):
    case.desk.interviews.withdraw(case.interview, consent, "")

    assert refusal(case, tmp_path / "a.pdf") == ""


def test_a_child_is_referred_whatever_was_taken_back(case, tmp_path):
    case.desk.interviews.withdraw(case.interview, "referral", "")
    answer(case, **CHILD)

    assert refusal(case, tmp_path / "a.pdf") == ""


def test_the_consents_are_in_the_pack_with_every_answer_and_what_was_taken_back(case):
    words = case.desk.definitions.form("welfare-interview")
    case.desk.interviews.withdraw(case.interview, "privacy", "Not my sister")
    lines = paper(case)

    assert "Consent, three different things" in lines
    for consent in ("talk", "referral", "privacy"):
        assert words.consent_title(consent) in lines
    given = words.option("consent", "given")
    assert any(line.startswith(f"{given}. Written down ") and "by Rosa" in line for line in lines)
    assert any(line.startswith("Taken back") and "Not my sister" in line for line in lines)


def test_the_lines_of_the_talk_and_what_was_added_are_in_the_pack(case):
    line = case.desk.notes.of(case.interview)[-1]
    sign_off(case.desk, case.interview)
    case.desk.interviews.add(case.interview, "account", "He rang: two cards")
    case.desk.notes.keep(case.interview, Heard(LineKind.NOTE, "He told me more", about=line.id))
    lines = paper(case)

    assert any(words.startswith("Șeful casei are pașaportul meu") for words in lines)
    assert any("adds to" in words and words.endswith("He told me more") for words in lines)
    assert "He rang: two cards" in lines
    assert case.desk.seal.preview(case.referral, HANDING).startswith(b"%PDF")


@pytest.mark.parametrize("cooperates", ["yes", "no"])
def test_who_did_not_agree_is_told_of_without_lines_consents_or_additions(case, cooperates):
    own = Original("Quixotic", "ro", "Quixotic")
    line = case.desk.notes.keep(case.interview, Heard(LineKind.SAID, "Quixotic", own))
    case.desk.interviews.pass_gate(case.interview, "plan", ("site",), "Quixotic")
    sign_off(case.desk, case.interview)
    case.desk.notes.keep(case.interview, Heard(LineKind.NOTE, "Quixotic", about=line.id))
    case.desk.interviews.add(case.interview, "account", "Quixotic")
    case.desk.interviews.withdraw(case.interview, "referral", "Quixotic")
    for id, value in (("pv-want-to-submit-nrm", "no"), ("authorities-cooperation", cooperates)):
        case.desk.referrals.answer(case.referral, id, Answer(value))
    lines = paper(case)

    assert not any("Quixotic" in text for text in lines)
    assert "Consent, three different things" not in lines
    assert "As it was said, line by line" not in lines
