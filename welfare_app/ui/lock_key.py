"""Hears Ctrl+L where the window's own keys do not reach: over a file dialog, a list or a menu."""

from PySide6.QtCore import QEvent, QKeyCombination, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication

from welfare_app.ui.ear import Ear

_LOCK = QKeyCombination(Qt.KeyboardModifier.ControlModifier, Qt.Key.Key_L)


class LockKey(QObject):
    """Made once for the whole application. A system's own file dialog keeps its keys to itself."""

    pressed = Signal()

    def __init__(self, app: QApplication, parent: QObject) -> None:
        super().__init__(parent)
        Ear.of(app).tell(self, QKeyEvent)

    def heard(self, _watched: QObject, event: QEvent, /) -> bool:
        """Take the key only where something stands in front of the window."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            covered = QApplication.activeModalWidget() or QApplication.activePopupWidget()
            if covered is not None and event.keyCombination() == _LOCK:
                self.pressed.emit()
                return True
        return False
