"""What is asked of something that happened: what, when, and how it is known."""

from PySide6.QtCore import Signal, Slot

from welfare_app.domain.sign import Known
from welfare_app.domain.wording import KNOWN
from welfare_app.presenters.chronology import EntryForm
from welfare_app.ui.pages.day_boxes import DayBoxes
from welfare_app.ui.pages.panel import Panel
from welfare_app.ui.parts import Kit, Option

_WHEN = "Leave empty what is not known. A year is enough."
_HOUR_WIDTH = 128


class ChronologyForm(Panel):
    """A panel in the place of the button that opened it."""

    given = Signal(str, str, str, str)
    """What, when, the hour and how it is known."""
    left = Signal()

    def __init__(self, kit: Kit) -> None:
        super().__init__(kit, "Keep it", "Write nothing", key="Ctrl+Enter")
        self._shown: EntryForm | None = None
        self._title = kit.text("", "heading")
        self._what = kit.area()
        self._day = DayBoxes(kit, "when it happened")
        self._hour = kit.line(figures=True)
        self._known = kit.choices([Option(one.value, KNOWN[one]) for one in Known], across=True)
        hour = "At what hour, if that is known?"
        fields = {
            "what": kit.field("What happened, and where?", self._what),
            "when": kit.field("When did it happen?", self._day, hint=_WHEN),
            "hour": kit.field(hour, self._hour, width=_HOUR_WIDTH),
            "known": kit.field("How is it known?", self._known),
        }
        self.arrange(kit, fields, self._title, kit.space(3))

    def show_form(self, form: EntryForm | None, problem: str) -> None:
        """Open on something to write, or shut. What is typed is not drawn over."""
        before, self._shown = self._shown, form
        self.setVisible(form is not None)
        self.fields["known"].set_problem(problem)
        if form is None or form == before:
            return
        self._title.say("Correct this entry" if form.entry else "Write something down")
        if self._what.toPlainText() != form.what:
            self._what.setPlainText(form.what)
        self._day.put(form.when)
        self._hour.setText(form.time)
        self._known.choose(form.known)
        if before is None:
            self.open()

    def forget(self) -> None:
        """Let go of what was typed."""
        self._shown = None
        self._what.clear()

    @Slot()
    def shut(self) -> None:
        """Write nothing."""
        self.left.emit()

    @Slot()
    def give(self) -> None:
        """Report what is typed."""
        self.given.emit(
            self._what.toPlainText(), self._day.value, self._hour.text(), self._known.value()
        )
