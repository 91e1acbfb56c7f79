"""A window whose words are dragged as soon as the mouse moves with a button held down."""

import sys

from PySide6.QtCore import QMimeData, Qt, QTimer
from PySide6.QtGui import QDrag
from PySide6.QtWidgets import QApplication, QWidget

from welfare_app.ui.emptying import empty_round


def say(words):
    sys.stdout.write(f"{words}\n")
    sys.stdout.flush()


class Dragged(QWidget):
    """Says when the drag begins and ends; the lock comes in the middle of it."""

    def mouseMoveEvent(self, event):  # noqa: N802 - the name is Qt's
        if event.buttons() == Qt.MouseButton.LeftButton:
            drag, held = QDrag(self), QMimeData()
            held.setText("Zinnobelia")
            drag.setMimeData(held)
            QTimer.singleShot(300, self, self._lock)
            drag.exec(Qt.DropAction.CopyAction)
            say("ended")
            QApplication.quit()

    def _lock(self):
        say("locking")
        empty_round(self)


if __name__ == "__main__":
    app = QApplication([])
    window = Dragged()
    window.setGeometry(0, 0, 400, 300)
    window.show()
    QTimer.singleShot(300, window, lambda: say("ready"))
    app.exec()
