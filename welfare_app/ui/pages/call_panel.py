"""Calls at a stage: those written down, and the way to write down the one just made."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QFrame, QVBoxLayout

from welfare_app.presenters.call_log import CallAsked, CallLine, CallsScreen
from welfare_app.ui.pages.day_boxes import DayBoxes
from welfare_app.ui.pages.panel import Panel
from welfare_app.ui.parts import Item, Kit, column, flow
from welfare_app.ui.parts.layout import clear, fill


class CallForm(Panel):
    """One call, as it is written down. Where nobody answered there is nothing that was said."""

    given = Signal(object)
    """A `CallAsked`, as it was typed."""

    def __init__(self, kit: Kit, ask: CallsScreen, *, answered: bool) -> None:
        super().__init__(kit, "Keep the call")
        self.answered = answered
        self._body, self._hour = kit.line(ask.body), kit.line(ask.hour, figures=True)
        self._day = DayBoxes(kit, "Day of the call")
        self._day.put(ask.day)
        self._person, self._reference = kit.line(), kit.line()
        self._advice, self._hold = kit.area(), kit.area()
        fields = {
            "body": kit.field("Whom did you call?", self._body),
            "day": kit.field("On which day?", self._day),
            "hour": kit.field("At what time?", self._hour),
        }
        if answered:
            wait = "Leave it blank if they asked for nothing."
            fields |= {
                "person": kit.field("Who answered?", self._person),
                "reference": kit.field("What reference did they give?", self._reference),
                "advice": kit.field("What did they say?", self._advice),
                "hold": kit.field("What did they ask you to wait with?", self._hold, hint=wait),
            }
        self.arrange(kit, fields)

    @Slot()
    def give(self) -> None:
        """Report what is typed."""
        said = (self._person.text(), self._reference.text())
        long = (self._advice.toPlainText(), self._hold.toPlainText())
        self.given.emit(
            CallAsked(
                self._body.text(), self._day.value, self._hour.text(), self.answered, *said, *long
            )
        )


class CallPanel(QFrame):
    """Whom they called, when, who answered and what was said. Nothing of it is changed later."""

    written = Signal(object)
    """A `CallAsked`, as it was typed."""

    def __init__(self, kit: Kit) -> None:
        super().__init__()
        self._kit = kit
        self._shown: CallsScreen | None = None
        self._form: CallForm | None = None
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
            self._forget()
        if calls is None or calls == before:
            return
        if before is None or calls.lines != before.lines:
            clear(self._lines)
            self._forget()
            fill(self._lines, tuple(self._list(calls.lines)))
        if self._form is not None:
            self._form.show_problems(calls.problems)

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
        if self._form is None or self._form.answered != answered:
            clear(self._ask_here)
            self._form = CallForm(self._kit, self._shown, answered=answered)
            self._form.given.connect(self.written)
            self._ask_here.addWidget(self._form)
        opener = self._write if answered else self._nobody
        self._form.open(opener, first="person" if answered else "body")

    def _forget(self) -> None:
        self._form = None
        clear(self._ask_here)
