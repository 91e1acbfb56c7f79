"""A site surgery by keyboard alone: two people on one visit, each private from the other."""

from itertools import count

import pytest

FORM = "site-surgery"
BEFORE = {
    "danger-now": "no",
    "controller-near": "no",
    "alone": "yes",
    "seen-going-in": "yes",
    "first-language": "English",
    "interpreter": "not-needed",
    "explained": ["who", "why", "stop"],
    "talk-language": "English",
    "agrees-to-talk": "yes",
    "under-18": "no",
    "safe-tonight": "yes",
    **{f"need-{one}": "no" for one in ("food", "doctor", "clothes", "money", "care", "phone")},
    "follows": ["advice"],
    "privacy-given": "given",
    "next-contact": "2026-05-14",
    "next-contact-how": "At break",
    "outcome": "answered",
    "outcome-reason": "What was said",
    "second-reader": "Idris Example",
}
VISIT = {
    "site": "Alder Mill",
    "talk-date": "2026-05-12",
    "talk-place": "First-aid room",
    "lead-today": "Idris Example",
}
PRIVATE = {
    "understood": "You are from the agency",
    "wants": "Quiet days off",
    "must-not-know": "The van driver",
    "known-as": "Quixotic",
    "safe-email": "quixotic@example.org",
    "corrections": "It was two weeks",
    "own-view": "A muddled rota",
}
SAID = "My rota changes each day"
OTHERS = {"wants": "A new locker", "must-not-know": "Nobody"}
SECOND_SAID = "My locker is broken"


@pytest.fixture
def kept_out():
    """What must not be seen once the first person has gone."""
    return (*PRIVATE.values(), SAID)


def hold(laptop, answers, said, *, first=1, watch=lambda: None):
    """A talk from the step it begins on to the last, and every screen looked at on the way."""
    keyboard, asking = laptop.keyboard, laptop.form(FORM)
    pages = asking.form.form.pages
    for at, page in zip(count(first), pages[first - 1 :], strict=False):
        keyboard.wait_for(f"Step {at} of {len(pages)}")
        watch()
        if page.notes:
            keyboard.type(said)
            keyboard.press("Enter")
        else:
            asking.page(page.id, answers)
        watch()
        laptop.picture(f"surgery-{first}-{at}-{page.id}")
        keyboard.press("Ctrl+Enter")
    keyboard.wait_for("What needs me now")


def begin_visit(laptop):
    keyboard = laptop.keyboard
    keyboard.go_to("Another kind of talk")
    keyboard.go_to("Start: Surgery talk")


def test_the_second_person_of_a_visit_sees_nothing_of_the_first(practised, kept_out):
    keyboard = practised.keyboard

    def watch():
        seen = keyboard.screen()
        assert [words for words in kept_out if words in seen] == []

    begin_visit(practised)
    hold(practised, VISIT | BEFORE | PRIVATE, SAID)
    watch()
    assert keyboard.name == "Next person"
    practised.picture("surgery-home")

    keyboard.press("Space")
    hold(practised, BEFORE | OTHERS, SECOND_SAID, first=2, watch=watch)
    watch()

    assert keyboard.sees("Visit W-0002, ")
    assert keyboard.sees(": 2 talks")
    assert not keyboard.nameless


def test_a_talk_left_in_the_middle_is_gone_back_to_after_the_next_person(practised):
    keyboard = practised.keyboard
    begin_visit(practised)
    keyboard.wait_for("Step 1 of 9")
    practised.form(FORM).page("place", VISIT)
    keyboard.press("Ctrl+Enter")
    keyboard.wait_for("Step 2 of 9")
    keyboard.press("Esc")
    keyboard.wait_for("Ready for the next person")

    keyboard.press("Ctrl+L")
    practised.unlock()
    assert keyboard.name == "Next person"
    keyboard.press("Space")
    keyboard.wait_for("Surgery talk W-0003")
    keyboard.press("Esc")
    keyboard.wait_for("Ready for the next person")

    keyboard.go_to("Cases")
    keyboard.wait_for("visit W-0002, ")
    keyboard.press("Down", "Enter")
    keyboard.wait_for("Surgery talk W-0002")
    assert keyboard.sees("Alder Mill")
