"""Answers, and how they are written down."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.desks import stopped
from welfare_app.domain.answers import (
    Address,
    Answer,
    Gap,
    Rows,
    Why,
    from_json,
    is_blank,
    to_json,
    values,
)
from welfare_app.domain.errors import Refused

words = st.text()
answers = st.one_of(
    words,
    st.lists(words).map(tuple),
    st.builds(Address, words, words, words, words),
    st.lists(st.dictionaries(words, words)).map(lambda rows: Rows(tuple(rows))),
    st.builds(Gap, st.sampled_from(Why), words),
)


@given(answers)
def test_an_answer_comes_back_as_it_was_written_down(value):
    assert from_json(json.loads(json.dumps(to_json(value)))) == value


@pytest.mark.parametrize(
    "raw",
    [
        None,
        7,
        True,
        [1, 2],
        {},
        {"text": "words"},
        {"address": {"street": "1 Example Road", "planet": "Mars"}},
        {"address": {"street": 1}},
        {"address": "1 Example Road"},
        {"rows": [{"name": 1}]},
        {"rows": ["name"]},
        {"gap": "bored", "reason": ""},
        {"gap": "declined"},
        {"gap": "declined", "reason": None},
    ],
)
def test_what_is_no_answer_is_refused(raw):
    with stopped(Refused, "answer.unreadable"):
        from_json(raw)


@pytest.mark.parametrize(
    "value",
    [None, "", " \n", (), Address(), Rows(), Rows(({"name": " "}, {}))],
)
def test_an_empty_box_is_blank(value):
    assert is_blank(value)


@pytest.mark.parametrize(
    "value",
    ["no", ("email",), Address(town="Boston"), Rows(({}, {"name": "A"})), Gap(Why.DECLINED)],
)
def test_what_was_said_is_not_blank_and_neither_is_a_reason_for_silence(value):
    assert not is_blank(value)


def test_an_address_is_read_top_to_bottom_without_its_empty_lines():
    address = Address(street="1 Example Road", postcode="ZZ1 1ZZ")

    assert address.lines() == ("1 Example Road", "ZZ1 1ZZ")


def test_the_bare_values_are_what_the_rules_look_at():
    assert values({"name": Answer("Test", "ro", "interview:first-name")}) == {"name": "Test"}


@pytest.mark.parametrize(
    "told",
    [
        Answer("quixotic"),
        Gap(Why.DECLINED, "quixotic"),
        Address(street="quixotic"),
        Rows(({"name": "quixotic"},)),
    ],
)
def test_what_a_worker_said_never_shows_where_programs_look(told):
    assert "quixotic" not in repr(told)
