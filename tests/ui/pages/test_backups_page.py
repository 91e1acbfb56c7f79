"""Backups on the screen: everything by keyboard, and nothing put in place unasked."""

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget

from tests.ui.kit.conftest import settle
from tests.ui.pages.aloud import heard, nameless, names
from tests.ui.pages.pressing import here, press
from tests.ui.pages.samples_backups import (
    ASKING,
    CHOSEN,
    COMPARED,
    DONE,
    NONE,
    PLACE,
    SAME_DISK,
    WELL,
)
from tests.ui.pages.samples_everyday import PERSON, WRONG
from welfare_app.ui.pages.backups_page import BackupsPage
from welfare_app.ui.pages.restore_page import RestorePage

STICK = Path("stick")


@pytest.fixture
def page(kit, opened):
    page = BackupsPage(kit, PERSON, lambda _page, _title: STICK)
    page.show_screen(WELL)
    page.shell = opened(kit, page)
    return page


@pytest.fixture
def restoring(kit, opened):
    page = RestorePage(kit, lambda _page, _title: STICK)
    page.show_screen(ASKING)
    page.shell = opened(kit, page)
    return page


def said(page):
    return [name for _, name, _ in heard(page.shell)]


def button(page, name):
    return next(one for one in page.shell.findChildren(QWidget) if one.accessibleName() == name)


def test_it_says_where_they_go_and_what_is_known_of_each(page):
    words = said(page)

    assert f"Folder: {PLACE}" in words
    assert "Last backup proved yesterday." in words
    assert "Proved yesterday. 48.2 MB, 1,204 entries" in words
    assert "Not proved yet. 47.9 MB, 1,180 entries" in words
    assert "Old stick/backups" in words


def test_a_backup_is_made_by_keyboard_alone(qtbot, page):
    assert here().accessibleName() == "Back up now"
    with qtbot.waitSignal(page.make_wanted):
        press(page, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)


def test_while_one_is_made_it_can_be_cancelled_and_no_other_begun(qtbot, page):
    page.show_screen(replace(WELL, busy="Making a backup…"))
    qtbot.waitUntil(lambda: "Cancel" in names(page.shell))
    page.show_progress(3, 10)
    with qtbot.assertNotEmitted(page.make_wanted):
        press(page, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)

    assert not [one for one in names(page.shell) if one.startswith("Prove")]
    with qtbot.waitSignal(page.cancelled):
        button(page, "Cancel").click()
    page.show_screen(replace(WELL, done="A backup was made and proved."))
    settle(qtbot)
    assert "A backup was made and proved." in said(page)
    assert here().accessibleName() == "Back up now"


def test_each_is_proved_by_its_own_button(qtbot, page):
    with qtbot.waitSignal(page.prove_wanted) as wanted:
        button(page, "Prove: the backup of 9 November, 09:03").click()
    assert wanted.args == ["b1"]


def test_restoring_is_asked_about_first_because_it_locks(qtbot, page):
    with qtbot.assertNotEmitted(page.restore_wanted):
        button(page, "Restore: the backup of 16 November, 17:42").click()
    settle(qtbot)
    assert QApplication.focusWidget().accessibleName() == "Stay here"

    with qtbot.waitSignal(page.restore_wanted) as wanted:
        button(page, "Lock and go on").click()
    assert wanted.args == ["b2"]


def test_before_a_place_is_chosen_that_is_the_one_thing_to_do(qtbot, kit, opened):
    page = BackupsPage(kit, PERSON, lambda _page, _title: STICK)
    page.show_screen(NONE)
    page.shell = opened(kit, page)

    assert here().accessibleName() == "Choose a place"
    assert "Back up now" not in names(page.shell)
    with qtbot.waitSignal(page.place_chosen) as chosen:
        press(page, Qt.Key.Key_Space)
    assert chosen.args == [STICK]


def test_the_same_disk_and_the_last_failure_are_said_in_words(qtbot, page):
    page.show_screen(SAME_DISK)
    settle(qtbot)

    assert "On the same disk as the vault" in said(page)
    assert page._trouble.accessibleName().startswith("Since 8 November")
    assert not [one for one in names(page.shell) if one.startswith("Restore")]


def test_a_backup_is_chosen_then_opened_with_a_passphrase(qtbot, restoring):
    with qtbot.waitSignal(restoring.backup_chosen) as chosen:
        press(restoring, Qt.Key.Key_Space)
    assert chosen.args == [STICK]
    restoring.show_screen(CHOSEN)
    settle(qtbot)

    restoring._secret.setText("gravel teapot")
    with qtbot.waitSignal(restoring.look_wanted) as wanted:
        press(restoring, Qt.Key.Key_Return)
    assert wanted.args == ["s1", "gravel teapot"]


def test_nothing_typed_is_asked_for_and_trouble_is_told(qtbot, restoring):
    restoring.show_screen(CHOSEN)
    settle(qtbot)
    with qtbot.assertNotEmitted(restoring.look_wanted):
        press(restoring, Qt.Key.Key_Return)
    assert restoring._secret_field.problem == "Type your passphrase"

    restoring.show_screen(replace(CHOSEN, trouble=WRONG))
    assert restoring._trouble.isVisible()


def test_the_sheet_takes_the_place_of_the_passphrase(qtbot, restoring):
    restoring.show_screen(CHOSEN)
    with qtbot.waitSignal(restoring.recovery_asked):
        restoring._by_sheet.click()
    restoring.show_screen(replace(CHOSEN, recovering=True))
    settle(qtbot)
    restoring._code.setText("7K2M")

    with qtbot.waitSignal(restoring.look_wanted) as wanted:
        press(restoring, Qt.Key.Key_Return)
    assert wanted.args[1] == "7K2M"
    restoring.forget()
    assert (restoring._code.text(), restoring._secret.text()) == ("", "")


def test_what_would_be_lost_is_read_first_and_the_safe_answer_has_the_keyboard(qtbot, restoring):
    restoring.show_screen(COMPARED)
    qtbot.waitUntil(lambda: here().accessibleName() == "Leave everything as it is")

    words = said(restoring)
    assert "Lost" in words
    assert "Talk W-0118, begun 17 November, 10:05" in words
    with qtbot.waitSignal(restoring.left):
        press(restoring, Qt.Key.Key_Space)


def test_putting_it_in_place_is_asked_about_once_more(qtbot, restoring):
    restoring.show_screen(COMPARED)
    settle(qtbot)
    with qtbot.assertNotEmitted(restoring.restore_wanted):
        press(restoring, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
        settle(qtbot)
        press(restoring, Qt.Key.Key_Escape)
    settle(qtbot)
    press(restoring, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    settle(qtbot)
    with qtbot.waitSignal(restoring.restore_wanted):
        restoring.shell._dialog.accept()


def test_afterwards_it_says_that_nothing_was_deleted(qtbot, restoring):
    restoring.show_screen(DONE)
    qtbot.waitUntil(lambda: here().accessibleName() == "Go to the locked screen")

    assert any("moved aside whole" in one for one in said(restoring))


def test_everything_has_a_name(qtbot, page, restoring):
    assert not nameless(page.shell)
    for screen in (CHOSEN, COMPARED, DONE):
        restoring.show_screen(screen)
        assert not nameless(restoring.shell)
