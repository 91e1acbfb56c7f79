"""The emergency page, open to anyone: the most urgent number first."""

import pytest

from welfare_app.domain.contacts import Nation
from welfare_app.presenters.emergency import emergency


@pytest.fixture
def contacts(tools):
    return tools.definitions.contacts()


@pytest.mark.parametrize("nation", [None, *Nation])
def test_danger_stands_first_everywhere(contacts, nation):
    numbers = emergency(contacts, nation).numbers

    assert (numbers[0].digits, numbers[0].danger) == ("999", True)
    assert all(one.digits for one in numbers)
    assert numbers[0].checked.startswith("checked ")
    assert all(one.checked.startswith(("checked ", "may have changed, seen ")) for one in numbers)


def test_a_number_in_doubt_never_says_it_was_checked(contacts):
    doubtful = {contacts.name(one.id) for one in contacts.contacts if one.doubt}

    for number in emergency(contacts, None).numbers:
        assert (number.name in doubtful) == number.checked.startswith("may have changed")


def test_a_nation_has_its_own_numbers_and_none_of_anothers(contacts):
    scotland, everywhere = (
        {one.name for one in emergency(contacts, nation).numbers}
        for nation in (Nation.SCOTLAND, None)
    )
    elsewhere = {
        contacts.name(one.id) for one in contacts.contacts if not one.serves(Nation.SCOTLAND)
    }

    assert contacts.name("migrant-help-scotland") in scotland
    assert scotland.isdisjoint(elsewhere)
    assert scotland < everywhere


def test_advice_comes_before_the_ways_to_refer(contacts):
    names = [one.name for one in emergency(contacts, Nation.ENGLAND).numbers]

    assert names.index(contacts.name("modern-slavery-helpline")) < names.index(
        contacts.name("salvation-army")
    )
