"""Calls at a stage: those written down, and the way to write down the one just made."""

from PySide6.QtCore import QEvent, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QVBoxLayout

from welfare_app.presenters.call_log import CallAsked, CallLine, CallsScreen
from welfare_app.ui.pages.day_boxes import DayBoxes
from welfare_app.ui.parts import Field, Item, Kit, column, flow
from welfare_app.ui.parts.keys import takes_escape
from welfare_app.ui.parts.layout import clear, fill


class CallPanel(QFrame):
    """Whom they called, when, who answered and what was said. Nothing of it is changed later."""

    written = Signal(object)
    """A `CallAsked`, as it was typed."""

    def __init__(self, kit: Kit) -> None:
        super().__init__()
        self._kit = kit
        self._shown: CallsScreen | None = None
        self._fields: dict[str, Field] = {}
        self._lines, self._ask_here = QVBoxLayout(), QVBoxLayout()
        self._write = kit.button("Write down the call", icon="pen-line", pressed=self._answered)
        self._nobody = kit.button("No answer", "quiet", pressed=self._unanswered)
        buttons = flow(self._write, self._nobody, gap=kit.space(2))
        gap = kit.space(3)
        parts = (self._lines, buttons, gap, self._ask_here)
        self.setLayout(column(*parts, margins=(0, kit.space(3), 0, 0)))
        self.hide()

    def show_calls(self, calls: CallsScreen | None) -> None:
        """Show these, or get out of the way where no call belongs."""
        self.setVisible(calls is not None)
        before, self._shown = self._shown, calls
        if calls is None or before is None or calls.stage != before.stage:
            self._shut_quietly()
        if calls is None or calls == before:
            return
        if before is None or calls.lines != before.lines:
            clear(self._lines)
            self._shut_quietly()
            fill(self._lines, tuple(self._list(calls.lines)))
        for name, problem in calls.problems:
            self._fields[name].set_problem(problem)
        if calls.problems:
            self._fields[calls.problems[0][0]].focus_editor()

    def event(self, event: QEvent) -> bool:
        """Keep Esc for shutting the panel; it would leave the page."""
        return takes_escape(event) or super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc shuts, and gives the keyboard back."""
        if event.key() == Qt.Key.Key_Escape and self._fields:
            self._shut()
        else:
            super().keyPressEvent(event)

    def _list(self, calls: tuple[CallLine, ...]) -> list[Item]:
        kit = self._kit
        items: list[Item] = [kit.text("Calls written down", "small_strong")] if calls else []
        for one in calls:
            items += [kit.space(2), kit.point(one.icon, one.title, ink="accent", role="body")]
            items += [kit.text(line, "small", "quiet", figures=True) for line in one.lines]
        return [*items, kit.space(3)] if items else []

    @Slot()
    def _answered(self) -> None:
        self._open(answered=True)

    @Slot()
    def _unanswered(self) -> None:
        self._open(answered=False)

    def _open(self, *, answered: bool) -> None:
        if self._shown is None:
            return
        kit, ask = self._kit, self._shown
        clear(self._ask_here)
        self._is_answered = answered
        self._body, self._hour = kit.line(), kit.line(figures=True)
        self._body.setText(ask.body)
        self._hour.setText(ask.hour)
        self._day = DayBoxes(kit, "Day of the call")
        self._day.put(ask.day)
        self._person, self._reference = kit.line(), kit.line()
        self._advice, self._hold = kit.area(), kit.area()
        self._fields = {
            "body": kit.field("Whom did you call?", self._body),
            "day": kit.field("On which day?", self._day),
            "hour": kit.field("At what time?", self._hour),
        }
        if answered:
            wait = "Leave it blank if they asked for nothing."
            self._fields |= {
                "person": kit.field("Who answered?", self._person),
                "reference": kit.field("What reference did they give?", self._reference),
                "advice": kit.field("What did they say?", self._advice),
                "hold": kit.field("What did they ask you to wait with?", self._hold, hint=wait),
            }
        keep = kit.button("Keep the call", compact=True, pressed=self._give)
        leave = kit.button("Not now", "quiet", compact=True, pressed=self._shut)
        items: list[Item] = []
        for field in self._fields.values():
            items += [field, kit.space(3)]
        well, edge = QFrame(), kit.space(4)
        well.setObjectName("well")
        actions = flow(keep, leave, gap=kit.space(2))
        well.setLayout(column(*items, actions, margins=(edge, edge, edge, edge)))
        self._ask_here.addWidget(well)
        first = self._fields["person" if answered else "body"]
        QTimer.singleShot(0, self, first.focus_editor)  # once it has its place

    @Slot()
    def _give(self) -> None:
        for field in self._fields.values():
            field.set_problem("")
        told = self._is_answered
        self.written.emit(
            CallAsked(
                self._body.text(),
                self._day.value,
                self._hour.text(),
                told,
                self._person.text() if told else "",
                self._reference.text() if told else "",
                self._advice.toPlainText() if told else "",
                self._hold.toPlainText() if told else "",
            )
        )

    @Slot()
    def _shut(self) -> None:
        self._shut_quietly()
        self._write.setFocus(Qt.FocusReason.OtherFocusReason)

    def _shut_quietly(self) -> None:
        self._fields = {}
        clear(self._ask_here)
