"""Lets only the screen's thread collect garbage.

Python collects cycles in whichever thread happens to allocate. Pages and presenters hold each
other, so a job could otherwise be the one to destroy a page, with its timers, off the main thread.
"""

import gc

from PySide6.QtCore import QObject, QTimer, Slot

EVERY_MS = 5_000


class TidyHere(QObject):
    """Made on the screen's thread; from then on it alone tidies, every few seconds."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        gc.disable()
        self._timer = QTimer(self)
        self._timer.setInterval(EVERY_MS)
        self._timer.timeout.connect(self._tidy)
        self._timer.start()

    def soon(self) -> None:
        """Tidy once what is being deleted is gone, as when a vault was locked."""
        QTimer.singleShot(0, self, self._tidy)

    def stop(self) -> None:
        """The window is gone: let Python tidy as it likes again."""
        self._timer.stop()
        gc.enable()

    @Slot()
    def _tidy(self) -> None:
        gc.collect()
