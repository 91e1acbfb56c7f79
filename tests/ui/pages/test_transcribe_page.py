import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from tests.ui.kit.conftest import settle
from tests.ui.pages import samples_exchange as samples
from tests.ui.pages.aloud import nameless, names
from welfare_app.ui.pages.transcribe_page import TranscribePage
from welfare_app.ui.passing_copy import MARKS

CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def page(kit, opened):
    QGuiApplication.clipboard().clear()
    page = TranscribePage(kit)
    page.show_screen(samples.transcribe())
    page.shell = opened(kit, page)
    page.first.setFocus()
    yield page
    page.forget()


def pressed(qtbot, key, modifier=Qt.KeyboardModifier.NoModifier):
    qtbot.keyClick(QApplication.focusWidget(), key, modifier)


def copied():
    return QGuiApplication.clipboard().text()


def now(page):
    return page._rows[page._now].line.id


def test_the_first_box_has_the_keyboard(page):
    assert QApplication.focusWidget() is page._rows[0].link


def test_enter_goes_from_box_to_box_and_copies_what_is_typed(qtbot, page):
    for _ in range(2):
        pressed(qtbot, Qt.Key.Key_Return)
    assert copied() == ""
    assert now(page) == "birthplace"

    pressed(qtbot, Qt.Key.Key_Return)
    assert copied() == "Testeni, a village of nine houses"
    assert now(page) == "family"
    assert QApplication.focusWidget() is page._rows[3].link


def test_ctrl_c_copies_and_stays(qtbot, page):
    page._rows[2].link.setFocus()
    pressed(qtbot, Qt.Key.Key_C, CTRL)

    assert (copied(), now(page)) == ("Testeni, a village of nine houses", "birthplace")


def test_the_primary_copies_and_goes_on_from_anywhere(qtbot, page):
    page._rows[2].link.setFocus()
    pressed(qtbot, Qt.Key.Key_Return, CTRL)

    assert (copied(), now(page)) == ("Testeni, a village of nine houses", "family")


def test_the_arrows_move_and_copy_nothing(qtbot, page):
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Up):
        pressed(qtbot, key)

    assert (copied(), now(page)) == ("", "birthplace")


def test_the_last_box_is_where_going_on_ends(qtbot, page):
    page._rows[-1].link.setFocus()
    pressed(qtbot, Qt.Key.Key_Return)
    pressed(qtbot, Qt.Key.Key_Down)

    assert now(page) == "pv-name-nickname"


def test_a_box_that_is_not_typed_says_so_instead_of_copying(qtbot, page):
    page._rows[1].link.setFocus()
    pressed(qtbot, Qt.Key.Key_C, CTRL)

    assert copied() == ""
    assert page._told.words == "Nothing to type in this one. Choose"


def test_a_copy_is_marked_so_that_no_history_keeps_it(qtbot, page):
    page._rows[2].link.setFocus()
    pressed(qtbot, Qt.Key.Key_C, CTRL)
    told = QGuiApplication.clipboard().mimeData()

    for name, mark in MARKS.items():
        assert told.data(name).data() == mark


def test_a_copy_is_forgotten_after_its_time_and_that_is_said(qtbot, page):
    page._rows[2].link.setFocus()
    assert page.copying._timer.interval() == 30_000
    page.copying._timer.setInterval(20)
    pressed(qtbot, Qt.Key.Key_C, CTRL)
    assert page._told.words == "Copied: birthplace. The copy is forgotten after 30 seconds"

    with qtbot.waitSignal(page.copying.forgotten):
        pass
    assert copied() == ""
    assert page._told.words == "The copy is forgotten"


def test_leaving_takes_the_copy_along(qtbot, page):
    page._rows[2].link.setFocus()
    pressed(qtbot, Qt.Key.Key_C, CTRL)
    page.forget()

    assert copied() == ""
    assert not page.copying._timer.isActive()


def test_what_someone_else_copied_meanwhile_is_left_alone(qtbot, page):
    page._rows[2].link.setFocus()
    pressed(qtbot, Qt.Key.Key_C, CTRL)
    QGuiApplication.clipboard().setText("a shopping list")
    page.forget()

    assert copied() == "a shopping list"


def test_line_ends_reach_the_clipboard(qtbot, page):
    page._rows[4].link.setFocus()
    pressed(qtbot, Qt.Key.Key_C, CTRL)

    assert copied().endswith("\nThen nothing for a year.")


def test_a_box_is_chosen_by_pressing_it_anywhere(qtbot, page):
    qtbot.mouseClick(page._rows[3], Qt.MouseButton.LeftButton)

    assert now(page) == "family"


def test_the_section_being_copied_is_told_and_the_rail_leads_to_one(qtbot, page):
    with qtbot.waitSignal(page.reached) as told:
        page._rows[2].link.setFocus()
    assert told.args == ["background"]

    page.section_chosen.emit("person")
    assert now(page) == "pv-dob-day"


def test_moving_the_rail_leaves_every_box_as_it_is(page):
    before = page._rows
    page._rows[2].link.setFocus()
    page.show_screen(samples.transcribe(rail=samples.rail("background")))

    assert page._rows is before
    assert QApplication.focusWidget() is before[2].link


def test_each_box_says_aloud_what_it_asks_and_what_to_do(page):
    said = names(page.shell)

    assert "Copy: Where were they born?. Testeni, a village of nine houses" in said
    assert "Next: Are they under 18?. Choose. No" in said
    assert not nameless(page.shell)


def test_nothing_is_cut_at_twice_the_size(qtbot, large, opened):
    page = TranscribePage(large)
    page.show_screen(samples.transcribe())
    opened(large, page)
    settle(qtbot)

    assert page._scroll_area().horizontalScrollBar().maximum() == 0
