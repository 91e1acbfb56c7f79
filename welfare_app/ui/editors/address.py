"""Questions answered with a postal address."""

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from welfare_app.domain.answers import Address, Value
from welfare_app.ui.editors.editor import Editor
from welfare_app.ui.editors.group import Group, labelled, name_each
from welfare_app.ui.parts import Line, column, holding, row

_POSTCODE = "Postcode"
_POSTCODE_WIDTH = 160


class AddressEditor(Editor):
    """Four lines, each of which may stay empty."""

    def make_input(self) -> QWidget:
        labels = ("Street", "Town or city", "County", _POSTCODE)
        self._lines: dict[str, Line] = {label: self.kit.line() for label in labels}
        each = []
        for label, line in self._lines.items():
            line.textEdited.connect(self.report_soon)
            if label == _POSTCODE:
                narrow = labelled(self.kit, label, line, _POSTCODE_WIDTH)
                each.append(holding(row(narrow, None)))
            else:
                each.append(labelled(self.kit, label, line))
        return Group(column(*each, gap=self.kit.space(2)))

    def boxes(self) -> Sequence[QWidget]:
        return tuple(self._lines.values())

    def name_boxes(self) -> None:
        super().name_boxes()
        name_each(self._lines, self.name)

    def value(self) -> Value:
        return Address(*(line.text() for line in self._lines.values()))

    def set_value(self, value: Value | None) -> None:
        kept = value if isinstance(value, Address) else Address()
        if kept == self.value():
            return
        texts = (kept.street, kept.town, kept.county, kept.postcode)
        for line, text in zip(self._lines.values(), texts, strict=True):
            line.setText(text)
