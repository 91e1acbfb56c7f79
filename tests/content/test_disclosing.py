"""What giving a case out rests on: sourced, whole, and refused where it is not."""

import shutil

import pytest

from tests.desks import stopped
from welfare_app.app.folders import RESOURCES
from welfare_app.content.disclosing import disclosing
from welfare_app.domain.disclosing import FILE, WORDS
from welfare_app.domain.errors import BadContent


@pytest.fixture
def changed(tmp_path):
    """Reads a copy of the shipped file with one thing put in another's place."""
    shutil.copytree(RESOURCES / "disclosing", tmp_path / "disclosing")

    def change(file, before, after):
        path = tmp_path / "disclosing" / file
        text = path.read_text("utf-8")
        assert before in text
        path.write_text(text.replace(before, after, 1), "utf-8")
        return disclosing(tmp_path, "en")

    return change


def test_every_basis_names_its_articles_its_source_and_when_it_fits():
    shipped = disclosing(RESOURCES, "en")

    assert [one.id for one in shipped.rules.bases] == ["safeguarding", "crime", "life"]
    for one in shipped.rules.bases:
        assert one.source
        assert one.checked
        assert "Article" in shipped.law(one.id)
        assert shipped.fits(one.id).endswith(".")


def test_agreeing_is_no_basis():
    shipped = disclosing(RESOURCES, "en")

    assert shipped.rules.basis("consent") is None
    assert not any("(1)(a)" in shipped.law(one.id) for one in shipped.rules.bases)


def test_the_words_can_be_read_out_and_the_file_cannot():
    rules = disclosing(RESOURCES, "en").rules

    assert "telephone" in {one.id for one in rules.carrying(WORDS)}
    assert "telephone" not in {one.id for one in rules.carrying(FILE)}


def test_a_file_and_its_words_by_the_same_channel_are_noticed():
    rules = disclosing(RESOURCES, "en").rules

    assert rules.same_channel("secure-mail", "secure-mail")
    assert rules.same_channel("in-person", "in-person")
    assert not rules.same_channel("secure-mail", "telephone")
    assert not rules.same_channel("other", "other")


@pytest.mark.parametrize(
    ("file", "before", "after", "code"),
    [
        ("disclosing.toml", 'id = "crime"', 'id = "life"', "content.twice"),
        ("disclosing.toml", 'checked = "2026-07"', 'checked = "soon"', "content.bad-date"),
        ("disclosing.toml", "within-hours = 24", "within-hours = 0", "content.wrong-type"),
        (
            "disclosing.toml",
            'carries = ["words"]',
            'carries = ["rumour"]',
            "content.unknown-option",
        ),
        ("disclosing.toml", 'channel = "mail"', 'chanel = "mail"', "content.unknown-key"),
        ("disclosing.en.toml", "[basis.crime]", "[basis.crimes]", "content.no-words"),
        ("disclosing.en.toml", "withdrawn =", "taken-back =", "content.no-words"),
    ],
)
def test_a_file_that_is_wrong_is_refused(changed, file, before, after, code):
    with stopped(BadContent, code):
        changed(file, before, after)
