"""A day typed in three boxes, outside any form."""

from PySide6.QtWidgets import QFrame

from welfare_app.ui.editors.date_parts import join, split
from welfare_app.ui.editors.group import Group, labelled, name_each
from welfare_app.ui.parts import Kit, Line, column, flow

_WIDTHS = {"Day": 72, "Month": 72, "Year": 96}


class DayBoxes(QFrame):
    """Day, month and year. The value is ISO 8601, or what was typed where that is no day."""

    def __init__(self, kit: Kit, name: str) -> None:
        super().__init__()
        self._lines: dict[str, Line] = {label: kit.line(figures=True) for label in _WIDTHS}
        boxes = (labelled(kit, label, line, _WIDTHS[label]) for label, line in self._lines.items())
        self.setLayout(column(Group(flow(*boxes, gap=kit.space(3)))))
        name_each(self._lines, name)

    @property
    def value(self) -> str:
        """What is typed, as ISO 8601; blank where nothing is."""
        day, month, year = (line.text() for line in self._lines.values())
        return join(day, month, year)

    def put(self, iso: str) -> None:
        """Show a day that is known."""
        for line, part in zip(self._lines.values(), split(iso), strict=True):
            line.setText(part if iso else "")
