"""Questions short enough to stand on one row with their answers, as in a list of needs."""

from collections.abc import Sequence

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QFrame, QWidget

from welfare_app.domain.answers import Value
from welfare_app.presenters.questions import usual
from welfare_app.ui.editors.editor import Editor
from welfare_app.ui.parts import Kit, Option, column, flow, holding

_LABEL = 300
"""How wide the questions are at normal text, so that the answers stand under one another."""


class YesNoDeclinedEditor(Editor):
    """Yes, no, or rather not say: beside the question where there is room, else under it."""

    label_beside = True
    stands_close = True

    def make_input(self) -> QWidget:
        asked = self.question
        options = asked.options or usual(asked.kind)
        self._choices = self.kit.choices(
            [Option(one.id, one.label) for one in options], across=True
        )
        if inside := self._choices.layout():
            inside.setSpacing(self.kit.space(5))
        self._choices.answered.connect(self.report)
        self._label = _Label(self.kit, asked.label, self._hint(), self._choices)
        return holding(flow(self._label, self._choices, gap=self.kit.space(3)))

    def boxes(self) -> Sequence[QWidget]:
        return (self._choices,)

    def name_boxes(self) -> None:
        self._input.setAccessibleName("")
        self._choices.setAccessibleName(self.name)

    def value(self) -> Value:
        return self._choices.value()

    def set_value(self, value: Value | None) -> None:
        self._choices.choose(*([value] if isinstance(value, str) and value else []))


class _Label(QFrame):
    """A question and its hint, as wide as those above and below it."""

    def __init__(self, kit: Kit, words: str, hint: str, choices: QWidget) -> None:
        super().__init__()
        self._wide = kit.theme.scaled(_LABEL)
        label, helping = kit.text(words), kit.text(hint, "small", "quiet")
        label.setBuddy(choices)
        self.setLayout(column(label, helping))
        helping.setVisible(bool(hint))

    def sizeHint(self) -> QSize:
        """The same width for every question, whatever its words."""
        return QSize(self._wide, super().sizeHint().height())
