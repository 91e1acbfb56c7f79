"""Says on a page what went wrong, in sight and aloud."""

from typing import TYPE_CHECKING

from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from welfare_app.ui.parts import Item, Kit, column, row
from welfare_app.ui.parts.layout import clear, fill

if TYPE_CHECKING:  # the locked screen is painted before presenters are loaded
    from welfare_app.presenters.telling import Trouble


def announce(on: QWidget, words: str) -> None:
    """Have a screen reader say words that nobody moved the keyboard to."""
    QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(on, words))


class TroubleCard(QFrame):
    """Out of the way until there is trouble; then what happened, what is safe, what to do."""

    def __init__(self, kit: Kit, *, below: int = 0) -> None:
        """Make it; `below` is a step of space kept under it while it says something."""
        super().__init__()
        self._kit = kit
        self._trouble: Trouble | None = None
        self._box = QVBoxLayout(self)
        self._box.setContentsMargins(0, 0, 0, kit.space(below) if below else 0)
        self.hide()

    @property
    def trouble(self) -> "Trouble | None":
        """What it says."""
        return self._trouble

    def show_trouble(self, trouble: "Trouble | None") -> None:
        """Say this instead, or nothing. The same again is not said twice aloud."""
        if trouble == self._trouble:
            return
        self._trouble = trouble
        clear(self._box)
        self.setVisible(trouble is not None)
        self.setAccessibleName(trouble.happened if trouble else "")
        self.setAccessibleDescription(_rest(trouble) if trouble else "")
        if trouble is not None:
            self._box.addWidget(self._card(trouble))
            announce(self, trouble.sentence())

    def _card(self, trouble: "Trouble") -> QFrame:
        kit, look = self._kit, "danger" if trouble.grave else "attention"
        icon = kit.icon("shield-alert" if trouble.grave else "circle-alert", look, line="strong")
        said = column()
        lines = (trouble.safe, trouble.todo)
        more: list[Item] = [kit.text(line, figures=True, wide=True) for line in lines if line]
        fill(said, (kit.text(trouble.happened, "strong", figures=True, wide=True), *more))
        words = row(icon, kit.space(3), said, top=True)
        return kit.card(words, look="danger" if trouble.grave else "attention", pad=4)


def _rest(trouble: "Trouble") -> str:
    return " ".join(part for part in (trouble.safe, trouble.todo) if part)
