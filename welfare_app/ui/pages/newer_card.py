"""Says on the overview that there is a newer form, what changed, and offers to move to it."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QFrame, QVBoxLayout

from welfare_app.presenters.newer_form import NewerForm
from welfare_app.ui.parts import Item, Kit, Question, row
from welfare_app.ui.parts.layout import clear, fill
from welfare_app.ui.shell import Page

_MOVE = Question(
    "Move this referral to the newer form?",
    "Every answer is kept. What is no longer asked is not sent. It cannot be moved back.",
    do="Move to it",
    keep="Stay on this form",
)


class NewerCard(QFrame):
    """Out of the way until there is a newer form."""

    moved = Signal()

    def __init__(self, kit: Kit, page: Page, *, below: int = 0) -> None:
        """Make it for a page; `below` is a step of space kept under it."""
        super().__init__()
        self._kit, self._page = kit, page
        self._shown: NewerForm | None = None
        self._box = QVBoxLayout(self)
        self._box.setContentsMargins(0, 0, 0, kit.space(below) if below else 0)
        self.hide()

    def show_newer(self, newer: NewerForm | None) -> None:
        """Say what changed, or nothing."""
        if newer == self._shown:
            return
        self._shown = newer
        clear(self._box)
        self.setVisible(newer is not None)
        self.setAccessibleName(newer.title if newer else "")
        if newer is not None:
            kit = self._kit
            lines: list[Item] = []
            for label, what in newer.lines:
                lines += [kit.space(2), kit.point("arrow-right", label, what)]
            fill(
                self._box,
                (
                    kit.card(
                        kit.text(newer.title, "strong"),
                        *lines,
                        kit.space(3),
                        row(kit.button("Move to it", pressed=self._ask), None),
                        look="attention",
                        pad=4,
                    ),
                ),
            )

    @Slot()
    def _ask(self) -> None:
        self._page.ask(_MOVE, self._answered)

    def _answered(self, sure: bool) -> None:
        if sure:
            self.moved.emit()
