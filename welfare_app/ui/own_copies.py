"""What was copied from this program: marked as a secret, and taken off again at the lock.

Both places that hold a copy: the clipboard, and on X11 what was last selected. What someone
copied elsewhere is never touched, and never read unless a copy of ours may have been handed on.
"""

from hashlib import sha256

from PySide6.QtCore import QMimeData, QObject, Slot
from PySide6.QtGui import QClipboard, QGuiApplication

from welfare_app.ui.passing_copy import MARKS

Mode = QClipboard.Mode


class OwnCopies(QObject):
    """Made once. Remembers of a copy only its digest, so that it is known again elsewhere."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._board = QGuiApplication.clipboard()
        self._ours: dict[QClipboard.Mode, bytes] = {}
        self._marking = False
        self._board.dataChanged.connect(self._copied)
        self._board.selectionChanged.connect(self._selected)

    def take_off(self) -> None:
        """Clear what is ours, wherever it still is."""
        self._marking = True
        try:
            for mode, digest in self._ours.items():
                # a manager that keeps the clipboard for others holds our words as its own
                if self._owns(mode) or _digest(self._board.text(mode)) == digest:
                    self._board.clear(mode)
        finally:
            self._ours.clear()
            self._marking = False

    @Slot()
    def _copied(self) -> None:
        if self._marking or not self._owns(Mode.Clipboard):
            return
        held = self._board.mimeData(Mode.Clipboard)
        if held is None or not held.hasText():
            return
        self._ours[Mode.Clipboard] = _digest(held.text())
        if any(held.hasFormat(name) for name in MARKS):
            return
        marked = QMimeData()
        marked.setText(held.text())
        for name, mark in MARKS.items():
            marked.setData(name, mark)
        self._marking = True
        self._board.setMimeData(marked, Mode.Clipboard)
        self._marking = False

    @Slot()
    def _selected(self) -> None:
        if not self._marking and self._owns(Mode.Selection):
            self._ours[Mode.Selection] = _digest(self._board.text(Mode.Selection))

    def _owns(self, mode: QClipboard.Mode) -> bool:
        if mode == Mode.Selection:
            owns = self._board.supportsSelection() and self._board.ownsSelection()
        else:
            owns = self._board.ownsClipboard()
        # On X11 Qt may go on thinking that it owns what another took a moment ago; what it hands
        # out is then no longer data of this program, but a window on that of the other.
        held = self._board.mimeData(mode) if owns else None
        return held is not None and held.metaObject().className() == "QMimeData"


def _digest(text: str) -> bytes:
    """What a text is known by. Clipboards change line ends."""
    return sha256(text.replace("\r\n", "\n").encode("utf-8", "surrogatepass")).digest()
