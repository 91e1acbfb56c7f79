"""Asks, in place, why a stage is passed over."""

from PySide6.QtCore import QEvent, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QSizePolicy

from welfare_app.ui.parts import Button, Kit, column, flow


class PassOver(QFrame):
    """A quiet button, and the panel it opens above the actions."""

    given = Signal(str)
    """The reason."""

    def __init__(self, kit: Kit) -> None:
        super().__init__()
        self.setObjectName("well")
        self.button: Button = kit.button("Pass this stage over", "quiet", pressed=self._open)
        self._reason = kit.area()
        self._field = kit.field("Why is this stage passed over?", self._reason)
        do = kit.button("Pass it over", compact=True, pressed=self._give)
        keep = kit.button("Keep it", "quiet", compact=True, pressed=self._shut)
        edge = kit.space(4)
        actions = flow(do, keep, gap=kit.space(2))
        margins = (edge, edge, edge, edge)
        self.setLayout(column(self._field, kit.space(3), actions, margins=margins))
        # text that grows would take the page's own height
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.hide()

    def event(self, event: QEvent) -> bool:
        """Keep Esc for shutting the panel; it would leave the page."""
        override = event.type() == QEvent.Type.ShortcutOverride
        if override and isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Escape:
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc shuts, and keeps what was typed."""
        if event.key() == Qt.Key.Key_Escape:
            self._shut()
        else:
            super().keyPressEvent(event)

    def begin_again(self) -> None:
        """Shut, with nothing written, as for another stage."""
        self._reason.clear()
        self.hide()

    @Slot()
    def _open(self) -> None:
        self.show()
        self._field.focus_editor()

    @Slot()
    def _give(self) -> None:
        self.given.emit(self._reason.toPlainText())

    @Slot()
    def _shut(self) -> None:
        self.hide()
        self.button.setFocus(Qt.FocusReason.OtherFocusReason)
