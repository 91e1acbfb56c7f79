"""What changes the path of a case at once, above the stage that is due."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout

from welfare_app.presenters.pack_screen import GateLine
from welfare_app.ui.pages.trouble_card import announce
from welfare_app.ui.parts import Item, Kit, column, row
from welfare_app.ui.parts.layout import clear

_ICON, _HOLDS = "triangle-alert", "octagon-alert"


class BranchCards(QFrame):
    """A quiet card for each gate that stands; one that is new is said aloud."""

    circle_wanted = Signal()
    """To keep the case to a few people, where a gate offers that."""

    def __init__(self, kit: Kit) -> None:
        super().__init__()
        self._kit = kit
        self._shown: tuple[GateLine, ...] = ()
        self._cards = QVBoxLayout()
        self.setLayout(column(self._cards))
        self.hide()

    def show_gates(self, gates: tuple[GateLine, ...]) -> None:
        """Show these, and no other."""
        if gates == self._shown:
            return
        new = [one for one in gates if one.key not in {before.key for before in self._shown}]
        self._shown = gates
        clear(self._cards)
        for gate in gates:
            self._cards.addWidget(self._card(gate))
        self.setVisible(bool(gates))
        if new:
            announce(self, " ".join(". ".join((one.title, *one.tasks)) for one in new))

    def _card(self, gate: GateLine) -> QFrame:
        kit = self._kit
        items: list[Item] = [kit.text(gate.title, "strong", wide=True)]
        items += [kit.text(line, wide=True) for line in gate.tasks]
        if gate.numbers:
            called = [f"{one.name}: {one.digits}" for one in gate.numbers]
            items += [kit.space(2), *(kit.text(line, "strong", figures=True) for line in called)]
        if gate.circle:
            keep = kit.button("Keep this case to a few people", icon="lock-keyhole", compact=True)
            keep.clicked.connect(self.circle_wanted)
            items += [kit.space(3), row(keep, None)]
        icon = kit.icon(_HOLDS if gate.holds else _ICON, "attention", line="strong")
        body = row(icon, kit.space(3), column(*items), top=True)
        card = kit.card(body, look="attention", pad=4)
        card.setAccessibleName(gate.title)
        frame = QFrame()
        frame.setLayout(column(card, margins=(0, 0, 0, kit.space(3))))
        return frame
