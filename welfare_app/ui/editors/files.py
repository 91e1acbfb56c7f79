"""Questions answered with files, which are attached elsewhere and only listed here."""

from PySide6.QtWidgets import QWidget

from welfare_app.domain.answers import Value
from welfare_app.ui.editors.editor import Editor
from welfare_app.ui.editors.group import Group
from welfare_app.ui.parts import column
from welfare_app.ui.parts.layout import clear


class FilesEditor(Editor):
    """The names of the files attached so far."""

    may_be_gap = False

    def make_input(self) -> QWidget:
        self._names: tuple[str, ...] = ()
        self._list = column(gap=self.kit.space(2))
        return Group(self._list)

    def value(self) -> Value:
        return self._names

    def set_value(self, value: Value | None) -> None:
        self._names = tuple(value) if isinstance(value, tuple) else ()
        clear(self._list)
        for name in self._names:
            self._list.addWidget(self.kit.point("paperclip", name, role="body"))
        if not self._names:
            self._list.addWidget(self.kit.text("No files are attached yet.", "body", "quiet"))
