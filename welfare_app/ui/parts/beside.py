"""Two parts side by side while there is room for both, and one under the other when not."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QWidget

from welfare_app.ui.theme.theme import Theme


class Beside(QFrame):
    """The first keeps its width, the second takes what is left.

    The threshold is in ems of text, so that a narrow window and large text fold alike.
    """

    def __init__(self, theme: Theme, first: QWidget, second: QWidget, *, least: float) -> None:
        """Make it; `least` is how many ems both need to stand side by side."""
        super().__init__()
        self._theme, self._least = theme, least
        self._box = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.setSpacing(theme.space(5))
        corner = Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeading
        self._box.addWidget(first, 0, corner)
        self._box.addWidget(second, 1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fold, or stand side by side again."""
        super().resizeEvent(event)
        way = QBoxLayout.Direction
        room = self._theme.em(event.size().width()) >= self._least
        self._box.setDirection(way.LeftToRight if room else way.TopToBottom)
