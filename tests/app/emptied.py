"""Looks for words in everything a window, a list, a menu or a screen reader could still hold."""

from PySide6.QtGui import QAccessible, QGuiApplication
from PySide6.QtWidgets import QAbstractItemView, QApplication

_READ = (
    "text",
    "toPlainText",
    "title",
    "currentText",
    "windowTitle",
    "accessibleName",
    "accessibleDescription",
    "toolTip",
    "placeholderText",
    "words",
)
_DEEPEST = 60


def everything_said() -> list[str]:
    """Every text in every widget alive, in sight or not, and in all that is read aloud."""
    said = []
    for widget in QApplication.allWidgets():
        for name in _READ:
            found = getattr(widget, name, "")
            said.append(str(found() if callable(found) else found))
        if isinstance(widget, QAbstractItemView) and widget.model() is not None:
            said += _rows(widget.model())
    for window in QGuiApplication.allWindows():
        said.append(window.title())
    for top in QApplication.topLevelWidgets():
        said += _aloud(QAccessible.queryAccessibleInterface(top))
    return [one for one in said if one]


def still_says(*words: str) -> list[str]:
    """Those texts that hold any of these words."""
    return [one for one in everything_said() if any(word in one for word in words)]


def _rows(model) -> list[str]:
    size = range(model.rowCount()), range(model.columnCount())
    return [str(model.index(row, column).data()) for row in size[0] for column in size[1]]


def _aloud(node, deep=0) -> list[str]:
    if node is None or deep > _DEEPEST:
        return []
    said = [node.text(kind) for kind in QAccessible.Text if kind != QAccessible.Text.UserText]
    for at in range(node.childCount()):
        said += _aloud(node.child(at), deep + 1)
    return said
