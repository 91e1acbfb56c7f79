"""The three consents, each on a card of its own, and the way to take one back."""

from functools import partial

from PySide6.QtCore import Signal, SignalInstance
from PySide6.QtWidgets import QFrame

from welfare_app.presenters.consents import ConsentCard, ConsentsScreen
from welfare_app.ui.pages.reason_panel import ReasonPanel
from welfare_app.ui.pages.trouble_card import TroubleCard
from welfare_app.ui.parts import Item, Kit, row
from welfare_app.ui.shell import Page

_INTRO = "Three different things. Each can be taken back at any time, and needs no reason."
_THEIR_WORDS = "In their own words, if they gave any"
_BACK = ("They take it back", "It stands")
_AGAIN = ("They give it again", "Not so")


class ConsentsPage(Page):
    """Shows what was explained and answered, the oldest first."""

    withdrawn = Signal(str, str)
    """The consent's id, and the worker's own words."""
    renewed = Signal(str, str)

    def __init__(self, kit: Kit) -> None:
        super().__init__(kit, "Consent", back="Interview")

    def show_screen(self, screen: ConsentsScreen) -> None:
        """Draw the cards."""
        kit, self.where = self.kit, screen.where
        trouble = TroubleCard(kit, below=4)
        trouble.show_trouble(screen.trouble)
        items: list[Item] = [kit.header("Consent", sentence=_INTRO), kit.space(4), trouble]
        for card in screen.cards:
            items += [self._card(card), kit.space(4)]
        self.put_body(*items)

    def _card(self, card: ConsentCard) -> QFrame:
        kit, gap = self.kit, self.kit.space(2)
        state = "Stands" if card.stands else "Taken back" if card.taken_back else "Not given"
        chip = kit.chip(state if card.answers else "Not asked yet")
        items: list[Item] = [row(kit.text(card.title, "heading"), None, chip)]
        for line in (*card.answers, card.explained, card.withdrawn, card.renewed):
            if line:
                items += [gap, kit.text(line, figures=True, wide=True)]
        if card.words:
            said = kit.text(f"“{card.words}”", "words", wide=True)
            items += [kit.space(3), row(kit.bar(), said, gap=kit.space(3))]
        for at, point in enumerate(card.points):
            items += [kit.space(3) if at == 0 else kit.space(1), kit.point("check", point)]
        for at, point in enumerate(card.left_out):
            note = "Not ticked as explained"
            items += [kit.space(3) if at == 0 else kit.space(1), kit.point("minus", point, note)]
        if card.stands:
            items += [kit.space(3), *self._turn(card, *_BACK, self.withdrawn)]
        if card.taken_back:
            items += [kit.space(3), *self._turn(card, *_AGAIN, self.renewed)]
        return kit.card(*items)

    def _turn(self, card: ConsentCard, words: str, keep: str, told: SignalInstance) -> list[Item]:
        kit = self.kit
        button = kit.button(words, "quiet", compact=True, flush="leading")
        button.setAccessibleName(f"{words}: {card.title}")
        panel = ReasonPanel(kit, button, _THEIR_WORDS, "Write it down", keep)
        panel.given.connect(partial(told.emit, card.id))
        return [row(button, None), panel]
