"""The first step of a request: met alone, known, and how the answer reaches only them."""

from PySide6.QtWidgets import QFrame

from welfare_app.presenters.access_screen import Safety
from welfare_app.ui.pages.day_boxes import DayBoxes
from welfare_app.ui.parts import Field, Kit, Option, column

_ASKED, _PROVED = "When did you ask who they are?", "When did they show it?"


class SafetyForm(QFrame):
    """Five questions, kept as they stand when one goes on."""

    def __init__(self, kit: Kit) -> None:
        super().__init__()
        self._filled = False
        words = Option("yes", "I met them alone, and they ask of their own will")
        self._alone = kit.choices([words], many=True)
        self._asked, self._proved = DayBoxes(kit, _ASKED), DayBoxes(kit, _PROVED)
        self._delivery, self._extended = kit.area(rows=2), kit.area()
        self.fields: dict[str, Field] = {
            "alone": kit.field("Did you meet them alone?", self._alone),
            "proof_asked": kit.field(
                _ASKED,
                self._asked,
                hint="Only if you had to ask. The clock stands still until they have shown it.",
            ),
            "proved": kit.field(_PROVED, self._proved, hint="Or when you knew that it was they."),
            "delivery": kit.field(
                "How does the answer reach only them?",
                self._delivery,
                hint="Agreed with them. By hand and alone is best.",
            ),
            "extended": kit.field(
                "Does it need more than a month? Why?",
                self._extended,
                hint="Two months more, where there is very much. Tell them within the first month.",
            ),
        }
        self.setLayout(column(*self.fields.values(), gap=kit.space(5)))

    def fill(self, told: Safety) -> None:
        """Show what is written down. It is filled once; then the person typing changes it."""
        if self._filled:
            return
        self._filled = True
        self._alone.choose(*(("yes",) if told.alone else ()))
        self._asked.put(told.proof_asked)
        self._proved.put(told.proved)
        self._delivery.setPlainText(told.delivery)
        self._extended.setPlainText(told.extended)

    @property
    def said(self) -> Safety:
        """What is typed."""
        return Safety(
            bool(self._alone.values()),
            self._asked.value,
            self._proved.value,
            self._delivery.toPlainText(),
            self._extended.toPlainText(),
        )
