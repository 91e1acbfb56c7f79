"""Lines of a summary, for the screen and the paper alike."""

import pytest

from tests.factories import field, form
from welfare_app.domain.answers import Answer, Gap, Rows, Why
from welfare_app.domain.document import Line
from welfare_app.domain.form import Is, Kind, Row, Setting
from welfare_app.domain.summing import Asked


class Words:
    """Labels in capitals, so that a test can tell them from ids."""

    def label(self, field):
        return field.upper()

    def option(self, field, option):
        return option.upper()

    def row_label(self, row):
        return f"ROW {row.upper()}"


FIRST, LAST = field("first"), field("last")
TOLD = field("told", Kind.YES_NO_UNSURE)
FORCE = field("force", shown_when=Is("told", ("yes",)))
WORK, WAGES = field("work", Kind.TICK), field("wages", Kind.TICK)
WORDS = field("words", Kind.LONG_TEXT, exact_words=True)
AGREES = field("agrees", Kind.YES_NO_UNSURE, sets=(Setting("yes", Is("told", ("no",))),))
BODY = field("body", Kind.BODY_MAP, options=("left hand",))
FORM = form(FIRST, LAST, TOLD, FORCE, WORK, WAGES, WORDS, AGREES, BODY)


def asked(**told):
    answers = {id: one if isinstance(one, Answer) else Answer(one) for id, one in told.items()}
    return Asked(FORM, Words(), answers)


def row(*fields):
    return Row("r", ("page",), fields[:1], fields)


def texts(summed):
    return [line.text for line in summed.lines]


def test_a_question_stands_beside_what_was_said_in_its_own_language():
    summed = asked(words=Answer("Bardzo mało\nśpię", "pl")).one(WORDS)

    assert summed.label == "WORDS"
    assert summed.lines == (Line("Bardzo mało", "pl"), Line("śpię", "pl"))
    assert summed.exact_words


def test_what_was_seen_on_a_body_is_a_line_for_each_place():
    seen = Answer(Rows(({"where": "left hand", "seen": "Yellow bruise"},)))

    assert asked(body=seen).one(BODY).lines == (Line("LEFT HAND: Yellow bruise"),)
    assert texts(asked(body=seen).folded(row("body"))) == ["LEFT HAND: Yellow bruise"]


def test_a_question_nobody_answered_has_no_lines():
    assert asked(words="  ").one(WORDS).lines == ()
    assert asked().given(WORDS) is None


def test_a_silence_is_in_our_words_and_our_language():
    summed = asked(words=Answer(Gap(Why.DECLINED, "afraid"), "pl")).one(WORDS)

    assert summed.lines == (Line("Would rather not say: afraid.", "en"),)
    assert summed.gap
    assert not summed.exact_words


def test_a_box_on_its_own_needs_no_label_and_two_on_a_line_do():
    name = row("first", "last")

    assert texts(asked(first="Test").folded(name)) == ["Test"]
    assert texts(asked(first="Test", last="One").folded(name)) == ["FIRST: Test", "LAST: One"]
    assert asked(first="Test").folded(name).label == "ROW R"


def test_a_tick_is_known_by_its_label():
    assert texts(asked(work="true", wages="true").folded(row("work", "wages"))) == [
        "WORK",
        "WAGES",
    ]


def test_a_tick_left_empty_is_not_listed():
    assert texts(asked(wages="true").folded(row("work", "wages"))) == ["WAGES"]


def test_a_line_with_a_silence_in_it_says_so():
    folded = asked(first="Test", last=Gap(Why.DOES_NOT_KNOW)).folded(row("first", "last"))

    assert folded.gap
    assert texts(folded)[0] == "FIRST: Test"


@pytest.mark.parametrize(("told", "kept"), [("yes", ["Yes", "FORCE: North"]), ("no", ["No"])])
def test_an_answer_left_behind_is_not_summed_up(told, kept):
    both = asked(told=told, force="North").counting()

    assert texts(both.folded(row("told", "force"))) == kept


def test_an_answer_the_form_gives_itself_stands_over_what_was_said():
    child = asked(told="no", agrees=Answer("no", "ro")).counting()

    assert texts(child.folded(row("agrees"))) == ["Yes"]


def test_an_answer_that_counts_keeps_its_language_and_where_it_came_from():
    told = Answer("Popescu", "ro", "interview:last-name")

    assert asked(last=told).counting().answers == {"last": told}


def test_nothing_is_taken_from_the_answers_themselves():
    whole = asked(told="no", force="North")
    whole.counting()

    assert "force" in whole.answers
