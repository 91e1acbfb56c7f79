"""What is asked of something that happened: what, when, and how it is known."""

from PySide6.QtCore import QEvent, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame

from welfare_app.domain.sign import Known
from welfare_app.domain.wording import KNOWN
from welfare_app.presenters.chronology import EntryForm
from welfare_app.ui.pages.day_boxes import DayBoxes
from welfare_app.ui.parts import Kit, Option, column, flow
from welfare_app.ui.parts.keys import takes_escape
from welfare_app.ui.parts.layout import hugging

_WHEN = "Leave empty what is not known. A year is enough."
_HOUR_WIDTH = 128


class ChronologyForm(QFrame):
    """A panel in the place of the button that opened it. Esc shuts it and keeps the page."""

    given = Signal(str, str, str, str)
    """What, when, the hour and how it is known."""
    left = Signal()

    def __init__(self, kit: Kit) -> None:
        super().__init__()
        self.setObjectName("well")
        self._shown: EntryForm | None = None
        self._title = kit.text("", "heading")
        self._what = kit.area()
        self._day = DayBoxes(kit, "when it happened")
        self._hour = kit.line(figures=True)
        self._known = kit.choices([Option(one.value, KNOWN[one]) for one in Known], across=True)
        self._what_field = kit.field("What happened, and where?", self._what)
        self._known_field = kit.field("How is it known?", self._known)
        keep = kit.button("Keep it", "primary", key="Ctrl+Enter", pressed=self._give)
        leave = kit.button("Write nothing", "quiet", pressed=self.left.emit)
        edge = kit.space(4)
        self.setLayout(
            column(
                self._title,
                kit.space(3),
                self._what_field,
                kit.space(4),
                kit.field("When did it happen?", self._day, hint=_WHEN),
                kit.space(4),
                kit.field("At what hour, if that is known?", self._hour, width=_HOUR_WIDTH),
                kit.space(4),
                self._known_field,
                kit.space(4),
                flow(keep, leave, gap=kit.space(2)),
                margins=(edge, edge, edge, edge),
            )
        )
        self.setSizePolicy(hugging())
        self.hide()

    def event(self, event: QEvent) -> bool:
        """Keep Esc for shutting the panel; it would leave the page."""
        return takes_escape(event) or super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc writes nothing."""
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def show_form(self, form: EntryForm | None, problem: str) -> None:
        """Open on something to write, or shut. What is typed is not drawn over."""
        before, self._shown = self._shown, form
        self.setVisible(form is not None)
        self._known_field.set_problem(problem)
        if form is None or form == before:
            return
        self._title.say("Correct this entry" if form.entry else "Write something down")
        if self._what.toPlainText() != form.what:
            self._what.setPlainText(form.what)
        self._day.put(form.when)
        self._hour.setText(form.time)
        self._known.choose(form.known)
        if before is None:
            self._what_field.focus_editor()

    def forget(self) -> None:
        """Let go of what was typed."""
        self._shown = None
        self._what.clear()

    @Slot()
    def _give(self) -> None:
        self.given.emit(
            self._what.toPlainText(), self._day.value, self._hour.text(), self._known.value()
        )
