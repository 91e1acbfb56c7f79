"""Keeps a button off until some time has passed, and the sentence that says how long true."""

import time
from math import ceil

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from welfare_app.ui.pages.trouble_card import announce
from welfare_app.ui.parts import Button

_MINUTE = 60
_TICK_MS = 200
"""Often enough that no second is skipped; the words change once a second and nothing moves."""


class WaitWords(QObject):
    """What a button gives as its reason meanwhile. Said aloud once, not every second."""

    over = Signal()

    def __init__(self, button: Button) -> None:
        super().__init__(button)
        self._button, self._until, self._said = button, 0.0, 0
        self._timer = QTimer(self)
        self._timer.setInterval(_TICK_MS)
        self._timer.timeout.connect(self._tick)

    @property
    def waiting(self) -> bool:
        """Whether the time is still running."""
        return self._timer.isActive()

    def begin(self, seconds: int) -> None:
        """Wait this long from now; none ends the wait."""
        if seconds <= 0:
            self._end()
            return
        before = self.waiting
        self._until = time.monotonic() + seconds
        self._timer.start()
        self._say(seconds)
        if not before:
            announce(self._button, words(seconds))

    def _say(self, seconds: int) -> None:
        self._said = seconds
        self._button.off(words(seconds))

    def _end(self) -> None:
        if self.waiting:
            self._timer.stop()
            self._button.rest()

    @Slot()
    def _tick(self) -> None:
        left = ceil(self._until - time.monotonic())
        if left <= 0:
            self._end()
            self.over.emit()
        elif left != self._said:
            self._say(left)


def words(seconds: int) -> str:
    """How long it is: in seconds where that says enough, else in minutes too."""
    minutes, rest = divmod(seconds, _MINUTE)
    parts = [_many(minutes, "minute")] if minutes else []
    if rest:
        parts.append(_many(rest, "second"))
    return f"You can try again in {' '.join(parts)}"


def _many(count: int, what: str) -> str:
    return f"{count} {what}" if count == 1 else f"{count} {what}s"
