"""Hears that the system asks the program to end, and lets what is typed be kept first."""

import signal
import socket
import sys

from PySide6.QtCore import QObject, QSocketNotifier, Signal, Slot

ASKED = ("SIGTERM", "SIGHUP")
"""What a session sends to each program at its end."""


class Ending(QObject):
    """Says `asked` on the screen's thread, whatever the program is at. Made once."""

    asked = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._before: dict[int, object] = {}
        if sys.platform == "win32":
            return  # it sends messages to the window instead
        # Python runs a handler only between two of its own steps, and Qt may be waiting for hours
        self._hears, self._tells = socket.socketpair()
        for end in (self._hears, self._tells):
            end.setblocking(False)
        self._woken = signal.set_wakeup_fd(self._tells.fileno(), warn_on_full_buffer=False)
        kinds = [kind for name in ASKED if (kind := getattr(signal, name, None)) is not None]
        self._before = {kind: signal.signal(kind, _leave_it_to_us) for kind in kinds}
        self._notifier = QSocketNotifier(self._hears.fileno(), QSocketNotifier.Type.Read, self)
        self._notifier.activated.connect(self._hear)

    def close(self) -> None:
        """Let the system have its way again."""
        if sys.platform == "win32":
            return
        self._notifier.setEnabled(False)
        signal.set_wakeup_fd(self._woken)
        for kind, before in self._before.items():
            signal.signal(kind, before)  # type: ignore[arg-type]
        for end in (self._hears, self._tells):
            end.close()

    @Slot()
    def _hear(self) -> None:
        if set(self._hears.recv(64)).intersection(self._before):
            self.asked.emit()


def _leave_it_to_us(_signal: int, _frame: object) -> None:
    """The number has come through the socket by now."""
