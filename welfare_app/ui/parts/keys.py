"""Keys that press buttons."""

from collections.abc import Iterable

from PySide6.QtGui import QKeySequence, QShortcut
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
