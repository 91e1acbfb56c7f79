"""A list of any length: every id is known at once, and rows are read a page at a time as seen."""

from collections import OrderedDict
from collections.abc import Callable, Hashable, Sequence
from typing import Any, Generic, Protocol, TypeAlias, TypeVar

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

PAGE = 128
PAGES_KEPT = 32

ATTENTION = Qt.ItemDataRole.UserRole + 1
"""The role that says whether a cell needs attention, as a late date does."""

Index: TypeAlias = QModelIndex | QPersistentModelIndex
Row: TypeAlias = Sequence[str]
Id = TypeVar("Id", bound=Hashable)

_TOP = QModelIndex()


class RowSource(Protocol[Id]):
    """Where rows come from. Ordering and filtering happen there, in the database."""

    @property
    def columns(self) -> Sequence[str]:
        """The heads of the columns."""
        ...

    def ids(self, order: str, /) -> Sequence[Id]:
        """Every id, in this order."""
        ...

    def rows(self, ids: Sequence[Id], /) -> Sequence[Row]:
        """The cells of these records, in the order asked for, one row for each."""
        ...


def never(_row: Row, _column: int) -> bool:
    """Where no cell needs attention."""
    return False


class PagedTable(QAbstractTableModel, Generic[Id]):
    """Shows a row source, holding no more than a few pages of it."""

    def __init__(
        self,
        source: RowSource[Id],
        attention: Callable[[Row, int], bool] = never,
        parent: QObject | None = None,
    ) -> None:
        """Show a source; `attention` says of a row and a column whether that cell needs it."""
        super().__init__(parent)
        self._source, self._attention = source, attention
        self._order = ""
        self._ids: Sequence[Id] = ()
        self._pages: OrderedDict[int, Sequence[Row]] = OrderedDict()

    def order_by(self, order: str) -> None:
        """Show every row in this order."""
        self.beginResetModel()
        self._order = order
        self._ids = self._source.ids(order)
        self._pages.clear()
        self.endResetModel()

    def refresh(self) -> None:
        """Read again, after something was changed elsewhere."""
        self.order_by(self._order)

    def id_at(self, row: int) -> Id:
        """The id of a row."""
        return self._ids[row]

    def place_of(self, wanted: Id) -> int:
        """The row of an id, or -1."""
        return next((at for at, one in enumerate(self._ids) if one == wanted), -1)

    def rowCount(self, parent: Index = _TOP) -> int:
        """How many rows there are in all, not how many were read."""
        return 0 if parent.isValid() else len(self._ids)

    def columnCount(self, parent: Index = _TOP) -> int:
        """How many columns."""
        return 0 if parent.isValid() else len(self._source.columns)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """A cell's words, or whether it needs attention."""
        if not index.isValid():
            return None
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return self._row(index.row())[index.column()]
            case Qt.ItemDataRole.AccessibleTextRole:
                return self._row(index.row())[index.column()]
            case _ if role == ATTENTION:
                return self._attention(self._row(index.row()), index.column())
            case _:
                return None

    def headerData(
        self, section: int, way: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        """The head of a column."""
        across = way == Qt.Orientation.Horizontal
        if across and role == Qt.ItemDataRole.DisplayRole:
            return self._source.columns[section]
        return None

    def _row(self, number: int) -> Row:
        page, offset = divmod(number, PAGE)
        if page not in self._pages:
            self._pages[page] = self._source.rows(self._ids[page * PAGE : (page + 1) * PAGE])
            if len(self._pages) > PAGES_KEPT:
                self._pages.popitem(last=False)
        self._pages.move_to_end(page)
        return self._pages[page][offset]
