"""A dressed application, a kit, and a shell on the screen."""

from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtWidgets import QWidget

from welfare_app.ui.parts import Kit, column
from welfare_app.ui.shell import Shell
from welfare_app.ui.theme import ThemeSource

RESOURCES = Path(__file__).parents[3] / "resources"


def clear_away():
    """Delete what the test before has closed: a style sheet dresses whatever is still there."""
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


@pytest.fixture
def source(qapp):
    clear_away()
    source = ThemeSource(RESOURCES, "light", 1.0)
    source.apply(qapp)
    yield source
    qapp.setLayoutDirection(Qt.LayoutDirection.LeftToRight)


@pytest.fixture
def kit(source):
    return Kit(source.theme)


@pytest.fixture
def large(source):
    source.choose(scale=2.0)
    return Kit(source.theme)


@pytest.fixture
def opened(qtbot):
    """Shows a page in a shell of a size."""
    kept = []

    def show(kit, page, width=1280, height=800):
        shell = Shell(kit, "Fenmarsh Staffing")
        qtbot.addWidget(shell)
        shell.resize(width, height)
        shell.show()
        shell.activateWindow()
        qtbot.waitUntil(shell.isActiveWindow)
        shell.show_page(page)
        settle(qtbot)
        kept.append(shell)
        return shell

    return show


@pytest.fixture
def on_screen(qtbot):
    """Shows a part in a window of its own."""
    kept = []

    def show(part, width=600):
        window = QWidget()
        window.setLayout(column(part, None))
        window.resize(width, 400)
        qtbot.addWidget(window)
        window.show()
        window.activateWindow()
        qtbot.waitUntil(window.isActiveWindow)
        settle(qtbot)
        kept.append(window)
        return window

    return show


def settle(qtbot):
    """Let layouts and queued signals come to rest."""
    for _ in range(4):
        qtbot.wait(1)
