"""The lines of a talk, the newest at the foot: painted, so that a long talk costs no key."""

from typing import TypeAlias

from PySide6.QtCore import (
    QAbstractListModel,
    QEvent,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QSize,
    Qt,
    QTimer,
    Signal,
    Slot,
)
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPainter, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QListView, QStyledItemDelegate, QStyleOptionViewItem

from welfare_app.domain.ids import NoteId
from welfare_app.presenters.notes import NoteLine
from welfare_app.ui.pages.note_layout import LaidLine, NoteLayout
from welfare_app.ui.parts.keys import takes_escape
from welfare_app.ui.theme import Theme

Index: TypeAlias = QModelIndex | QPersistentModelIndex

_ROOT = QModelIndex()
_OUTLINE = 2
_LEAST_ROWS = 2
_ENTER = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Escape})


class NoteRows(QAbstractListModel):
    """The lines; one that is new is only ever put after the others."""

    def __init__(self) -> None:
        super().__init__()
        self._lines: tuple[NoteLine, ...] = ()

    @property
    def lines(self) -> tuple[NoteLine, ...]:
        """What is held."""
        return self._lines

    def show_lines(self, lines: tuple[NoteLine, ...]) -> bool:
        """Hold these; whether there are more than before."""
        before = self._lines
        if lines == before:
            return False
        if lines[: len(before)] == before:
            self.beginInsertRows(_ROOT, len(before), len(lines) - 1)
            self._lines = lines
            self.endInsertRows()
            return True
        self.beginResetModel()
        self._lines = lines
        self.endResetModel()
        return len(lines) > len(before)

    def rowCount(self, _parent: Index = _ROOT) -> int:
        """How many lines there are."""
        return len(self._lines)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> str | None:
        """The line in words, for those who cannot see it painted."""
        if role not in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole}:
            return None
        line = self._lines[index.row()]
        head = f"{line.time} {line.tag}"
        parts = (head, line.words, line.original, line.translator, line.under, *line.signs)
        return ". ".join(part.rstrip(".") for part in parts if part)


class NoteStream(QListView):
    """Arrows move, Enter goes back to writing. Nothing in it can be edited."""

    left = Signal()
    """Someone is done looking at the lines."""
    wrote = Signal(str)
    """Someone began to type while looking at them."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._rows = NoteRows()
        self._lines: tuple[NoteLine, ...] = ()
        self._at_end, self._settled = True, False
        self.setModel(self._rows)
        self.setItemDelegate(_Painter(theme, self, self._rows))
        self.setObjectName("stage")
        self.setProperty("ring", "own")
        self.setAccessibleName("Notes of the talk")
        self.setFrameShape(QListView.Shape.NoFrame)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.verticalScrollBar().setSingleStep(theme.size("row") // 2)
        self.setMinimumHeight(theme.size("row") * _LEAST_ROWS)
        self.verticalScrollBar().rangeChanged.connect(self._follow)
        self.verticalScrollBar().valueChanged.connect(self._moved)

    @property
    def line(self) -> NoteLine | None:
        """The line that is marked, else the newest."""
        lines, at = self._lines, self.currentIndex().row()
        if not lines:
            return None
        return lines[at] if 0 <= at < len(lines) else lines[-1]

    @property
    def measure(self) -> int:
        """How wide lines are: clear of the scroll bar, so that none is set anew when it comes."""
        bar = self.verticalScrollBar().sizeHint().width()
        return self.width() - 2 * self.frameWidth() - bar

    def show_lines(self, lines: tuple[NoteLine, ...]) -> None:
        """Show these. A new one is brought into sight."""
        if self._settled and self._rows.show_lines(lines):
            self._at_end = True
            self.setCurrentIndex(QModelIndex())  # what comes next is about the new line
            QTimer.singleShot(0, self, self._follow)
        self._lines = lines

    def line_of(self, note: NoteId | None) -> NoteLine | None:
        """The line with this id, if there is one."""
        return next((one for one in self._lines if one.id == note), None)

    def look(self) -> None:
        """Put the keyboard on the line that was marked last, else on the newest."""
        if not self.currentIndex().isValid():
            self.setCurrentIndex(self._rows.index(self._rows.rowCount() - 1))
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter and Esc go back to writing; so does anything that writes."""
        last = self.currentIndex().row() == self._rows.rowCount() - 1
        down = event.key() == Qt.Key.Key_Down and last
        if event.key() in _ENTER or down:
            self.left.emit()
        elif event.text().isprintable() and event.text():
            self.wrote.emit(event.text())
        else:
            super().keyPressEvent(event)

    def event(self, event: QEvent) -> bool:
        """Keep Esc for going back to writing; it would leave the page."""
        return takes_escape(event) or super().event(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """The mark is only for moving about in the lines."""
        super().focusOutEvent(event)
        self.viewport().update()

    def showEvent(self, event: QShowEvent) -> None:
        """Set the lines once the page has its place, and not for each width on the way there."""
        super().showEvent(event)
        if not self._settled:
            QTimer.singleShot(0, self, self._settle)

    @Slot()
    def _settle(self) -> None:
        self._settled = True
        self.show_lines(self._lines)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Set the lines anew at once; Qt would let them overlap for a tenth of a second."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.scheduleDelayedItemsLayout()

    @Slot()
    def _follow(self) -> None:
        """Keep the newest line in sight while lines are set and the room for them changes."""
        if self._at_end:
            self.scrollToBottom()

    @Slot(int)
    def _moved(self, at: int) -> None:
        self._at_end = at >= self.verticalScrollBar().maximum()


class _Painter(QStyledItemDelegate):
    """Paints each line as it was laid out once for its width."""

    def __init__(self, theme: Theme, view: NoteStream, rows: NoteRows) -> None:
        super().__init__(view)
        self._theme, self._view, self._rows = theme, view, rows
        self._layout = NoteLayout(theme)

    def sizeHint(self, _option: QStyleOptionViewItem, index: Index) -> QSize:
        """The height of the line."""
        return QSize(self._view.measure, self._laid(index).height)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """The mark, then the line."""
        area = QRect(option.rect)
        painter.save()
        if self._view.hasFocus() and index == self._view.currentIndex():
            painter.fillRect(area, self._theme.colour("accent_tint"))
            for top in (area.top(), area.bottom() - _OUTLINE + 1):
                painter.fillRect(
                    area.left(), top, area.width(), _OUTLINE, self._theme.colour("focus")
                )
        painter.translate(area.topLeft())
        self._layout.paint(painter, self._laid(index), self._view.measure, self._view)
        painter.restore()

    def _laid(self, index: Index) -> LaidLine:
        rtl = self._view.layoutDirection() == Qt.LayoutDirection.RightToLeft
        line = self._rows.lines[index.row()]
        return self._layout.lay(line, self._view.measure, rtl=rtl)
