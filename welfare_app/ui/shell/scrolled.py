"""A column that scrolls up and down only."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QLayout, QScrollArea, QWidget


class Scrolled(QScrollArea):
    """Scrolls one layout. `ground` is the object name that gives it its colour."""

    def __init__(self, layout: QLayout, ground: str, name: str) -> None:
        super().__init__()
        inside = QWidget()
        inside.setObjectName(ground)
        inside.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        inside.setLayout(layout)
        self.setObjectName(ground)
        self.setAccessibleName(name)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setWidget(inside)
