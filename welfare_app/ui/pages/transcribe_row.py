"""One box of their form: what is asked, what goes in, and the way to copy it."""

from PySide6.QtCore import QEvent, QObject, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame

from welfare_app.domain.text_rules import visible
from welfare_app.presenters.transcribe import BoxLine
from welfare_app.ui.parts import Item, Kit, Link, column, row
from welfare_app.ui.theme import Theme

_BAR = 3


class GoOnLink(Link):
    """Pressed, it does what it says; Enter does that and goes on, the arrows only move."""

    moved = Signal(int)
    entered = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Keys that lead from box to box."""
        if event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            super().keyPressEvent(event)
            return
        match event.key():
            case Qt.Key.Key_Return | Qt.Key.Key_Enter:
                self.entered.emit()
            case Qt.Key.Key_Down:
                self.moved.emit(1)
            case Qt.Key.Key_Up:
                self.moved.emit(-1)
            case _:
                super().keyPressEvent(event)


class TranscribeRow(QFrame):
    """Tinted, with a bar, while it is the one being copied."""

    reached = Signal()
    copied = Signal()
    entered = Signal()
    moved = Signal(int)

    def __init__(self, kit: Kit, line: BoxLine, section: str) -> None:
        """Make it; `section` is what it belongs to."""
        super().__init__()
        self.line, self.section = line, section
        self._theme: Theme = kit.theme
        self._now = False
        verb = "Copy" if line.typed else "Next"
        told = ". ".join(filter(None, (line.label, line.doing, visible(line.text))))
        self.link = GoOnLink(kit.theme, verb, name=f"{verb}: {told}")
        self.link.installEventFilter(self)
        self.link.clicked.connect(self._pressed)
        self.link.entered.connect(self.entered)
        self.link.moved.connect(self.moved)
        self.setAccessibleName(told)
        space = kit.space
        words = column(*_words(kit, line))
        pad = space(3)
        whole = row(words, space(3), self.link, top=True, margins=(pad, space(2), pad, space(2)))
        whole.setStretch(0, 1)
        self.setLayout(whole)

    def show_now(self, *, now: bool) -> None:
        """Be the one that is being copied, or not."""
        if now != self._now:
            self._now = now
            self.update()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Pressed anywhere, it is the one being copied."""
        self.link.setFocus(Qt.FocusReason.MouseFocusReason)
        super().mousePressEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Hear when the keyboard comes here."""
        if watched is self.link and event.type() == QEvent.Type.FocusIn:
            self.reached.emit()
        return False

    def paintEvent(self, event: QPaintEvent) -> None:
        """Tint it, with a bar at the leading edge."""
        if self._now:
            painter, theme = QPainter(self), self._theme
            painter.fillRect(self.rect(), theme.colour("accent_tint"))
            wide = theme.scaled(_BAR)
            rtl = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
            left = self.width() - wide if rtl else 0
            painter.fillRect(left, 0, wide, self.height(), theme.colour("accent"))
        super().paintEvent(event)

    @Slot()
    def _pressed(self) -> None:
        self.link.setFocus(Qt.FocusReason.OtherFocusReason)
        if self.line.typed:
            self.copied.emit()
        else:
            self.moved.emit(1)


def _words(kit: Kit, line: BoxLine) -> list[Item]:
    told: list[Item] = [kit.text(line.label, "small", "quiet", wide=True)]
    if line.doing:
        ink = "quiet" if not line.text else "ink"
        told.append(kit.text(line.doing, "small_strong", ink, wide=True))
    if line.text:
        told.append(kit.text(visible(line.text), "body", wide=True, figures=True))
    told.append(kit.text(line.id, "caption", "quiet", wide=True))
    return told
