"""Several small boxes that together hold one answer."""

from collections.abc import Mapping

from PySide6.QtCore import QEvent
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QFrame, QGroupBox, QLayout, QLineEdit

from welfare_app.ui.parts import Kit, column, holding


class Group(QGroupBox):
    """One question to screen readers; on the screen nothing but its boxes."""

    def __init__(self, layout: QLayout) -> None:
        super().__init__()
        self.setObjectName("choices")
        self.setLayout(layout)
        self.setContentsMargins(0, 0, 0, 0)

    def changeEvent(self, event: QEvent) -> None:
        """Keep no room for the frame and title that Qt would give it."""
        super().changeEvent(event)
        self.setContentsMargins(0, 0, 0, 0)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint nothing."""


def labelled(kit: Kit, label: str, box: QLineEdit, width: int = 0) -> QFrame:
    """A box with a small label of its own above it; `width` is at normal text."""
    words = kit.text(label, "small")
    words.setBuddy(box)
    if width:
        box.setFixedWidth(kit.theme.scaled(width))
    return holding(column(words, box, gap=kit.space(1)))


def name_each(boxes: Mapping[str, QLineEdit], question: str) -> None:
    """Name each box by its question and its label."""
    for label, box in boxes.items():
        box.setAccessibleName(f"{question}: {label.lower()}")
