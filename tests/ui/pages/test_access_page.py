"""Answering a request for access, by keyboard and aloud."""

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from tests.ui.kit.conftest import settle
from tests.ui.pages.aloud import heard, nameless
from tests.ui.pages.samples_access import (
    CARD,
    DECIDED,
    DECIDING,
    NO_DAY,
    NO_REQUESTS,
    NOBODY_ELSE,
    READY,
    REQUESTS,
    SAFE,
    SEARCHED,
    WRITTEN,
    WRONG,
)
from tests.ui.pages.samples_everyday import PERSON
from welfare_app.presenters.access_screen import Safety
from welfare_app.ui.pages.access_list_page import AccessListPage
from welfare_app.ui.pages.access_page import AccessPage
from welfare_app.ui.parts import Button, Link


def said(page):
    return [name for _, name, _ in heard(page.shell)]


def named(page, name, kind=Button):
    found = [one for one in page.shell.findChildren(kind) if one.accessibleName() == name]
    return next(one for one in found if one.isVisible())


@pytest.fixture
def listed(kit, opened):
    page = AccessListPage(kit, PERSON)
    page.show_screen(NO_REQUESTS)
    page.shell = opened(kit, page)
    return page


@pytest.fixture
def asked(kit, opened):
    page = AccessPage(kit, lambda *_: Path("answer.pdf"))
    page.show_screen(SAFE)
    page.shell = opened(kit, page)
    return page


def test_the_warning_stands_above_everything_that_is_asked(qtbot, listed):
    warning = listed._above.itemAt(0).widget()

    assert "Someone may be making them ask" in said(listed)
    assert warning.isVisible()
    assert warning.geometry().bottom() < listed._fields["number"].geometry().top()


def test_a_request_is_begun_with_a_number_and_a_day(qtbot, listed):
    listed._number.setText("W-0001")
    listed._received.put("2026-05-12")
    with qtbot.waitSignal(listed.started) as told:
        named(listed, "Begin").click()
    assert told.args == ["W-0001", "2026-05-12"]

    listed.show_screen(NO_DAY)
    assert listed._fields["received"].problem
    assert listed._number.text() == "W-0001"


def test_requests_are_listed_by_number_alone(qtbot, listed):
    listed.show_screen(REQUESTS)
    settle(qtbot)

    with qtbot.waitSignal(listed.opened) as told:
        named(listed, "Go on: A-0002").click()
    assert told.args == ["a2"]
    assert "2 days late, by 10 May 2026" in said(listed)


def test_safety_is_shown_as_it_was_written_and_kept_as_it_is_typed(qtbot, asked):
    asked._safety._delivery.setPlainText("To her sister")

    with qtbot.waitSignal(asked.kept_safe) as told:
        asked._go.click()

    assert told.args == [Safety(True, "", "2026-05-12", "To her sister", "")]


def test_a_problem_on_the_first_step_keeps_what_was_typed(qtbot, asked):
    asked._safety._delivery.setPlainText("To her sister")
    asked.show_screen(replace(SAFE, problems=(("proved", "Give a real day"),)))

    assert asked._safety.fields["proved"].problem == "Give a real day"
    assert asked._safety.said.delivery == "To her sister"


def test_other_cases_are_included_one_by_one(qtbot, asked):
    asked.show_screen(SEARCHED)
    settle(qtbot)
    with qtbot.waitSignal(asked.included) as told:
        named(asked, "Include: Case", Link).click()
    assert told.args == ["c2"]
    with qtbot.waitSignal(asked.look_wanted):
        named(asked, "Look for them in other cases").click()

    asked.show_screen(NOBODY_ELSE)
    settle(qtbot)
    assert "No other case names them." in said(asked)


def test_a_passage_is_decided_as_proposed_or_as_changed(qtbot, asked):
    asked.show_screen(DECIDING)
    settle(qtbot)
    assert "Proposed: it names somebody else" in said(asked)
    with qtbot.waitSignal(asked.decided) as told:
        asked._go.click()
    assert told.args == ["hide", "third-party", "Marek Example"]

    asked._passage._hidden.setPlainText("Marek Example\nCostel")
    with qtbot.waitSignal(asked.decided) as told:
        asked._go.click()
    assert told.args == ["hide", "third-party", "Marek Example\nCostel"]


def test_a_way_without_its_ground_decides_nothing(qtbot, asked):
    asked.show_screen(DECIDING)
    asked._passage._ways.choose("withhold")

    with qtbot.assertNotEmitted(asked.decided):
        asked._go.click()


def test_the_next_passage_has_the_keyboard_on_its_choice(qtbot, asked):
    asked.show_screen(DECIDING)
    settle(qtbot)
    following = replace(CARD, id="p2", label="14:07, 12 May 2026, said", what="give", ground="own")
    asked.show_screen(replace(DECIDING, card=following, left=74))
    settle(qtbot)

    assert QApplication.focusWidget().accessibleName() == "Give it"
    assert asked._passage.said == ("give", "own", "Marek Example")


def test_a_refusal_leaves_what_was_typed(qtbot, asked):
    asked.show_screen(DECIDING)
    asked._passage._hidden.setPlainText("Nobody")
    asked.show_screen(replace(DECIDING, trouble=WRONG.trouble))

    assert asked._passage.said[2] == "Nobody"
    assert asked._trouble.isVisible()


def test_everything_that_is_theirs_is_given_with_one_button(qtbot, asked):
    asked.show_screen(DECIDING)
    settle(qtbot)
    with qtbot.waitSignal(asked.accepted):
        named(asked, "Give these").click()


def test_when_all_is_decided_one_goes_on_or_changes_one(qtbot, asked):
    asked.show_screen(DECIDED)
    settle(qtbot)
    with qtbot.waitSignal(asked.step_wanted) as told:
        asked._go.click()
    assert told.args == ["answer"]
    with qtbot.waitSignal(asked.decided):
        named(asked, "Change this one").click()


def test_the_answer_asks_for_a_colleague_and_where_to(qtbot, asked):
    asked.show_screen(READY)
    settle(qtbot)
    assert "A name may slip through" in said(asked)
    with qtbot.waitSignal(asked.answer_wanted) as told:
        asked._go.click()
    assert told.args == ["staff-idris", "", None]

    asked._vouching._secret.setText("copper walnut")
    with qtbot.waitSignal(asked.answer_wanted) as told:
        asked._go.click()
    assert told.args == ["staff-idris", "copper walnut", Path("answer.pdf")]
    asked.show_screen(WRONG)
    assert asked._vouching.said[1] == ""


def test_a_passphrase_does_not_outlive_the_page(qtbot, asked):
    asked.show_screen(READY)
    asked._vouching._secret.setText("copper walnut")
    asked.forget()
    assert asked._vouching.said[1] == ""


def test_once_it_is_written_there_is_nothing_left_to_press(qtbot, asked):
    asked.show_screen(READY)
    asked.show_screen(WRITTEN)
    settle(qtbot)

    assert "The answer is written." in said(asked)
    assert "Write the answer" not in said(asked)


@pytest.mark.parametrize("screen", [SAFE, SEARCHED, NOBODY_ELSE, DECIDING, DECIDED, READY, WRITTEN])
def test_everything_has_a_name(qtbot, asked, screen):
    asked.show_screen(screen)
    settle(qtbot)

    assert not nameless(asked.shell)


@pytest.mark.parametrize("screen", [NO_REQUESTS, REQUESTS, NO_DAY])
def test_everything_in_the_list_has_a_name(qtbot, listed, screen):
    listed.show_screen(screen)
    settle(qtbot)

    assert not nameless(listed.shell)
