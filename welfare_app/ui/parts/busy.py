"""Long work, in words, with a bar that stands still until there is something to say."""

from PySide6.QtCore import QRectF, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QProgressBar

from welfare_app.ui.parts.button import Button
from welfare_app.ui.parts.layout import column, flow, reveal
from welfare_app.ui.parts.text import Text
from welfare_app.ui.theme.theme import Theme

_THICK = 6


class StillBar(QProgressBar):
    """A progress bar that fills when told and otherwise does not move."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.setTextVisible(False)
        self.setFixedHeight(_THICK)
        self.setRange(0, 1)
        self.setValue(0)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint what is done from the leading edge."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        whole, radius = QRectF(self.rect()), self.height() / 2
        painter.setBrush(self._theme.colour("hair"))
        painter.drawRoundedRect(whole, radius, radius)
        done = whole.width() * self.value() / max(1, self.maximum())
        rtl = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        part = QRectF(whole.width() - done if rtl else 0, 0, done, whole.height())
        painter.setBrush(self._theme.colour("accent"))
        painter.drawRoundedRect(part, radius, radius)


class BusyBar(QFrame):
    """What is being done, how far it has got, and Cancel. Shows nothing for the first moment."""

    cancelled = Signal()

    def __init__(self, theme: Theme, cancel: str = "Cancel") -> None:
        super().__init__()
        self._words = Text(theme, "", "body", wide=True)
        self._bar = StillBar(theme)
        self._cancel = Button(theme, cancel, compact=True)
        self._cancel.clicked.connect(self.cancelled)
        words = flow(self._words, None, self._cancel, gap=theme.space(3))
        self.setLayout(column(words, theme.space(2), self._bar))
        self._wait = QTimer(self)
        self._wait.setSingleShot(True)
        self._wait.setInterval(theme.tokens.motion.busy_after_ms)
        self._wait.timeout.connect(self._appear)
        self.hide()

    def start(self, words: str) -> None:
        """Say what is being done, once it has taken long enough to notice."""
        self._words.say(words)
        self._bar.setAccessibleName(words)
        self._bar.setRange(0, 1)
        self._bar.setValue(0)
        self._wait.start()

    @Slot(int, int)
    def progress(self, done: int, total: int) -> None:
        """Say how far it has got."""
        self._bar.setRange(0, max(1, total))
        self._bar.setValue(done)

    @Slot()
    def _appear(self) -> None:
        reveal(self, shown=True)

    def stop(self) -> None:
        """Go away."""
        self._wait.stop()
        self.hide()
