"""A question before something that cannot be undone, painted over the window."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, Qt, Slot
from PySide6.QtGui import QKeyEvent, QKeySequence, QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QDialog, QGridLayout, QWidget

from welfare_app.ui.parts.button import Button
from welfare_app.ui.parts.layout import column, flow, holding
from welfare_app.ui.parts.text import Text
from welfare_app.ui.theme.theme import Theme

_WIDE = 560
_ALWAYS = frozenset({"F9", "Ctrl+9", "Ctrl+L"})
"""Emergency and Lock work over a question, too."""


@dataclass(frozen=True, slots=True)
class Question:
    """What is asked, what will happen, and two verbs. Enter and Esc go to the safe one."""

    title: str
    sentence: str
    do: str
    keep: str
    danger: bool = False


class Dialog(QDialog):
    """Shade over the window with the question on it. Answers once, then is gone."""

    def __init__(
        self,
        theme: Theme,
        question: Question,
        then: Callable[[bool], None],
        over: QWidget,
    ) -> None:
        super().__init__(over)
        # a part of this window, not a window: QDialog insists otherwise when it is made
        self.setWindowFlags(Qt.WindowType.Widget)
        self._theme, self._then, self._over = theme, then, over
        self._before = QApplication.focusWidget()
        self.setAccessibleName(question.title)
        self.setAccessibleDescription(question.sentence)
        do = Button(theme, question.do, "danger" if question.danger else "primary")
        self.safe = Button(theme, question.keep)
        do.clicked.connect(self.accept)
        self.safe.clicked.connect(self.reject)
        self._box(theme, question, do)
        over.installEventFilter(self)
        self.setGeometry(over.rect())
        self.show()
        self.raise_()
        self.safe.setFocus(Qt.FocusReason.TabFocusReason)

    def _box(self, theme: Theme, question: Question, do: Button) -> None:
        pad = theme.space(5)
        buttons = flow(do, self.safe, gap=theme.space(3))
        words = (
            Text(theme, question.title, "question"),
            theme.space(2),
            Text(theme, question.sentence, "body", "quiet"),
        )
        box = holding(column(*words, pad, buttons, margins=(pad, pad, pad, pad)), "dialog")
        box.setMaximumWidth(theme.scaled(_WIDE))
        grid = QGridLayout(self)
        grid.setContentsMargins(pad, pad, pad, pad)
        grid.addWidget(box, 1, 1)
        for edge in (0, 2):
            grid.setColumnStretch(edge, 1)
            grid.setRowStretch(edge, 1)
        grid.setColumnStretch(1, 1000)
        grid.setAlignment(box, Qt.AlignmentFlag.AlignVCenter)

    @Slot(int)
    def done(self, result: int) -> None:
        """Answer, give the keyboard back to where it was, and go."""
        self._over.removeEventFilter(self)
        super().done(result)
        before = self._before
        if before is not None and self._over.isAncestorOf(before):
            before.setFocus(Qt.FocusReason.OtherFocusReason)
        self.deleteLater()
        self._then(result == QDialog.DialogCode.Accepted)

    def event(self, event: QEvent) -> bool:
        """Keep the page's own keys from acting underneath."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.ShortcutOverride:
            pressed = QKeySequence(event.keyCombination()).toString()
            event.setAccepted(pressed not in _ALWAYS)
            return True
        return super().event(event)

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Tab stays among the two buttons."""
        buttons = self.findChildren(Button)
        here = next((at for at, one in enumerate(buttons) if one.hasFocus()), 0)
        reason = Qt.FocusReason.TabFocusReason if forward else Qt.FocusReason.BacktabFocusReason
        buttons[(here + (1 if forward else -1)) % len(buttons)].setFocus(reason)
        return True

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Cover the window as it changes size."""
        if watched is self._over and event.type() == QEvent.Type.Resize:
            self.setGeometry(self._over.rect())
        return False

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Shade what is behind."""
        QPainter(self).fillRect(self.rect(), self._theme.colour("shade"))
