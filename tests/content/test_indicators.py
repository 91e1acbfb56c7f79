import json
import shutil
from collections import Counter
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as some

from tests.domain.conftest import RESOURCES
from welfare_app.content.indicators import PATTERNS
from welfare_app.content.library import Library
from welfare_app.content.questions import leads
from welfare_app.domain.assessment import Enough, Tally, assess, dimensions, judge
from welfare_app.domain.errors import BadContent
from welfare_app.domain.partial_date import PartialDate

GIVEN = json.loads((Path(__file__).parent / "assessment.json").read_text("utf-8"))
NRM_TYPES = "types-of-exploitation-"


def test_all_are_there(library):
    catalogue = library.catalogue().catalogue

    assert Counter(one.catalogue for one in catalogue.indicators) == {
        "delphi-2009": 67,
        "ilo-11": 11,
        "uk-home-office": 106,
        "workplace-signs": 45,
        "payroll-data": 25,
    }
    assert len(catalogue.questions) == 45


def test_every_indicator_has_words_a_source_and_a_date(library):
    worded = library.catalogue()

    for one in worded.catalogue.indicators:
        assert 5 < len(worded.phrase(one.id)) < 100
        assert worded.phrase(one.id)[0].isupper()
        assert not worded.phrase(one.id).endswith(".")
        assert worded.group(one.group)
        assert worded.source(one.source)
        assert PartialDate.read(one.checked)
        assert all(mark.startswith("ILO-") for mark in one.ilo)


def test_no_phrase_says_twice_the_same_in_one_group(library):
    worded = library.catalogue()
    said = Counter((one.group, worded.phrase(one.id)) for one in worded.catalogue.indicators)

    assert said.most_common(1)[0][1] == 1


def test_every_kind_of_exploitation_is_one_the_form_knows(library):
    form = library.form("nrm-referral").form
    known = {field.id.removeprefix(NRM_TYPES) for field in form.fields()} | {"any"}

    for one in library.catalogue().catalogue.indicators:
        assert set(one.exploitation_types) <= known


def test_what_is_only_observed_or_only_in_the_records_is_never_asked(library):
    for one in library.catalogue().catalogue.indicators:
        assert one.may_ask is ("ask" in one.elicit)
        assert one.catalogue != "payroll-data" or not one.may_ask


def test_questions_never_lead(library):
    worded = library.catalogue()

    for question in worded.catalogue.questions:
        for words in (worded.ask(question.id), worded.then(question.id)):
            assert not leads(words)


def test_nationality_is_never_an_indicator(library):
    worded = library.catalogue()

    assert not [
        one.id for one in worded.catalogue.indicators if "nationality" in worded.phrase(one.id)
    ]


@pytest.mark.parametrize("vector", GIVEN["vectors"], ids=str)
def test_the_rule_counts_as_the_paper_does(library, vector):
    tally = Tally(vector["strong"], vector["medium"], vector["weak"])

    assert library.assessment().holds(tally) is vector["positive"]


@pytest.mark.parametrize("case", GIVEN["cases"], ids=lambda case: case["id"])
def test_a_made_up_case_comes_out_as_it_should(library, case):
    found = dimensions(
        library.assessment(), library.catalogue().catalogue, case["profile"], case["ids"]
    )

    assert {name: found[name] for name in case["expect"]} == case["expect"]


def test_the_same_indicator_noticed_twice_counts_once(library):
    catalogue = library.catalogue().catalogue
    twice = ["DEL-CD-DOCUMENTS", "DEL-CD-DOCUMENTS"]

    assert dimensions(library.assessment(), catalogue, "adult_labour", twice) == {
        "coercion_at_destination": False
    }


def test_dimensions_are_those_of_the_rule(library):
    used = {one.dimension for one in library.catalogue().catalogue.indicators} - {""}

    assert used == set(library.assessment().dimensions)


def test_what_the_rule_points_to_is_never_said_of_a_person(library):
    worded = library.catalogue()

    assert {worded.dimension(one) for one in library.assessment().dimensions}
    for pattern in PATTERNS:
        assert "victim" not in worded.pattern(pattern)


@pytest.mark.parametrize("case", GIVEN["cases"], ids=lambda case: case["id"])
def test_every_outcome_of_the_rule_has_words(library, case):
    catalogue = library.catalogue()
    found = assess(library.assessment(), catalogue.catalogue, case["profile"], case["ids"])

    assert catalogue.pattern(found.pattern)


