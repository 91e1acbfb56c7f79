"""The gate of each step: what closes it, what opens it, and which steps are left to hold."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from tests.factories import NOON, ROSA, field, interview
from welfare_app.content.phones import is_phone
from welfare_app.domain.answers import Answer, Gap, Why
from welfare_app.domain.checks import Rulebook
from welfare_app.domain.form import Form, Is, Kind, Page, Stop, settled
from welfare_app.domain.gates import closed, gate, pages_left
from welfare_app.domain.interview import Course

DANGER = Stop("danger", Is("danger", ("yes",)))
TIED = Stop("tied", Is("free", ("no",)))
HELPER = Is("helper", ("yes",))
SAFETY = Page(
    "safety",
    "before",
    (
        field("danger", required=True),
        field("helper"),
        field("free", shown_when=HELPER),
        field("note", required=True, shown_when=Is("danger", ("yes",))),
    ),
    stops=(DANGER, TIED),
    stays=("disclosure", "stopped"),
)
TALK = Page("talk", "talk", (field("account", required=True),), stays=("disclosure",))
MORE = Page("more", "talk", (field("pay", required=True),))
END = Page("end", "after", (field("reader", required=True),), stays=("disclosure", "stopped"))
FORM = Form("test-form", 1, "a test", "2026-05-12", (SAFETY, TALK, MORE, END))
RULES = Rulebook(date(2026, 5, 12), {}, is_phone)


def safety(talk):
    given = settled(FORM, {id: answer.value for id, answer in talk.told.items()})
    return gate(FORM, SAFETY, given, talk, RULES)


def passed(talk, reason="Nobody could say"):
    after, _ = talk.pass_gate("safety", safety(talk).against, reason, NOON, ROSA)
    return after


def turned(talk, *courses):
    for at, course in enumerate(courses):
        talk, _ = talk.turn(course, NOON + timedelta(minutes=at), ROSA, "a reason")
    return talk


def ids(talk, before=""):
    return [one.page.id for one in closed(FORM, talk, RULES, before=before)]


def test_a_step_is_passed_with_its_answers():
    assert not safety(interview()).open
    assert safety(interview(danger="no")).open


def test_a_gap_with_its_reason_opens_a_gate_and_one_without_does_not():
    talk = interview()
    with_reason, _ = talk.record("danger", Answer(Gap(Why.DECLINED, "afraid")))
    without, _ = talk.record("danger", Answer(Gap(Why.DECLINED)))

    assert safety(with_reason).open
    assert [one.code for one in safety(without).problems] == ["noReason"]


def test_a_stop_closes_a_gate_though_every_answer_is_there():
    found = safety(interview(danger="yes", note="Called"))

    assert (found.stops, found.problems, found.open) == (("danger",), (), False)


def test_a_reason_passes_over_exactly_what_stood_there():
    talk = passed(interview())

    assert talk.passed["safety"].over == ("danger",)
    assert safety(talk).open


def test_a_new_stop_after_a_pass_closes_the_gate_again():
    talk = passed(interview(danger="no", helper="yes", free="no"))
    assert safety(talk).open

    again, _ = talk.record("danger", Answer("yes"))
    assert safety(again).against == ("danger", "tied", "note")
    assert not safety(again).open
    assert safety(passed(again)).open


def test_a_stop_that_was_passed_over_stays_passed_when_another_goes_away():
    talk = passed(interview(danger="yes", note="x", helper="yes", free="no"))
    mended, _ = talk.record("free", Answer("yes"))

    assert safety(mended).against == ("danger",)
    assert safety(mended).open


def test_an_answer_to_a_question_no_longer_asked_stops_nobody():
    talk = interview(danger="no", helper="yes", free="no")
    assert safety(talk).stops == ("tied",)

    changed, _ = talk.record("helper", Answer("no"))
    assert safety(changed).stops == ()
    back, _ = changed.record("helper", Answer("yes"))
    assert safety(back).stops == ("tied",)


def test_past_sign_off_every_gate_stands_open():
    done, _ = interview().finish(NOON)

    assert safety(done).open


def test_the_closed_gates_come_in_the_order_of_the_steps():
    assert ids(interview(account="x")) == ["safety", "more", "end"]
    assert ids(interview(), before="more") == ["safety", "talk"]
    assert ids(interview(), before="safety") == []


@pytest.mark.parametrize("course", [Course.DISCLOSURE, Course.STOPPED])
def test_once_something_serious_was_heard_no_gate_keeps_anyone_from_a_step(course):
    talk = turned(interview(), course)

    assert ids(talk, before="end") == []
    assert ids(talk)[-1] == "end"


@pytest.mark.parametrize(
    ("course", "left"),
    [
        (Course.WHOLE, ["safety", "talk", "more", "end"]),
        (Course.DISCLOSURE, ["safety", "talk", "end"]),
        (Course.STOPPED, ["safety", "end"]),
    ],
)
def test_each_course_leaves_the_steps_that_stay_in_it(course, left):
    talk = turned(interview(), course)

    assert [page.id for page in pages_left(FORM, talk)] == left
    assert set(ids(talk)) <= set(left)


def test_a_form_that_knows_no_other_course_keeps_all_its_steps():
    pages = tuple(replace(page, stays=()) for page in FORM.pages)
    old = replace(FORM, pages=pages)

    for course in Course:
        assert pages_left(old, turned(interview(), course)) == pages


def test_what_was_disclosed_is_seen_by_the_steps_after_it():
    asked = Page(
        "end",
        "after",
        (
            field("course", Kind.CHOICE, options=tuple(Course)),
            field("second", required=True, shown_when=Is("course", ("disclosure",))),
        ),
        stays=("disclosure", "stopped"),
    )
    told = replace(FORM, pages=(asked,))
    missing = {
        courses: [
            problem.field
            for one in closed(told, turned(interview(), *courses), RULES)
            for problem in one.problems
        ]
        for courses in (
            (),
            (Course.DISCLOSURE,),
            (Course.DISCLOSURE, Course.STOPPED),
            (Course.DISCLOSURE, Course.WHOLE),
            (Course.STOPPED,),
        )
    }

    assert [courses for courses, fields in missing.items() if fields == ["second"]] == [
        (Course.DISCLOSURE,),
        (Course.DISCLOSURE, Course.STOPPED),
    ]
