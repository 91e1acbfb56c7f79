"""What the form will silently change, in words a writer can find the place by."""

from tests.factories import field
from welfare_app.domain.answers import Gap, Why
from welfare_app.domain.form import Kind
from welfare_app.presenters.rewriting import rewriting

BOX = field("f", Kind.LONG_TEXT)
LONG = "He was told that the debt would grow for as long as he stayed there. "


def test_a_short_answer_is_shown_whole_as_it_will_be():
    assert rewriting(field("f"), "Boston [river]") == (
        "The form will change this to: Boston [-river]-"
    )


def test_a_long_answer_shows_the_places_with_words_around_them():
    words = rewriting(BOX, f"{LONG}He owed 20–40 pounds a week. {LONG}")

    assert words == "The form will change this to: … He owed 20-40 pounds a …"


def test_many_places_are_counted_and_near_ones_are_one():
    words = rewriting(BOX, f"{LONG}one <two> three. " * 5)

    assert words.count("<-two>-") == 3
    assert words.endswith("And 2 more places.")


def test_nothing_is_said_where_a_reader_would_see_no_change():
    assert rewriting(BOX, f"  {LONG}\n\n ") == ""
    assert rewriting(field("f"), "two  spaces") == ""
    assert rewriting(BOX, Gap(Why.DECLINED, "a – b")) == ""
    assert rewriting(field("f", Kind.CHOICE), "a – b") == ""


def test_what_hides_in_an_answer_is_shown_when_it_is_said_again():
    assert rewriting(field("f"), "a\u202e – b") == "The form will change this to: a⟨U+202E⟩ - b"
