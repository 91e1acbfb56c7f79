"""Keys that press buttons."""

from collections.abc import Iterable

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QAbstractButton, QWidget

_TWINS = {"Ctrl+Enter": ("Ctrl+Return", "Ctrl+Enter")}
"""Keys with one name on paper and two places on the keyboard."""


def bind(button: QAbstractButton, keys: Iterable[str]) -> None:
    """Let keys press a button while it is in sight and can be pressed.

    A button's own shortcut would wait a tenth of a second to look pressed.
    """
    for key in keys:
        for name in _TWINS.get(key, (key,)):
            shortcut(name, button).activated.connect(button.click)


def shortcut(key: str, owner: QWidget) -> QShortcut:
    """A key that works anywhere in the owner's window, once a press."""
    made = QShortcut(QKeySequence(key), owner)
    made.setAutoRepeat(False)
    return made


def takes_escape(event: QEvent) -> bool:
    """Take Esc from the window, where it would leave the page; it then comes as a plain key."""
    if event.type() != QEvent.Type.ShortcutOverride or not isinstance(event, QKeyEvent):
        return False
    if event.key() != Qt.Key.Key_Escape:
        return False
    event.accept()
    return True
