"""A small word that says what kind of thing this is."""

from math import ceil
from typing import Literal, TypeAlias

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QLabel, QSizePolicy

from welfare_app.ui.theme.theme import Theme

Look: TypeAlias = Literal["quiet", "attention", "accent", "danger"]


class Chip(QLabel):
    """Said, Seen, Checked, My view, Late. Never operated."""

    def __init__(self, theme: Theme, words: str, look: Look = "quiet") -> None:
        super().__init__(words)
        self._theme, self._look = theme, look
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setFont(theme.font("caption_strong"))
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """Its word with a little room."""
        wide = QFontMetricsF(self.font()).horizontalAdvance(self.text())
        high = self._theme.leading("caption") + self._theme.space(1)
        return QSize(ceil(wide) + self._theme.space(2) * 2, high)

    def minimumSizeHint(self) -> QSize:
        """Never less."""
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint a thin box and the word."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        colour, radius = self._theme.colour, self._theme.tokens.radius.chip
        painter.setPen(QPen(colour(self._look), 1))
        plain = self._look == "quiet"
        painter.setBrush(Qt.BrushStyle.NoBrush if plain else colour(f"{self._look}_tint"))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), radius, radius)
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, self.text())
