import re

from hypothesis import given
from hypothesis import strategies as st

from tests.keys.conftest import stopped
from welfare_app.domain.errors import Unavailable
from welfare_app.keys.recovery_code import ALPHABET, RecoveryCode, read

secrets = st.binary(min_size=20, max_size=20)


def test_a_code_is_nine_groups_of_four_that_cannot_be_misread():
    code = RecoveryCode.new()

    assert re.fullmatch(r"([0-9A-HJKMNP-TV-Z]{4}-){8}[0-9A-HJKMNP-TV-Z]{4}", code)


def test_no_two_sheets_are_alike():
    assert RecoveryCode.new() != RecoveryCode.new()


def test_a_code_says_nothing_of_itself_in_a_log():
    code = RecoveryCode.new()

    assert code[:4] not in repr((code, [code]))


@given(secrets)
def test_what_is_printed_is_what_is_read(secret):
    assert read(RecoveryCode.of(secret)) == secret
    assert RecoveryCode.of(secret).secret == secret


@given(secrets, st.data())
def test_people_type_a_code_as_they_like(secret, data):
    likenesses = {"0": "0Oo", "1": "1IiLl"}
    typed = "".join(
        data.draw(st.sampled_from(likenesses.get(letter, letter + letter.lower())))
        + data.draw(st.sampled_from(["", " ", "-", "\u2013", "\u00a0", "\n", "\u200b"]))
        for letter in RecoveryCode.of(secret).replace("-", "")
    )

    assert read(typed) == secret


def test_full_width_letters_are_letters():
    code = RecoveryCode.of(bytes(range(20)))
    wide = code.translate({ord(letter): ord(letter) + 0xFEE0 for letter in ALPHABET})

    assert read(wide) == bytes(range(20))


@given(secrets, st.integers(0, 35), st.sampled_from(ALPHABET))
def test_one_wrong_letter_is_a_slip_of_the_hand(secret, place, letter):
    letters = RecoveryCode.of(secret).replace("-", "")
    slipped = letters[:place] + letter + letters[place + 1 :]
    if slipped == letters:
        assert read(slipped) == secret
    else:
        with stopped(Unavailable, "key.mistyped-recovery-code"):
            read(slipped)


@given(secrets, st.integers(0, 34))
def test_two_letters_the_wrong_way_round_are_a_slip_of_the_hand(secret, place):
    letters = RecoveryCode.of(secret).replace("-", "")
    slipped = letters[:place] + letters[place + 1] + letters[place] + letters[place + 2 :]
    if slipped != letters:
        with stopped(Unavailable, "key.mistyped-recovery-code"):
            read(slipped)


@given(st.text())
def test_anything_else_is_a_slip_of_the_hand(typed):
    with stopped(Unavailable, "key.mistyped-recovery-code"):
        read(typed)


def test_a_code_with_a_group_left_out_is_a_slip_of_the_hand():
    with stopped(Unavailable, "key.mistyped-recovery-code"):
        read(RecoveryCode.new()[5:])
