"""A sentence that goes somewhere."""

from math import ceil

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy

from welfare_app.ui.parts.layout import wrapping
from welfare_app.ui.parts.typeset import SetText, Setting, longest_word, set_text
from welfare_app.ui.theme.theme import Theme

_DROP = 3
_DROP_RTL = 8
"""How far under the line the rule stands: a font's own runs through the dots of Arabic letters."""


class Link(QPushButton):
    """Underlined, in the accent, wrapping; Enter and Space follow it."""

    def __init__(self, theme: Theme, words: str, *, name: str = "") -> None:
        """Make it; `name` says more aloud than `words` do, as "Change" must."""
        super().__init__(words.replace("&", "&&"))
        self._theme, self._words = theme, words
        self.setAccessibleName(name or words)
        self.setAutoDefault(False)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(wrapping(QSizePolicy.Policy.Preferred))

    def hasHeightForWidth(self) -> bool:
        """Long links wrap."""
        return True

    def heightForWidth(self, width: int) -> int:
        """The height of its lines."""
        return self._at(width).height

    def sizeHint(self) -> QSize:
        """On one line."""
        natural = ceil(set_text(self._words, self._how()).width) + 1
        return QSize(min(natural, self._theme.size("measure")), self._theme.leading("body"))

    def minimumSizeHint(self) -> QSize:
        """Its longest word."""
        word = longest_word(self._words, self._theme.font("body"))
        return QSize(ceil(word) + 1, self._theme.leading("body"))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter follows a link, as Space does."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and not event.modifiers():
            self.click()
            return
        super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the words and a rule under each line."""
        theme, painter = self._theme, QPainter(self)
        ink = theme.colour("accent_hover" if self.underMouse() else "accent")
        painter.setPen(ink)
        rtl = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        ready = self._at(self.width())
        ready.draw(painter, 0, 0)
        drop = (_DROP_RTL if rtl else _DROP) * theme.scale
        for at in range(ready.layout.lineCount()):
            line = ready.layout.lineAt(at)
            wide = line.naturalTextWidth()
            foot = (at + 1) * theme.leading("body") - 1
            y = min(round(line.y() + line.ascent() + drop), foot)
            x = self.width() - wide if rtl else 0
            painter.fillRect(QRectF(x, y, wide, max(1, round(theme.scale))), ink)

    def _at(self, width: int) -> SetText:
        return set_text(self._words, self._how(), width)

    def _how(self) -> Setting:
        rtl = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        return Setting(self._theme.font("body"), self._theme.leading("body"), rtl)
