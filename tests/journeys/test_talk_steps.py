"""Every step of a talk, one after another: what they must never do, and what they all must."""

import pytest
from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication, QWidget

from welfare_app.domain.interview import Course
from welfare_app.presenters.places import AtConsents, AtInterview, AtSigns
from welfare_app.services.sample_case import SampleCase


class Windows(QObject):
    """Sees every widget that is ever shown as a window of its own: it would take the keyboard."""

    def __init__(self, main: QWidget):
        super().__init__()
        self._main, self.seen = main, list[str]()

    def eventFilter(self, watched, event):  # noqa: N802 - Qt calls it so
        shown = event.type() == QEvent.Type.Show and isinstance(watched, QWidget)
        if shown and watched.isWindow() and watched is not self._main:
            self.seen.append(f"{type(watched).__name__} {watched.accessibleName()!r}")
        return False


@pytest.fixture
def talk(practised):
    """The sample's talk once more, with nothing signed off."""
    desk = practised.desktop._desk
    id = SampleCase(desk, practised.tools.sample()).talk().id
    desk.interviews.turn(id, Course.WHOLE, "So that every step is there")
    return id


@pytest.fixture
def windows(practised):
    watch = Windows(practised.desktop.window)
    QApplication.instance().installEventFilter(watch)
    yield watch
    QApplication.instance().removeEventFilter(watch)


def walk(laptop, talk):
    """Stand on each step in turn, by the rail's own order."""
    desktop = laptop.desktop
    form = desktop._tools.definitions.form("welfare-interview").form
    for page in form.pages:
        desktop.go(AtInterview(talk, page.id))
        for _ in range(4):
            QApplication.processEvents()
        assert desktop._room.place() == AtInterview(talk, page.id)
        yield page.id


def test_nothing_but_the_main_window_is_ever_shown_as_a_window(practised, talk, windows):
    keyboard = practised.keyboard
    for id in walk(practised, talk):
        keyboard.press("Ctrl+1", "Ctrl+Shift+'", "Ctrl+T", "Esc", "Ctrl+Enter")
        keyboard.wait_for("Emergency")
        assert windows.seen == [], id
    practised.desktop.go(AtInterview(talk, "free-recall"))
    for panel in practised.desktop._room.page.side_panel.panels:
        panel.show()
    QApplication.processEvents()
    practised.desktop._desk.interviews.turn(talk, Course.DISCLOSURE)
    for place in (AtInterview(talk, "free-recall"), AtConsents(talk), AtSigns(talk)):
        practised.desktop.go(place)
        QApplication.processEvents()

    assert windows.seen == []


def test_a_widget_shown_before_it_has_a_place_would_be_seen(windows, qtbot):
    stray = QWidget()
    qtbot.addWidget(stray)
    stray.show()

    assert windows.seen == ["QWidget ''"]


def test_the_keyboard_is_somewhere_on_every_step_and_tab_comes_round(practised, talk):
    keyboard = practised.keyboard
    for id in walk(practised, talk):
        first, passed = keyboard.widget, []
        assert first.isVisible(), id
        for _ in range(150):
            keyboard.press("Tab")
            assert keyboard.widget.isVisible(), (id, passed[-3:])
            if keyboard.widget is first:
                break
            passed.append(keyboard.name)
        assert keyboard.widget is first, (id, passed)
        assert {"Emergency", "Lock", "Add a sign", "Stop the talk"} <= {*passed}, id
    assert not keyboard.nameless


def test_every_step_that_stays_after_a_disclosure_has_the_pack_a_key_away(practised, talk):
    desk = practised.desktop._desk
    desk.interviews.turn(talk, Course.DISCLOSURE)
    form = practised.tools.definitions.form("welfare-interview").form
    left = [page.id for page in form.pages if "disclosure" in page.stays]
    assert len(left) == 8
    for id in left:
        practised.desktop.go(AtInterview(talk, id))
        practised.keyboard.wait_for("The questions have stopped")
        buttons = practised.keyboard.buttons()
        assert "Open a pack" in buttons, id
        assert "Go to disclosure steps" not in buttons, id
