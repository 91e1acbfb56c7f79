import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from zxcvbn import matching
from zxcvbn.frequency_lists import FREQUENCY_LISTS

from welfare_app.keys.strength import FOR_DICTIONARY, FOR_PATTERN, MEASURED, acceptable, strength


def test_four_uncommon_words_are_enough():
    estimate = strength("gravel teapot lantern orbit")

    assert estimate.enough
    assert not estimate.too_weak
    assert estimate.score == 4
    assert estimate.advice == ()
    assert estimate.crack_seconds > 3600 * 24 * 365


@pytest.mark.parametrize(
    ("typed", "advice"),
    [
        ("", "strength.too-short"),
        ("kX9#vq2!Lm", "strength.too-short"),
        ("baseball", "strength.common"),
        ("ertyuiop[]", "strength.keyboard-row"),
        ("aaaaaaaaaaaaaa", "strength.repeats"),
        ("abcdefghijklmn", "strength.sequence"),
        ("13/04/1991", "strength.date"),
        ("thomas", "strength.name"),
        ("p4ssw0rd", "strength.swapped-symbols"),
        ("drowssap", "strength.reversed"),
        ("idris example", "strength.known"),
        ("Example Idris!", "strength.known"),
        ("password", "strength.add-words"),
    ],
)
def test_a_weak_passphrase_is_told_what_is_weak(typed, advice):
    estimate = strength(typed, ("Idris Example",))

    assert estimate.too_weak
    assert advice in estimate.advice


def test_length_alone_is_not_enough_nor_is_strength_alone():
    assert acceptable(score=3, characters=12)
    assert not acceptable(score=2, characters=40)
    assert not acceptable(score=4, characters=11)


def test_a_name_someone_would_guess_counts_for_nothing():
    typed = "Ngozi Makwerere likes gravel"

    assert strength(typed).enough
    assert strength(typed, ("Gravel Likes", "Ngozi Makwerere")).characters == 0
    assert strength(typed, ("Gravel Likes", "Ngozi Makwerere")).too_weak


def test_advice_is_ready_for_everything_the_estimator_can_find():
    assert set(FOR_DICTIONARY) == {*FREQUENCY_LISTS, "user_inputs"}
    assert set(FOR_PATTERN) == {"spatial", "repeat", "sequence", "regex", "date"}
    assert {"recent_year"} == set(matching.REGEXEN)


def test_advice_is_codes_and_never_the_passphrase():
    estimate = strength("sunshine sunshine")

    assert all(code.startswith("strength.") for code in estimate.advice)
    assert "sunshine" not in repr(estimate)


def test_both_spellings_of_an_accent_measure_the_same():
    typed = "café gravel lantern"

    assert strength(unicodedata.normalize("NFD", typed)) == strength(typed)


@settings(max_examples=50, deadline=None)
@given(st.text(max_size=200))
def test_anything_at_all_can_be_measured(typed):
    estimate = strength(typed, (typed,))

    assert 0 <= estimate.score <= 4
    assert estimate.enough is (not estimate.advice)


def test_a_very_long_passphrase_is_no_slower_than_a_long_one():
    long = "gravel teapot lantern orbit " * 5_000

    assert strength(long).guesses_log10 == strength(long[:MEASURED]).guesses_log10
