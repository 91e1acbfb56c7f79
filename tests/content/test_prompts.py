"""What calls an indicator to mind: every prompt can be heard, and ordinary talk is left alone."""

import shutil

import pytest

from tests.domain.conftest import RESOURCES
from welfare_app.content.library import Library
from welfare_app.domain.errors import BadContent
from welfare_app.domain.sign import Known
from welfare_app.domain.suggesting import Source, Suggester

FILE = "indicators/prompts.en.toml"
PROMPTS = Library(RESOURCES).prompts()
SPOKEN = [prompt for prompt in PROMPTS if prompt.phrases]


@pytest.fixture(scope="module")
def suggester():
    return Suggester(PROMPTS)


def heard(suggester, words, known):
    return [one.indicator for one in suggester.suggest([Source("note", words, known)])]


@pytest.mark.parametrize("prompt", SPOKEN, ids=lambda prompt: prompt.indicator)
def test_every_example_prompts_its_own_indicator(suggester, prompt):
    for known in prompt.known:
        assert prompt.indicator in heard(suggester, prompt.example, known)


def test_one_sentence_never_prompts_more_than_a_person_can_weigh(suggester):
    loud = {
        prompt.example: found
        for prompt in SPOKEN
        for known in prompt.known
        if len(found := heard(suggester, prompt.example, known)) > 4
    }

    assert not loud


def test_most_of_the_catalogue_can_be_prompted(library):
    indicators = library.catalogue().catalogue.indicators

    assert len(PROMPTS) >= 0.7 * len(indicators)
    assert {prompt.indicator for prompt in PROMPTS} <= {one.id for one in indicators}


def test_what_is_only_observed_is_never_prompted_by_what_was_said(library):
    catalogue = library.catalogue().catalogue

    for prompt in PROMPTS:
        elicit = catalogue.find(prompt.indicator).elicit
        assert (Known.SAID in prompt.known) is ("ask" in elicit)
        assert (Known.SEEN in prompt.known) is ("observe" in elicit)
        assert Known.VIEW not in prompt.known


def test_where_someone_comes_from_prompts_nothing(library):
    origins = (*library.list("countries"), *library.list("nationalities"))
    named = {name.casefold() for name in origins} - {"unknown", "english"}  # a language
    places = {
        stem.rstrip("*")
        for prompt in PROMPTS
        for phrase in prompt.phrases
        for place in phrase
        for stem in place
    }

    assert not places & named
    assert "UK-GEN-SOURCE-PLACE" not in {prompt.indicator for prompt in PROMPTS}


@pytest.mark.parametrize(
    "words",
    [
        "I have my own passport at home in a drawer.",
        "He has a visa until next year.",
        "I live with my wife and two children in a flat near the park.",
        "The supervisor is kind and helps us.",
        "My wages come into my own account every Friday.",
        "We have two breaks and a long lunch.",
        "I found the job on a website and applied myself.",
        "The agency paid for the training and gave me boots.",
        "I call my mother every Sunday.",
        "The doctor gave me medicine for my back.",
        "I get a payslip each week.",
        "My card is in my wallet.",
        "The manager said I can take holiday in August.",
        "I want to stay here.",
        "I trust the agency.",
        "I have no problem here.",
        "I never had any trouble with pay.",
        "Nothing is wrong.",
        "I have never been threatened.",
        "I keep my bank card myself.",
        "I do not owe anybody money.",
        "He was calm and smiled.",
        "They ate together in the canteen.",
        "She wore a clean uniform and new boots.",
    ],
)
def test_ordinary_talk_prompts_nothing(suggester, words):
    assert heard(suggester, words, Known.SAID) == []
    assert heard(suggester, words, Known.SEEN) == []


@pytest.fixture
def folder(tmp_path):
    for part in ("indicators", "forms", "lists"):
        shutil.copytree(RESOURCES / part, tmp_path / part)
    return tmp_path


@pytest.mark.parametrize(
    ("old", "new", "key", "code"),
    [
        ('id = "ILO-03"', 'id = "ILO-99"', "prompt.ILO-99.id", "content.unknown-indicator"),
        ('id = "ILO-06"', 'id = "ILO-03"', "prompt.ILO-03.id", "content.twice"),
        ('words = ["leftover*|scraps"]', "", "prompt.UK-FL-LEFTOVERS.words", "content.missing-key"),
        (
            'example = "They give us leftovers from the canteen."',
            "",
            "prompt.UK-FL-LEFTOVERS.example",
            "content.missing-key",
        ),
        ("leftover*|scraps", "le*|scraps", "prompt.UK-FL-LEFTOVERS.words", "content.bad-stem"),
        ("leftover*|scraps", "Leftover*", "prompt.UK-FL-LEFTOVERS.words", "content.bad-stem"),
        ("leftover*|scraps", "@them|@x", "prompt.UK-FL-LEFTOVERS.words", "content.unknown-option"),
        ("leftover*|scraps", "", "prompt.UK-FL-LEFTOVERS.words", "content.missing-key"),
        ('unless = ["locker"', 'unless = ["lock er"', "prompt.DEL-CD-CONFINEMENT.unless",
         "content.bad-stem"),
        ('field = "danger-now"', 'field = "danger"',
         "prompt.UK-GEN-VIOLENCE-THREAT-SELF-FAMILY.when.1.field", "content.unknown-field"),
        ('"need-food"\nis = ["yes"]', '"need-food"\nis = ["cake"]',
         "prompt.WP-APPE-NO-FOOD.when.1.is",
         "content.unknown-option"),
        ('source = "Our own', 'colour = "red"\nsource = "Our own', "colour", "content.unknown-key"),
        ('checked = "2026-11"', 'checked = "soon"', "checked", "content.bad-date"),
    ],
)  # fmt: skip
def test_a_bad_prompt_is_refused_with_its_key(folder, old, new, key, code):
    text = (folder / FILE).read_text("utf-8")
    assert old in text
    (folder / FILE).write_text(text.replace(old, new, 1), "utf-8")

    with pytest.raises(BadContent) as refused:
        Library(folder).prompts()

    assert (refused.value.code, refused.value.facts) == (code, {"file": FILE, "key": key})
    assert (FILE, key, code) in Library(folder).check_everything()
