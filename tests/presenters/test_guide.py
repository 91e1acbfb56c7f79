"""The user guide: every topic is listed, and it opens where someone asked for help."""

import pytest

from welfare_app.content.guide import PLACES
from welfare_app.presenters.guide import guide


@pytest.fixture
def words(tools):
    return tools.definitions.guide()


@pytest.mark.parametrize("place", PLACES)
def test_it_opens_at_the_topic_of_the_screen(words, place):
    screen = guide(words, place)

    assert screen.at == words.topic_for(place)
    assert screen.at in [one.id for one in screen.topics]


def test_every_topic_can_be_reached_from_any_screen(words):
    assert [one.id for one in guide(words, "home").topics] == [one.id for one in words.topics]


def test_keys_that_do_the_same_are_written_together(words):
    keys = dict(guide(words, "home").topics[-1].keys)

    assert keys["F9 or Ctrl+9"] == "Emergency numbers, also while locked"