PROFILES = ("adult_labour", "child_labour")
SHIPPED = Library(RESOURCES)
EVERY = [one.id for one in SHIPPED.catalogue().catalogue.indicators]


@pytest.mark.parametrize("profile", PROFILES)
@given(noticed=some.sets(some.sampled_from(EVERY)), more=some.sampled_from(EVERY))
def test_one_more_sign_never_makes_a_dimension_less_positive(profile, noticed, more):
    rule, catalogue = SHIPPED.assessment(), SHIPPED.catalogue().catalogue
    before = dimensions(rule, catalogue, profile, noticed)
    after = dimensions(rule, catalogue, profile, noticed | {more})

    assert before.keys() <= after.keys()
    assert not [name for name, positive in before.items() if positive and not after[name]]


@pytest.mark.parametrize("profile", PROFILES)
@given(noticed=some.lists(some.sampled_from(EVERY)))
def test_order_and_repeats_change_nothing(profile, noticed):
    rule, catalogue = SHIPPED.assessment(), SHIPPED.catalogue().catalogue

    once = judge(rule, catalogue, profile, set(noticed))
    assert judge(rule, catalogue, profile, noticed + noticed[::-1]) == once


def test_a_dimension_says_which_line_of_the_rule_it_meets(library):
    rule, catalogue = library.assessment(), library.catalogue().catalogue
    noticed = ["DEL-CD-DOCUMENTS", "DEL-CD-SHAME", "DEL-DR-PAY"]

    found = {one.dimension: one for one in judge(rule, catalogue, "adult_labour", noticed)}

    assert tuple(found) == rule.dimensions
    coerced = found["coercion_at_destination"]
    assert coerced.met == Enough(strong=1, lesser=1)
    assert coerced.counted == (("DEL-CD-DOCUMENTS", "strong"), ("DEL-CD-SHAME", "weak"))
    assert found["deceptive_recruitment"].met is None
    assert found["exploitation"].counted == ()


def test_sexual_profiles_are_named_and_never_counted(library):
    rule = library.assessment()

    assert set(rule.profiles) == set(PROFILES)
    assert set(rule.unscored) == {"adult_sexual", "child_sexual"}
    assert library.catalogue().meaning("unscored")


@pytest.mark.parametrize("profile", PROFILES)
def test_whatever_the_paper_calls_strong_is_serious(library, profile):
    rule = library.assessment()

    for one in library.catalogue().catalogue.indicators:
        assert one.strength.get(profile) != "strong" or rule.is_serious(one)


@pytest.mark.parametrize(
    ("indicator", "serious"),
    [
        ("DEL-CR-DOCUMENTS", True),
        ("ILO-07", True),
        ("UK-GEN-PAPERS-HELD", True),
        ("DEL-CD-FAMILY-VIOLENCE", True),
        ("UK-GEN-LITTLE-PAY", False),
        ("WP-APPE-SAME-CLOTHES", False),
        ("UK-GEN-SOURCE-PLACE", False),
    ],
)
def test_one_serious_sign_is_enough_whatever_the_rule_makes_of_it(library, indicator, serious):
    found = library.catalogue().catalogue.find(indicator)

    assert library.assessment().is_serious(found) is serious


def test_a_hit_in_the_records_is_never_serious_by_itself(library):
    for one in library.catalogue().catalogue.indicators:
        assert one.catalogue != "payroll-data" or not library.assessment().is_serious(one)


@pytest.mark.parametrize(
    ("old", "new", "key", "code"),
    [
        ('"ILO-07"', '"ILO-99"', "serious", "content.unknown-indicator"),
        ('"adult_sexual"', '"adult_odd"', "profiles", "content.unknown-option"),
        ('"exploitation",', "", "dimensions", "content.unknown-option"),
    ],
)
def test_a_rule_that_does_not_fit_the_catalogue_is_refused(tmp_path, old, new, key, code):
    shutil.copytree(RESOURCES / "indicators", tmp_path / "indicators")
    file = tmp_path / "indicators" / "assessment.toml"
    file.write_text(file.read_text("utf-8").replace(old, new, 1), "utf-8")

    with pytest.raises(BadContent) as refused:
        Library(tmp_path).assessment()

    assert (refused.value.code, refused.value.facts["key"]) == (code, key)
