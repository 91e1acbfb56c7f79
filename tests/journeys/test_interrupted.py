"""Interrupted in the middle of a word, by an emergency or by someone coming near."""

import pytest

WORDS = "Home at nine. Not before"


@pytest.fixture
def talking(practised):
    """A keyboard in the middle of someone's answer."""
    keyboard, form = practised.keyboard, practised.form("welfare-interview").form
    keyboard.press("Ctrl+N")
    keyboard.wait_for("Step 1 of 14")
    keyboard.tab_to(form.label("site"))
    keyboard.type(WORDS)
    keyboard.press("Left", "Left", "Left")
    return keyboard


@pytest.mark.parametrize("key", ["F9", "Ctrl+9"])
def test_an_emergency_in_the_middle_of_a_word_comes_back_to_the_same_letter(talking, key):
    question = talking.name

    talking.press(key)
    talking.wait_for("999")
    assert not talking.sees(WORDS)
    talking.press("Esc")

    assert (talking.name, talking.value, talking.caret) == (question, WORDS, len(WORDS) - 3)
    talking.type("x")
    assert talking.value == f"{WORDS[:-3]}x{WORDS[-3:]}"


def test_emergency_numbers_open_and_close_while_locked(talking):
    talking.press("Ctrl+L")
    talking.wait_for("Your passphrase")

    talking.press("F9")
    talking.wait_for("999")
    talking.press("Esc")

    talking.wait_for("Your passphrase")
    assert talking.name == "Your passphrase"


def test_a_lock_in_the_middle_of_a_word_keeps_what_was_typed(practised, talking):
    talking.press("Ctrl+L")
    talking.wait_for("Your passphrase")
    assert not talking.sees(WORDS)

    practised.unlock()
    talking.tab_to(next(one for one in talking.buttons() if one.startswith("Go on: ")))
    talking.press("Enter")

    talking.wait_for("Step 1 of 14")
    assert talking.sees(WORDS)


def test_a_lock_over_the_emergency_numbers_keeps_what_was_typed(practised, talking):
    talking.press("F9")
    talking.wait_for("999")
    talking.press("Ctrl+L")
    talking.wait_for("Your passphrase")

    practised.unlock()
    talking.tab_to(next(one for one in talking.buttons() if one.startswith("Go on: ")))
    talking.press("Enter")

    talking.wait_for("Step 1 of 14")
    assert talking.sees(WORDS)
