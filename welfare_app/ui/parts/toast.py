"""What has just happened, and the way back from it."""

from collections.abc import Callable

from PySide6.QtCore import Qt, QTimer, Slot
from PySide6.QtGui import QFont, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QPushButton

from welfare_app.ui.parts.keys import shortcut
from welfare_app.ui.parts.layout import column, holding, row
from welfare_app.ui.parts.text import Text
from welfare_app.ui.theme.theme import Theme

KEY = "Ctrl+Z"


class Undo(QPushButton):
    """The one word in a toast that can be pressed."""

    def __init__(self, theme: Theme, words: str) -> None:
        super().__init__(words)
        self._theme = theme
        font = QFont(theme.font("small_strong"))
        font.setUnderline(True)
        self.setFont(font)
        self.setAutoDefault(False)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        wide = self.fontMetrics().horizontalAdvance(words) + theme.space(2) * 2
        self.setFixedSize(wide, theme.size("control_compact"))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the word on the dark bar."""
        painter = QPainter(self)
        painter.setPen(self._theme.colour("paper"))
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, self.text())


class Toast(QFrame):
    """A dark bar at the foot of the page, for ten seconds, one at a time."""

    def __init__(self, theme: Theme, undo: str = "Undo") -> None:
        super().__init__()
        self._undone: Callable[[], None] | None = None
        self._words = Text(theme, "", "small", "paper", wide=True, figures=True)
        self._button = Undo(theme, undo)
        self._button.clicked.connect(self.undo)
        self._key = Text(theme, KEY, "caption", "paper", one_line=True)
        self._shortcut = shortcut(KEY, self)
        self._shortcut.activated.connect(self.undo)
        side, gap = theme.space(4), theme.space(2)
        line = row(self._words, self._button, self._key, gap=gap, margins=(side, 4, side, 4))
        self.setLayout(column(holding(line, "toast")))
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(theme.tokens.motion.toast_ms)
        self._timer.timeout.connect(self.leave)
        self.hide()

    def say(self, words: str, undo: Callable[[], None] | None = None) -> None:
        """Say what happened; with a way back, offer it."""
        self._undone = undo
        self._words.say(words)
        self.setAccessibleName(words)
        for part in (self._button, self._key):
            part.setVisible(undo is not None)
        self._shortcut.setEnabled(undo is not None)
        self.show()
        self._timer.start()

    def inset(self, edge: int, below: int) -> None:
        """Keep clear of the edges of the page."""
        box = self.layout()
        if box is not None:
            box.setContentsMargins(edge, 0, edge, below)

    @Slot()
    def undo(self) -> None:
        """Take back what was done."""
        undone = self._undone
        self.leave()
        if undone is not None:
            undone()

    @Slot()
    def leave(self) -> None:
        """Go away; what was done stays done."""
        self._undone = None
        self._timer.stop()
        self.hide()
