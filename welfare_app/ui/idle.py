"""Notices that nobody is there, warns, and asks for the lock. Everything typed is kept."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QTimer, Signal, Slot
from PySide6.QtWidgets import QApplication

AWAY_MS = 10 * 60 * 1000
WARNING_MS = 30 * 1000

_SIGNS_OF_LIFE = frozenset(
    {
        QEvent.Type.KeyPress,
        QEvent.Type.MouseButtonPress,
        QEvent.Type.MouseMove,
        QEvent.Type.Wheel,
        QEvent.Type.TouchBegin,
    }
)


class IdleWatch(QObject):
    """Counts from the last key or movement. `warned` comes first, `away` after the warning."""

    warned = Signal()
    returned = Signal()
    away = Signal()

    def __init__(self, app: QApplication, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._app = app
        self._before = _timer(self, AWAY_MS - WARNING_MS, self._warn)
        self._after = _timer(self, WARNING_MS, self.away.emit)
        app.installEventFilter(self)

    def start(self) -> None:
        """Watch from now on, as when a vault is opened."""
        self._before.start()

    def stop(self) -> None:
        """There is nothing to lock."""
        self._before.stop()
        self._after.stop()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Someone is there: begin to count anew."""
        if event.type() in _SIGNS_OF_LIFE and (self._before.isActive() or self._after.isActive()):
            if self._after.isActive():
                self._after.stop()
                self.returned.emit()
            self._before.start()
        return super().eventFilter(watched, event)

    @Slot()
    def _warn(self) -> None:
        self._after.start()
        self.warned.emit()


def _timer(parent: QObject, interval: int, then: Callable[[], None]) -> QTimer:
    timer = QTimer(parent)
    timer.setSingleShot(True)
    timer.setInterval(interval)
    timer.timeout.connect(then)
    return timer
