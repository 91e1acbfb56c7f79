"""Answers to choose from: one of several, or any of several."""

from math import ceil

from PySide6.QtCore import QPoint, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QCheckBox, QRadioButton, QSizePolicy

from welfare_app.ui.parts.editors import Option
from welfare_app.ui.parts.layout import wrapping
from welfare_app.ui.parts.typeset import SetText, Setting, longest_word, set_text
from welfare_app.ui.theme.theme import Theme

_MARK = 24
_ROUND_FILL = 0.25
_TICK = 0.75


class MarkRow:
    """How a mark with words and a hint beside it is measured and drawn."""

    def __init__(self, button: QAbstractButton, theme: Theme, option: Option) -> None:
        self._button, self._theme = button, theme
        self._words, self._hint = option.words, option.hint
        self._mark = theme.scaled(_MARK)
        # layouts ask for the same few widths again and again
        self._heights: dict[int, int] = {}
        self._round = isinstance(button, QRadioButton)
        button.setText(option.words.replace("&", "&&"))
        button.setAccessibleName(option.words)
        button.setAccessibleDescription(option.hint)
        button.setAttribute(Qt.WidgetAttribute.WA_Hover)
        button.setSizePolicy(wrapping(QSizePolicy.Policy.Expanding))

    def height(self, width: int) -> int:
        """The height of its lines, never less than a row that can be pressed."""
        if width not in self._heights:
            lines = sum(piece.height for piece, _ in self._pieces(width))
            least = self._theme.size("control")
            self._heights[width] = max(least, lines + self._theme.space(2) * 2)
        return self._heights[width]

    def natural(self) -> QSize:
        """Its words on one line, one row high."""
        wide = ceil(set_text(self._words, self._how("body")).width) + self._inset() + 1
        return QSize(min(wide, self._theme.size("measure")), self._theme.size("control"))

    def least(self) -> QSize:
        """Its longest word."""
        word = longest_word(self._words, self._theme.font("body"))
        return QSize(ceil(word) + self._inset() + 1, self._theme.size("control"))

    def paint(self) -> None:
        """Paint the mark on the first line, then the words."""
        button = self._button
        painter = QPainter(button)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        pieces = self._pieces(button.width())
        top = (button.height() - sum(piece.height for piece, _ in pieces)) / 2
        first = top + (self._theme.leading("body") - self._mark) / 2
        left = button.width() - self._mark if self._rtl() else 0
        self._paint_mark(painter, QRectF(left, first, self._mark, self._mark))
        for piece, ink in pieces:
            painter.setPen(self._theme.colour(ink if button.isEnabled() else "disabled_ink"))
            piece.draw(painter, 0 if self._rtl() else self._inset(), top)
            top += piece.height

    def _rtl(self) -> bool:
        return self._button.layoutDirection() == Qt.LayoutDirection.RightToLeft

    def _inset(self) -> int:
        return self._mark + self._theme.space(3)

    def _pieces(self, width: int) -> list[tuple[SetText, str]]:
        room = max(1, width - self._inset())
        pieces = [(set_text(self._words, self._how("body"), room), "ink")]
        if self._hint:
            pieces.append((set_text(self._hint, self._how("small"), room), "quiet"))
        return pieces

    def _how(self, role: str) -> Setting:
        return Setting(self._theme.font(role), self._theme.leading(role), self._rtl())

    def _paint_mark(self, painter: QPainter, area: QRectF) -> None:
        colour, on = self._theme.colour, self._button.isChecked()
        edge = "accent" if on else "ink" if self._button.underMouse() else "control"
        accent, ground = "accent", "surface"
        if not self._button.isEnabled():
            edge = accent = "disabled_ink"
            ground = "disabled_ground"
        box = area.adjusted(1, 1, -1, -1)
        painter.setPen(QPen(colour(edge), 2 if on else 1.5))
        painter.setBrush(colour(ground if self._round or not on else accent))
        if not self._round:
            radius = self._theme.tokens.radius.chip
            painter.drawRoundedRect(box, radius, radius)
            if on:
                self._paint_tick(painter, box.center())
            return
        painter.drawEllipse(box)
        if on:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(colour(accent))
            dot = self._mark * _ROUND_FILL
            painter.drawEllipse(box.center(), dot, dot)

    def holds(self, at: QPoint) -> bool:
        """Whether a press there is a press of this row."""
        return self._button.rect().contains(at)

    def _paint_tick(self, painter: QPainter, centre: QPointF) -> None:
        side = round(self._mark * _TICK)
        at = centre - QPointF(side / 2, side / 2)
        ink = "on_accent" if self._button.isEnabled() else "disabled_ground"
        painter.drawPixmap(at.toPoint(), self._theme.icon("check", ink, side, self._button))


class _WholeRow:
    """What a button is whose whole row presses: as large as its words, and painted by its row."""

    _row: MarkRow

    def hasHeightForWidth(self) -> bool:
        """Long answers wrap."""
        return True

    def heightForWidth(self, width: int) -> int:
        """As high as its lines."""
        return self._row.height(width)

    def sizeHint(self) -> QSize:
        """One row."""
        return self._row.natural()

    def minimumSizeHint(self) -> QSize:
        """Its longest word."""
        return self._row.least()

    def hitButton(self, at: QPoint) -> bool:
        """Press anywhere."""
        return self._row.holds(at)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the row."""
        self._row.paint()


class Choice(_WholeRow, QRadioButton):
    """One of several answers. The whole row presses, not the mark alone."""

    def __init__(self, theme: Theme, option: Option, *, on: bool = False) -> None:
        super().__init__()
        self._row = MarkRow(self, theme, option)
        self.setChecked(on)


class Tick(_WholeRow, QCheckBox):
    """Any of several answers. The whole row presses, not the mark alone."""

    def __init__(self, theme: Theme, option: Option, *, on: bool = False) -> None:
        super().__init__()
        self._row = MarkRow(self, theme, option)
        self.setChecked(on)
