"""Notices that nobody is there, warns, and asks for the lock. Everything typed is kept.

A laptop that was asleep has had nobody at it either, so the clock here goes on while it sleeps.
"""

import math
import time
from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QTimer, Signal, Slot
from PySide6.QtGui import QInputEvent
from PySide6.QtWidgets import QApplication

from welfare_app.presenters.locking import USUAL
from welfare_app.ui.ear import Ear

WARNING = 30
"""Seconds between the first warning and the lock."""
STEP = 10
"""Seconds between what the warning says: words that change, and no digits that run."""
SLEPT = 60
"""Seconds in which nothing ran at all: the laptop was asleep, or the program held still."""
LOOK_EVERY_MS = 1_000

_SIGNS_OF_LIFE = frozenset(
    {
        QEvent.Type.KeyPress,
        QEvent.Type.MouseButtonPress,
        QEvent.Type.MouseMove,
        QEvent.Type.Wheel,
        QEvent.Type.TouchBegin,
    }
)


def sleepless() -> float:
    """Seconds by a clock that nobody can set and that goes on while the laptop sleeps."""
    # Linux stops its monotonic clock in a sleep, and macOS does so for Python's; Windows does not
    for name in ("CLOCK_BOOTTIME", "CLOCK_MONOTONIC"):
        if (clock := getattr(time, name, None)) is not None:
            return time.clock_gettime(clock)
    return time.monotonic()


class IdleWatch(QObject):
    """Counts from the last key or movement. `warned` says the seconds left, `away` comes after."""

    warned = Signal(int)
    returned = Signal()
    away = Signal()

    def __init__(
        self,
        app: QApplication,
        parent: QObject | None = None,
        clock: Callable[[], float] = sleepless,
    ) -> None:
        super().__init__(parent)
        self._clock, self._limit = clock, USUAL * 60.0
        self._touched = self._looked = 0.0
        self._said = 0
        self._timer = QTimer(self)
        self._timer.setInterval(LOOK_EVERY_MS)
        self._timer.timeout.connect(self.look)
        Ear.of(app).tell(self, QInputEvent)

    def allow(self, minutes: float) -> None:
        """How long nobody may touch it."""
        self._limit = minutes * 60.0

    def start(self) -> None:
        """Watch from now on, as when a vault is opened."""
        self._touched = self._looked = self._clock()
        self._said = 0
        self._timer.start()

    def stop(self) -> None:
        """There is nothing to lock."""
        self._timer.stop()
        self._quieten()

    def heard(self, _watched: QObject, event: QEvent, /) -> bool:
        """Someone is there: begin to count anew. The first touch after a sleep comes too late."""
        if event.type() in _SIGNS_OF_LIFE and self._timer.isActive() and not self._gone():
            self._touched = self._looked = self._clock()
            self._quieten()
        return False

    @Slot()
    def look(self) -> None:
        """See how long it has been, and say so where it matters."""
        if self._gone():
            return
        self._looked = self._clock()
        left = self._limit - (self._looked - self._touched)
        told = min(math.ceil(left / STEP) * STEP, WARNING)
        if left <= WARNING and told != self._said:
            self._said = told
            self.warned.emit(told)

    def _gone(self) -> bool:
        """Whether it has been too long, which is said once."""
        now = self._clock()
        if now - self._touched < self._limit and now - self._looked < SLEPT:
            return False
        self.stop()
        self.away.emit()
        return True

    def _quieten(self) -> None:
        if self._said:
            self._said = 0
            self.returned.emit()
