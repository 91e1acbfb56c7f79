"""One row of a question that repeats."""

from collections.abc import Mapping
from dataclasses import replace

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QFrame

from welfare_app.presenters.questions import Question
from welfare_app.ui.editors.one_text import ONE_TEXT
from welfare_app.ui.parts import Kit, column, flow


class RowCard(QFrame):
    """The parts of a row, each with its own editor, and the button that takes the row away."""

    answered = Signal()
    removed = Signal()

    def __init__(self, kit: Kit, question: Question, cells: Mapping[str, str]) -> None:
        super().__init__()
        self.setObjectName("card")
        known = {part.id for part in question.parts}
        # a part that an older form asked is kept, though nothing here shows it
        self._unshown = {name: text for name, text in cells.items() if name not in known}
        self._parts = {
            part.id: ONE_TEXT[part.kind](
                kit, replace(part, value=cells.get(part.id)), row_name=question.label
            )
            for part in question.parts
        }
        for part in self._parts.values():
            part.answered.connect(self._part_answered)
        self._title = kit.text("", "small_strong", "quiet", figures=True)
        self._remove = kit.button("Remove", "quiet", icon="x", compact=True, pressed=self._removed)
        head = flow(self._title, None, self._remove)
        pad = (kit.space(4), kit.space(2), kit.space(4), kit.space(4))
        self.setLayout(column(head, *self._parts.values(), gap=kit.space(2), margins=pad))

    def number(self, at: int) -> None:
        """Say which row this is, counting from one."""
        self._title.say(f"{at}")
        self._remove.setAccessibleName(f"Remove row {at}")
        for part in self._parts.values():
            part.row_name = f"row {at}"
            part.name_boxes()

    def cells(self) -> dict[str, str]:
        """What is filled in, by part."""
        said = {str(id): part.value() for id, part in self._parts.items()}
        filled = {id: text for id, text in said.items() if isinstance(text, str) and text}
        return {**self._unshown, **filled}

    def report(self) -> None:
        """Report every part now."""
        for part in tuple(self._parts.values()):
            part.report()

    def focus_first(self) -> None:
        """Put the keyboard in the first part."""
        next(iter(self._parts.values())).focus_input()

    @Slot(str, object)
    def _part_answered(self, _id: str, _answer: object) -> None:
        self.answered.emit()

    @Slot()
    def _removed(self) -> None:
        self.removed.emit()
