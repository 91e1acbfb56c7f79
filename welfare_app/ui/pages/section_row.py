"""One section of a referral: pressed anywhere, it opens where the next answer belongs."""

from math import ceil

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy

from welfare_app.presenters.referral import SectionLine
from welfare_app.ui.parts.layout import wrapping
from welfare_app.ui.parts.typeset import SetText, Setting, longest_word, set_text
from welfare_app.ui.theme import Theme

_MARKS = {
    "done": ("check", "accent", "all there"),
    "open": ("circle-dashed", "attention", "needs more"),
    "gap": ("check", "accent", "all there"),
    "theirs": ("arrow-right", "quiet", "theirs to answer"),
}
_CHEVRON = 18


class SectionRow(QPushButton):
    """A mark, the section, what is missing in words, how far it is, and an arrow."""

    def __init__(self, theme: Theme, line: SectionLine) -> None:
        super().__init__(line.title.replace("&", "&&"))
        self._theme, self._line = theme, line
        self._icon, self._ink, aloud = _MARKS[line.state]
        self.setAccessibleName(line.title)
        self.setAccessibleDescription(". ".join(filter(None, (line.count, aloud, line.note))))
        self.setAutoDefault(False)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(wrapping(QSizePolicy.Policy.Expanding))

    def hasHeightForWidth(self) -> bool:
        """Long titles and notes wrap."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Its lines, never less than a row that can be pressed."""
        lines = sum(piece.height for piece, _ in self._pieces(width))
        return max(self._theme.size("control"), lines + 2 * self._theme.space(2))

    def sizeHint(self) -> QSize:
        """One row."""
        words = ceil(set_text(self._line.title, self._how(self._role())).width)
        return QSize(words + self._beside() + 1, self._theme.size("control"))

    def minimumSizeHint(self) -> QSize:
        """Its longest word, and what stands beside it."""
        word = longest_word(self._line.title, self._theme.font(self._role()))
        return QSize(ceil(word) + self._beside() + 1, self._theme.size("control"))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens it, as Space does."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and not event.modifiers():
            self.click()
            return
        super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint ground, mark, words, count and arrow."""
        theme, painter = self._theme, QPainter(self)
        if self.underMouse() or self.isDown():
            painter.fillRect(self.rect(), theme.colour("raised"))
        pieces = self._pieces(self.width())
        high = sum(piece.height for piece, _ in pieces)
        top = (self.height() - high) / 2
        leading = theme.leading("body")
        self._paint_icon(painter, self._icon, self._ink, 0, top, theme.size("icon"))
        chevron = theme.scaled(_CHEVRON)
        self._paint_icon(
            painter, "chevron-right", "quiet", self.width() - chevron - theme.space(1), top, chevron
        )
        count = self._count()
        painter.setPen(theme.colour("quiet"))
        at = self.width() - chevron - theme.space(1) - theme.space(3) - count.width
        count.draw(painter, self._x(at, count.width), top + (leading - count.height) / 2)
        for piece, ink in pieces:
            painter.setPen(theme.colour(ink))
            piece.draw(painter, self._x(self._inset(), self._room(self.width())), top)
            top += piece.height

    def _paint_icon(
        self, painter: QPainter, name: str, ink: str, x: float, top: float, side: int
    ) -> None:
        y = top + (self._theme.leading("body") - side) / 2
        pixmap = self._theme.icon(name, ink, side, self)
        painter.drawPixmap(round(self._x(x, side)), round(y), pixmap)

    def _x(self, leading: float, width: float) -> float:
        """A distance from the leading edge as one from the left."""
        return self.width() - leading - width if self._rtl() else leading

    def _rtl(self) -> bool:
        return self.layoutDirection() == Qt.LayoutDirection.RightToLeft

    def _role(self) -> str:
        return "strong" if self._line.state == "open" else "body"

    def _inset(self) -> int:
        return self._theme.size("icon") + self._theme.space(3)

    def _beside(self) -> int:
        theme = self._theme
        trailing = theme.scaled(_CHEVRON) + theme.space(1) + theme.space(3) + theme.space(4)
        return self._inset() + ceil(self._count().width) + trailing

    def _room(self, width: int) -> int:
        return max(1, width - self._beside())

    def _count(self) -> SetText:
        font = self._theme.font("small", figures=True)
        return set_text(
            self._line.count, Setting(font, self._theme.leading("small"), one_line=True)
        )

    def _pieces(self, width: int) -> list[tuple[SetText, str]]:
        line, room = self._line, self._room(width)
        pieces = [(set_text(line.title, self._how(self._role()), room), "ink")]
        if line.note:
            ink = "attention" if line.state == "open" else "quiet"
            pieces.append((set_text(line.note, self._how("small"), room), ink))
        return pieces

    def _how(self, role: str) -> Setting:
        return Setting(self._theme.font(role), self._theme.leading(role), self._rtl())
