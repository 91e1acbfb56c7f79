"""Where a link of a chain of custody is written down, and where a file is described."""

from collections.abc import Mapping

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QFrame

from welfare_app.ui.pages.day_boxes import DayBoxes
from welfare_app.ui.parts import Field, Kit, Option, column, flow, holding
from welfare_app.ui.parts.layout import hugging

_PARTY = "From whom, or to whom?"


class Panel(QFrame):
    """Fields that open below a button, and shut again once what they say is kept."""

    def __init__(self, kit: Kit, do: str) -> None:
        super().__init__()
        self.setObjectName("well")
        self.fields: dict[str, Field] = {}
        self.problems = kit.problems()
        self.do = kit.button(do, compact=True, pressed=self.give)
        self.shut = kit.button("Not now", "quiet", compact=True, pressed=self.hide)
        self.setSizePolicy(hugging())
        self.hide()

    def arrange(self, kit: Kit, fields: Mapping[str, Field]) -> None:
        """Stand these one under another."""
        self.fields = dict(fields)
        edge = kit.space(4)
        body = column(self.problems, kit.space(2), margins=(edge, edge, edge, edge))
        for field in fields.values():
            body.addWidget(field)
            body.addSpacing(kit.space(4))
        body.addWidget(holding(flow(self.do, self.shut, gap=kit.space(2))))
        self.setLayout(body)

    @Slot()
    def give(self) -> None:
        """Report what is typed."""
        raise NotImplementedError

    def open(self) -> None:
        """Show it, and put the keyboard in it."""
        self.show()
        next(iter(self.fields.values())).focus_editor()

    def show_problems(self, problems: tuple[tuple[str, str], ...]) -> None:
        """Say beside each field why it will not do."""
        found = dict(problems)
        for key, field in self.fields.items():
            if field.problem != found.get(key, ""):
                field.set_problem(found.get(key, ""))
        mine = [field for key, field in self.fields.items() if key in found]
        count = "One answer needs" if len(mine) == 1 else f"{len(mine)} answers need"
        self.problems.show_problems(f"{count} another look" if mine else "", mine)


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
