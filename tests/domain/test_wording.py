"""Answers as lines a person can read."""

import pytest

from tests.factories import field
from welfare_app.domain.answers import Address, Gap, Rows, Why
from welfare_app.domain.form import Kind
from welfare_app.domain.wording import gap_statement, said


class Words:
    """Labels and options in capitals, so that a test can tell them from ids."""

    def label(self, field):
        return field.upper()

    def option(self, field, option):
        return f"{field}: {option.upper()}"


PEOPLE = field(
    "f",
    Kind.REPEAT,
    parts=(
        field("name"),
        field("since", Kind.PARTIAL_DATE),
        field("sure", Kind.YES_NO_UNSURE),
    ),
)


@pytest.mark.parametrize(
    ("asked", "value", "lines"),
    [
        (field("f"), "by bus", ("by bus",)),
        (field("f", Kind.LONG_TEXT), "by bus\nat night", ("by bus", "at night")),
        (field("f", Kind.CHOICE, options=("a",)), "a", ("f: A",)),
        (field("f", Kind.CHOICE, options=("a",)), "gone", ("gone",)),
        (field("f", Kind.CHOICES, options=("a", "b")), ("b", "a"), ("f: B", "f: A")),
        (field("f", Kind.FILES), ("rota.png",), ("rota.png",)),
        (field("f", Kind.YES_NO_UNSURE), "not-sure", ("Not sure",)),
        (field("f", Kind.YES_NO_DECLINED), "declined", ("Rather not say",)),
        (field("f", Kind.TICK), "true", ("Yes",)),
        (field("f", Kind.DATE), "2026-03-02", ("2 March 2026",)),
        (field("f", Kind.PARTIAL_DATE), "2026-03", ("March 2026",)),
        (
            field("f", Kind.BODY_MAP, options=("neck",)),
            Rows(({"where": "neck", "seen": "Red\nand sore"}, {"where": "knee", "seen": "Cut"})),
            ("f: NECK: Red", "and sore", "knee: Cut"),
        ),
        (field("f", Kind.PARTIAL_DATE), "spring", ("spring",)),
        (field("f", Kind.TIME), "09:30", ("09:30",)),
        (
            field("f", Kind.ADDRESS),
            Address("1 Example Road", "Boston"),
            ("1 Example Road", "Boston"),
        ),
        (
            PEOPLE,
            Rows(({"name": "A", "since": "2026", "sure": "no"}, {"name": "B", "since": ""})),
            ("NAME: A; SINCE: 2026; SURE: No", "NAME: B"),
        ),
        (field("f"), Gap(Why.DECLINED), ("Would rather not say.",)),
    ],
)
def test_an_answer_is_said_in_the_words_of_its_form(asked, value, lines):
    assert said(asked, value, Words()) == lines


@pytest.mark.parametrize(
    ("gap", "sentence"),
    [
        (Gap(Why.NOT_ASKED), "Not asked."),
        (
            Gap(Why.DOES_NOT_KNOW, "He was asleep on the way."),
            "Does not know: He was asleep on the way.",
        ),
        (Gap(Why.DECLINED, " afraid "), "Would rather not say: afraid."),
        (Gap(Why.NOT_SAFE), "Not safe to ask."),
    ],
)
def test_a_silence_is_a_sentence_so_that_nobody_asks_again(gap, sentence):
    assert gap_statement(gap) == sentence
