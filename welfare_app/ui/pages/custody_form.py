"""Where a link of a chain of custody is written down, and where a file is described."""

from PySide6.QtCore import Signal, Slot

from welfare_app.ui.pages.day_boxes import DayBoxes
from welfare_app.ui.pages.panel import Panel
from welfare_app.ui.parts import Kit, Option

_PARTY = "From whom, or to whom?"


class CustodyForm(Panel):
    """Whose hands it was in: what was done, with whom, by whom, when and how."""

    given = Signal(str, str, str, str, str)

    def __init__(self, kit: Kit, deeds: tuple[tuple[str, str, str], ...], me: str) -> None:
        super().__init__(kit, "Write it down")
        self._me = me
        self._deed = kit.choices([Option(key, words) for key, words, _ in deeds])
        self._who, self._done_by, self._how = kit.line(), kit.line(me), kit.area()
        self._day = DayBoxes(kit, "When was it?")
        self.arrange(
            kit,
            {
                "deed": kit.field("What was done?", self._deed),
                "who": kit.field(_PARTY, self._who, hint="By name or by role."),
                "done_by": kit.field("By whom?", self._done_by),
                "day": kit.field(
                    "When was it?", self._day, hint="Leave empty what is not known. A year will do."
                ),
                "how": kit.field(
                    "How?", self._how, hint="Such as: by hand, by e-mail, on a stick."
                ),
            },
        )

    @Slot()
    def give(self) -> None:
        """Report what is typed."""
        self.given.emit(
            self._deed.value(),
            self._who.text(),
            self._done_by.text(),
            self._day.value,
            self._how.toPlainText(),
        )

    def begin_again(self) -> None:
        """Empty it, and shut it."""
        self._deed.choose()
        self._who.clear()
        self._done_by.setText(self._me)
        self._day.put("")
        self._how.clear()
        self.hide()


class DescribeForm(Panel):
    """What a file is, and from when."""

    given = Signal(str, str)

    def __init__(self, kit: Kit) -> None:
        super().__init__(kit, "Keep this")
        self._what, self._day = kit.area(), DayBoxes(kit, "From when is it?")
        self.arrange(
            kit,
            {
                "description": kit.field(
                    "What is it?", self._what, hint="In a few words: the first responder reads it."
                ),
                "dated": kit.field(
                    "From when is it?",
                    self._day,
                    hint="Leave empty what is not known. A year will do.",
                ),
            },
        )

    def put(self, description: str, dated: str) -> None:
        """Fill in what is known."""
        self._what.setPlainText(description)
        self._day.put(dated)

    @Slot()
    def give(self) -> None:
        """Report what is typed."""
        self.given.emit(self._what.toPlainText(), self._day.value)
