"""Three consents, each with every answer it was given, and none speaking for another."""

from datetime import timedelta

import pytest

from tests.desks import stopped
from tests.factories import NOON, ROSA, interview
from welfare_app.domain.answers import Answer, Gap, Why
from welfare_app.domain.consents import Given, consents
from welfare_app.domain.errors import Refused
from welfare_app.domain.events import ConsentWithdrawn


@pytest.fixture(scope="module")
def asked(library):
    return library.form("welfare-interview").form


def history(talk):
    """As if each answer that stands were the only one ever given."""
    return {id: (Given(answer, NOON, ROSA),) for id, answer in talk.answers.items()}


def stand(asked, talk, told=None):
    found = consents(asked, talk, history(talk) if told is None else told)
    return {one.asked.id: one for one in found}


def test_the_three_are_asked_for_apart(asked):
    assert list(stand(asked, interview())) == ["talk", "referral", "privacy"]
    assert not any(one.given for one in stand(asked, interview()).values())


@pytest.mark.parametrize(
    ("field", "value", "consent"),
    [
        ("agrees_to_talk", "yes", "talk"),
        ("consent", "given", "referral"),
        ("privacy_given", "given", "privacy"),
    ],
)
def test_a_yes_to_one_is_a_yes_to_no_other(asked, field, value, consent):
    found = stand(asked, interview(**{field: value}))

    assert [id for id, one in found.items() if one.given] == [consent]


@pytest.mark.parametrize("value", ["refused", "not-yet", Gap(Why.NOT_ASKED, "No time"), ""])
def test_anything_but_a_yes_is_no_consent(asked, value):
    talk, _ = interview().record("consent", Answer(value))

    assert not stand(asked, talk)["referral"].given


def test_every_answer_is_there_in_order_and_the_last_one_stands(asked):
    told = {
        "consent": tuple(
            Given(Answer(value), NOON + timedelta(minutes=at), ROSA)
            for at, value in enumerate(("not-yet", "", "refused", "given"))
        )
    }
    found = stand(asked, interview(consent="given"), told)["referral"]

    assert [one.answer.value for one in found.answers] == ["not-yet", "refused", "given"]
    assert found.given


def test_a_yes_that_was_cleared_no_longer_stands(asked):
    told = {"consent": (Given(Answer("given"), NOON, ROSA), Given(Answer(""), NOON, ROSA))}
    found = stand(asked, interview(consent=""), told)["referral"]

    assert not found.given
    assert [one.answer.value for one in found.answers] == ["given"]


def test_what_was_explained_and_in_which_words_goes_with_its_own_consent(asked):
    talk = interview(
        consent="given", referral_language="Polish", referral_explained_by="Test Champion"
    )
    talk, _ = talk.record("points", Answer(("scheme", "support")))
    talk, _ = talk.record("consent-words", Answer("Tak", "pl"))
    found = stand(asked, talk)

    referral = found["referral"]
    assert (referral.points, referral.words, referral.words_language) == (
        ("scheme", "support"),
        "Tak",
        "pl",
    )
    assert (referral.language, referral.explained_by) == ("Polish", "Test Champion")
    assert (found["privacy"].points, found["talk"].words) == ((), "")


def test_a_reason_for_silence_is_not_taken_for_words_or_points(asked):
    talk, _ = interview().record("points", Answer(Gap(Why.NOT_ASKED, "No time")))
    talk, _ = talk.record("consent-words", Answer(Gap(Why.DECLINED)))

    referral = stand(asked, talk)["referral"]
    assert (referral.points, referral.words) == ((), "")


@pytest.mark.parametrize("signed", [False, True])
def test_a_consent_can_be_taken_back_at_any_time_but_only_once(asked, signed):
    talk = interview(consent="given", privacy_given="given")
    if signed:
        talk, _ = talk.finish(NOON)
    later = NOON + timedelta(days=3)
    after, event = talk.withdraw("referral", " I changed my mind ", later, ROSA)
    found = stand(asked, after)

    assert event == ConsentWithdrawn("interview-1", "referral")
    assert (found["referral"].given, found["privacy"].given) == (False, True)
    assert found["referral"].withdrawal.at == later
    assert found["referral"].withdrawal.words == "I changed my mind"
    assert found["referral"].answers
    with stopped(Refused, "consent.withdrawn-already"):
        after.withdraw("referral", "", later, ROSA)


def test_what_a_worker_said_of_consent_stays_out_of_what_programs_print(asked):
    talk = interview(consent_words="Quixotic", referral_explained_by="Quixotic", consent="Quixotic")
    talk, _ = talk.withdraw("referral", "Quixotic", NOON, ROSA)

    assert "Quixotic" not in repr(stand(asked, talk)) + repr(talk)


def test_what_came_last_is_told_by_its_order_whatever_the_clock_says(asked):
    talk = interview(consent="given")
    talk, _ = talk.withdraw("referral", "", NOON, ROSA)
    talk, _ = talk.renew("referral", "", NOON, ROSA)
    assert stand(asked, talk)["referral"].given

    talk, _ = talk.withdraw("referral", "", NOON - timedelta(days=1), ROSA)
    assert talk.took_back("referral")
    assert not stand(asked, talk)["referral"].given


def test_a_no_after_a_consent_given_again_is_a_no(asked):
    talk = interview(consent="given")
    talk, _ = talk.withdraw("referral", "", NOON, ROSA)
    talk, _ = talk.renew("referral", "", NOON, ROSA)
    talk, _ = talk.record("consent", Answer("refused"))
    told = {"consent": (Given(Answer("refused"), NOON + timedelta(hours=1), ROSA),)}

    assert not stand(asked, talk, told)["referral"].given
