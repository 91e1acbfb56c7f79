"""Cases: every incident pack and interview in one table."""

from collections.abc import Sequence

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QFrame

from welfare_app.presenters.cases import COLUMNS, CaseList
from welfare_app.presenters.places import AtHome
from welfare_app.ui.paged_table import PagedTable, Row
from welfare_app.ui.pages.places import CASES, places_rail, practice_strip
from welfare_app.ui.parts import Column, Kit, column, holding, row
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
    """The rows the page was told of, as a table asks for them. They come in order already."""

    columns: Sequence[str] = COLUMNS

    def __init__(self) -> None:
        self.listed = CaseList()

    def ids(self, _order: str, /) -> Sequence[str]:
        """The ids of the rows."""
        return self.listed.ids

    def rows(self, ids: Sequence[str], /) -> Sequence[Row]:
        """The cells of some rows, with a mark for what is late."""
        found = self.listed.rows(ids)
        return [(*one.cells, "late" if one.late else "") for one in found]


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
        self.put_body(*strip, kit.header("Cases"), kit.space(3), self._full, self._empty)
        self.first = self._table

    def show_screen(self, cases: CaseList) -> None:
        """Draw the table, keeping the chosen record chosen wherever it now stands."""
        chosen, some = self.chosen(), len(cases.ids)
        self._source.listed = cases
        self._model.refresh()
        self._full.setVisible(bool(some))
        self._empty.setVisible(not some)
        self.first = self._table if some else self._begin
        if some:
            self._table.selectRow(max(self._model.place_of(chosen), 0))
        self._count.say(f"{some:,} {'record' if some == 1 else 'records'}, packs first")

    def chosen(self) -> str:
        """The id of the record that is chosen; blank where none is."""
        at = self._table.currentIndex().row()
        return self._model.id_at(at) if 0 <= at < self._model.rowCount() else ""

    def refold(self, fold: Fold) -> None:
        """Say what the keys do only where there is room."""
        super().refold(fold)
        self._keys.setVisible(fold is not Fold.ONE)

    def _nothing(self) -> QFrame:
        kit = self.kit
        self._begin = kit.button("Go to Home", "primary", pressed=self._home)
        words = "An interview or an incident pack stands here once it is begun."
        return kit.empty("folder", "No cases yet", words, self._begin)

    @Slot(int)
    def _opened(self, at: int) -> None:
        [opened] = self._source.listed.rows([self._model.id_at(at)])
        self.followed.emit(opened.place)

    @Slot()
    def _home(self) -> None:
        self.followed.emit(AtHome())


def _late(row: Row, column: int) -> bool:
    return column == _DUE and bool(row[-1])
