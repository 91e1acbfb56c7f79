"""Forms: what is asked, when, and which way through it leads."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.factories import field
from welfare_app.domain.answers import Gap, Why
from welfare_app.domain.form import (
    ALWAYS,
    Either,
    Every,
    Filled,
    Form,
    Includes,
    Is,
    Kind,
    Page,
    Route,
    Row,
    Setting,
    SummarySection,
    Unless,
    asked_fields,
    asked_pages,
    counting,
    fields_of,
    holds,
    route,
    settled,
    shown,
    summary,
)

names, given_words = st.sampled_from("abcd"), st.sampled_from(["x", "y", "z"])
some_words = st.lists(given_words).map(tuple)
simple = (
    st.builds(Is, names, some_words)
    | st.builds(Includes, names, given_words)
    | st.builds(Filled, names)
)
conditions = st.recursive(
    simple,
    lambda inner: (
        st.builds(Either, st.lists(inner).map(tuple))
        | st.builds(Every, st.lists(inner).map(tuple))
        | st.builds(Unless, inner)
    ),
    max_leaves=8,
)
one_answer = st.one_of(given_words, some_words, st.just(""), st.just(Gap(Why.DECLINED)))
answers = st.dictionaries(names, one_answer)


@given(conditions, answers)
def test_one_alternative_is_no_alternative(condition, told):
    expected = holds(condition, told)

    assert holds(Either((condition,)), told) == expected
    assert holds(Every((condition,)), told) == expected
    assert holds(Unless(Unless(condition)), told) == expected


@given(st.lists(conditions).map(tuple), answers)
def test_not_one_of_them_is_the_same_as_every_one_not(parts, told):
    every_one_not = Every(tuple(Unless(part) for part in parts))

    assert holds(Unless(Either(parts)), told) == holds(every_one_not, told)


@given(conditions, answers, names, one_answer)
def test_a_condition_looks_only_at_the_answers_it_names(condition, told, name, other):
    if name not in set(fields_of(condition)):
        assert holds(condition, {**told, name: other}) == holds(condition, told)


@given(answers)
def test_nothing_to_ask_for_always_holds_and_no_alternative_never_does(told):
    assert holds(ALWAYS, told)
    assert not holds(Either(()), told)


def test_a_tick_among_several_is_found_only_among_ticks():
    assert holds(Includes("how", "post"), {"how": ("email", "post")})
    assert not holds(Includes("how", "post"), {"how": "post"})
    assert not holds(Includes("how", "post"), {})


def test_a_reason_for_silence_fills_a_question_but_chooses_no_answer():
    told = {"age": Gap(Why.DOES_NOT_KNOW)}

    assert holds(Filled("age"), told)
    assert not holds(Is("age", ("yes", "no")), told)


AGE = field("age", Kind.YES_NO_UNSURE)
AGREES = field(
    "agrees",
    Kind.CHOICE,
    options=("yes", "no"),
    shown_when=Is("age", ("no",)),
    sets=(Setting("yes", Is("age", ("yes", "not-sure"))),),
)
SUPPORT = field("support", sets=(Setting("", Is("age", ("yes",))),))
NAME, NICKNAME = field("name"), field("nickname", shown_when=Filled("name"))
FORM = Form(
    "way",
    1,
    "a test",
    "2026-05-12",
    (
        Page("start", "one", (AGE, AGREES)),
        Page("help", "one", (SUPPORT,), Is("agrees", ("yes",))),
        Page("who", "two", (NAME, NICKNAME), Is("agrees", ("yes",))),
        Page("who-else", "two", (NAME,), Is("agrees", ("no",))),
    ),
    (
        SummarySection(
            "first",
            (
                Row("agrees", ("start",), ("agrees",), ("agrees",)),
                Row("support", ("help",), ("support",), ("support",)),
                Row("email", ("start",), ("email",), ("email",)),
            ),
        ),
        SummarySection("second", (Row("name", ("who",), ("name", "nickname"), ("name",)),)),
        SummarySection("files", (Row("files", ("who",), (), ("files",)),)),
    ),
    (Route("child", Is("age", ("yes",))), Route("adult", Is("age", ("no",)))),
    (field("email", Kind.EMAIL),),
)


def pages(told):
    return [page.id for page in asked_pages(FORM, settled(FORM, told))]


def rows(told):
    return {id: [row.id for row in found] for id, found in summary(FORM, settled(FORM, told))}


def test_a_page_is_asked_only_when_its_condition_holds():
    assert pages({}) == ["start"]
    assert pages({"age": "no", "agrees": "no"}) == ["start", "who-else"]
    assert pages({"age": "no", "agrees": "yes"}) == ["start", "help", "who"]


def test_a_question_appears_once_the_answer_before_it_is_given():
    who = FORM.page("who")

    assert shown(who, {}) == (NAME,)
    assert shown(who, {"name": "Test"}) == (NAME, NICKNAME)


def test_a_child_is_never_asked_to_agree_and_an_answer_left_behind_does_not_stand():
    child = settled(FORM, {"age": "yes", "agrees": "no", "support": "yes"})

    assert child == {"age": "yes", "agrees": "yes"}
    assert AGREES not in asked_fields(FORM, child)


def test_what_a_person_says_stands_where_the_form_sets_nothing():
    told = {"age": "no", "agrees": "no", "support": "yes"}

    assert settled(FORM, told) == told


def test_settling_leaves_the_answers_it_was_given_alone():
    told = {"age": "yes", "agrees": "no"}
    settled(FORM, told)

    assert told == {"age": "yes", "agrees": "no"}


def test_a_question_on_two_pages_is_one_question():
    asked = asked_fields(FORM, settled(FORM, {"age": "no", "agrees": "no", "name": "Test"}))

    assert [one.id for one in asked] == ["age", "agrees", "name"]
    assert [one.id for one in FORM.fields()] == [
        *("email", "age", "agrees", "support", "name", "nickname"),
    ]


@pytest.mark.parametrize(
    ("told", "way"), [({"age": "yes"}, "child"), ({"age": "no"}, "adult"), ({}, "")]
)
def test_the_answers_name_the_way_they_take(told, way):
    assert route(FORM, told) == way


def test_a_summary_has_a_line_for_what_was_said_and_for_what_always_stands():
    assert rows({}) == {}
    assert rows({"age": "no", "agrees": "yes", "nickname": "T"}) == {
        "first": ["agrees"],
        "files": ["files"],
    }
    assert rows({"age": "no", "agrees": "yes", "name": "Test", "email": "a@b.uk"}) == {
        "first": ["agrees", "email"],
        "second": ["name"],
        "files": ["files"],
    }


def test_an_answer_the_form_gives_itself_is_summed_up():
    assert rows({"age": "yes"})["first"] == ["agrees"]


def test_an_answer_to_a_question_now_hidden_does_not_count():
    told = {"age": "no", "agrees": "no", "support": "yes", "nickname": "T"}

    assert counting(FORM, settled(FORM, told)) == {"age", "agrees"}


way = st.fixed_dictionaries(
    {},
    optional={
        "pv-under-age": st.sampled_from(["yes", "no", "not-sure"]),
        "pv-want-to-submit-nrm": st.sampled_from(["yes", "no"]),
        "does-pv-need-support": st.sampled_from(["yes", "no"]),
        "authorities-cooperation": st.sampled_from(["yes", "no"]),
        "who-contact": st.sampled_from(["potential-victim", "someone-else"]),
        "pv-contact-details": st.sampled_from([(), ("email",), ("email", "post")]),
        "pv-name-first-name": st.just("Test"),
    },
)


@given(told=way)
def test_settling_the_real_form_twice_changes_nothing_more(nrm, told):
    once = settled(nrm.form, told)

    assert settled(nrm.form, once) == once


@given(told=way)
def test_every_way_through_the_real_form_asks_each_question_once(nrm, told):
    asked = asked_fields(nrm.form, settled(nrm.form, told))

    assert len({one.id for one in asked}) == len(asked)


@given(told=way)
def test_a_person_who_wants_no_name_given_is_never_asked_for_one(nrm, told):
    adult = {"pv-under-age": "no", "pv-want-to-submit-nrm": "no", "authorities-cooperation": "no"}
    asked = {one.id for one in asked_fields(nrm.form, settled(nrm.form, {**told, **adult}))}

    assert asked.isdisjoint({"pv-name-first-name", "pv-dob", "pv-contact-details", "files"})
    assert route(nrm.form, settled(nrm.form, {**told, **adult})) == "adult-dtn-anonymous"
