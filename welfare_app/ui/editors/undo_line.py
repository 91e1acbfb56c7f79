"""The line that offers to put back a row that was just taken away."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame

from welfare_app.ui.parts import Kit, flow


class UndoLine(QFrame):
    """Hidden until it is offered, and again once it is used or comes too late."""

    undone = Signal()

    def __init__(self, kit: Kit) -> None:
        super().__init__()
        self._button = kit.button("Undo", "quiet", icon="undo-2", compact=True)
        self._button.clicked.connect(self.undone)
        self.setLayout(flow(kit.text("Row taken away.", "small"), self._button, gap=kit.space(2)))
        self.hide()

    def focus_button(self) -> None:
        """Put the keyboard where the row can be put back."""
        self._button.setFocus(Qt.FocusReason.TabFocusReason)
