import math
from itertools import product

from hypothesis import given
from hypothesis import strategies as st

from welfare_app.seal.passphrase import (
    LONGEST,
    WORDS,
    WordSequences,
    new_passphrase,
    spoken,
    word_list,
)


def test_a_passphrase_is_seven_words_that_every_reader_takes():
    allowed = word_list()
    for _ in range(200):
        made = new_passphrase()
        assert len(made.words) == WORDS
        assert len(made.text) <= LONGEST
        assert made.text.isascii()
        assert all(
            word.isalpha() and word.islower() and len(word) >= 3 and word in allowed
            for word in made.words
        )


def test_a_passphrase_is_stronger_than_sixty_bits():
    assert new_passphrase().bits > 60


def test_no_word_is_one_that_a_listener_writes_as_another():
    assert not {"cash", "carrot", "rhyme", "whole", "knight", "pear"} & word_list()


def test_two_passphrases_are_never_alike():
    assert len({new_passphrase().text for _ in range(200)}) == 200


def test_the_words_do_not_show_when_a_passphrase_is_printed():
    made = new_passphrase()

    assert not any(word in repr(made) for word in made.words)


def test_every_sequence_that_fits_has_one_number_and_no_other():
    words = ["ash", "oak", "fern", "cedar", "willow"]
    sequences = WordSequences(words, 3, 12)
    fitting = {each for each in product(words, repeat=3) if sum(map(len, each)) <= 12}

    numbered = [sequences.number(index) for index in range(sequences.total)]

    assert len(numbered) == len(fitting)
    assert set(numbered) == fitting


def test_the_strength_stated_is_that_of_the_sequences_counted():
    total = WordSequences(word_list(), WORDS, LONGEST - WORDS + 1).total

    assert new_passphrase().bits == math.log2(total)


def test_a_passphrase_is_understood_however_it_is_typed():
    typed = ["Plum orbit TIN", " plum  orbit\ttin\n", "plum-orbit-tin", "plum, orbit_tin."]

    assert {spoken(each) for each in typed} == {"plum orbit tin"}


@given(st.text())
def test_what_was_normalised_once_stays_as_it_is(typed):
    assert spoken(spoken(typed)) == spoken(typed)
