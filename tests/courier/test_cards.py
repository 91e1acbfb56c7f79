"""A card tells of two public keys, and every word of it counts towards its digits."""

import json
from dataclasses import replace
from random import Random

import pytest

from tests.desks import stopped
from welfare_app.courier.cards import read_card, write_card
from welfare_app.domain.errors import Refused, Unavailable, WelfareAppError


def test_a_card_is_read_as_it_was_written(rosa):
    assert read_card(write_card(rosa)) == rosa.card


def test_a_card_holds_no_secret(rosa):
    card = write_card(rosa).decode()

    assert rosa.signs not in card
    assert rosa.opens not in card
    assert rosa.signs not in repr(rosa)


def test_the_digits_are_short_enough_to_read_out(rosa):
    assert [len(group) for group in rosa.card.fingerprint.split()] == [5] * 6
    assert rosa.card.fingerprint.replace(" ", "").isdigit()


@pytest.mark.parametrize(
    "other",
    [
        {"name": "Eve Example"},
        {"organisation": "Another Example Ltd"},
        {"laptop": "x"},
        {"vault": "0" * 16},
        {"practice": True},
        {"signs": "0" * 64},
        {"opens": "0" * 64},
    ],
)
def test_every_word_on_a_card_counts(rosa, other):
    assert replace(rosa.card, **other).fingerprint != rosa.card.fingerprint


def test_a_key_put_in_place_of_another_shows(rosa, eve):
    said = json.loads(write_card(rosa)) | {"opens": eve.card.opens}

    with stopped(Refused, "courier.not-a-card"):
        read_card(json.dumps(said).encode())


def test_a_card_of_a_newer_program_says_so(rosa):
    said = json.loads(write_card(rosa)) | {"card": 2}

    with stopped(Unavailable, "courier.newer-format"):
        read_card(json.dumps(said).encode())


@pytest.mark.parametrize(
    "data", [b"", b"{}", b"[]", b"\xff\xfe", b"null", b"[" * 4000, b"x" * 10_000, b'{"card": 1}']
)
def test_what_is_no_card_is_refused(data):
    with stopped(Refused, "courier.not-a-card"):
        read_card(data)


def test_a_slip_of_a_byte_is_refused(rosa):
    data = write_card(rosa)
    chance = Random(3)  # noqa: S311 - places to look at
    for _ in range(500):
        broken = bytearray(data)
        broken[chance.randrange(len(broken))] ^= 1 << chance.randrange(8)
        try:
            card = read_card(bytes(broken))
        except WelfareAppError as error:
            assert error.code.startswith("courier.")  # noqa: PT017 - some slips are only spaces
        else:
            assert card == rosa.card
