"""Perhaps a sign: the newest suggestion, the very words behind it, and two answers to it."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QFrame, QVBoxLayout

from welfare_app.presenters.aside import Perhaps
from welfare_app.ui.pages.reason_panel import ReasonPanel
from welfare_app.ui.pages.spare_key import SpareKey
from welfare_app.ui.pages.trouble_card import announce
from welfare_app.ui.parts import Item, Kit, flow, holding
from welfare_app.ui.parts.layout import clear, column, fill

_WHY_NOT = (
    "There is an ordinary explanation",
    "It was about someone else",
    "I misheard or mistyped it",
    "The words mean something else here",
)


class PerhapsCard(QFrame):
    """One at a time, the newest first. Nothing is noted until somebody notes it."""

    noted = Signal(object)
    """The `Suggestion`."""
    dismissed = Signal(object, str)
    """The `Suggestion`, and why it is not a sign."""

    def __init__(self, kit: Kit, page: QFrame) -> None:
        super().__init__()
        self._kit = kit
        self._shown: tuple[Perhaps, ...] = ()
        self._words = QVBoxLayout()
        self._words.setContentsMargins(0, 0, 0, 0)
        self._words.setSpacing(0)
        note = kit.button("Note it", compact=True, key="Ctrl+Shift+I", pressed=self._note)
        not_one = kit.button("Not a sign", "quiet", compact=True)
        SpareKey("Ctrl+Shift+I", note, page)
        self.panel = ReasonPanel(
            kit, not_one, "Why is it not a sign?", "Not a sign", "Leave it open", usual=_WHY_NOT
        )
        self.panel.given.connect(self._dismiss)
        actions = holding(flow(note, not_one, gap=kit.space(1)))
        self.setLayout(column(self._words, kit.space(2), actions, kit.space(4)))
        self.hide()

    def show_perhaps(self, perhaps: tuple[Perhaps, ...]) -> None:
        """Show the first of these; the others wait."""
        if perhaps == self._shown:
            return
        self._shown = perhaps
        self.panel.begin_again()
        self.setVisible(bool(perhaps))
        clear(self._words)
        if perhaps:
            fill(self._words, tuple(self._items(perhaps[0], len(perhaps) - 1)))
            announce(self, f"Perhaps a sign: {perhaps[0].title}")

    def _items(self, first: Perhaps, more: int) -> list[Item]:
        kit, gap = self._kit, self._kit.space(1)
        also = f"Perhaps a sign, and {more} more" if more else "Perhaps a sign"
        head = kit.text(also, "caption_strong", "quiet", figures=True)
        words = f"“{first.sentence}”" if first.said else first.sentence
        because = ", ".join(dict.fromkeys(first.sentence[a:b].lower() for a, b in first.marks))
        items: list[Item] = [head, gap, kit.text(first.title, "small_strong", wide=True), gap]
        if first.time:
            items.append(kit.text(f"From {first.time}", "caption", "quiet", figures=True))
        role = "words_small" if first.said else "small"
        reason = kit.text(f"Because of: {because}", "caption", "quiet", wide=True)
        return [*items, kit.text(words, role, wide=True), gap, reason]

    @Slot()
    def _note(self) -> None:
        if self._shown:
            self.noted.emit(self._shown[0].offered)

    @Slot(str)
    def _dismiss(self, reason: str) -> None:
        if self._shown:
            self.dismissed.emit(self._shown[0].offered, reason)
