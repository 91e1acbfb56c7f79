"""Cases: every incident pack and interview in one table."""

from collections.abc import Sequence

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QFrame

from welfare_app.presenters.cases import COLUMNS, CaseRow
from welfare_app.presenters.places import AtHome, AtLaptop, Place
from welfare_app.ui.paged_table import PagedTable, Row
from welfare_app.ui.pages.places import CASES, places_rail, practice_strip
from welfare_app.ui.parts import Column, Kit, column, holding, row
from welfare_app.ui.parts.layout import clear, fill
from welfare_app.ui.shell import Page
from welfare_app.ui.shell.fold import Fold

_LOOKS = (
    Column(96, "strong", figures=True),
    Column(168, figures=True, folds=True),
    Column(352, "ink", figures=True),
    Column(168, "ink", figures=True),
)
_DUE = 3


class CaseRows:
    """The rows the page was told, as a table asks for them. They come in order already."""

    columns: Sequence[str] = COLUMNS

    def __init__(self) -> None:
        self.listed: tuple[CaseRow, ...] = ()

    def ids(self, _order: str, /) -> Sequence[int]:
        """The places of the rows."""
        return range(len(self.listed))

    def rows(self, ids: Sequence[int], /) -> Sequence[Row]:
        """The cells of some rows, with a mark for what is late."""
        return [(*self.listed[at].cells, "late" if self.listed[at].late else "") for at in ids]


class CasesPage(Page):
    """Lists what there is. Enter opens a row."""

    followed = Signal(object)

    def __init__(self, kit: Kit, person: str, *, practice: bool = False) -> None:
        super().__init__(kit, "Cases", fills=True, wide=True)
        self.put_rail(places_rail(kit, CASES, person))
        self._source = CaseRows()
        self._model = PagedTable(self._source, _late, self)
        self._table = kit.table(self._model, _LOOKS, "Cases")
        self._table.opened.connect(self._opened)
        self._count = kit.text("", "caption", "quiet", figures=True, one_line=True)
        self._keys = kit.text("Enter opens", "caption", "quiet", one_line=True)
        under = row(self._count, None, self._keys)
        self._full = holding(column(self._table, kit.space(2), under))
        self._empty = holding(column(self._nothing(), None))
        self._empty.hide()
        strip = (practice_strip(kit), kit.space(4)) if practice else ()
        self._missing = column()
        self.put_body(
            *strip, kit.header("Cases"), kit.space(3), self._missing, self._full, self._empty
        )
        self.first = self._table

    def show_rows(self, rows: tuple[CaseRow, ...]) -> None:
        """Draw the table, keeping the chosen record chosen wherever it now stands."""
        chosen = self._chosen()
        self._source.listed = rows
        self._model.refresh()
        self._full.setVisible(bool(rows))
        self._empty.setVisible(not rows)
        self.first = self._table if rows else self._begin
        if rows:
            places = [row.place for row in rows]
            self._table.selectRow(places.index(chosen) if chosen in places else 0)
        one = len(rows) == 1
        self._count.say(f"{len(rows):,} {'record' if one else 'records'}, packs first")

    def show_unreadable(self, title: str, rest: str) -> None:
        """Say above the table what it leaves out, and where to see what to do about it."""
        clear(self._missing)
        if title:
            see = self.kit.button("See", name=f"See: {title}", compact=True, pressed=self._see)
            notice = self.kit.notice("circle-alert", title, rest, button=see)
            fill(self._missing, (notice, self.kit.space(4)))

    def refold(self, fold: Fold) -> None:
        """Say what the keys do only where there is room."""
        super().refold(fold)
        self._keys.setVisible(fold is not Fold.ONE)

    def _nothing(self) -> QFrame:
        kit = self.kit
        self._begin = kit.button("Go to Home", "primary", pressed=self._home)
        words = "An interview or an incident pack stands here once it is begun."
        return kit.empty("folder", "No cases yet", words, self._begin)

    def _chosen(self) -> Place | None:
        at = self._table.currentIndex().row()
        return self._source.listed[at].place if 0 <= at < len(self._source.listed) else None

    @Slot(int)
    def _opened(self, at: int) -> None:
        self.followed.emit(self._source.listed[at].place)

    @Slot()
    def _see(self) -> None:
        self.followed.emit(AtLaptop())

    @Slot()
    def _home(self) -> None:
        self.followed.emit(AtHome())


def _late(row: Row, column: int) -> bool:
    return column == _DUE and bool(row[-1])
