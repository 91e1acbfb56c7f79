"""The rescue of a damaged vault, by keyboard and aloud."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from tests.ui.kit.conftest import settle
from tests.ui.pages.aloud import nameless
from tests.ui.pages.samples_rescue import ASK, DONE, FOUND, NOTHING_LOST, WELL, WORKING, WRONG
from welfare_app.ui.pages.rescue_page import RescuePage
from welfare_app.ui.parts import Button, Text


@pytest.fixture
def page(kit, opened):
    page = RescuePage(kit)
    page.show_screen(ASK)
    page.shell = opened(kit, page)
    return page


def words(page):
    return " ".join(one.text() for one in page.window().findChildren(Text) if one.isVisible())


def press(qtbot, key, modifier=Qt.KeyboardModifier.NoModifier):
    qtbot.keyClick(QApplication.focusWidget(), key, modifier)


def test_what_to_do_first_stands_before_anything_is_asked(page):
    assert "Leave the folder as it is." in words(page)
    assert nameless(page) == []


def test_a_passphrase_and_enter_look_at_it(qtbot, page):
    qtbot.keyClicks(QApplication.focusWidget(), "four words of mine")
    with qtbot.waitSignal(page.looked) as looked:
        press(qtbot, Qt.Key.Key_Return)

    assert looked.args == ["s2", "four words of mine"]


def test_nothing_typed_is_asked_for(qtbot, page):
    with qtbot.assertNotEmitted(page.looked):
        press(qtbot, Qt.Key.Key_Return)

    assert page._secret_field.problem


def test_a_wrong_passphrase_leaves_what_was_typed(qtbot, page):
    qtbot.keyClicks(QApplication.focusWidget(), "not this")
    page.show_screen(WRONG)

    assert page._secret.text() == "not this"
    assert page._trouble.accessibleName() == "That did not open it."


def test_nothing_is_made_before_someone_is_sure(qtbot, page):
    page.show_screen(FOUND)
    settle(qtbot)
    with qtbot.waitSignal(page.asked) as asked, qtbot.assertNotEmitted(page.rescue_wanted):
        press(qtbot, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    _question, then = asked.args

    with qtbot.assertNotEmitted(page.rescue_wanted):
        then(False)
    with qtbot.waitSignal(page.rescue_wanted):
        then(True)


def test_while_it_works_it_can_be_stopped_and_nothing_is_pressed_twice(qtbot, page):
    page.show_screen(FOUND)
    page.show_screen(WORKING)
    page.show_progress(40, 100)

    assert not page.foot.isEnabled()
    with qtbot.waitSignal(page.cancelled):
        page._busy._cancel.click()
    page.show_screen(replace(FOUND))
    assert page.foot.isEnabled()


def test_what_came_of_it_lists_what_is_missing_and_where_the_old_one_is(qtbot, page):
    page.show_screen(FOUND)
    page.show_screen(DONE)
    settle(qtbot)

    said = words(page)
    assert "Talk W-0007, begun 12 May 2026: some of it is gone" in said
    assert "Restore from a backup" in said
    assert "damaged-2026-05-14-091200" in said
    with qtbot.waitSignal(page.left):
        press(qtbot, Qt.Key.Key_Space)


def test_where_nothing_was_lost_nothing_is_said_to_be_missing(qtbot, page):
    page.show_screen(FOUND)
    page.show_screen(NOTHING_LOST)
    settle(qtbot)

    assert "Nothing was lost." in words(page)
    assert "What is missing" not in words(page)


def test_a_sound_vault_offers_nothing_to_rescue(qtbot, page):
    page.show_screen(WELL)
    settle(qtbot)

    assert "There is nothing to rescue." in words(page)
    named = [one.text() for one in page.window().findChildren(Button) if one.isVisible()]
    assert "Make a sound vault from what can be read" not in named


def test_nothing_typed_is_left_behind(qtbot, page):
    qtbot.keyClicks(QApplication.focusWidget(), "four words of mine")
    page.forget()

    assert page._secret.text() == ""
