"""Words that are taken out are gone from the text, however they were written."""

import pytest
from hypothesis import given
from hypothesis import strategies as some

from tests.desks import stopped
from welfare_app.domain.access import Decided, Ground, Verdict
from welfare_app.domain.anonymity import Identifiers, Search
from welfare_app.domain.document import Line
from welfare_app.domain.errors import Refused
from welfare_app.domain.passages import (
    TAKEN_OUT,
    Passage,
    others_named,
    propose,
    redacted,
    refuse_absent,
    without,
)

OWN = Identifiers(names=("Ana", "Sample"), phones=("07700 900123",))


def passage(text, field="working-day", **more):
    return Passage("W-0001", "A day", field, "Describe a day", (Line(text),), **more)


def naming(*others):
    """What looks for these people by their names."""
    return Search.of(Identifiers(names=others))


@pytest.mark.parametrize(
    ("text", "hidden", "left"),
    [
        ("Marek drives us", ("Marek",), f"{TAKEN_OUT} drives us"),
        ("MAREK and Márek drive", ("marek",), f"{TAKEN_OUT} and {TAKEN_OUT} drive"),
        ("Marek  Nowak, again", ("Marek Nowak",), f"{TAKEN_OUT}, again"),
        ("Marek Nowak", ("Marek", "Marek Nowak"), TAKEN_OUT),
        ("Ring 07700 900 123 now", ("07700 900 123",), f"Ring {TAKEN_OUT} now"),
        ("Łukasz and Ștefan", ("Lukasz", "Stefan"), f"{TAKEN_OUT} and {TAKEN_OUT}"),
        ("محمد يقود", ("محمد",), f"{TAKEN_OUT} يقود"),
        ("nobody", (), "nobody"),
    ],
)
def test_words_are_taken_out_however_they_stand_there(text, hidden, left):
    assert without(text, hidden) == left


@given(
    some.lists(some.sampled_from(["Marek", "marek", "drives", "to Kraków", ", "]), max_size=9),
    some.sampled_from([" ", "  ", "\t", ". "]),
)
def test_no_hidden_word_ever_survives_and_the_others_do(words, gap):
    text = gap.join(words)

    left = without(text, ("Marek", "Kraków"))

    assert "marek" not in left.casefold()
    assert "kraków" not in left.casefold()
    assert left.count("drives") == text.count("drives")


@given(some.text(max_size=60), some.text(min_size=1, max_size=5))
def test_any_text_survives_any_word_being_taken_out(text, word):
    without(text, (word,))


def test_what_is_kept_back_has_no_lines_at_all():
    kept = Decided(Verdict.WITHHOLD, Ground.THIRD_PARTY)

    assert redacted(passage("Marek drives us"), kept) == ()


def test_what_does_not_stand_there_is_refused():
    hide = Decided(Verdict.HIDE, Ground.THIRD_PARTY, ("Marek", "Olga"))

    with stopped(Refused, "access.not-there"):
        refuse_absent(passage("Marek drives us"), hide)
    refuse_absent(passage("Marek drives Olga"), hide)


def test_people_who_were_there_are_known_by_name():
    room = passage("Name: Olga Nowak; Role: friend", "present")
    lead = passage("Idris Example, 01632 960118", "lead-today")
    vague = passage("a man from the office", "told-person")

    assert others_named([room, lead, vague], ["Rosa Example"]) == (
        "Rosa Example",
        "Olga Nowak",
        "Idris Example",
    )


@pytest.mark.parametrize(
    ("said", "hidden"),
    [
        ("Olga Nowak was there", ("Olga Nowak",)),
        ("Olga was there", ("Olga",)),
        ("He wrote to boss@example.org", ("boss@example.org",)),
        ("His number is 07700 900555", ("07700 900555",)),
    ],
)
def test_others_are_proposed_to_be_taken_out(said, hidden):
    found = propose(passage(said), OWN, naming("Olga Nowak"))

    assert (found.decided.what, found.decided.hidden) == (Verdict.HIDE, hidden)


@pytest.mark.parametrize("said", ["Call Ana on 07700 900123", "+44 7700 900123", "Up at four"])
def test_their_own_name_and_number_are_theirs(said):
    found = propose(passage(said), OWN, naming("Olga Nowak"))

    assert (found.decided.what, found.perhaps) == (Verdict.GIVE, ())


def test_a_capital_inside_a_sentence_is_pointed_out_and_not_decided():
    found = propose(passage("He says Costel pays in Leeds"), OWN, naming())

    assert found.decided.what is Verdict.GIVE
    assert found.perhaps == ("Costel", "Leeds")


def test_a_word_taken_out_once_is_proposed_everywhere():
    found = propose(passage("He says Costel pays"), OWN, naming(), ("Costel",))

    assert found.decided.hidden == ("Costel",)


def test_a_passage_whose_words_changed_is_another_passage():
    assert passage("Up at four").id != passage("Up at five").id
    assert passage("Up at four").id == passage("Up at four").id
