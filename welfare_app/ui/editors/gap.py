"""Why there is no answer: one of four reasons, and a few words."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame

from welfare_app.domain.answers import Gap, Why
from welfare_app.domain.wording import WHY
from welfare_app.ui.parts import Kit, Option, column

OPEN = "There is no answer to this"
CLOSE = "Answer it after all"
KEY = "Ctrl+0"


class GapPanel(QFrame):
    """Opens in the place of the input, which keeps what was typed in it."""

    chosen = Signal()
    typed = Signal()

    def __init__(self, kit: Kit, label: str) -> None:
        super().__init__()
        self._why = kit.choices([Option(why.value, words) for why, words in WHY.items()])
        self._reason = kit.line()
        why = kit.field("Why is there no answer?", self._why)
        reason = kit.field("The reason, in a few words", self._reason)
        self._why.setAccessibleName(f"Why is there no answer? {label}")
        self._reason.setAccessibleName(f"The reason, in a few words. {label}")
        self.setLayout(column(why, reason, gap=kit.space(2), margins=(0, kit.space(2), 0, 0)))
        self._why.answered.connect(self.chosen)
        self._reason.textEdited.connect(self.typed)

    def value(self) -> Gap | None:
        """The gap, once one of the four is chosen."""
        why = self._why.value()
        return Gap(Why(why), self._reason.text().strip()) if why else None

    def show_gap(self, gap: Gap) -> None:
        """Show a gap that was kept."""
        self._why.choose(gap.why.value)
        if self._reason.text().strip() != gap.reason:
            self._reason.setText(gap.reason)

    def focus_first(self) -> None:
        """Put the keyboard on the four choices."""
        self._why.focus_first()
