"""The window: help and emergency numbers stand in front of a page, and nothing is lost behind."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from shiboken6 import isValid

from tests.ui.kit.conftest import settle, source  # noqa: F401 - fixtures are found by name
from welfare_app.ui.parts import Kit
from welfare_app.ui.parts.dialog import Question
from welfare_app.ui.shell import Page
from welfare_app.ui.window import Window


class Typing(Page):
    """Somewhere to type."""

    def __init__(self, kit):
        super().__init__(kit, "Typing")
        self.line, self.button = kit.line("one two three"), kit.button("Press")
        self.put_body(kit.field("Words", self.line), self.button)
        self.first = self.line


def in_front(name):
    return lambda kit: Page(kit, name, back="Back")


@pytest.fixture
def window(qtbot, source):  # noqa: F811
    window = Window(Kit(source.theme))
    qtbot.addWidget(window)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    window.emergency, window.help = in_front("Numbers"), in_front("Guide")
    window.show_page(Typing(Kit(source.theme)))
    settle(qtbot)
    return window


@pytest.fixture
def press(qtbot):
    def press(key, how=Qt.KeyboardModifier.NoModifier):
        qtbot.keyClick(QApplication.focusWidget(), key, how)
        settle(qtbot)

    return press


def shown(window):
    return window._stack.currentWidget().page.name


@pytest.mark.parametrize(("key", "name"), [(Qt.Key.Key_F1, "Guide"), (Qt.Key.Key_F9, "Numbers")])
def test_esc_comes_back_to_the_same_word_in_the_same_field(window, press, key, name):
    line = window.page.line
    line.setCursorPosition(4)
    press(key)
    assert shown(window) == name
    press(Qt.Key.Key_Escape)

    assert shown(window) == "Typing"
    assert line.hasFocus()
    assert (line.cursorPosition(), line.selectedText()) == (4, "")


def test_the_keyboard_comes_back_to_a_button_with_its_ring(window, press):
    button = window.page.button
    button.setFocus(Qt.FocusReason.TabFocusReason)
    press(Qt.Key.Key_F1)
    press(Qt.Key.Key_Escape)

    assert button.hasFocus()
    assert window._shell.ring.target is button


def test_emergency_numbers_take_the_place_of_help(window, press):
    press(Qt.Key.Key_F1)
    press(Qt.Key.Key_9, Qt.KeyboardModifier.ControlModifier)
    assert shown(window) == "Numbers"
    assert window._stack.count() == 2

    press(Qt.Key.Key_Escape)
    assert shown(window) == "Typing"
    assert window.page.line.hasFocus()
    assert window._stack.count() == 1


def test_help_never_hides_emergency_numbers(window, press):
    press(Qt.Key.Key_F9)
    press(Qt.Key.Key_F1)
    press(Qt.Key.Key_F9)

    assert shown(window) == "Numbers"
    assert window._stack.count() == 2


def test_lock_is_heard_from_in_front(qtbot, window, press):
    press(Qt.Key.Key_F1)

    with qtbot.waitSignal(window.lock_asked):
        press(Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)


def test_what_was_left_may_be_gone_by_the_time_one_comes_back(qtbot, window, press, source):  # noqa: F811
    press(Qt.Key.Key_F1)
    window.page.line.deleteLater()
    window.page.first = None
    settle(qtbot)
    press(Qt.Key.Key_Escape)
    assert shown(window) == "Typing"

    press(Qt.Key.Key_F1)
    window.show_page(Typing(Kit(source.theme)))
    settle(qtbot)
    assert shown(window) == "Guide"


def test_a_new_look_takes_away_what_stood_in_front(window, press, source):  # noqa: F811
    press(Qt.Key.Key_F1)
    window.dress(Kit(source.theme), "Fenmarsh Staffing")

    assert window._stack.count() == 1
    window.show_help()
    assert shown(window) == "Guide"


def test_a_question_is_asked_over_whatever_is_shown(qtbot, window, press):
    heard = []
    press(Qt.Key.Key_F1)
    window.ask(Question("Go on?", "Nothing is lost.", "Stop", "Go on"), heard.append)
    settle(qtbot)
    assert window._front._dialog.isVisible()
    press(Qt.Key.Key_F1)
    press(Qt.Key.Key_Escape)

    assert heard == [False]
    assert shown(window) == "Guide"


def test_what_is_about_to_happen_is_said_over_whatever_is_shown(window, press):
    press(Qt.Key.Key_F1)
    window.say("Locks in 30 seconds.")

    assert window._front._toast.isVisible()


def test_closing_comes_back_first_so_that_a_question_can_be_seen(qtbot, window, press):
    window.may_close = lambda: False
    press(Qt.Key.Key_F1)

    assert not window.close()
    assert shown(window) == "Typing"
    window.may_close = None


def test_before_the_program_stands_behind_it_f1_does_nothing(window, press):
    window.help = None
    press(Qt.Key.Key_F1)

    assert shown(window) == "Typing"


def test_a_warning_lies_over_a_question_at_the_foot_and_takes_no_clicks(qtbot, window, source):  # noqa: F811
    window.ask(Question("Go on?", "Nothing is lost.", "Stop", "Go on"), id)
    window.warn("Locks in 30 seconds.")
    window.resize(700, 520)
    settle(qtbot)

    bar = window._notice
    assert bar.isVisible()
    assert window.childAt(bar.geometry().center()) is not bar
    assert bar.geometry().bottom() == window.rect().bottom()
    assert bar.width() == window.width()
    above = [one for one in window.children() if one.isWidgetType()]
    assert above[-1] is bar


def test_a_warning_changes_its_words_and_goes_when_somebody_comes(qtbot, window):
    window.warn("Locks in 30 seconds.")
    bar = window._notice
    window.warn("Locks in 20 seconds.")
    assert (window._notice, bar.accessibleName()) == (bar, "Locks in 20 seconds.")

    window.stop_warning()
    settle(qtbot)
    assert not isValid(bar)
    window.stop_warning()
