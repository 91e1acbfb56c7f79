"""The user guide: a topic for every screen, and refused by file and key where it is wrong."""

import pytest

from welfare_app.app.help import PLACE_KEYS
from welfare_app.content.guide import PLACES, guide
from welfare_app.content.library import Library
from welfare_app.domain.errors import BadContent
from welfare_app.presenters.places import AtEmergency, Place

FILE = "guide/guide.en.toml"
TOPIC = """
[[topic]]
id = "{id}"
title = "Title"
places = {places}
text = ["Text"]
steps = ["Step"]
notes = ["Note"]
"""
SMALL = (
    TOPIC.format(id="all", places=list(PLACES[1:]))
    + TOPIC.format(id="first", places=[PLACES[0]])
    + '[[topic.key]]\npress = ["F1", "F2"]\ndoes = "Help"\n'
)


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "guide").mkdir()
    (tmp_path / FILE).write_text(SMALL, "utf-8")
    return tmp_path


@pytest.mark.parametrize("place", PLACES)
def test_every_screen_has_one_topic(library, place):
    words = library.guide()

    (topic,) = (one for one in words.topics if place in one.places)
    assert words.topic_for(place) == topic.id


def test_the_screens_of_the_guide_are_the_places_of_the_program():
    assert set(PLACE_KEYS) == set(Place.__args__) - {AtEmergency}
    assert set(PLACE_KEYS.values()) == set(PLACES)
    assert len(set(PLACES)) == len(PLACES)


def test_a_topic_that_no_screen_opens_at_is_general_on_purpose(library):
    general = {one.id for one in library.guide().topics if not one.places}

    assert general == {"overview", "kept", "keys"}


def test_without_a_screen_it_opens_at_the_beginning(library):
    assert library.guide().topic_for("") == "overview"


def test_marks_round_what_is_on_the_screen_come_in_pairs(library):
    for topic in library.guide().topics:
        for line in (*topic.text, *topic.steps, *topic.notes):
            assert line.count("**") % 2 == 0, line


def test_a_topic_is_short_enough_to_be_read(library):
    for topic in library.guide().topics:
        assert len(topic.text) <= 3
        assert len(topic.steps) <= 6
        assert len(topic.notes) <= 4
        assert all(len(line) <= 240 for line in (*topic.text, *topic.steps, *topic.notes))


def test_the_small_guide_these_tests_break_is_sound(folder):
    words = guide(folder, "en")

    assert [one.id for one in words.topics] == ["all", "first"]
    assert words.topics[1].keys == ((("F1", "F2"), "Help"),)


ALL, FIRST = "topic.all", "topic.first"


@pytest.mark.parametrize(
    ("old", "new", "key", "code"),
    [
        ('title = "Title"', 'title = "Title"\ncolour = "red"', f"{ALL}.colour", "unknown-key"),
        ("[[topic.key]]", "[topic.other]", f"{FIRST}.other", "unknown-key"),
        ('does = "Help"', 'does = "Help"\nicon = "x"', f"{FIRST}.key.1.icon", "unknown-key"),
        ('title = "Title"', "", f"{ALL}.title", "missing-key"),
        ('["Text"]', "[]", f"{ALL}.text", "missing-key"),
        ('["Step"]', '[" "]', f"{ALL}.steps", "missing-key"),
        ('["F1", "F2"]', "[]", f"{FIRST}.key.1.press", "missing-key"),
        ('does = "Help"', "", f"{FIRST}.key.1.does", "missing-key"),
        ('id = "first"', 'id = "all"', f"{ALL}.id", "twice"),
        (f"['{PLACES[0]}']", f"['{PLACES[1]}']", f"{FIRST}.places", "twice"),
        (f"['{PLACES[0]}']", "['moon']", f"{FIRST}.places", "unknown-option"),
        (f"['{PLACES[0]}']", "[]", PLACES[0], "no-words"),
        ('["Note"]', '"Note"', f"{ALL}.notes", "wrong-type"),
    ],
)
def test_what_is_wrong_is_refused_with_its_file_and_key(folder, old, new, key, code):
    assert old in SMALL
    (folder / FILE).write_text(SMALL.replace(old, new, 1), "utf-8")

    with pytest.raises(BadContent) as refused:
        Library(folder).guide()

    assert refused.value.code == f"content.{code}"
    assert refused.value.facts == {"file": FILE, "key": key}


def test_a_check_of_everything_reads_the_guide(folder):
    (folder / FILE).write_text("[[topic]]", "utf-8")

    assert (FILE, "topic.1.id", "content.missing-key") in Library(folder).check_everything()
