"""Questions answered with as many rows as it takes."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from welfare_app.domain.answers import Rows, Value
from welfare_app.ui.editors.editor import Editor
from welfare_app.ui.editors.group import Group
from welfare_app.ui.editors.row_card import RowCard
from welfare_app.ui.editors.undo_line import UndoLine
from welfare_app.ui.parts import column, row
from welfare_app.ui.parts.layout import clear


class RepeatEditor(Editor):
    """Rows of parts. A row taken away can be put back until the next change of rows."""

    def make_input(self) -> QWidget:
        self._rows: list[RowCard] = []
        self._away: tuple[int, RowCard] | None = None
        self._list = column(gap=self.kit.space(3))
        self._undo_line = UndoLine(self.kit)
        self._undo_line.undone.connect(self._undo)
        add = self.kit.button("Add another", icon="plus", pressed=self._add)
        add.setAccessibleDescription(self.question.label)
        return Group(column(self._list, self._undo_line, row(add, None), gap=self.kit.space(3)))

    def boxes(self) -> Sequence[QWidget]:
        return ()

    def focus_box(self) -> None:
        self._rows[0].focus_first()

    def value(self) -> Value:
        return Rows(tuple(cells for one in self._rows if (cells := one.cells())))

    def set_value(self, value: Value | None) -> None:
        self._forget_removed()
        clear(self._list)
        self._rows.clear()
        kept = value.rows if isinstance(value, Rows) else ()
        for cells in kept or ({},):
            self._insert(len(self._rows), self._card(cells))

    def tidy(self) -> None:
        for one in tuple(self._rows):
            one.report()

    def _card(self, cells: Mapping[str, str]) -> RowCard:
        card = RowCard(self.kit, self.question, cells)
        card.answered.connect(self._row_answered)
        card.removed.connect(self._remove)
        return card

    def _insert(self, at: int, card: RowCard) -> None:
        self._rows.insert(at, card)
        self._list.insertWidget(at, card)
        card.show()
        self._number()

    def _number(self) -> None:
        for at, one in enumerate(self._rows, start=1):
            one.number(at)

    @Slot()
    def _row_answered(self) -> None:
        self.report_soon()
        self.report()

    @Slot()
    def _add(self) -> None:
        self._forget_removed()
        self._insert(len(self._rows), self._card({}))
        self._rows[-1].focus_first()

    @Slot()
    def _remove(self) -> None:
        card = self.sender()
        if not isinstance(card, RowCard) or card not in self._rows:
            return
        self._forget_removed()
        at, filled = self._rows.index(card), bool(card.cells())
        self._rows.remove(card)
        if not self._rows:
            self._insert(0, self._card({}))
        self._away = (at, card)
        self._undo_line.setVisible(filled)
        if filled:
            self._undo_line.focus_button()
        else:
            self.focus_box()
        self._list.removeWidget(card)
        card.hide()
        if not filled:
            self._forget_removed()
        self._number()
        self.report()

    @Slot()
    def _undo(self) -> None:
        if self._away is None:
            return
        (at, card), self._away = self._away, None
        if len(self._rows) == 1 and not self._rows[0].cells():
            blank = self._rows.pop()
            self._list.removeWidget(blank)
            blank.hide()
            blank.deleteLater()
        self._insert(min(at, len(self._rows)), card)
        card.focus_first()
        self._undo_line.hide()
        self.report()

    def _forget_removed(self) -> None:
        if self._away is not None:
            self._away[1].deleteLater()
            self._away = None
        self._undo_line.hide()
