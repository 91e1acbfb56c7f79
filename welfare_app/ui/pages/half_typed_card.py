"""Words that were half-typed when the laptop was locked, to be taken up again or let go of."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout

from welfare_app.presenters.half_typed import HalfTypedLine
from welfare_app.ui.parts import Button, Item, Kit, column, flow, holding, row
from welfare_app.ui.parts.editors import Area
from welfare_app.ui.parts.layout import clear

_ABOUT = "It is not written down anywhere yet. Copy what you need, and write it there."


class HalfTypedCard(QFrame):
    """A card for each page. The words stay folded: somebody may be looking on."""

    done = Signal(str)
    """What is done with."""
    let_go = Signal(object)
    """Some are gone: what puts them back."""

    def __init__(self, kit: Kit) -> None:
        super().__init__()
        self._kit = kit
        self._cards = QVBoxLayout()
        self.setLayout(column(self._cards))
        self.hide()

    def show_half_typed(self, lines: tuple[HalfTypedLine, ...]) -> None:
        """Offer these, or get out of the way."""
        self.setVisible(bool(lines))
        clear(self._cards)
        for one in lines:
            self._cards.addWidget(self._card(one))
            self._cards.addSpacing(self._kit.space(5))

    def say_let_go(self, undo: Callable[[], None]) -> None:
        """Say that some are gone, and offer to put them back."""
        self.let_go.emit(undo)

    def _card(self, one: HalfTypedLine) -> QFrame:
        kit = self._kit
        words = holding(column(*self._words(one)))
        words.hide()
        title = "You were still typing when it locked"
        show = kit.button("Show the words", compact=True, name=f"Show the words: {one.where}")
        show.clicked.connect(partial(self._unfold, words, show))
        done = kit.button("Done with it", "quiet", compact=True, name=f"Done with it: {one.where}")
        done.clicked.connect(partial(self._tell, one.key))
        head = holding(column(kit.text(title, "strong"), kit.text(one.where, "small", "quiet")))
        return kit.card(
            flow(head, None, holding(row(show, kit.space(2), done)), gap=kit.space(4)), words, pad=4
        )

    def _words(self, one: HalfTypedLine) -> list[Item]:
        kit = self._kit
        items: list[Item] = [kit.space(3), kit.text(_ABOUT, "small", "quiet", wide=True)]
        for asked, said in one.said:
            words = kit.area(said)
            words.setReadOnly(True)
            items += [kit.space(3), kit.field(asked, words)]
        return items

    def _unfold(self, words: QFrame, button: Button, _checked: bool = False) -> None:
        words.show()
        words.findChildren(Area)[0].setFocus(Qt.FocusReason.OtherFocusReason)
        button.hide()

    def _tell(self, key: str, _checked: bool = False) -> None:
        self.done.emit(key)
