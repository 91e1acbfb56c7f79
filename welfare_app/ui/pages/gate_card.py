"""What stands against going on with a talk, and the way on all the same: a reason."""

from PySide6.QtCore import QTimer, Signal, Slot
from PySide6.QtWidgets import QFrame, QVBoxLayout

from welfare_app.presenters.talk_steps import GateScreen
from welfare_app.ui.pages.trouble_card import announce
from welfare_app.ui.parts import Item, Kit, column, flow, row
from welfare_app.ui.parts.layout import clear

_ASK = "To go on all the same, say why"


class GateCard(QFrame):
    """Out of the way until someone tries to go on past a closed gate."""

    passed = Signal(str)
    """The reason to go on all the same."""

    def __init__(self, kit: Kit) -> None:
        super().__init__()
        self._kit = kit
        self._shown: GateScreen | None = None
        self._reason = kit.area()
        self._field = kit.field(_ASK, self._reason)
        go = kit.button("Go on for this reason", compact=True, pressed=self._pass)
        self._words = QVBoxLayout()
        self._words.setContentsMargins(0, 0, 0, 0)
        self._words.setSpacing(0)
        gap = kit.space(3)
        card = kit.card(self._words, gap, self._field, gap, flow(go), look="attention", pad=4)
        self.setLayout(column(card, margins=(0, 0, 0, kit.space(4))))
        self.hide()

    def show_gate(self, gate: GateScreen | None) -> None:
        """Show what stands against going on, or get out of the way."""
        if gate == self._shown:
            return
        self._shown = gate
        clear(self._words)
        self.setVisible(gate is not None)
        if gate is None:
            self._reason.clear()
            return
        lines = self._lines(gate)
        for line in lines:
            self._words.addWidget(line)
        said = " ".join(f"{title}. {todo}" for title, todo in gate.stops)
        announce(self, said or _missing(gate.missing))

    def take_keyboard(self) -> None:
        """Be where one goes on, as when nothing else on the page asks for anything."""
        QTimer.singleShot(0, self, self._field.focus_editor)  # once it has its place

    def _lines(self, gate: GateScreen) -> list[QFrame]:
        kit = self._kit
        found = list(gate.stops)
        if gate.missing:
            found.append((_missing(gate.missing), "Each can be left with a reason of its own."))
        lines = []
        for title, todo in found:
            said: list[Item] = [kit.text(title, "strong", wide=True)]
            if todo:
                said.append(kit.text(todo, wide=True))
            icon = kit.icon("octagon-alert", "attention", line="strong")
            body = column(*said, margins=(0, 0, 0, kit.space(2)))
            frame = QFrame()
            frame.setLayout(row(icon, kit.space(3), body, top=True))
            frame.setAccessibleName(title)
            lines.append(frame)
        return lines

    @Slot()
    def _pass(self) -> None:
        if not self._reason.toPlainText().strip():
            self._field.set_problem("A few words are enough")
            self._field.focus_editor()
            return
        self._field.set_problem("")
        self.passed.emit(self._reason.toPlainText())


def _missing(count: int) -> str:
    return "One answer is missing" if count == 1 else f"{count} answers are missing"
