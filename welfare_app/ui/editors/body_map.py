"""Questions answered by saying what was seen on a person's body, and where."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QWidget

from welfare_app.domain.answers import Rows, Value
from welfare_app.domain.body_map import BodyMark, as_rows, marks
from welfare_app.ui.editors.body_figure import BodyFigure
from welfare_app.ui.editors.editor import Editor
from welfare_app.ui.editors.group import Group
from welfare_app.ui.editors.seen_row import SeenRow
from welfare_app.ui.editors.undo_line import UndoLine
from welfare_app.ui.parts import Option, column, holding, row
from welfare_app.ui.parts.beside import Beside
from welfare_app.ui.parts.layout import clear

_FACTS_ONLY = "Facts only. No photographs: that is for the police or a doctor."
_LEAST = 36.0
"""Ems of text that the figure and the rows need to stand side by side."""


class BodyMapEditor(Editor):
    """A figure to press, and rows that say the same: all of it can be done by keyboard."""

    def make_input(self) -> QWidget:
        kit, self._rows = self.kit, list[SeenRow]()
        self._away: tuple[int, BodyMark] | None = None
        self._labels = {one.id: one.label for one in self.question.options}
        self._figure = BodyFigure(kit, self._labels)
        self._figure.pressed.connect(self._add)
        self._list = column(gap=kit.space(3))
        self._undo_line = UndoLine(kit)
        self._undo_line.undone.connect(self._undo)
        rows = column(self._list, self._undo_line, self._adder(), None, gap=kit.space(4))
        beside = Beside(kit.theme, self._figure, holding(rows), least=_LEAST)
        return Group(column(beside))

    def _adder(self) -> QWidget:
        kit = self.kit
        places = [Option(one.id, one.label) for one in self.question.options]
        self._pick = kit.pick(places, empty="Choose a place")
        self._pick.setAccessibleName(f"Where was it seen? {self.question.label}")
        label = kit.text("Where was it seen?", "small")
        label.setBuddy(self._pick)
        add = kit.button("Add", icon="plus", pressed=self._add_picked)
        add.setAccessibleDescription(self.question.label)
        return holding(column(label, row(self._pick, add, gap=kit.space(2)), gap=kit.space(1)))

    def _hint(self) -> str:
        return " ".join(filter(None, (super()._hint(), _FACTS_ONLY)))

    def boxes(self) -> Sequence[QWidget]:
        return ()

    def focus_box(self) -> None:
        blank = (one.area for one in self._rows if not one.mark().seen.strip())
        next(blank, self._pick).setFocus(Qt.FocusReason.TabFocusReason)

    def value(self) -> Value:
        return as_rows(one.mark() for one in self._rows)

    def set_value(self, value: Value | None) -> None:
        self._forget_removed()
        if value == self.value():
            return
        clear(self._list)
        self._rows.clear()
        for mark in marks(value) if isinstance(value, Rows) else ():
            self._insert(len(self._rows), mark)
        self._number()

    def describe(self) -> None:
        super().describe()
        for one in self._rows:
            one.area.setAccessibleDescription(self._input.accessibleDescription())

    def _insert(self, at: int, mark: BodyMark) -> SeenRow:
        made = SeenRow(self.kit, mark.where, self._labels.get(mark.where, mark.where), mark.seen)
        made.typed.connect(self._typed)
        made.removed.connect(self._remove)
        self._rows.insert(at, made)
        self._list.insertWidget(at, made)
        # at once, so that the keyboard can be put there: a layout shows its own later
        made.show()
        return made

    def _number(self) -> None:
        for at, one in enumerate(self._rows, start=1):
            one.number(at)
        self._figure.show_marks(one.mark() for one in self._rows)

    @Slot()
    def _typed(self) -> None:
        self._figure.show_marks(one.mark() for one in self._rows)
        self.report_soon()

    @Slot(str)
    def _add(self, place: str) -> None:
        """Give a place a row, unless it has one that nothing was written in yet."""
        self._forget_removed()
        waiting = (one for one in self._rows if one.mark() == BodyMark(place))
        made = next(waiting, None) or self._insert(len(self._rows), BodyMark(place))
        self._number()
        made.area.setFocus(Qt.FocusReason.TabFocusReason)
        self.report_soon()

    @Slot()
    def _add_picked(self) -> None:
        place = self._pick.value()
        if place:
            self._pick.choose("")
            self._add(place)
        else:
            self._pick.setFocus(Qt.FocusReason.TabFocusReason)

    @Slot()
    def _remove(self) -> None:
        gone = self.sender()
        if not isinstance(gone, SeenRow) or gone not in self._rows:
            return
        self._forget_removed()
        at, mark = self._rows.index(gone), gone.mark()
        self._rows.remove(gone)
        if mark.seen.strip():
            self._away = (at, mark)
            self._undo_line.show()
            self._undo_line.focus_button()
        else:
            self.focus_box()
        self._list.removeWidget(gone)
        gone.hide()
        gone.deleteLater()
        self._number()
        self.report()

    @Slot()
    def _undo(self) -> None:
        if self._away is None:
            return
        (at, mark), self._away = self._away, None
        self._insert(at, mark).area.setFocus(Qt.FocusReason.TabFocusReason)
        self._number()
        self._undo_line.hide()
        self.report()

    def _forget_removed(self) -> None:
        self._away = None
        self._undo_line.hide()
