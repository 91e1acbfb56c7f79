"""The list of indicators by group: light enough to be found in afresh at every key."""

from math import ceil
from typing import TypeAlias

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import QListView, QStyledItemDelegate, QStyleOptionViewItem

from welfare_app.presenters.groupings import IndicatorLine
from welfare_app.ui.parts.typeset import SetText, Setting, set_text
from welfare_app.ui.theme import Theme

Index: TypeAlias = QModelIndex | QPersistentModelIndex
Row: TypeAlias = IndicatorLine | str
"""An indicator, or the name of the group that begins here."""

_ENTER = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter})
_BAR = 3
_OUTLINE = 2
_LEAST_ROWS = 4
_ROOT = QModelIndex()


class IndicatorRows(QAbstractListModel):
    """Indicators with their groups' names between them."""

    def __init__(self) -> None:
        super().__init__()
        self._lines: tuple[IndicatorLine, ...] = ()
        self._rows: list[Row] = []

    def show_lines(self, lines: tuple[IndicatorLine, ...]) -> bool:
        """Hold these; whether they are other lines than before."""
        if lines == self._lines:
            return False
        self.beginResetModel()
        self._lines, self._rows = lines, []
        group = ""
        for line in lines:
            if line.group != group:
                group = line.group
                self._rows.append(group)
            self._rows.append(line)
        self.endResetModel()
        return True

    def row(self, at: int) -> Row:
        """What stands in a row."""
        return self._rows[at]

    def rowCount(self, _parent: Index = _ROOT) -> int:
        """How many rows there are."""
        return len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> str | None:
        """The words, for those who cannot see them painted."""
        if role not in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole}:
            return None
        row = self._rows[index.row()]
        if isinstance(row, str):
            return row
        return f"{row.phrase}, {row.strength.lower()}" if row.strength else row.phrase

    def flags(self, index: Index) -> Qt.ItemFlag:
        """A group's name cannot be chosen, and arrows pass over it."""
        if isinstance(self._rows[index.row()], str):
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable


class IndicatorList(QListView):
    """Arrows move, Enter or a press chooses."""

    chosen = Signal(str)
    """The indicator's id."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._rows = IndicatorRows()
        self.setModel(self._rows)
        self.setItemDelegate(_Painter(theme, self, self._rows))
        self.setObjectName("stage")
        self.setProperty("ring", "own")
        self.setAccessibleName("Indicators")
        self.setFrameShape(QListView.Shape.NoFrame)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.verticalScrollBar().setSingleStep(theme.size("row") // 2)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setMinimumHeight(theme.size("row") * _LEAST_ROWS)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.clicked.connect(self._choose)

    @property
    def line(self) -> IndicatorLine | None:
        """The indicator that Enter would choose."""
        at = self.currentIndex().row()
        row = self._rows.row(at) if at >= 0 else None
        return row if isinstance(row, IndicatorLine) else None

    def show_lines(self, lines: tuple[IndicatorLine, ...]) -> None:
        """Show these, with the first of them marked."""
        if self._rows.show_lines(lines):
            self.setCurrentIndex(self._rows.index(1 if lines else -1))
            self.scrollToTop()

    def choose_current(self) -> None:
        """Choose the one that is marked, if any."""
        if self.line is not None:
            self.chosen.emit(self.line.id)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter and Space choose."""
        plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if plain and (event.key() in _ENTER or event.key() == Qt.Key.Key_Space):
            self.choose_current()
            return
        super().keyPressEvent(event)

    def _choose(self, _index: QModelIndex) -> None:
        self.choose_current()


class _Painter(QStyledItemDelegate):
    """Paints whole rows as high as their words, measured once for each width."""

    def __init__(self, theme: Theme, view: IndicatorList, rows: IndicatorRows) -> None:
        super().__init__(view)
        self._theme, self._view, self._rows = theme, view, rows
        self._heights: dict[tuple[Row, int], int] = {}

    def sizeHint(self, _option: QStyleOptionViewItem, index: Index) -> QSize:
        """The height of the row's words."""
        row, width = self._rows.row(index.row()), self._view.viewport().width()
        high = self._heights.get((row, width))
        if high is None:
            high = self._heights[row, width] = self._high(row, width)
        return QSize(width, high)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Ground, rule, mark, words."""
        painter.save()
        theme, area, row = self._theme, QRect(option.rect), self._rows.row(index.row())
        heading = isinstance(row, str)
        if not heading:
            self._paint_ground(painter, area, current=index == self._view.currentIndex())
        words = self._words(row, area.width())
        painter.setPen(theme.colour("quiet" if heading else "ink"))
        spare = area.height() - words.height
        top = spare - theme.space(1) if heading else spare / 2
        taken = self._taken(row)
        painter.translate(area.topLeft())
        words.draw(painter, theme.space(3) + (taken if self._rtl() else 0), top)
        if taken and isinstance(row, IndicatorLine):
            self._paint_strength(painter, row, area.width(), area.height())
        painter.restore()

    def _paint_strength(
        self, painter: QPainter, line: IndicatorLine, width: int, height: int
    ) -> None:
        """The word at the trailing end, in the middle of the row."""
        word = self._strength(line)
        painter.setPen(self._theme.colour("quiet"))
        edge = self._theme.space(3)
        x = edge if self._rtl() else width - edge - word.width
        word.draw(painter, x, (height - word.height) / 2)

    def _paint_ground(self, painter: QPainter, area: QRect, *, current: bool) -> None:
        colour = self._theme.colour
        painter.fillRect(area.left(), area.bottom(), area.width(), 1, colour("hair"))
        if not current:
            return
        painter.fillRect(area, colour("accent_tint"))
        left = area.right() - _BAR + 1 if self._rtl() else area.left()
        painter.fillRect(left, area.top(), _BAR, area.height(), colour("accent"))
        if self._view.hasFocus():
            ring = colour("focus")
            for top in (area.top(), area.bottom() - _OUTLINE + 1):
                painter.fillRect(area.left(), top, area.width(), _OUTLINE, ring)
            for left in (area.left(), area.right() - _OUTLINE + 1):
                painter.fillRect(left, area.top(), _OUTLINE, area.height(), ring)

    def _high(self, row: Row, width: int) -> int:
        theme, words = self._theme, self._words(row, width)
        if isinstance(row, str):
            return words.height + theme.space(3) + theme.space(1)
        return max(theme.size("control"), words.height + 2 * theme.space(2))

    def _words(self, row: Row, width: int) -> SetText:
        room = max(1, width - 2 * self._theme.space(3) - self._taken(row))
        if isinstance(row, str):
            return set_text(row, self._how("caption_strong"), room)
        return set_text(row.phrase, self._how("body"), room)

    def _strength(self, line: IndicatorLine) -> SetText:
        return set_text(line.strength, self._how("caption"))

    def _taken(self, row: Row) -> int:
        """The width that a strength takes from the words."""
        if isinstance(row, str) or not row.strength:
            return 0
        return ceil(self._strength(row).width) + self._theme.space(4)

    def _how(self, role: str) -> Setting:
        return Setting(self._theme.font(role), self._theme.leading(role), self._rtl())

    def _rtl(self) -> bool:
        return self._view.layoutDirection() == Qt.LayoutDirection.RightToLeft
