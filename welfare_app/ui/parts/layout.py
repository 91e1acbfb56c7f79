"""Arranges parts in columns, rows and flows, in reading direction."""

from typing import TypeAlias

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QApplication,
    QBoxLayout,
    QFrame,
    QHBoxLayout,
    QLayout,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from welfare_app.ui.parts.flow import Flow

Item: TypeAlias = QWidget | QLayout | int | None
"""A widget, a layout, a fixed gap in pixels, or a stretch."""

Margins: TypeAlias = tuple[int, int, int, int]
"""Leading, top, trailing, bottom."""

NONE: Margins = (0, 0, 0, 0)


def mirrored(margins: Margins) -> Margins:
    """Margins as left, top, right, bottom. Qt mirrors the order of items but not their margins."""
    leading, top, trailing, bottom = margins
    if QApplication.layoutDirection() == Qt.LayoutDirection.RightToLeft:
        return (trailing, top, leading, bottom)
    return margins


def column(*items: Item, gap: int = 0, margins: Margins = NONE) -> QVBoxLayout:
    """Items from top to bottom."""
    box = QVBoxLayout()
    _set(box, items, gap, margins)
    return box


def row(*items: Item, gap: int = 0, top: bool = False, margins: Margins = NONE) -> QHBoxLayout:
    """Items side by side; `top` lines up their first lines."""
    box = QHBoxLayout()
    _set(box, items, gap, margins)
    if top:
        for item in items:
            if isinstance(item, QWidget):
                box.setAlignment(item, Qt.AlignmentFlag.AlignTop)
    return box


def flow(*items: QWidget | None, gap: int = 0, margins: Margins = NONE) -> Flow:
    """Items side by side while they fit, and on further lines when they do not.

    A stretch pushes what follows to the trailing edge as long as all stands on one line.
    """
    box = Flow(gap)
    box.setContentsMargins(*mirrored(margins))
    for item in items:
        if item is None:
            box.add_stretch()
        else:
            box.addWidget(item)
    return box


def holding(layout: QLayout, name: str = "") -> QFrame:
    """A frame around a layout; its name picks a look from the style sheet."""
    frame = QFrame()
    frame.setObjectName(name)
    frame.setLayout(layout)
    return frame


def wrapping(horizontal: QSizePolicy.Policy) -> QSizePolicy:
    """The policy of text that wraps. *Fixed* would cut its last line."""
    policy = QSizePolicy(horizontal, QSizePolicy.Policy.Minimum)
    policy.setHeightForWidth(True)
    return policy


def hugging() -> QSizePolicy:
    """The policy of what stands in the foot: as high as it needs, though text in it may grow."""
    policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
    policy.setHeightForWidth(True)
    return policy


def reveal(part: QWidget, *, shown: bool) -> None:
    """Show or hide a part. One that has no place yet is shown once it has: never as a window."""
    if shown and part.parentWidget() is None:
        # forget that it was hidden on purpose, so that its layout will show it
        part.setAttribute(Qt.WidgetAttribute.WA_WState_ExplicitShowHide, on=False)
        return
    part.setVisible(shown)


def clear(layout: QLayout) -> None:
    """Take everything out of a layout and delete it once its signals have been heard."""
    while (item := layout.takeAt(0)) is not None:
        widget, inner = item.widget(), item.layout()
        if widget is not None:
            widget.hide()
            widget.deleteLater()
        elif inner is not None:
            clear(inner)
            inner.deleteLater()


def fill(box: QBoxLayout, items: tuple[Item, ...]) -> None:
    """Add items in order."""
    for item in items:
        match item:
            case None:
                box.addStretch(1)
            case int():
                box.addSpacing(item)
            case QLayout():
                box.addLayout(item)
            case _:
                box.addWidget(item)


def _set(box: QBoxLayout, items: tuple[Item, ...], gap: int, margins: Margins) -> None:
    box.setSpacing(gap)
    box.setContentsMargins(*mirrored(margins))
    fill(box, items)
