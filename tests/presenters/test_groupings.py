"""The ways to look at the catalogue."""

from itertools import groupby

import pytest

from tests.domain.conftest import library  # noqa: F401 - a fixture is found by name
from welfare_app.presenters.groupings import (
    ALL,
    BY_ADULT,
    BY_CHILD,
    ELEVEN,
    GROUPINGS,
    LISTS,
    lines,
)
from welfare_app.presenters.profiles import ADULT


@pytest.fixture
def words(library):  # noqa: F811 - a fixture is found by name
    return library.catalogue()


def groups(found):
    return [name for name, _ in groupby(line.group for line in found)]


def test_by_the_eleven_every_indicator_stands_under_each_it_points_to(words):
    found = lines(words, ELEVEN, ADULT)

    assert len(groups(found)) == 11
    assert {line.id for line in found} == {one.id for one in words.catalogue.indicators}
    for one in words.catalogue.indicators:
        assert sum(1 for line in found if line.id == one.id) == len(one.ilo)


def test_by_the_eleven_the_one_that_names_the_group_comes_first(words):
    found = lines(words, ELEVEN, ADULT)
    firsts = [next(group).id for _, group in groupby(found, key=lambda line: line.group)]

    assert firsts == [f"ILO-{number:02}" for number in range(1, 12)]


@pytest.mark.parametrize("grouping", [BY_ADULT, BY_CHILD])
def test_by_dimension_each_of_the_six_holds_those_with_a_strength(words, grouping):
    found = lines(words, grouping, ADULT)

    assert len(groups(found)) == 6
    assert all(line.strength for line in found)


def test_by_dimension_the_strengths_are_those_of_the_profile_looked_at(words):
    def strength(grouping):
        found = lines(words, grouping, ADULT)
        return next(line.strength for line in found if line.id == "DEL-DR-EDUCATION")

    assert (strength(BY_ADULT), strength(BY_CHILD)) == ("Weak", "Strong")


@pytest.mark.parametrize("grouping", LISTS)
def test_one_list_alone_holds_only_its_own(words, grouping):
    own = [one.id for one in words.catalogue.indicators if one.catalogue == grouping]

    assert [line.id for line in lines(words, grouping, ADULT)] == own


def test_every_line_says_where_it_is_from_and_when_that_was_checked(words):
    for option in GROUPINGS:
        for line in lines(words, option.id, ADULT):
            assert line.source
            assert line.checked.startswith("Checked ")


def test_a_hit_in_the_records_says_what_to_rule_out_first(words):
    found = {line.id: line for line in lines(words, ALL, ADULT)}

    assert found["PD-DUP-BANK"].caution.startswith("Rule out couples")
    assert found["DEL-CD-DEBT"].caution == ""
