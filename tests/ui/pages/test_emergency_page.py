import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from tests.ui.pages.aloud import heard, nameless, names
from tests.ui.pages.samples_everyday import EMERGENCY
from welfare_app.ui.pages.call_lines import as_dialled
from welfare_app.ui.pages.emergency_page import EmergencyPage
from welfare_app.ui.parts import Text


def shown(kit, opened, **how):
    page = EmergencyPage(kit, **how)
    page.show_screen(EMERGENCY)
    page.shell = opened(kit, page, height=500)
    return page


@pytest.fixture
def page(kit, opened):
    return shown(kit, opened)


def test_every_number_is_there_with_whose_it_is_and_when_it_was_checked(qtbot, page):
    said = [name for _, name, _ in heard(page.shell)]

    for number in EMERGENCY.numbers:
        assert f"{number.name}: {number.digits}" in said
        assert number.note in said or not number.note
    assert said.count("checked April 2026") == 5


def test_the_numbers_are_as_large_as_the_look_asks(qtbot, page):
    sizes = {
        one.words: one.font().pixelSize()
        for one in page.findChildren(Text)
        if one.words in {number.digits for number in EMERGENCY.numbers}
    }

    assert set(sizes.values()) == {28}
    assert len(sizes) == len(EMERGENCY.numbers)


def test_danger_alone_has_the_colour_of_danger(qtbot, page):
    red = {one.words for one in page.findChildren(Text) if one._colour == "danger"}

    assert red == {"Danger now", "999"}


def test_it_is_read_out_as_it_opens(qtbot, page):
    assert page.hasFocus()
    assert "You need no proof" in page.accessibleDescription()
    assert "Danger now: 999" in page.accessibleDescription()


def test_esc_goes_back(qtbot, page):
    with qtbot.waitSignal(page.shell.back_asked):
        qtbot.keyClick(page, Qt.Key.Key_Escape)


def test_a_long_list_is_scrolled_by_keyboard(qtbot, page):
    bar = page.shell._stage.area.verticalScrollBar()
    assert bar.maximum() > 0

    qtbot.keyClick(page, Qt.Key.Key_PageDown)
    assert bar.value() > 0
    stops = set()
    for _ in range(4):
        stops.add(QApplication.focusWidget().accessibleName())
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
    assert "Numbers to call" in stops


def test_digits_keep_the_order_in_which_they_are_dialled_in_every_language(qtbot, qapp, kit):
    assert as_dialled("01632 960 700") == "01632 960 700"
    qapp.setLayoutDirection(Qt.LayoutDirection.RightToLeft)

    page = EmergencyPage(kit)
    page.show_screen(EMERGENCY)

    assert "\u206601632 960 700\u2069" in [one.words for one in page.findChildren(Text)]


def test_lock_is_there_only_while_there_is_something_to_lock(qtbot, kit, opened):
    assert "Lock" not in names(shown(kit, opened).shell)
    assert "Lock" in names(shown(kit, opened, locked=False).shell)


def test_one_column_says_the_same(qtbot, large, opened):
    page = shown(large, opened)
    said = [name for _, name, _ in heard(page.shell)]

    assert all(f"{one.name}: {one.digits}" in said for one in EMERGENCY.numbers)
    assert not nameless(page.shell)
