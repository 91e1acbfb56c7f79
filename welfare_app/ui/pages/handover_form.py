"""Where one step of a hand-over is written down, or corrected by a further entry."""

from PySide6.QtCore import Signal, Slot

from welfare_app.domain.handover import OUTCOMES, Step
from welfare_app.presenters.handover import StepLine
from welfare_app.services.hand_over import ToldStep
from welfare_app.ui.pages.day_boxes import DayBoxes
from welfare_app.ui.pages.panel import Panel
from welfare_app.ui.parts import Field, Kit, Option

_HOUR = 120
_HOW = {
    Step.HANDED: "How was the file handed over?",
    Step.TOLD: "How were the words told?",
    Step.REASONABLE: "What was decided?",
    Step.CONCLUSIVE: "What was decided?",
    Step.OTHER: "What came of it?",
}
_WHO = {
    Step.HANDED: "By whom?",
    Step.TOLD: "To whom?",
    Step.RECEIVED: "Who has it?",
}
_WORDS = {
    Step.RECEIVED: "How do you know that they have it, and can open it?",
    Step.REFERENCE: "What is their reference?",
}
_MORE = "Anything to add?"
_DAY = "Leave empty what is not known. A year will do."


class StepForm(Panel):
    """What a step asks, begun with what stands or what is most likely."""

    given = Signal(object)
    """A `ToldStep`, as it was typed."""

    def __init__(self, kit: Kit, line: StepLine, choices: tuple[tuple[str, str], ...]) -> None:
        super().__init__(kit, "Write it down")
        begun = line.begin or ToldStep("", line.step)
        self._begun = begun
        self._how = kit.choices([Option(*one) for one in choices], [begun.how])
        self._who, self._words = kit.line(begun.who), kit.area(begun.words)
        self._day = DayBoxes(kit, "On which day?")
        self._day.put(begun.day)
        self._hour = kit.line(begun.hour, figures=True)
        self.setAccessibleName(line.title)
        self.arrange(kit, self._asked(kit, line.step))

    def _asked(self, kit: Kit, step: Step) -> dict[str, Field]:
        fields: dict[str, Field] = {}
        if step in _HOW:
            fields["how"] = kit.field(_HOW[step], self._how)
        if step in _WHO:
            fields["who"] = kit.field(_WHO[step], self._who, hint="By name or by role.")
        if step is not Step.REFERENCE:
            fields["day"] = kit.field("On which day?", self._day, hint=_DAY)
        if step in _WHO:
            blank = "Leave it blank if nobody knows."
            fields["hour"] = kit.field("At what time?", self._hour, hint=blank, width=_HOUR)
        words = _WORDS.get(step, _MORE)
        may = "" if step in _WORDS else "(if you like)"
        fields["words"] = kit.field(words, self._words, optional=may)
        return fields

    @Slot()
    def give(self) -> None:
        """Report what is typed."""
        step = self._begun.step
        self.given.emit(
            ToldStep(
                self._begun.digest,
                step,
                self._day.value if step is not Step.REFERENCE else "",
                self._hour.text() if step not in OUTCOMES and step in _WHO else "",
                self._how.value() if step in _HOW else "",
                self._who.text() if step in _WHO else "",
                self._words.toPlainText(),
            )
        )
