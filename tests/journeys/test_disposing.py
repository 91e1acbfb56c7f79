"""A request is answered and a case disposed of, in the real window, by keyboard alone."""

import json

import pytest

from tests.conftest import NOON
from tests.services.disposing import IDRIS, THEIR_WORDS
from welfare_app.domain.events import StaffAdded

NUMBERS = "W-0001, P-0001"


@pytest.fixture
def two(practised):
    """The sample case on a laptop two people can unlock, at This laptop."""
    desk, folder = practised.desktop._desk, practised.folder / "practice"
    keys = practised.tools.portable_keys_for(folder)
    key = keys.unlock(desk.shift.staff.id, practised.passphrase)
    keys.add(key, IDRIS, THEIR_WORDS)
    with desk.shift.work() as work:
        work.register.save_staff(IDRIS, because=StaffAdded(IDRIS.id, IDRIS.role))
        work.commit()
    practised.keyboard.go_to("This laptop")
    practised.keyboard.wait_for("Looked after here")
    return practised


def day(keyboard, question, at=NOON):
    for part, value in (("day", at.day), ("month", at.month), ("year", at.year)):
        keyboard.tab_to(f"{question}: {part}")
        keyboard.type(str(value))


def test_a_case_is_disposed_of_by_two_people_and_the_certificate_saved(two):
    keyboard, saved = two.keyboard, two.folder / "certificate.pdf"
    keyboard.go_to("What may be disposed of")
    keyboard.wait_for("Nothing is due today.")
    keyboard.tab_to("Another case, by its number")
    keyboard.type("p-0001")
    keyboard.press("Enter")
    keyboard.wait_for("What is decided?")
    assert keyboard.sees(NUMBERS)
    keyboard.tab_to("What is decided?")
    keyboard.choose("Dispose of it for good")
    keyboard.tab_to("Why is it disposed of?")
    keyboard.choose("It was begun by mistake, or to try the program out")
    keyboard.tab_to("Their own passphrase")
    keyboard.type(THEIR_WORDS)
    keyboard.press("Ctrl+Enter")
    keyboard.wait_for(f"Dispose of {NUMBERS} for good?")
    assert keyboard.name == "Keep it"
    keyboard.press("Tab")
    assert keyboard.name == "Dispose of it"
    keyboard.press("Enter")

    keyboard.wait_for(f"{NUMBERS} is disposed of. Certificate D-0001.")
    keyboard.tab_to("Save the certificate")
    with keyboard.naming_a_file(saved):
        keyboard.press("Enter")
    keyboard.wait_for("The certificate is saved.")

    assert saved.read_bytes().startswith(b"%PDF")
    desk = two.desktop._desk
    assert desk.around.all() == ()
    assert desk.shift.vault.examine().faults == ()
    keyboard.press("Esc")
    keyboard.wait_for("Certificates")
    assert not keyboard.nameless


def test_a_request_is_answered_step_by_step(two):
    keyboard, saved = two.keyboard, two.folder / "answer.pdf"
    keyboard.go_to("Answer an access request")
    keyboard.wait_for("Someone may be making them ask")
    keyboard.tab_to("The number of their talk or pack")
    keyboard.type("W-0001")
    day(keyboard, "On which day did they ask?")
    keyboard.press("Ctrl+Enter")

    keyboard.wait_for("Is it safe, and is it they?")
    keyboard.tab_to("Did you meet them alone?")
    keyboard.tick("I met them alone, and they ask of their own will")
    day(keyboard, "When did they show it?")
    keyboard.tab_to("How does the answer reach only them?")
    keyboard.type("By hand, in the training room")
    keyboard.press("Ctrl+Enter")

    keyboard.wait_for("Where else are they?")
    keyboard.go_to("Look for them in other cases")
    keyboard.wait_for("No other case names them.")
    keyboard.press("Ctrl+Enter")

    keyboard.wait_for("What is given?")
    keyboard.tab_to("Give these")
    keyboard.press("Space")
    for _ in range(120):
        if keyboard.sees("All are decided"):
            break
        keyboard.press("Ctrl+Enter")
    keyboard.wait_for("All are decided")
    keyboard.press("Ctrl+Enter")

    keyboard.wait_for("Which colleague says yes too?")
    keyboard.tab_to("Their own passphrase")
    keyboard.type(THEIR_WORDS)
    with keyboard.naming_a_file(saved):
        keyboard.press("Ctrl+Enter")
    keyboard.wait_for("The answer is written.")

    told = json.loads(saved.with_suffix(".json").read_bytes())
    assert told["request"] == "A-0001"
    assert saved.read_bytes().startswith(b"%PDF")
    fields = {one["field"] for one in told["held"]}
    assert {"first-name", "journey", "note", "sign"} <= fields
    assert "must-not-know" not in fields
    assert not keyboard.nameless
