"""One line of a talk in a signed-off record, and the way to add to it."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QSizePolicy, QWidget

from welfare_app.presenters.notes import NoteLine
from welfare_app.ui.pages.note_layout import NoteLayout
from welfare_app.ui.parts import Kit, row
from welfare_app.ui.parts.layout import wrapping


class _Painted(QWidget):
    """The line as it stood in the talk."""

    def __init__(self, kit: Kit, line: NoteLine) -> None:
        super().__init__()
        self._line, self._layout_of = line, NoteLayout(kit.theme)
        self.setSizePolicy(wrapping(QSizePolicy.Policy.Expanding))
        said = (f"{line.time} {line.tag}", line.words, line.original, line.under)
        self.setAccessibleName(". ".join(part for part in said if part))

    def hasHeightForWidth(self) -> bool:
        """Long lines wrap."""
        return True

    def heightForWidth(self, width: int) -> int:
        """As high as its words."""
        return self._layout_of.lay(self._line, width, rtl=self._rtl()).height

    def sizeHint(self) -> QSize:
        """One line."""
        return QSize(320, self.heightForWidth(320))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint it."""
        laid = self._layout_of.lay(self._line, self.width(), rtl=self._rtl())
        self._layout_of.paint(QPainter(self), laid, self.width(), self)

    def _rtl(self) -> bool:
        return self.layoutDirection() == Qt.LayoutDirection.RightToLeft


class RecordNote(QFrame):
    """The line, and Add beside it."""

    pressed = Signal()

    def __init__(self, kit: Kit, line: NoteLine) -> None:
        super().__init__()
        self.add = kit.link("Add", name=f"Add to the line of {line.time}")
        self.add.clicked.connect(self.pressed)
        whole = row(_Painted(kit, line), kit.space(3), self.add, top=True)
        whole.setStretch(0, 1)
        self.setLayout(whole)
