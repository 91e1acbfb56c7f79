"""Questions answered with a day, or as much of one as is remembered."""

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from welfare_app.domain.answers import Value
from welfare_app.ui.editors.date_parts import join, split
from welfare_app.ui.editors.editor import Editor
from welfare_app.ui.editors.group import Group, labelled, name_each
from welfare_app.ui.parts import Line, flow

_WIDTHS = {"Day": 72, "Month": 72, "Year": 96}


class DateEditor(Editor):
    """Day, month and year. The answer is ISO 8601, or what was typed where that is no day."""

    def make_input(self) -> QWidget:
        self._parts: dict[str, Line] = {}
        for label in _WIDTHS:
            line = self._parts[label] = self.kit.line(figures=True)
            line.textEdited.connect(self.report_soon)
        each = (
            labelled(self.kit, label, line, _WIDTHS[label]) for label, line in self._parts.items()
        )
        return Group(flow(*each, gap=self.kit.space(3)))

    def boxes(self) -> Sequence[QWidget]:
        return tuple(self._parts.values())

    def name_boxes(self) -> None:
        super().name_boxes()
        name_each(self._parts, self.name)

    def value(self) -> Value:
        day, month, year = (line.text() for line in self._parts.values())
        return join(day, month, year)

    def set_value(self, value: Value | None) -> None:
        text = value if isinstance(value, str) else ""
        if text != self.value():
            for line, part in zip(self._parts.values(), split(text), strict=True):
                line.setText(part)


class PartialDateEditor(DateEditor):
    """A year, a month of a year, or a day: what is not known stays empty."""

    always_said = "Leave empty what is not known. A year is enough."
