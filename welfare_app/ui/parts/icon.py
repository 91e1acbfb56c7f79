"""An icon beside words."""

from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from welfare_app.ui.theme.theme import Theme


class Icon(QWidget):
    """One icon. It stands beside words, so it is not read out."""

    def __init__(
        self,
        theme: Theme,
        name: str,
        colour: str = "ink",
        size: str | int = "icon",
        *,
        line: str = "",
    ) -> None:
        """Size is a token name or pixels; `line` is the type role whose first line it sits on."""
        super().__init__()
        self._theme, self._name, self._colour = theme, name, colour
        self._side = theme.size(size) if isinstance(size, str) else theme.scaled(size)
        self.setFixedSize(self._side, theme.leading(line) if line else self._side)

    def show_icon(self, name: str, colour: str) -> None:
        """Show another."""
        self._name, self._colour = name, colour
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw it in the middle of its line."""
        pixmap = self._theme.icon(self._name, self._colour, self._side, self)
        QPainter(self).drawPixmap(0, (self.height() - self._side) // 2, pixmap)
