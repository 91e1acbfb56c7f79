"""Thin rules and bars."""

from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from welfare_app.ui.theme.theme import Theme

QUOTED = 3
PROBLEM = 4


class Rule(QWidget):
    """A solid line of a colour."""

    def __init__(self, theme: Theme, colour: str) -> None:
        super().__init__()
        self._theme, self._colour = theme, colour

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Fill it."""
        QPainter(self).fillRect(self.rect(), self._theme.colour(self._colour))


class Hair(Rule):
    """A thin rule between things. Decoration: it carries no meaning."""

    def __init__(self, theme: Theme, *, upright: bool = False) -> None:
        super().__init__(theme, "hair")
        if upright:
            self.setFixedWidth(1)
        else:
            self.setFixedHeight(1)


class Bar(Rule):
    """A bar at the leading edge: of what someone said, or of a question with a problem."""

    def __init__(self, theme: Theme, colour: str = "accent", width: int = QUOTED) -> None:
        super().__init__(theme, colour)
        self.setFixedWidth(width)
