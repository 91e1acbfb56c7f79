"""The lines of a talk: kept to the letter, and offered where a step after the talk gathers them."""

from dataclasses import FrozenInstanceError, replace
from datetime import timedelta

import pytest

from tests.desks import stopped
from tests.factories import NOON, ROSA, field, form
from welfare_app.domain.answers import Answer, Gap, Why
from welfare_app.domain.errors import Refused
from welfare_app.domain.events import NoteKept, NoteTagged
from welfare_app.domain.form import Kind
from welfare_app.domain.notes import (
    LONGEST_LINE,
    LineKind,
    Note,
    Original,
    asked_before,
    offered,
)

SAID, NOTE, ASKED, SEEN = LineKind.SAID, LineKind.NOTE, LineKind.ASKED, LineKind.SEEN


def line(words, kind=SAID, number=1, **more):
    at = NOON + timedelta(minutes=number)
    return Note(f"note-{number}", "interview-1", at, ROSA, kind, words, **more)


def lines(*told):
    return tuple(line(words, kind, at, topic=topic) for at, (kind, words, topic) in enumerate(told))


def gathering(*topics, exact=True, **more):
    return field("account", Kind.LONG_TEXT, exact_words=exact, gathers=topics, **more)


def test_keeping_a_line_names_it_and_its_talk_and_never_the_words():
    note = line("They hold my card", original=Original("Mają kartę", "pl", "Test Interpreter"))

    assert note.keep() == NoteKept("note-1", "interview-1")
    for words in ("card", "kartę", "Interpreter"):
        assert words not in repr(note) + repr(note.keep())


@pytest.mark.parametrize("words", ["", " ", "\n\t", "\u3000\u2003"])
def test_a_line_with_nothing_in_it_is_refused(words):
    with stopped(Refused, "note.no-words"):
        line(words).keep()


def test_a_line_may_be_as_long_as_the_longest_and_not_a_character_longer():
    assert line("a" * LONGEST_LINE).keep()

    with stopped(Refused, "note.too-long") as caught:
        line("a" * (LONGEST_LINE + 1)).keep()
    assert caught.value.facts == {"most": LONGEST_LINE}


@pytest.mark.parametrize(
    "original",
    [Original("a" * (LONGEST_LINE + 1), "pl"), Original("tak", "pl", "a" * (LONGEST_LINE + 1))],
)
def test_what_is_pasted_beside_a_line_is_held_to_the_same_length(original):
    with stopped(Refused, "note.too-long"):
        line("Yes", original=original).keep()


def test_a_line_is_never_edited_and_only_its_topic_is_set_later():
    note = line("They hold my card")
    tagged, event = note.tag("documents")

    assert (note.topic, tagged.topic) == ("", "documents")
    assert replace(tagged, topic="") == note
    assert event == NoteTagged("note-1")
    with pytest.raises(FrozenInstanceError):
        note.words = "Something else"


def test_what_is_said_next_was_said_to_the_last_question():
    told = (line("How?", ASKED, 1), line("By van", SAID, 2), line("And then?", ASKED, 3))

    assert asked_before(told) == "note-3"
    assert asked_before((*told, line("A house", SAID, 4))) == "note-3"
    assert asked_before(told[:2]) == "note-1"
    assert asked_before(told[1:2]) is None


def test_lines_are_gathered_by_topic_in_the_order_they_came():
    told = lines((SAID, "Later", "pay"), (SAID, "Elsewhere", "home"), (SAID, "Last", "pay"))

    assert offered(form(gathering("pay")), {}, told) == {
        "account": Answer("Later\nLast", origin="notes")
    }


def test_lines_nobody_sorted_are_gathered_where_a_field_takes_the_unsorted():
    told = lines((SAID, "I owe him", ""), (SAID, "Ten pounds", "pay"))

    assert offered(form(gathering("unsorted")), {}, told)["account"].value == "I owe him"
    assert offered(form(gathering("home")), {}, told) == {}


def test_their_words_and_what_staff_write_are_never_mixed():
    told = lines((SAID, "Twenty", "pay"), (NOTE, "Payslip", "pay"), (SEEN, "A list", "pay"))

    assert offered(form(gathering("pay")), {}, told)["account"].value == "Twenty"
    theirs = offered(form(gathering("pay", exact=False)), {}, told)["account"]
    assert theirs.value == "Payslip\nA list"


def test_a_whole_kind_of_line_can_be_gathered_whatever_its_topic():
    told = lines((LineKind.BREAK, "Ten minutes", ""), (LineKind.BREAK, "Five", "pay"))

    assert offered(form(gathering("break", exact=False)), {}, told)["account"].value == (
        "Ten minutes\nFive"
    )


@pytest.mark.parametrize("own", ["My own", Gap(Why.DECLINED, "afraid")])
def test_a_persons_own_answer_is_never_offered_over(own):
    told = lines((SAID, "Twenty", "pay"))

    assert offered(form(gathering("pay")), {"account": Answer(own)}, told) == {}


def test_a_field_takes_the_answer_of_the_field_it_offers_with_its_language():
    asked = form(field("spoken"), field("told-in", offers="spoken"))

    assert offered(asked, {"spoken": Answer("Shqip", "sq")}, ())["told-in"] == Answer(
        "Shqip", "sq", "field:spoken"
    )
    assert offered(asked, {"spoken": Answer(Gap(Why.DECLINED))}, ()) == {}


def test_a_field_that_asks_who_explained_offers_the_person_at_the_laptop():
    asked = form(field("by", offers="staff"))

    assert offered(asked, {}, (), "Rosa Example")["by"] == Answer("Rosa Example", origin="staff")
    assert offered(asked, {}, ()) == {}
