"""Says on a page what has just been done, in sight and aloud."""

from PySide6.QtWidgets import QFrame, QVBoxLayout

from welfare_app.ui.pages.trouble_card import announce
from welfare_app.ui.parts import Kit
from welfare_app.ui.parts.layout import clear


class DoneCard(QFrame):
    """Out of the way until something is done."""

    def __init__(self, kit: Kit, *, below: int = 4) -> None:
        """Make it; `below` is a step of space kept under it while it says something."""
        super().__init__()
        self._kit, self._said = kit, ""
        self._box = QVBoxLayout(self)
        self._box.setContentsMargins(0, 0, 0, kit.space(below))
        self.hide()

    def show_done(self, words: str) -> bool:
        """Say this instead, or nothing; whether it is something new that was done."""
        if words == self._said:
            return False
        self._said = words
        clear(self._box)
        self.setVisible(bool(words))
        if words:
            self._box.addWidget(self._kit.notice("circle-check", words, look="accent"))
            announce(self, words)
        return bool(words)
