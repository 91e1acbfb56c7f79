"""A table of records: rules and no grid, whole rows, painted by a delegate."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Literal, TypeAlias

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QPainter, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
)

from welfare_app.ui.paged_table import ATTENTION, PagedTable
from welfare_app.ui.theme.theme import Theme

Index: TypeAlias = QModelIndex | QPersistentModelIndex

_BAR = 3
_OUTLINE = 2


@dataclass(frozen=True, slots=True)
class Column:
    """How a column looks: its width at normal text, its weight, and whether it folds away."""

    width: int
    look: Literal["quiet", "ink", "strong"] = "quiet"
    figures: bool = False
    folds: bool = False


class Table(QTableView):
    """Shows a paged table. Enter opens the row, Space looks at it."""

    opened = Signal(int)
    looked = Signal(int)
    head_pressed = Signal(int)
    """A column's head, where it sorts."""

    def __init__(
        self, theme: Theme, model: PagedTable[Any], columns: Sequence[Column], name: str
    ) -> None:
        """Make it; `name` is what it lists, aloud."""
        super().__init__()
        self._theme, self._columns = theme, tuple(columns)
        self._narrow = False
        self.setProperty("ring", "own")
        self.setAccessibleName(name)
        self.setModel(model)
        self.setItemDelegate(_Cell(theme, self._columns, self))
        self._dress()
        self.activated.connect(self._activated)

    def fold(self, *, narrow: bool) -> None:
        """Leave out the columns that fold, or show them again."""
        self._narrow = narrow
        for at, column in enumerate(self._columns):
            self.setColumnHidden(at, narrow and column.folds)
        self._share()

    def sort_by_heads(self) -> None:
        """Let the heads of columns be pressed."""
        head = self.horizontalHeader()
        head.setSectionsClickable(True)
        head.sectionClicked.connect(self.head_pressed)

    def shown(self) -> tuple[int, ...]:
        """The places of the columns in sight."""
        return tuple(at for at in range(len(self._columns)) if not self.isColumnHidden(at))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens, Space looks; Tab leaves the table."""
        row = self.currentIndex().row()
        match event.key():
            case Qt.Key.Key_Return | Qt.Key.Key_Enter if row >= 0:
                self.opened.emit(row)
            case Qt.Key.Key_Space if row >= 0:
                self.looked.emit(row)
            case _:
                super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the width among the columns."""
        super().resizeEvent(event)
        self._share()

    @Slot(QModelIndex)
    def _activated(self, index: QModelIndex) -> None:
        self.opened.emit(index.row())

    def _dress(self) -> None:
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setMinimumHeight(self._theme.size("row") * 4)
        down = self.verticalHeader()
        down.hide()
        down.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        down.setDefaultSectionSize(self._theme.size("row"))
        head = self.horizontalHeader()
        head.setDefaultAlignment(Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter)
        head.setHighlightSections(False)
        head.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        head.setStretchLastSection(True)

    def _share(self) -> None:
        shown = self.shown()
        wanted = sum(self._columns[at].width for at in shown) or 1
        room = self.viewport().width()
        for at in shown:
            self.setColumnWidth(at, room * self._columns[at].width // wanted)


class _Cell(QStyledItemDelegate):
    """Paints a cell. What needs attention has an icon as well as the colour."""

    def __init__(self, theme: Theme, columns: tuple[Column, ...], table: Table) -> None:
        super().__init__(table)
        self._theme, self._columns, self._table = theme, columns, table

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Ground, rule, outline, words."""
        painter.save()
        area = QRect(option.rect)
        self._paint_ground(painter, area, index)
        self._paint_words(painter, area, index)
        painter.restore()

    def _paint_ground(self, painter: QPainter, area: QRect, index: Index) -> None:
        colour, table = self._theme.colour, self._table
        painter.fillRect(area.left(), area.bottom(), area.width(), 1, colour("hair"))
        if not table.selectionModel().isRowSelected(index.row(), QModelIndex()):
            return
        painter.fillRect(area, colour("accent_tint"))
        shown = table.shown()
        leading, trailing = index.column() == shown[0], index.column() == shown[-1]
        rtl = table.layoutDirection() == Qt.LayoutDirection.RightToLeft
        if leading:
            painter.fillRect(_edge(area, _BAR, right=rtl), colour("accent"))
        if table.hasFocus():
            for top in (area.top(), area.bottom() - _OUTLINE + 1):
                painter.fillRect(area.left(), top, area.width(), _OUTLINE, colour("focus"))
            if trailing:
                painter.fillRect(_edge(area, _OUTLINE, right=not rtl), colour("focus"))

    def _paint_words(self, painter: QPainter, area: QRect, index: Index) -> None:
        theme, column = self._theme, self._columns[index.column()]
        attention = bool(index.data(ATTENTION))
        strong = column.look == "strong" or attention
        painter.setFont(theme.font("small_strong" if strong else "small", figures=column.figures))
        ink = "attention" if attention else "quiet" if column.look == "quiet" else "ink"
        painter.setPen(theme.colour(ink))
        room = area.adjusted(theme.space(3), 0, -theme.space(2), 0)
        rtl = self._table.layoutDirection() == Qt.LayoutDirection.RightToLeft
        if attention:
            side = theme.size("icon_small")
            left = room.right() - side + 1 if rtl else room.left()
            pixmap = theme.icon("circle-alert", "attention", side, self._table)
            painter.drawPixmap(left, room.center().y() - side // 2 + 1, pixmap)
            shift = side + theme.space(1)
            room.adjust(0 if rtl else shift, 0, -shift if rtl else 0, 0)
        words = painter.fontMetrics().elidedText(
            str(index.data() or ""), Qt.TextElideMode.ElideRight, room.width()
        )
        edge = Qt.AlignmentFlag.AlignRight if rtl else Qt.AlignmentFlag.AlignLeft
        flags = edge | Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignAbsolute
        # each cell by its own first letter, so that a full stop stands where it belongs
        painter.setLayoutDirection(Qt.LayoutDirection.LayoutDirectionAuto)
        painter.drawText(room, flags, words)


def _edge(area: QRect, width: int, *, right: bool) -> QRect:
    left = area.right() - width + 1 if right else area.left()
    return QRect(left, area.top(), width, area.height())
