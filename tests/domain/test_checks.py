"""What stops a form being complete: every rule, by the Home Office's own name for it."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.factories import field, form
from welfare_app.domain.answers import Address, Gap, Rows, Why
from welfare_app.domain.checks import (
    LARGEST_FILE,
    Rulebook,
    Upload,
    fault,
    page_problems,
    problems,
)
from welfare_app.domain.form import Filled, Is, Kind, Page, Problem, asked_fields, settled

RULES = Rulebook(date(2026, 5, 12), {"towns": ("Boston", "Spalding")}, str.isdigit)
PDF = "application/pdf"

BODY = field("f", Kind.BODY_MAP, options=("neck", "face"), limit=20)


def seen(where="neck", words="A thin red line", **more):
    return Rows(({"where": "face", "seen": "A cut"}, {"where": where, "seen": words, **more}))


WRONG = [
    (field("f", required=True), None, "required"),
    (field("f", required=True), " \n ", "required"),
    (field("f", Kind.CHOICES, options=("a",), required=True), (), "required"),
    (field("f", Kind.ADDRESS, required=True), Address(), "required"),
    (field("f", required=True), Gap(Why.DECLINED, " "), "noReason"),
    (field("f", Kind.CHOICE, options=("a",), required=True), Gap(Why.NOT_SAFE), "noReason"),
    (field("f", Kind.CHOICES, options=("a",)), "a", "equal"),
    (field("f", Kind.CHOICE, options=("a",)), ("a",), "equal"),
    (field("f", Kind.ADDRESS), "1 Example Road", "equal"),
    (field("f"), Address("1 Example Road"), "equal"),
    (field("f"), Rows(({"name": "Test"},)), "equal"),
    (field("f"), "x" * 15_001, "maxlength"),
    (field("f", Kind.LONG_TEXT), "🙂" * 7_501, "maxlength"),
    (field("f", Kind.LONG_TEXT), "\n".join("x" * 5_001), "maxlength"),
    (field("f", limit=250), "x" * 251, "maxlength"),
    (field("f", Kind.ADDRESS), Address("x" * 14_999, "Boston"), "maxlength"),
    (field("f", Kind.NUMBER, limit=2), "123", "maxlength"),
    (field("f", Kind.EMAIL, limit=10), "test@example.org", "maxlength"),
    (field("f", Kind.CHOICE, options=("a", "b")), "c", "equal"),
    (field("f", Kind.CHOICES, options=("a", "b")), ("a", "c"), "equal"),
    (field("f", Kind.YES_NO_UNSURE), "perhaps", "equal"),
    (field("f", Kind.YES_NO_DECLINED), "not-sure", "equal"),
    (BODY, "A cut", "equal"),
    (BODY, seen("knee"), "equal"),
    (BODY, seen(since="May"), "equal"),
    (BODY, Rows(({"seen": "A cut"},)), "equal"),
    (BODY, seen(words=" "), "nothingSeen"),
    (BODY, seen(words="A" * 21), "maxlength"),
    (replace(BODY, required=True), Rows(), "required"),
    (field("f", Kind.TICK), "yes", "equal"),
    (field("f", Kind.LIST, list="towns"), "spalding", "equal"),
    (field("f", Kind.DATE), "2026-02-30", "date"),
    (field("f", Kind.DATE), "2026-03", "date"),
    (field("f", Kind.DATE), "2026-03-00", "date"),
    (field("f", Kind.PARTIAL_DATE), "spring", "date"),
    *((field("f", Kind.TIME), text, "time") for text in ("noon", "9:30", "930", "24:00", "09:60")),
    (field("f", Kind.DATE, after="1900-01-01"), "1900-01-01", "after"),
    (field("f", Kind.DATE, not_future=True), "2026-05-13", "before"),
    (field("f", Kind.NUMBER), "two", "numeric"),
    (field("f", Kind.NUMBER), "-2", "numeric"),
    (field("f", Kind.NUMBER), "²", "numeric"),
    (field("f", Kind.PHONE), "ask the driver", "internationalPhoneNumber"),
    (field("f", Kind.EMAIL), "test.example.org", "email"),
    (field("f", Kind.LONG_TEXT, no_web_text=True), "He phoned.he said", "notUrl"),
]

RIGHT = [
    (field("f"), None),
    (field("f", required=True), Gap(Why.DECLINED, "Would not say")),
    (field("f", Kind.DATE, required=True), Gap(Why.DOES_NOT_KNOW, "Asleep on the way")),
    (field("f", Kind.CHOICE, options=("a",)), Gap(Why.NOT_SAFE)),
    (field("f"), f"  {'x' * 15_000}  "),
    (field("f", Kind.LONG_TEXT), "🙂" * 7_500),
    (field("f", limit=None), "x" * 100_000),
    (field("f", Kind.CHOICE, options=("a", "b")), "b"),
    (field("f", Kind.CHOICES, options=("a", "b")), ("b", "a")),
    (field("f", Kind.TICK), "true"),
    (BODY, seen()),
    (BODY, Rows()),
    (BODY, Gap(Why.NOT_SAFE)),
    (field("f", Kind.LIST, list="towns"), " Spalding "),
    (field("f", Kind.DATE, after="1900-01-01"), "1900-01-02"),
    (field("f", Kind.DATE, not_future=True), "2026-05-12"),
    (field("f", Kind.PARTIAL_DATE), "2026-03"),
    *((field("f", Kind.TIME), text) for text in ("00:00", "09:30", "23:59")),
    (field("f", Kind.NUMBER), " 2 "),
    (field("f", Kind.PHONE), "01134960101"),
    (field("f", Kind.EMAIL), "test@example.org"),
    (field("f", Kind.LONG_TEXT, no_web_text=True), "He phoned. He said so."),
    (field("f", Kind.ADDRESS), Address(town="Boston")),
    *((field("f", Kind.YES_NO_DECLINED), word) for word in ("yes", "no", "declined")),
    *((field("f", Kind.YES_NO_UNSURE), word) for word in ("yes", "no", "not-sure")),
]


@pytest.mark.parametrize(
    ("asked", "value", "code"), WRONG, ids=lambda part: part if isinstance(part, str) else ""
)
def test_an_answer_that_will_not_do_is_named_by_the_rule_it_breaks(asked, value, code):
    assert fault(asked, value, RULES) == code


@pytest.mark.parametrize(("asked", "value"), RIGHT)
def test_an_answer_the_form_takes_breaks_no_rule(asked, value):
    assert fault(asked, value, RULES) == ""


def test_every_row_of_a_list_of_people_is_looked_at():
    people = field("f", Kind.REPEAT, parts=(field("name", required=True), field("age")))
    whole = {"name": "Test", "age": "34"}

    assert fault(people, Rows((whole, {"name": "Other"})), RULES) == ""
    assert fault(people, Rows((whole, {"age": "34"})), RULES) == "required"
    assert fault(people, Rows((whole, {"name": "x" * 15_001})), RULES) == "maxlength"


def files(count=1, size=1000, kind=PDF):
    return tuple(Upload(f"{number}.pdf", size, kind) for number in range(count))


@pytest.mark.parametrize(
    ("uploads", "code"),
    [
        ((), ""),
        (files(99), ""),
        (files(100), "tooMany"),
        (files(size=LARGEST_FILE), ""),
        (files(size=LARGEST_FILE + 1), "maxFileSize"),
        (files(kind="image/jpg"), ""),
        (files(kind="application/zip"), "fileType"),
        ((*files(), *files(kind="text/plain")), "fileType"),
    ],
)
def test_files_are_judged_as_the_upload_page_judges_them(uploads, code):
    rules = replace(RULES, uploads=uploads)

    assert fault(field("files", Kind.FILES), None, rules) == code


HELPED = field("helped", Kind.YES_NO_UNSURE, required=True)
HELPER = field("helper", required=True, shown_when=Is("helped", ("yes",)))


def test_a_hidden_question_is_never_a_problem():
    asked = form(HELPED, HELPER)

    assert problems(asked, {"helped": "no", "helper": "x" * 15_001}, RULES) == ()
    assert problems(asked, {"helped": "yes"}, RULES) == (Problem("helper", "required"),)


def test_nothing_on_a_page_that_is_passed_by_is_a_problem():
    late = Page("late", "section", (field("why", required=True),), Filled("helped"))
    whole = form(field("helped"))
    whole = replace(whole, pages=(*whole.pages, late))

    assert problems(whole, {}, RULES) == ()
    assert problems(whole, {"helped": "yes"}, RULES) == (Problem("why", "required"),)


TICKS = tuple(field(id, Kind.TICK) for id in ("work", "wages", "other"))
KINDS = Page("kinds", "section", (*TICKS, field("note")), at_least_one=("work", "wages", "other"))


def test_at_least_one_must_be_ticked_and_the_problem_is_shown_once():
    assert list(page_problems(KINDS, {}, RULES)) == [
        Problem("work", "at-least-one-option-selected")
    ]
    assert list(page_problems(KINDS, {"wages": "true"}, RULES)) == []
    assert list(page_problems(KINDS, {"wages": "maybe"}, RULES)) == [Problem("wages", "equal")]


def test_problems_come_in_the_order_the_questions_are_asked():
    asked = form(field("first", required=True), HELPED, field("last", Kind.NUMBER))

    assert problems(asked, {"last": "x"}, RULES) == (
        Problem("first", "required"),
        Problem("helped", "required"),
        Problem("last", "numeric"),
    )


def test_the_sample_referral_has_no_problem(nrm, rules, sample):
    told = {id: answer.value for id, answer in sample.items()}

    assert problems(nrm.form, told, rules) == ()


ways = st.dictionaries(
    st.sampled_from(
        [
            *("pv-under-age", "pv-want-to-submit-nrm", "authorities-cooperation", "who-contact"),
            *("reported-to-police", "are-others-involved", "exploiters-location", "pv-dob"),
            *("does-pv-need-support", "pv-phone-number", "pv-phone-number-yes", "birthplace"),
        ]
    ),
    st.sampled_from(["yes", "no", "not-sure", "potential-victim", "someone-else", "2091-01-01"])
    | st.builds(Gap, st.sampled_from(Why), st.just("Would rather not say")),
)


@given(told=ways)
def test_only_what_is_asked_is_ever_a_problem_on_any_way(nrm, rules, told):
    found = {problem.field for problem in problems(nrm.form, told, rules)}

    assert found <= {one.id for one in asked_fields(nrm.form, settled(nrm.form, told))}


@given(told=ways)
def test_an_answer_left_for_a_reason_is_never_a_problem_on_any_way(nrm, rules, told):
    left = {id for id, value in told.items() if isinstance(value, Gap)}
    found = {problem.field for problem in problems(nrm.form, told, rules)}

    assert found.isdisjoint(left)


@pytest.mark.parametrize(
    ("required", "reason", "code"),
    [(True, "", "noReason"), (True, "  ", "noReason"), (True, "afraid", ""), (False, "", "")],
)
def test_a_gap_where_an_answer_is_asked_for_needs_its_reason(rules, required, reason, code):
    asked = field("f", Kind.LONG_TEXT, required=required)

    assert fault(asked, Gap(Why.DECLINED, reason), rules) == code
