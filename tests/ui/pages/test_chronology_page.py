from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QPlainTextEdit

from tests.ui.kit.conftest import settle
from tests.ui.pages.aloud import heard, nameless
from welfare_app.presenters.chronology import ChronologyScreen, EntryForm, HappeningLine
from welfare_app.ui.pages.chronology_page import ChronologyPage
from welfare_app.ui.parts import Button
from welfare_app.ui.parts.dialog import Dialog
from welfare_app.ui.parts.link import Link

PLACE = Path("ours.pdf")
SCREEN = ChronologyScreen(
    "Incident pack P-0042",
    (
        HappeningLine("March 2026, day not known", "A van came", ("Seen. Written down",), "e1"),
        HappeningLine("2 May 2026, 10:00", "The pack was opened", ("Incident pack",)),
    ),
    "P-0042-chronology.pdf",
)
WRITING = replace(SCREEN, form=EntryForm())
CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def page(kit, opened):
    page = ChronologyPage(kit, lambda *_: PLACE)
    page.show_screen(SCREEN)
    page.shell = opened(kit, page)
    return page


def press(page, words):
    next(one for one in page.shell.findChildren(Button) if one.words == words).click()


def aloud(page):
    return " ".join(name for _, name, _ in heard(page.shell))


def test_only_what_was_written_by_hand_can_be_corrected_here(qtbot, page):
    (link,) = page.findChildren(Link)
    with qtbot.waitSignal(page.correct_wanted) as wanted:
        link.click()

    assert wanted.args == ["e1"]
    assert "A van came" in aloud(page)
    assert not nameless(page.shell)


def test_writing_begins_at_the_words_and_is_kept_by_keyboard(qtbot, page):
    with qtbot.waitSignal(page.write_wanted):
        press(page, "Write something down")
    page.show_screen(WRITING)
    settle(qtbot)
    here = QApplication.focusWidget()
    assert isinstance(here, QPlainTextEdit)

    qtbot.keyClicks(here, "A car")
    with qtbot.waitSignal(page.given) as given:
        qtbot.keyClick(here, Qt.Key.Key_Return, CTRL)
    assert given.args == ["A car", "", "", ""]


def test_what_is_typed_stays_while_the_list_changes_and_while_it_will_not_do(qtbot, page):
    page.show_screen(WRITING)
    area = page.findChild(QPlainTextEdit)
    area.setPlainText("Half a sentence")
    page.show_screen(replace(WRITING, lines=SCREEN.lines[:1]))
    assert area.toPlainText() == "Half a sentence"

    page.show_screen(replace(WRITING, form=EntryForm("", "Half a sentence"), problem="Say how"))
    assert area.toPlainText() == "Half a sentence"
    assert "Say how" in " ".join(f"{name} {more}" for _, name, more in heard(page.shell))


def test_esc_writes_nothing_and_leaves_the_page_alone(qtbot, page):
    page.show_screen(WRITING)
    settle(qtbot)
    with qtbot.waitSignal(page.left):
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Escape)


def test_a_list_with_nothing_in_it_says_so(qtbot, page):
    page.show_screen(replace(SCREEN, lines=()))
    settle(qtbot)

    assert "Nothing has happened yet that was written down." in aloud(page)


def test_printing_asks_first_because_the_file_is_not_locked(qtbot, page):
    press(page, "Print it")
    settle(qtbot)
    dialog = page.shell.findChild(Dialog)
    with qtbot.waitSignal(page.save_wanted) as wanted:
        next(
            one for one in dialog.findChildren(Button) if one.words == "Save it all the same"
        ).click()

    assert wanted.args == [PLACE]


def test_whoever_may_only_read_is_offered_nothing_else(qtbot, page):
    page.show_screen(replace(SCREEN, may_write=False, may_print=False))

    shown = {one.words for one in page.findChildren(Button) if one.isVisible()}
    assert not shown & {"Write something down", "Print it"}
