"""A letter of every Unicode block in an answer: kept as it is, then drawn, or refused by name."""

import unicodedata

import pytest

from tests.services.test_seal_referral import HANDING
from welfare_app.domain.answers import Answer
from welfare_app.domain.errors import Refused

FIELD = "professional-insight"
BLOCK = 0x80
"""Blocks begin at multiples of 16; most are eight rows or more."""
NEVER = {"Cn", "Co"}


def _letters():
    """The first assigned character of every 128, and each kind of trouble."""
    for start in range(0x20, 0x110000, BLOCK):
        found = (chr(code) for code in range(start, start + BLOCK) if code < 0x110000)
        yield from (one for one in found if unicodedata.category(one) not in NEVER)


def letters():
    seen = set()
    for one in _letters():
        block = ord(one) // BLOCK
        if block not in seen:
            seen.add(block)
            yield one


TROUBLE = ("\x00", "\x07", "\ud800", "\u202e", "\u200b", "\ufeff", "\ufffe", "\U0010ffff", "\ue000")


def drawn(case, text):
    """Whether it can be drawn; if not, it is refused with the code point that could not be."""
    case.desk.referrals.answer(case.referral, FIELD, Answer(text))
    kept = case.desk.referrals.get(case.referral).answers[FIELD].value
    assert kept == text
    try:
        assert case.desk.seal.preview(case.referral, HANDING).startswith(b"%PDF")
    except Refused as error:
        assert error.code == "pdf.missing-glyph"
        assert error.facts["character"].startswith("U+")
        return False
    return True
