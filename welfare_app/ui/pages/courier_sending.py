"""Asks which case goes to whom, and why."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QFrame, QVBoxLayout

from welfare_app.presenters.courier import UNCHOSEN, ColleagueLine, CourierScreen
from welfare_app.ui.parts import Area, Field, Kit, Option, Pick, row
from welfare_app.ui.parts.layout import clear, fill

_NOBODY = "First add a colleague’s card below, and compare the digits with them."
_NOTHING = "There is no case in this vault yet."


class SendForm(QFrame):
    """Three questions and a button. What is typed stays until the case is locked."""

    sent = Signal(str, str, str)
    """The case, the colleague and the reason."""

    def __init__(self, kit: Kit) -> None:
        super().__init__()
        self._kit = kit
        self._box = QVBoxLayout(self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._offered: tuple[object, ...] | None = None
        self._fields: dict[str, Field] = {}
        self._case: Pick | None = None
        self._whom: Pick | None = None
        self._reason: Area | None = None

    def show_screen(self, screen: CourierScreen) -> None:
        """Offer the cases and colleagues there are, and say what is missing."""
        trusted = tuple(one for one in screen.colleagues if one.trusted)
        offered = (screen.cases, trusted)
        if offered != self._offered:
            self._offered = offered
            self._ask(screen.cases, trusted)
        for name, field in self._fields.items():
            field.set_problem(UNCHOSEN[name] if name in screen.missing else "")
        if screen.missing and (first := self._fields.get(screen.missing[0])) is not None:
            first.focus_editor()

    def forget(self) -> None:
        """Empty what was typed."""
        if self._reason is not None:
            self._reason.clear()

    def _ask(self, cases: tuple[tuple[str, str], ...], trusted: tuple[ColleagueLine, ...]) -> None:
        kit = self._kit
        before = self._said()
        clear(self._box)
        self._fields, self._case, self._whom, self._reason = {}, None, None, None
        if not (cases and trusted):
            words = _NOTHING if trusted else _NOBODY
            fill(self._box, (kit.text(words, "body", "quiet"),))
            return
        self._case = kit.pick([Option(*one) for one in cases], before[0], empty="Choose a case")
        people = [Option(one.id, f"{one.name}, {one.where}") for one in trusted]
        self._whom = kit.pick(people, before[1], empty="Choose a colleague")
        self._reason = kit.area(before[2])
        self._fields = {
            "case": kit.field("Which case", self._case),
            "colleague": kit.field("For whom", self._whom),
            "reason": kit.field(
                "Why it goes to them", self._reason, hint="Kept in this vault, not in the file."
            ),
        }
        send = kit.button("Lock and save the file", icon="lock", pressed=self._send)
        gap = kit.space(4)
        case, whom, reason = self._fields.values()
        fill(self._box, (case, gap, whom, gap, reason, gap, row(send, None)))

    def _said(self) -> tuple[str, str, str]:
        if self._case is None or self._whom is None or self._reason is None:
            return "", "", ""
        return self._case.value(), self._whom.value(), self._reason.toPlainText()

    @Slot()
    def _send(self) -> None:
        self.sent.emit(*self._said())
