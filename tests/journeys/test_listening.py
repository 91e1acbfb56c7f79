"""A talk written down in a real window: interrupted in mid-sentence, stopped, questions marked."""

import pytest

from welfare_app.domain.notes import LineKind
from welfare_app.presenters.places import AtInterview

HALF = "And he said that if I"
BOX = "Their words. Enter keeps the line"


@pytest.fixture
def listening(practised):
    """Someone at the step of notes in a new talk, in which nothing is asked yet."""
    keyboard = practised.keyboard
    keyboard.press("Ctrl+N")
    keyboard.wait_for("Step 1 of 14")
    keyboard.press("F8")
    keyboard.wait_for("The questions have stopped")
    keyboard.wait_for("Nothing written down yet")
    assert keyboard.name == BOX
    return practised


def kept(laptop):
    """The lines of the newest talk, as the vault holds them."""
    desk = laptop.desktop._desk
    return [(note.kind, note.words) for note in desk.notes.of(newest(laptop).id)]


def newest(laptop):
    desk = laptop.desktop._desk
    with desk.shift.work() as work:
        return work.interviews.all()[0]


def test_a_lock_in_mid_sentence_puts_the_same_words_back(listening):
    listening.keyboard.type(HALF)
    listening.keyboard.press("Ctrl+L")
    listening.unlock()
    listening.keyboard.tab_to(
        next(one for one in listening.keyboard.buttons() if one.startswith("Go on: "))
    )
    listening.keyboard.press("Enter")

    listening.keyboard.wait_for("Nothing written down yet")
    assert (listening.keyboard.name, listening.keyboard.value) == (BOX, HALF)
    assert kept(listening) == []


def test_stopping_in_mid_sentence_keeps_what_was_typed_as_a_line(listening):
    keyboard = listening.keyboard
    keyboard.type(HALF)
    keyboard.tab_to("Stop the talk", back=True)
    keyboard.press("Space")
    keyboard.tab_to("Stop the talk")
    keyboard.press("Space")

    keyboard.wait_for("The talk was stopped")
    assert kept(listening) == [(LineKind.SAID, HALF)]


def test_an_addition_half_typed_comes_back_as_an_addition(listening):
    keyboard = listening.keyboard
    keyboard.type("Six shifts")
    keyboard.press("Enter")
    keyboard.press("Ctrl+T")
    keyboard.tab_to("Add to this line")
    keyboard.press("Space")
    keyboard.wait_for("Adding to")
    keyboard.type("Sometimes sev")
    keyboard.press("Alt+Up")
    keyboard.wait_for("Step 1 of")
    keyboard.press("Ctrl+Enter")

    keyboard.wait_for("Adding to")
    assert keyboard.value == "Sometimes sev"


def test_a_question_that_was_not_asked_and_the_one_that_follows_are_each_written_down(practised):
    keyboard, words = practised.keyboard, practised.tools.definitions.catalogue()
    keyboard.press("Ctrl+N")
    keyboard.wait_for("Step 1 of 14")
    practised.desktop.go(AtInterview(newest(practised).id, "follow-up"))
    keyboard.wait_for("Step 8 of 14")
    first = words.catalogue.questions[0]

    keyboard.tab_to(f"I asked that: {words.then(first.id)}")
    keyboard.press("Space")
    keyboard.tab_to(f"Not asked: {words.ask(first.id)}")
    keyboard.press("Space")

    assert kept(practised) == [(LineKind.ASKED, words.then(first.id))]
    assert newest(practised).marks[first.id] == "not-asked"
