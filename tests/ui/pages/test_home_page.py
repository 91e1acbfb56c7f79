from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication

from tests.ui.kit.conftest import settle
from tests.ui.pages.aloud import heard, nameless, names
from tests.ui.pages.samples_everyday import (
    DUE,
    HOME,
    LATE,
    P42,
    PERSON,
    QUIET_PRACTICE,
    UNFINISHED,
    VISIT,
)
from welfare_app.ui.pages.home_page import HomePage


@pytest.fixture
def page(kit, opened):
    page = HomePage(kit, PERSON)
    page.show_screen(HOME)
    page.shell = opened(kit, page)
    return page


def pressed(qtbot, page, key, modifier=Qt.KeyboardModifier.NoModifier):
    qtbot.keyClick(QApplication.focusWidget() or page.shell, key, modifier)


def said(page):
    return [name for _, name, _ in heard(page.shell)]


def test_the_two_ways_to_begin_have_keys(qtbot, page):
    control, shift = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
    with qtbot.waitSignal(page.interview_wanted):
        pressed(qtbot, page, Qt.Key.Key_N, control)
    with qtbot.waitSignal(page.pack_wanted):
        pressed(qtbot, page, Qt.Key.Key_N, control | shift)


def test_the_other_kinds_of_talk_open_under_a_quiet_button_and_can_be_started(qtbot, page):
    assert "Start: Review" not in names(page.shell)
    for _ in range(2):
        pressed(qtbot, page, Qt.Key.Key_Tab)
    assert QApplication.focusWidget().accessibleName() == "Another kind of talk"

    pressed(qtbot, page, Qt.Key.Key_Space)
    settle(qtbot)

    assert QApplication.focusWidget().accessibleName() == "Start: Review"
    pressed(qtbot, page, Qt.Key.Key_Tab)
    with qtbot.waitSignal(page.talk_wanted) as wanted:
        pressed(qtbot, page, Qt.Key.Key_Space)
    assert wanted.args == ["surgery"]


def test_the_other_kinds_of_talk_shut_again(qtbot, page):
    page._kinds.button.click()
    page._kinds.button.click()
    settle(qtbot)

    assert "Start: Review" not in names(page.shell)


def test_while_a_visit_is_under_way_the_next_person_comes_first(qtbot, kit, opened):
    page = HomePage(kit, PERSON)
    page.show_screen(replace(HOME, visit=VISIT))
    page.shell = opened(kit, page)

    assert QApplication.focusWidget().accessibleName() == "Next person"
    with qtbot.waitSignal(page.next_wanted):
        pressed(qtbot, page, Qt.Key.Key_Space)
    assert "Visit W-0118, 17 November: 1 talk." in said(page)

    page.show_screen(HOME)
    settle(qtbot)

    assert "Next person" not in names(page.shell)


def test_each_need_leads_to_where_it_can_be_met(qtbot, page):
    for _ in range(4):
        pressed(qtbot, page, Qt.Key.Key_Tab)

    assert QApplication.focusWidget().accessibleName() == (
        "Open: Call the Fair Work Agency, Pack P-0042. Stage 6 of 11"
    )
    with qtbot.waitSignal(page.followed) as followed:
        pressed(qtbot, page, Qt.Key.Key_Space)
    assert followed.args == [P42]


def test_what_is_late_says_so_in_words(qtbot, page):
    assert "1 day late" in said(page)


def test_drawing_again_keeps_the_keyboard_on_the_same_record(qtbot, page):
    page._buttons[DUE].setFocus()

    page.show_screen(replace(HOME, needs=(replace(DUE, when="by 18:00 today"), UNFINISHED)))
    settle(qtbot)

    assert QApplication.focusWidget().accessibleName().startswith("Open: Call the Fair Work")
    assert not any("Check in with the worker" in name for name in said(page))


def test_drawing_the_same_again_makes_nothing_anew(qtbot, page):
    before = page._buttons[LATE]

    page.show_screen(HOME)

    assert page._buttons[LATE] is before


def test_what_comes_later_stands_under_it(qtbot, page):
    assert "Later" in said(page)
    assert "Keep the evidence, P-0042" in said(page)

    page.show_screen(replace(HOME, later=()))
    settle(qtbot)

    assert "Later" not in said(page)


def test_a_practice_vault_says_so_and_a_real_one_does_not(qtbot, page):
    assert "Practice. Nothing here is real." not in said(page)

    page.show_screen(QUIET_PRACTICE)
    settle(qtbot)

    assert "Practice. Nothing here is real." in said(page)
    assert "Nothing needs you now" in said(page)


def test_a_number_to_call_stands_beside_it_where_there_is_one(qtbot, page):
    assert "Example Helpline: 01632 960 700" in said(page)

    page.show_screen(replace(HOME, helpline=None))
    settle(qtbot)

    assert "Example Helpline: 01632 960 700" not in said(page)


def test_the_rail_leads_to_the_other_places(qtbot, page):
    chosen = []
    page.rail.chosen.connect(chosen.append)
    for name in ("Cases", "Check a sealed file", "This laptop"):
        step = next(one for one in page.rail.findChildren(object) if told(one) == name)
        step.click()

    assert chosen == ["cases", "check", "laptop"]
    assert (QAccessible.Role.PushButton, "Home", "you are here") in heard(page.shell)


def test_everything_has_a_name(qtbot, page):
    assert not nameless(page.shell)
    assert "Start a welfare interview" in names(page.shell)


def told(one):
    return one.accessibleName() if hasattr(one, "click") else ""


def test_the_backups_are_one_quiet_line_and_come_and_go_with_it(qtbot, page):
    quiet = "Last backup proved 3 days ago"
    page.show_screen(replace(HOME, backup=quiet))
    settle(qtbot)
    assert quiet in said(page)

    page.show_screen(HOME)
    settle(qtbot)
    assert quiet not in said(page)
