"""A welfare interview, never changed in place, and the signs noted in it."""

from datetime import timedelta

import pytest

from tests.desks import stopped
from tests.factories import NOON, ROSA, field, form, interview
from welfare_app.domain.answers import Answer
from welfare_app.domain.errors import Refused
from welfare_app.domain.events import (
    AdditionMade,
    AnswerRecorded,
    CourseTurned,
    GatePassed,
    InterviewFinished,
    InterviewStarted,
    QuestionMarked,
    SignNoted,
    SignWithdrawn,
)
from welfare_app.domain.interview import COURSE, Course, Interview, Mark
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


LATER = NOON + timedelta(days=1)


def after(talk, *courses):
    for course in courses:
        talk, _ = talk.turn(course, NOON, ROSA, "Quixotic")
    return talk


def signed():
    talk, _ = interview(account="I owe").finish(NOON)
    return talk


@pytest.mark.parametrize("reason", ["", " \n\t"])
def test_leaving_a_step_all_the_same_needs_a_reason(reason):
    with stopped(Refused, "gate.no-reason"):
        interview().pass_gate("page", ("a",), reason, NOON, ROSA)


def test_leaving_a_step_names_what_was_passed_over_and_keeps_the_reason_to_itself():
    talk, event = interview().pass_gate("page", ("a", "b"), " Quixotic ", NOON, ROSA)
    passed = talk.passed["page"]

    assert (passed.over, passed.reason, passed.at, passed.by) == (
        ("a", "b"),
        "Quixotic",
        NOON,
        ROSA,
    )
    assert event == GatePassed("interview-1", "page")
    assert "Quixotic" not in repr(talk) + repr(event)


@pytest.mark.parametrize("course", [Course.DISCLOSURE, Course.STOPPED])
def test_a_talk_takes_another_course_with_or_without_a_reason_and_loses_no_answer(course):
    before = interview(account="I owe")
    talk, event = before.turn(course, NOON, ROSA)

    assert (talk.course, talk.under_way, before.under_way) == (course, False, True)
    assert talk.answers == before.answers
    assert event == CourseTurned("interview-1", course.value)


@pytest.mark.parametrize("reason", ["", " \t"])
def test_going_back_to_the_questions_needs_a_reason(reason):
    talk = after(interview(), Course.DISCLOSURE)

    with stopped(Refused, "course.no-reason"):
        talk.turn(Course.WHOLE, NOON, ROSA, reason)
    assert after(talk, Course.WHOLE).course is Course.WHOLE


def test_every_turn_stays_on_record():
    talk = after(interview(), Course.DISCLOSURE, Course.WHOLE, Course.STOPPED)

    assert [turn.course for turn in talk.turns] == ["disclosure", "whole", "stopped"]
    assert "Quixotic" not in repr(talk)


@pytest.mark.parametrize(
    ("courses", "told"),
    [
        ((), "whole"),
        ((Course.DISCLOSURE,), "disclosure"),
        ((Course.STOPPED,), "stopped"),
        ((Course.DISCLOSURE, Course.STOPPED), "disclosure"),
        ((Course.DISCLOSURE, Course.WHOLE), "whole"),
        ((Course.DISCLOSURE, Course.WHOLE, Course.STOPPED), "stopped"),
    ],
)
def test_what_was_disclosed_is_still_told_when_the_talk_is_stopped_afterwards(courses, told):
    talk = after(interview(account="I owe"), *courses)

    assert talk.told[COURSE].value == told
    assert talk.disclosed is (told == "disclosure")
    assert COURSE not in talk.answers


def test_what_became_of_an_open_question_is_written_down_and_may_change():
    talk, event = interview().mark("Q01", Mark.NOT_ASKED)
    talk, _ = talk.mark("Q01", Mark.ASKED)
    talk, _ = talk.mark("Q02", Mark.DECLINED)

    assert talk.marks == {"Q01": Mark.ASKED, "Q02": Mark.DECLINED}
    assert event == QuestionMarked("interview-1", "Q01")


@pytest.mark.parametrize(
    "change",
    [
        lambda talk: talk.record("account", Answer("Other")),
        lambda talk: talk.pass_gate("page", (), "x", NOON, ROSA),
        lambda talk: talk.turn(Course.DISCLOSURE, NOON, ROSA),
        lambda talk: talk.mark("Q01", Mark.ASKED),
        lambda talk: talk.finish(LATER),
    ],
    ids=["answer", "gate", "course", "question", "sign-off"],
)
def test_after_sign_off_nothing_in_it_changes(change):
    with stopped(Refused, "interview.signed-off"):
        change(signed())


def test_an_addition_stands_beside_the_answer_and_changes_nothing():
    talk, event = signed().add("account", " And more ", LATER, ROSA)

    assert talk.answers == signed().answers
    [added] = talk.additions
    assert (added.to, added.words, added.at, added.by) == ("account", "And more", LATER, ROSA)
    assert event == AdditionMade("interview-1", "account")
    assert "more" not in repr(added) + repr(talk)


def test_nothing_is_added_before_sign_off_and_no_blank_after_it():
    with stopped(Refused, "interview.not-signed-off"):
        interview().add("account", "More", NOON, ROSA)
    with stopped(Refused, "addition.no-words"):
        signed().add("account", " \n", LATER, ROSA)


def test_a_later_talk_of_a_visit_takes_over_only_what_is_the_same_for_everybody():
    asked = form(field("site", of_visit=True), field("name"))
    first = interview(site="Packhouse", name="Test Person")
    second, _ = Interview.start("interview-2", "W-0002", asked, NOON, ROSA, first)
    third, _ = Interview.start("interview-3", "W-0003", asked, NOON, ROSA, second)

    assert second.answers == {"site": Answer("Packhouse")}
    assert (first.visit, second.visit, third.visit) == (None, "interview-1", "interview-1")


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
