"""An older list of ways in, put back whole, is told of and keeps nobody out."""

import shutil

import pytest

from tests.keys.conftest import CHAMPION, CHAMPION_WORDS, LEAD, LEAD_WORDS, NEW_WORDS
from welfare_app.domain.errors import Unavailable
from welfare_app.keys.cabinet import KeyCabinet
from welfare_app.keys.cost import Cost
from welfare_app.keys.device_secret import NoSecrets

OLDER = ("key.slots-rolled-back",)


class Place(dict):
    """Somewhere outside the list."""

    remember = dict.__setitem__
    recall = dict.get


class Full(Place):
    """Somewhere that remembers nothing more."""

    def remember(self, name, value):
        raise Unavailable("disk.full")


@pytest.fixture
def place():
    return Place()


@pytest.fixture
def cabinet(made, place):
    def beside(*places):
        known = places or (place,)
        return KeyCabinet(made.folder, NoSecrets(), Cost(), anchors=lambda _: known)

    beside().unlock(LEAD.id, LEAD_WORDS)
    return beside


@pytest.fixture
def older(made, cabinet):
    """Puts the list back that there was before the last change."""
    aside = made.folder.parent / "older.json"
    shutil.copy(made.folder / "slots.json", aside)
    return lambda: shutil.copy(aside, made.folder / "slots.json")


def test_a_list_that_only_moves_on_has_no_fault(made, cabinet):
    cabinet().change_passphrase(made.key, LEAD.id, NEW_WORDS)
    cabinet().switch(made.key, CHAMPION.id, on=False)

    assert cabinet().faults() == ()


def test_an_older_list_opens_and_is_told_of_however_often_it_changes(made, cabinet, older):
    cabinet().remove(made.key, CHAMPION.id)
    older()

    assert cabinet().faults() == OLDER
    assert cabinet().unlock(CHAMPION.id, CHAMPION_WORDS) == made.key
    for _ in range(3):
        cabinet().replace_recovery(made.key)
    assert cabinet().faults() == OLDER


def test_another_list_of_the_same_age_is_not_the_same_list(made, cabinet, older):
    cabinet().remove(made.key, CHAMPION.id)
    older()
    KeyCabinet(made.folder, NoSecrets(), Cost()).switch(made.key, CHAMPION.id, on=False)

    assert cabinet().faults() == OLDER


def test_a_list_that_was_looked_into_is_the_newest_from_then_on(made, cabinet, older, place):
    cabinet().remove(made.key, CHAMPION.id)
    newest = cabinet().revision()
    older()
    cabinet().unlock(LEAD.id, LEAD_WORDS)

    cabinet().accept(made.key)

    assert cabinet().faults() == ()
    assert cabinet().revision() > newest
    older()
    assert cabinet().faults() == OLDER


@pytest.mark.parametrize("kept", ["", "nonsense", "-1:aa:", "9" * 40 + ":aa:", "²:aa:"])
def test_where_nothing_sound_was_remembered_nothing_is_known(made, cabinet, place, kept):
    place["slots"] = kept

    assert cabinet().faults() == ()
    assert cabinet().unlock(LEAD.id, LEAD_WORDS) == made.key


def test_one_place_that_remembers_is_enough(made, cabinet, older, place):
    cabinet(Full(), place).remove(made.key, CHAMPION.id)
    older()

    assert cabinet(Full(), place).unlock(LEAD.id, LEAD_WORDS) == made.key
    assert cabinet(Full(), place).faults() == OLDER
