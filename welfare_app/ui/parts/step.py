"""One line of a rail: a step of a job, or a place."""

from math import ceil
from typing import Literal, TypeAlias

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QPushButton, QSizePolicy

from welfare_app.ui.parts.layout import wrapping
from welfare_app.ui.parts.typeset import SetText, Setting, longest_word, set_text
from welfare_app.ui.theme.theme import Theme

StepState: TypeAlias = Literal["done", "now", "next", "waiting", "late", "skipped"]

_ICONS: dict[StepState, str] = {
    "done": "check",
    "now": "circle-dot",
    "next": "circle",
    "waiting": "circle-dashed",
    "late": "circle-alert",
    "skipped": "minus",
}
_ALOUD: dict[StepState, str] = {
    "done": "done",
    "now": "you are here",
    "next": "",
    "waiting": "waiting",
    "late": "needs attention",
    "skipped": "left out",
}


class Step(QPushButton):
    """Done, now, next, waiting, late or left out, with an optional stamp beneath. Words wrap."""

    def __init__(
        self,
        theme: Theme,
        words: str,
        state: StepState = "next",
        stamp: str = "",
        icon: str = "",
    ) -> None:
        """Make it; an `icon` of its own makes it a place."""
        super().__init__(words.replace("&", "&&"))
        self._theme, self._words, self._state = theme, words, state
        self._stamp, self._icon = stamp, icon
        # layouts ask for the same few widths again and again
        self._heights: dict[int, int] = {}
        self._widths: tuple[int, int] | None = None
        self.setAccessibleName(words)
        self.setAccessibleDescription(", ".join(filter(None, (_ALOUD[state], stamp))))
        self.setAutoDefault(False)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(wrapping(QSizePolicy.Policy.Expanding))

    def hasHeightForWidth(self) -> bool:
        """Long names wrap."""
        return True

    def heightForWidth(self, width: int) -> int:
        """A compact row, or as many lines as the words need."""
        if width not in self._heights:
            words, stamp = self._pieces(width)
            spare = self._theme.size("control_compact") - self._theme.leading("small")
            under = stamp.height - self._theme.space(1) if stamp else 0
            self._heights[width] = words.height + spare + under
        return self._heights[width]

    def sizeHint(self) -> QSize:
        """One row."""
        return QSize(self._measured()[0], self._theme.size("control_compact"))

    def minimumSizeHint(self) -> QSize:
        """Its longest word."""
        return QSize(self._measured()[1], self._theme.size("control_compact"))

    def _measured(self) -> tuple[int, int]:
        """How wide it is in one line, and with its longest word. Its words never change."""
        if self._widths is None:
            natural = set_text(self._words, self._how(self._role())).width
            word = longest_word(self._words, self._theme.font(self._role()))
            more = self._inset() + 1
            self._widths = ceil(natural) + more, ceil(word) + more
        return self._widths

    def _role(self) -> str:
        return "small_strong" if self._state == "now" else "small"

    def _inset(self) -> int:
        theme = self._theme
        return theme.space(3) + self._side() + theme.space(2) + theme.space(1)

    def _side(self) -> int:
        return self._theme.size("icon") - 2

    def _pieces(self, width: int) -> tuple[SetText, SetText | None]:
        room = max(1, width - self._inset())
        words = set_text(self._words, self._how(self._role()), room)
        if not self._stamp:
            return words, None
        return words, set_text(self._stamp, self._how("caption"), room)

    def _how(self, role: str) -> Setting:
        rtl = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        font = self._theme.font(role, figures=role == "caption")
        return Setting(font, self._theme.leading(role), rtl)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint ground, icon, words and stamp."""
        theme, painter = self._theme, QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        rtl = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        self._paint_ground(painter)
        words, stamp = self._pieces(self.width())
        top = (theme.size("control_compact") - theme.leading("small")) // 2
        side, pad = self._side(), theme.space(3)
        icon = theme.icon(self._icon or _ICONS[self._state], self._icon_ink(), side, self)
        first = top + (theme.leading("small") - side) // 2
        painter.drawPixmap(self.width() - pad - side if rtl else pad, first, icon)
        x = theme.space(1) if rtl else self._inset() - theme.space(1)
        painter.setPen(theme.colour("quiet" if self._later() else "ink"))
        words.draw(painter, x, top)
        if stamp:
            painter.setPen(theme.colour("attention" if self._state == "late" else "quiet"))
            stamp.draw(painter, x, top + words.height - theme.space(1) // 2)

    def _paint_ground(self, painter: QPainter) -> None:
        now, colour = self._state == "now", self._theme.colour
        if not (now or self.underMouse()):
            return
        radius = self._theme.tokens.radius.control
        painter.setPen(QPen(colour("hair"), 1) if now else Qt.PenStyle.NoPen)
        painter.setBrush(colour("surface" if now else "raised"))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), radius, radius)

    def _later(self) -> bool:
        return self._state in {"next", "skipped"} and not self._icon

    def _icon_ink(self) -> str:
        match self._state:
            case "done" | "now":
                return "accent"
            case "late":
                return "attention"
            case _:
                return "quiet" if self._icon else "control"
