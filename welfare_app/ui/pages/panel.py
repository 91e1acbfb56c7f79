"""Fields that open in place, outside any form."""

from collections.abc import Mapping
from typing import TypeVar

from PySide6.QtCore import QEvent, Qt, QTimer, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QLineEdit, QPlainTextEdit, QWidget
from shiboken6 import isValid

from welfare_app.ui.parts import Field, Item, Kit, column, flow, holding
from welfare_app.ui.parts.keys import takes_escape
from welfare_app.ui.parts.layout import hugging

Typed = TypeVar("Typed", bound=QWidget)


class Panel(QFrame):
    """Fields that open below a button, and shut again once what they say is kept.

    Esc shuts it, and gives the keyboard back to what opened it.
    """

    def __init__(self, kit: Kit, do: str, leave: str = "Not now", *, key: str = "") -> None:
        super().__init__()
        self.setObjectName("well")
        self.fields: dict[str, Field] = {}
        self.problems = kit.problems()
        self.do = kit.button(
            do, "primary" if key else "secondary", compact=True, key=key, pressed=self.give
        )
        self._leave = kit.button(leave, "quiet", compact=True, pressed=self.shut)
        self._opener: QWidget | None = None
        self.setSizePolicy(hugging())
        self.hide()

    def arrange(self, kit: Kit, fields: Mapping[str, Field], *above: Item) -> None:
        """Stand these one under another."""
        self.fields = dict(fields)
        edge = kit.space(4)
        body = column(*above, self.problems, kit.space(2), margins=(edge, edge, edge, edge))
        for field in fields.values():
            body.addWidget(field)
            body.addSpacing(kit.space(4))
        body.addWidget(holding(flow(self.do, self._leave, gap=kit.space(2))))
        self.setLayout(body)

    def event(self, event: QEvent) -> bool:
        """Keep Esc for shutting the panel; it would leave the page."""
        return takes_escape(event) or super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc shuts."""
        if event.key() == Qt.Key.Key_Escape:
            self.shut()
        else:
            super().keyPressEvent(event)

    @property
    def half_typed(self) -> tuple[tuple[str, str], ...]:
        """What is typed in it and not kept, each under its question; nothing while it is shut."""
        if self.isHidden():
            return ()
        said = ((one.label, _typed_in(one)) for one in self.fields.values())
        return tuple((label, words) for label, words in said if words)

    @Slot()
    def give(self) -> None:
        """Report what is typed."""
        raise NotImplementedError

    def open(self, opener: QWidget | None = None, *, first: str = "") -> None:
        """Show it, and put the keyboard in it: in the field of that name, or in the first."""
        self._opener = opener
        self.show()
        field = self.fields[first] if first else next(iter(self.fields.values()))
        QTimer.singleShot(0, self, field.focus_editor)  # once it has its place

    @Slot()
    def shut(self) -> None:
        """Leave it; what is typed stays for when it is opened again."""
        self.hide()
        opener = self._opener
        if opener is not None and isValid(opener) and opener.isVisible():
            opener.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_problems(self, problems: tuple[tuple[str, str], ...]) -> None:
        """Say beside each field why it will not do, and put the keyboard in the first of them."""
        found = dict(problems)
        for key, field in self.fields.items():
            if field.problem != found.get(key, ""):
                field.set_problem(found.get(key, ""))
        mine = [field for key, field in self.fields.items() if key in found]
        count = "One answer needs" if len(mine) == 1 else f"{len(mine)} answers need"
        self.problems.show_problems(f"{count} another look" if mine else "", mine)
        if mine:
            mine[0].focus_editor()


def _typed_in(field: Field) -> str:
    plain = QLineEdit.EchoMode.Normal  # a passphrase is never kept
    boxes = [one for one in _all(field, QLineEdit) if one.echoMode() == plain]
    lines = [one.text() for one in boxes if one.isModified()]
    areas = [
        one.toPlainText() for one in _all(field, QPlainTextEdit) if one.document().isModified()
    ]
    return " ".join(filter(str.strip, (*lines, *areas)))


def _all(field: Field, kind: type[Typed]) -> list[Typed]:
    """Every box of a kind that a question has, itself among them."""
    own = [field.editor] if isinstance(field.editor, kind) else []
    return [*own, *field.editor.findChildren(kind)]
