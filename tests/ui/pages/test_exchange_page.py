from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from tests.ui.kit.conftest import settle
from tests.ui.pages import samples_exchange as samples
from tests.ui.pages.aloud import heard, nameless, names
from welfare_app.ui.pages.exchange_page import ExchangePage
from welfare_app.ui.pages.trouble_card import TroubleCard
from welfare_app.ui.parts import Button
from welfare_app.ui.parts.dialog import Dialog

CTRL = Qt.KeyboardModifier.ControlModifier
CHOSEN, PLACE = Path("theirs.json"), Path("ours.json")


@pytest.fixture
def asked():
    """What the page asked for files with."""
    return []


@pytest.fixture
def page(kit, opened, asked):
    def to_save(*words):
        asked.append(words[1:])
        return PLACE

    page = ExchangePage(kit, lambda *_: CHOSEN, to_save)
    page.show_screen(samples.EXCHANGE)
    page.shell = opened(kit, page)
    return page


def press(page, words):
    next(one for one in page.shell.findChildren(Button) if one.words == words).click()


def pressed(qtbot, key, modifier=Qt.KeyboardModifier.NoModifier):
    qtbot.keyClick(QApplication.focusWidget(), key, modifier)


def test_a_file_is_chosen_by_keyboard(qtbot, page):
    with qtbot.waitSignal(page.look_wanted) as wanted:
        pressed(qtbot, Qt.Key.Key_Return)

    assert wanted.args == [CHOSEN]


def test_what_a_file_would_change_stands_there_before_it_is_taken(qtbot, page):
    page.show_screen(samples.LOOKED)
    settle(qtbot)
    words = " ".join(name for _, name, _ in heard(page.shell))

    assert "Different here: 1" in words
    assert "pv-shoe-size" in words
    with qtbot.waitSignal(page.taken):
        pressed(qtbot, Qt.Key.Key_Return, CTRL)


def test_none_of_it_may_be_taken(qtbot, page):
    page.show_screen(samples.LOOKED)
    settle(qtbot)

    with qtbot.waitSignal(page.left):
        press(page, "Take none of it")
    page.show_screen(samples.EXCHANGE)
    settle(qtbot)
    assert "Take 3 answers" not in names(page.shell)
    assert not page.foot.full


def test_saving_warns_first_and_the_safe_answer_has_the_keyboard(qtbot, page, asked):
    press(page, "Save the answers")
    dialog = page.shell.findChild(Dialog)
    assert dialog.accessibleName() == "This file is not locked"
    assert QApplication.focusWidget().words == "Do not save"

    pressed(qtbot, Qt.Key.Key_Escape)
    assert asked == []


def test_once_warned_the_file_is_called_by_the_case(qtbot, page, asked):
    press(page, "Save the answers")
    with qtbot.waitSignal(page.save_wanted) as wanted:
        press(page, "Save it all the same")

    assert wanted.args == [PLACE]
    assert asked[0][1] == "P-0042-answers.json"


def test_a_refusal_is_said_at_the_top(page):
    page.show_screen(samples.REFUSED)

    assert page.findChild(TroubleCard).trouble == samples.REFUSED.trouble


def test_everything_that_can_be_operated_has_a_name(page):
    assert not nameless(page.shell)


def test_nothing_is_cut_at_twice_the_size(qtbot, large, opened):
    page = ExchangePage(large)
    page.show_screen(samples.LOOKED)
    opened(large, page)
    settle(qtbot)

    assert page._scroll_area().horizontalScrollBar().maximum() == 0
