"""A copy that passes: what it puts on the clipboard is taken off again, and kept by no history."""

from PySide6.QtCore import QMimeData, QObject, QTimer, Signal, Slot
from PySide6.QtGui import QGuiApplication

FORGOTTEN_AFTER = 30
"""Seconds."""

MARKS = {
    # KDE's Klipper and the managers that follow it
    "x-kde-passwordManagerHint": b"secret",
    # Windows: clipboard history, cloud clipboard, and other programs that watch
    "ExcludeClipboardContentFromMonitorProcessing": b"\x01\0\0\0",
    "CanIncludeInClipboardHistory": b"\0\0\0\0",
    "CanUploadToCloudClipboard": b"\0\0\0\0",
}
"""What password managers put beside a secret, so that nothing keeps it."""


class PassingCopy(QObject):
    """Copies text, and takes it off the clipboard after half a minute or when told to.

    What someone else has copied meanwhile is left alone.
    """

    forgotten = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._text = ""
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(FORGOTTEN_AFTER * 1000)
        self._timer.timeout.connect(self.forget)

    def copy(self, text: str) -> None:
        """Put text on the clipboard, marked as a secret. The half minute begins again."""
        told = QMimeData()
        told.setText(text)
        for name, mark in MARKS.items():
            told.setData(name, mark)
        self._text = text
        QGuiApplication.clipboard().setMimeData(told)
        self._timer.start()

    @Slot()
    def forget(self) -> None:
        """Take it off again, if it is still ours."""
        self._timer.stop()
        if not self._text:
            return
        clipboard = QGuiApplication.clipboard()
        if _lines(clipboard.text()) == _lines(self._text):
            clipboard.clear()
        self._text = ""
        self.forgotten.emit()


def _lines(text: str) -> str:
    """The text with one kind of line end, as clipboards change them."""
    return text.replace("\r\n", "\n")
