"""A hand on the keys of a window, and what it brings about."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from welfare_app.ui.parts import Text

NONE = Qt.KeyboardModifier.NoModifier


def press(page, key, modifier=NONE):
    """As a hand does: the key goes to the window, which knows who listens."""
    QTest.keyClick(page.window().windowHandle(), key, modifier)
    QApplication.processEvents()


def write(page, words):
    for letter in words:
        QTest.keyClick(page.window().windowHandle(), letter)
    QApplication.processEvents()


def here():
    return QApplication.focusWidget()


def told(signal):
    heard = []
    signal.connect(lambda *args: heard.append(args))
    return heard


def shown(widget):
    QApplication.processEvents()
    return [one.words for one in widget.findChildren(Text) if one.isVisible()]
