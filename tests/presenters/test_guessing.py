"""Strength in words a person understands, with the bits behind it."""

import pytest

from welfare_app.presenters.guessing import strength_words
from welfare_app.seal.passphrase import new_passphrase


@pytest.mark.parametrize(
    ("bits", "said"), [(65, "1,200 years (65 bits)"), (70, "37,000 years"), (50, "a short time")]
)
def test_strength_is_told_in_years(bits, said):
    assert said in strength_words(bits)


def test_the_words_we_make_last_for_a_thousand_years_of_guessing():
    said = strength_words(new_passphrase().bits)

    assert int(said.split("up to ")[1].split(" years")[0].replace(",", "")) >= 1000
