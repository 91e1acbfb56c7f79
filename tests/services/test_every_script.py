"""A letter of every Unicode block: kept as it is, then drawn, or refused by name."""

import os
import sys
import unicodedata
from itertools import islice

from tests.services.test_seal_referral import HANDING
from welfare_app.domain.answers import Answer
from welfare_app.domain.calls import Call
from welfare_app.domain.errors import Refused
from welfare_app.domain.ids import StageId
from welfare_app.domain.notes import LineKind, Original
from welfare_app.services.take_notes import Heard

FIELD = "professional-insight"
ROW = 0x80
TORTURE = "WELFARE_APP_TORTURE" in os.environ
STEP = 1 if TORTURE else 40
HOSTILE = ("\x00", "\x07", "\ud800", "\u202e", "\u200b", "\ufeff", "\ufffe", "\U0010ffff")


def letters():
    """The first character that means anything of every 128 code points there are."""
    for start in range(0x20, sys.maxunicode, ROW):
        row = (chr(code) for code in range(start, min(start + ROW, sys.maxunicode)))
        yield from islice((one for one in row if unicodedata.category(one) not in {"Cn", "Co"}), 1)


def test_a_letter_of_any_script_is_kept_and_drawn_or_refused_by_its_code_point(case):
    for letter in (*HOSTILE, *islice(letters(), 0, None, STEP)):
        text = f"He said {letter} twice."
        case.desk.referrals.answer(case.referral, FIELD, Answer(text))

        assert case.desk.referrals.get(case.referral).answers[FIELD].value == text
        assert refused(case) in {"", f"U+{ord(letter):04X}"}


def test_a_line_of_the_talk_that_cannot_be_drawn_is_printed_with_its_code_points(case):
    hard = ("\x00", "\ud800", "\U0001f69c", "\U0010ffff")
    case.desk.notes.keep(case.interview, Heard(LineKind.SAID, f"Said {' '.join(hard)} twice."))
    case.desk.interviews.answer(case.interview, "must-not-know", Answer(f"Uncle {hard[2]}"))
    now = case.desk.shift.now()
    case.desk.packs.call(case.pack, Call(StageId("S5"), "Desk", now, True, "Ann", "", hard[2]))
    assert refused(case) == ""

    case.desk.referrals.answer(case.referral, FIELD, Answer(f"He said {hard[2]}."))
    assert refused(case) == "U+1F69C"


def test_every_script_there_is_can_stand_in_the_lines_of_a_talk(case):
    for letter in (*HOSTILE, *islice(letters(), 0, None, STEP)):
        own = Original(f"{letter} twice", "und", f"Test {letter}")
        case.desk.notes.keep(case.interview, Heard(LineKind.SAID, f"He said {letter}.", own))

    assert refused(case) == ""


def refused(case):
    """The code point that could not be drawn, or blank."""
    try:
        drawn = case.desk.seal.preview(case.referral, HANDING)
    except Refused as error:
        return error.facts["character"] if error.code == "pdf.missing-glyph" else error.code
    return "" if drawn.startswith(b"%PDF") else "no document"
