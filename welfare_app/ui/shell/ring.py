"""The ring that follows the keyboard, drawn outside the control with a gap."""

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QRectF, Qt
from PySide6.QtGui import (
    QFocusEvent,
    QHideEvent,
    QMoveEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
    QShowEvent,
)
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QScrollArea, QWidget
from shiboken6 import isValid

from welfare_app.ui.ear import Ear
from welfare_app.ui.theme.sheet import NAMES
from welfare_app.ui.theme.theme import Theme

_BY_KEYBOARD = frozenset(
    {
        Qt.FocusReason.TabFocusReason,
        Qt.FocusReason.BacktabFocusReason,
        Qt.FocusReason.ShortcutFocusReason,
    }
)
_PASSING = frozenset({Qt.FocusReason.ActiveWindowFocusReason, Qt.FocusReason.PopupFocusReason})
_MOVES = QMoveEvent, QResizeEvent, QShowEvent


class FocusRing(QWidget):
    """One ring for a window. It shows for the keyboard's reasons, and always in text fields.

    A widget says with its property `ring` that its `parent` is what should be framed, or that
    it draws its `own`. The ring lives in the same scrolled column, so that it is cut with it.
    """

    def __init__(self, theme: Theme, window: QWidget) -> None:
        super().__init__(window)
        self._theme, self._window = theme, window
        self._target: QWidget | None = None
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setAttribute(Qt.WidgetAttribute.WA_NoSystemBackground)
        self.hide()
        app = QApplication.instance()
        if app is not None:
            Ear.of(app).tell(self, QFocusEvent, QHideEvent, *_MOVES)

    @property
    def target(self) -> QWidget | None:
        """What it is drawn round, if anything."""
        if self._target is not None and not isValid(self._target):
            self._target = None
        return self._target

    def heard(self, watched: QObject, event: QEvent, /) -> bool:
        """Hear the reason for each change of focus, which `focusChanged` does not tell."""
        if isinstance(event, QFocusEvent):
            if event.gotFocus():
                if isinstance(watched, QWidget):
                    self._focused(watched, event.reason())
            elif event.lostFocus() and event.reason() not in _PASSING:
                self._leave()
        elif self._target is not None:
            if isinstance(event, _MOVES):
                self._moved(watched)
            elif watched is self.target:
                self._leave()
        return False

    def place(self) -> None:
        """Be where the target is."""
        target, host = self.target, self.parentWidget()
        if target is None or host is None or not host.isAncestorOf(target):
            self.hide()
            return
        reach = self._theme.tokens.focus.gap + self._theme.ring()
        at = target.mapTo(host, QPoint(0, 0))
        self.setGeometry(QRect(at, target.size()).adjusted(-reach, -reach, reach, reach))
        self.raise_()
        self.show()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw it."""
        target = self.target
        if target is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        width, tokens = self._theme.ring(), self._theme.tokens
        painter.setPen(QPen(self._theme.colour("focus"), width))
        framed = tokens.radius.card if target.objectName() in NAMES else tokens.radius.control
        radius = framed + tokens.focus.radius_add
        inset = width / 2
        area = QRectF(self.rect()).adjusted(inset, inset, -inset, -inset)
        painter.drawRoundedRect(area, radius, radius)

    def _moved(self, watched: QObject) -> None:
        target = self.target
        if target is None or not isinstance(watched, QWidget):
            return
        # a line that appears above moves the frames round the target, not the target in them
        if watched is target or watched.isAncestorOf(target):
            self.place()

    def _focused(self, widget: QWidget, reason: Qt.FocusReason) -> None:
        typed = isinstance(widget, QLineEdit | QPlainTextEdit)
        passing = reason in _PASSING and not typed
        # QDialog sends such an event of its own to a widget that has not the focus
        real = widget is QApplication.focusWidget()
        if passing or not real or not self._window.isAncestorOf(widget):
            return
        if widget.property("ring") == "own" or not (typed or reason in _BY_KEYBOARD):
            self._leave()
            return
        self._target = _framed(widget)
        area = _scrolled_by(self._target, self._window)
        host = self._window if area is None else area.widget()
        if area is not None and host is not self._target:
            area.ensureWidgetVisible(self._target, 0, self._theme.space(6))
        if self.parentWidget() is not host:
            self.setParent(host)
        self.place()

    def _leave(self) -> None:
        self._target = None
        self.hide()


def _framed(widget: QWidget) -> QWidget:
    framed = widget
    while framed.property("ring") == "parent":
        above = framed.parentWidget()
        if above is None:
            break
        framed = above
    return framed


def _scrolled_by(widget: QWidget, window: QWidget) -> QScrollArea | None:
    above = widget.parentWidget()
    while above is not None and above is not window:
        if isinstance(above, QScrollArea):
            return above
        above = above.parentWidget()
    return None
