"""Fields that open in place, outside any form."""

from collections.abc import Mapping

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QFrame, QLineEdit, QPlainTextEdit

from welfare_app.ui.parts import Field, Kit, column, flow, holding
from welfare_app.ui.parts.layout import hugging


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

    @property
    def typed(self) -> str:
        """What is typed in it and not kept; nothing while it is shut."""
        if self.isHidden():
            return ""
        lines = (one.text() for one in self.findChildren(QLineEdit) if one.isModified())
        areas = self.findChildren(QPlainTextEdit)
        return " ".join((*lines, *(a.toPlainText() for a in areas if a.document().isModified())))

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
