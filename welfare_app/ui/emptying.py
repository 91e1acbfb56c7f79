"""Takes away whatever stands beside the window: lists, menus, questions, something dragged."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QDrag, QGuiApplication
from PySide6.QtWidgets import QApplication, QDialog, QWidget


def empty_round(window: QWidget) -> None:
    """Leave the window alone on the screen, as the lock needs it. Every question is answered no."""
    # nothing is dragged without a button held down, and some systems cannot be asked to stop
    if QGuiApplication.mouseButtons() != Qt.MouseButton.NoButton:
        QDrag.cancel()
    while (popup := QApplication.activePopupWidget()) is not None:
        popup.close()
        if QApplication.activePopupWidget() is popup:
            popup.hide()
    for other in QApplication.topLevelWidgets():
        if other is window or other.isHidden():
            continue
        if isinstance(other, QDialog):
            other.reject()
        other.close()
        other.hide()
