"""A welfare interview, never changed in place, and the signs noted in it."""

from datetime import timedelta

import pytest

from tests.desks import stopped
from tests.factories import NOON, ROSA, field, form, interview
from welfare_app.domain.answers import Answer
from welfare_app.domain.errors import Refused
from welfare_app.domain.events import (
    AnswerRecorded,
    InterviewFinished,
    InterviewStarted,
    SignNoted,
    SignWithdrawn,
)
from welfare_app.domain.interview import Interview
from welfare_app.domain.sign import Known, Sign


def test_an_interview_begins_on_the_first_page_of_its_form():
    begun, event = Interview.start("interview-1", "W-0001", form(field("a")), NOON, ROSA)

    assert (begun.page, begun.form, begun.form_version) == ("page", "test-form", 1)
    assert begun.finished is None
    assert event == InterviewStarted("interview-1", "test-form", 1)


def test_recording_an_answer_leaves_the_interview_it_was_given_to_as_it_was():
    before = interview(how="by bus")
    after, event = before.record("how", Answer("by van"), "journey")

    assert before.answers["how"].value == "by bus"
    assert after.answers["how"].value == "by van"
    assert (before.page, after.page) == ("page", "journey")
    assert event == AnswerRecorded("interview-1", "how")


def test_the_answers_of_an_interview_cannot_be_changed_behind_its_back():
    after, _ = interview().record("how", Answer("by van"))

    with pytest.raises(TypeError):
        after.answers["how"] = Answer("by bus")


def test_finishing_an_interview_writes_down_when():
    closed, event = interview().finish(NOON + timedelta(minutes=40))

    assert closed.finished == NOON + timedelta(minutes=40)
    assert event == InterviewFinished("interview-1")


def noted(**more):
    return Sign(
        "sign-1", "DEL-CD-DEBT", "interview-1", Known.SAID, NOON, ROSA, words="I owe", **more
    )


def test_noting_a_sign_names_the_indicator_and_never_the_words():
    event = noted().noting()

    assert event == SignNoted("sign-1", "DEL-CD-DEBT", "interview-1")
    assert "I owe" not in repr(event)
    assert "I owe" not in repr(noted())


def test_a_sign_taken_back_stays_on_record_with_the_reason():
    back, event = noted().withdraw("Heard wrongly")

    assert (back.words, back.withdrawn) == ("I owe", "Heard wrongly")
    assert event == SignWithdrawn("sign-1")


@pytest.mark.parametrize("reason", ["", " \t"])
def test_taking_a_sign_back_needs_a_reason(reason):
    with stopped(Refused, "sign.no-reason"):
        noted().withdraw(reason)
