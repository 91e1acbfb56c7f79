"""Asks, in place, for the reason behind something that should not be done without one."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QTextCursor
from PySide6.QtWidgets import QFrame, QWidget
from shiboken6 import isValid

from welfare_app.ui.parts import Button, Item, Kit, Option, column, flow
from welfare_app.ui.parts.keys import takes_escape
from welfare_app.ui.parts.layout import hugging


class ReasonAsked(QFrame):
    """A panel that asks why; what opens it may come and go.

    `usual` are reasons that often hold: one of them alone is enough.
    """

    given = Signal(str)
    """The reason."""

    def __init__(
        self,
        kit: Kit,
        ask: str,
        do: str,
        keep: str,
        *,
        usual: Sequence[str] = (),
    ) -> None:
        super().__init__()
        self.setObjectName("well")
        self._opener: QWidget | None = None
        self._reason = kit.area()
        self._field = kit.field(ask, self._reason)
        self._usual = kit.choices([Option(one, one) for one in usual]) if usual else None
        self._usual_field = kit.field(ask, self._usual) if self._usual else None
        if self._usual_field is not None:
            self._field = kit.field("What else should be known?", self._reason)
        given = kit.button(do, compact=True, pressed=self._give)
        shut = kit.button(keep, "quiet", compact=True, pressed=self._shut)
        edge = kit.space(4)
        actions = flow(given, shut, gap=kit.space(2))
        margins = (edge, edge, edge, edge)
        above: list[Item] = [self._usual_field, kit.space(3)] if self._usual_field else []
        self.setLayout(column(*above, self._field, kit.space(3), actions, margins=margins))
        self.setSizePolicy(hugging())
        self.hide()

    def event(self, event: QEvent) -> bool:
        """Keep Esc for shutting the panel; it would leave the page."""
        return takes_escape(event) or super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc shuts, and keeps what was typed."""
        if event.key() == Qt.Key.Key_Escape:
            self._shut()
        else:
            super().keyPressEvent(event)

    def open_from(self, opener: QWidget) -> None:
        """Ask; whoever thinks better of it is back where they were."""
        self._opener = opener
        self.show()
        (self._usual_field or self._field).focus_editor()

    @property
    def typed(self) -> str:
        """What is typed so far."""
        return self._reason.toPlainText()

    @property
    def half_typed(self) -> tuple[tuple[str, str], ...]:
        """The same under its question, where there is any."""
        return ((self._field.label, self.typed),) if self.typed.strip() else ()

    def put_back(self, typed: str) -> None:
        """Put back what was being typed."""
        self._reason.setPlainText(typed)
        self._reason.moveCursor(QTextCursor.MoveOperation.End)

    def begin_again(self) -> None:
        """Shut, with nothing written, as for another stage."""
        self._reason.clear()
        self.hide()

    @Slot()
    def _give(self) -> None:
        usual = self._usual.value() if self._usual is not None else ""
        typed = self._reason.toPlainText().strip()
        self.given.emit(". ".join(part for part in (usual, typed) if part))

    @Slot()
    def _shut(self) -> None:
        self.hide()
        opener = self._opener
        if opener is not None and isValid(opener) and opener.isVisible():
            opener.setFocus(Qt.FocusReason.OtherFocusReason)


class ReasonPanel(ReasonAsked):
    """Has a quiet button of its own that opens it, for the page to put where it belongs."""

    def __init__(
        self,
        kit: Kit,
        button: Button,
        ask: str,
        do: str,
        keep: str,
        *,
        usual: Sequence[str] = (),
    ) -> None:
        super().__init__(kit, ask, do, keep, usual=usual)
        self.button = button
        self.button.clicked.connect(self._open)

    @Slot()
    def _open(self) -> None:
        self.open_from(self.button)


class TakeBack(ReasonAsked):
    """Asks why one sign of several is taken back. The links that open it come and go."""

    given_for = Signal(str, str)
    """What is taken back, and why."""

    def __init__(self, kit: Kit) -> None:
        super().__init__(kit, "Why is it taken back?", "Take the sign back", "Keep it")
        self._which = ""
        self.given.connect(self._tell)

    def ask(self, which: str, name: str, opener: QWidget) -> None:
        """Ask about this one."""
        self._which = which
        self.setAccessibleName(f"Take back: {name}")
        self.open_from(opener)

    @Slot(str)
    def _tell(self, reason: str) -> None:
        self.begin_again()
        self.given_for.emit(self._which, reason)
