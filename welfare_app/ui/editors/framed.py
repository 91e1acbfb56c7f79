"""The frame of a question whose keyboard place can change, as when it opens to say why not."""

from collections.abc import Callable

from PySide6.QtWidgets import QLabel, QWidget

from welfare_app.ui.parts import Field
from welfare_app.ui.theme import Theme


class Framed(Field):
    """A field that asks its question where the keyboard should go."""

    def __init__(
        self,
        theme: Theme,
        label: str,
        editor: QWidget,
        *,
        hint: str,
        role: str,
        width: int,
        go: Callable[[], None],
    ) -> None:
        super().__init__(theme, label, editor, hint=hint, role=role, width=width)
        self._go = go

    def focus_editor(self) -> None:
        """Put the keyboard where the answer, or the reason for none, is given."""
        self._go()

    def show_label(self, *, shown: bool) -> None:
        """Show the question, or leave it to its control, as a tick says it beside its box."""
        for label in self.findChildren(QLabel):
            if label.buddy() is self.editor:
                label.setVisible(shown)


def mark(box: QWidget, *, problem: bool) -> None:
    """Draw the edge of one input as a problem or not. Restyles only where that changes."""
    if bool(box.property("problem")) is not problem:
        box.setProperty("problem", problem)
        box.style().unpolish(box)
        box.style().polish(box)
