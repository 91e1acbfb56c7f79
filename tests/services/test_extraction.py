"""Answers in every script, sealed, opened and read back: each once, in its place, and in full."""

import json
import os
import random
import unicodedata
from collections.abc import Iterator

import pikepdf
import pytest

from tests.pdf.conftest import FONTS
from tests.pdf.reader import Node, folded, structure
from tests.pdf.samples import ALL, MIXED
from welfare_app.domain.answers import Answer, values
from welfare_app.domain.errors import Refused
from welfare_app.domain.form import Kind, settled, summary
from welfare_app.pdf.faces import Faces, Voice
from welfare_app.services.sample_case import HANDING
from welfare_app.services.versions import form_of

CASES = 50 if "WELFARE_APP_TORTURE" in os.environ else 3
SCRIPTS = {
    "en": "Aa\u00c0-\u024f",
    "bg": "\u0400-\u052f",
    "hy": "\u0531-\u0586",
    "he": "\u05d0-\u05ea",
    "ar": "\u0621-\u064a",
    "ur": "\u0679-\u06d3",
    "hi": "\u0905-\u0939",
    "bn": "\u0985-\u09b9",
    "pa": "\u0a05-\u0a39",
    "gu": "\u0a85-\u0ab9",
    "ta": "\u0b85-\u0bb9",
    "te": "\u0c05-\u0c39",
    "ml": "\u0d05-\u0d39",
    "si": "\u0d85-\u0dc6",
    "th": "\u0e01-\u0e2e",
    "ka": "\u10d0-\u10f0",
    "am": "\u1200-\u137f",
    "vi": "\u1ea0-\u1ef9",
    "zh": "\u4e00-\u9fa5",
}
"""A language of each script we ship a typeface for, and letters of it."""


def letters(spread: str) -> Iterator[str]:
    """Every letter of a spread such as `a-z` that is assigned and that we can draw."""
    faces = Faces(FONTS)
    at = 0
    while at < len(spread):
        last = spread[at + 2] if spread[at + 1 : at + 2] == "-" else spread[at]
        for code in range(ord(spread[at]), ord(last) + 1):
            one = chr(code)
            if unicodedata.category(one)[0] == "L" and drawn(faces, one):
                yield one
        at += 3 if spread[at + 1 : at + 2] == "-" else 1


def drawn(faces: Faces, letter: str) -> bool:
    """Whether some face has it."""
    try:
        faces.choose(letter, Voice.PLAIN, "en", None)
    except Refused:
        return False
    return True


@pytest.fixture(scope="module")
def alphabets():
    found = {language: tuple(letters(spread)) for language, spread in SCRIPTS.items()}
    assert [language for language, alphabet in found.items() if len(alphabet) < 20] == []
    return found


def text_of(chance: random.Random, alphabets, mark: str) -> tuple[str, str]:
    """Random words of one script with some of others among them, digits, signs and line ends."""
    language = chance.choice(list(alphabets))
    real = [*ALL.items(), *MIXED.items()]
    words = [mark]
    for _ in range(chance.randrange(3, 60)):
        roll = chance.random()
        if roll < 0.7:
            words.append("".join(chance.choices(alphabets[language], k=chance.randrange(1, 12))))
        elif roll < 0.8:
            other = chance.choice(list(alphabets))
            words.append("".join(chance.choices(alphabets[other], k=chance.randrange(1, 9))))
        elif roll < 0.9:
            words.append(chance.choice(["£18,400", "(GBP)", "12.50;", "23/11", "“no”", "—", "x=1"]))
        else:
            words.append(chance.choice(real)[1])
    whole = "".join(word + chance.choice([" ", " ", " ", " ", "\n"]) for word in words)
    return whole.strip(), language


def cells(tree: Node) -> dict[str, list[str]]:
    """What stands beside each Home Office name, by the structure tree."""
    found: dict[str, list[str]] = {}
    for row in tree.all("TR"):
        *said, name = row.kids[1].kids or (Node("P", "", ""),)
        found.setdefault(folded(name.text), []).append("\n".join(one.text for one in said))
    return found


@pytest.mark.parametrize("seed", range(CASES))
def test_every_answer_is_read_back_once_in_place_and_in_full(case, alphabets, tmp_path, seed):
    chance = random.Random(seed)  # noqa: S311 - the same on every run
    desk = case.desk
    referral = desk.referrals.get(case.referral)
    form = form_of(desk.definitions, referral).form
    final = settled(form, values(referral.answers))
    row_of = {id: row.id for _, rows in summary(form, final) for row in rows for id in row.fields}
    boxes = [
        one.id
        for one in form.fields()
        if one.kind is Kind.LONG_TEXT and one.id in row_of and final.get(one.id)
    ]
    told = {}
    for at, id in enumerate(boxes):
        told[id], language = text_of(chance, alphabets, f"mark{at:03}")
        desk.referrals.answer(case.referral, id, Answer(told[id], language))

    pack = desk.seal.seal(case.referral, HANDING, tmp_path / "pack.pdf")
    with pikepdf.open(pack.path, password=pack.words.text) as opened:
        inside = {name: file.get_file().read_bytes() for name, file in opened.attachments.items()}
    data = json.loads(inside["referral.json"])["data"]
    tree = structure(inside["referral.pdf"])
    beside, everything = cells(tree), folded(tree.text)

    assert len(told) >= 20
    for at, (id, text) in enumerate(told.items()):
        assert data[id] == text
        [cell] = beside[row_of[id]]
        assert folded(text) in folded(cell), id
        assert everything.count(f"mark{at:03}") == 1, id
