"""Draws the icons in token colours, sharp on any screen, and keeps what was drawn."""

from pathlib import Path

from PySide6.QtCore import QByteArray, QRectF, Qt
from PySide6.QtGui import QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from welfare_app.domain.errors import BadContent

FLIPPED = {
    "chevron-right": "chevron-left",
    "chevron-left": "chevron-right",
    "arrow-right": "arrow-left",
    "arrow-left": "arrow-right",
}
"""What points forward points the other way in a right-to-left page. Ticks and clocks do not."""

_DRAWN_STROKE = 'stroke-width="2"'


class Icons:
    """The folder of icons."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._kept: dict[tuple[str, str, float, int, float], QPixmap] = {}

    def pixmap(self, name: str, colour: str, stroke: float, size: int, ratio: float) -> QPixmap:
        """An icon `size` pixels square, for a screen of `ratio` true pixels to one."""
        key = (name, colour, stroke, size, ratio)
        if key not in self._kept:
            self._kept[key] = self._draw(*key)
        return self._kept[key]

    def _draw(self, name: str, colour: str, stroke: float, size: int, ratio: float) -> QPixmap:
        path = self._folder / f"{name}.svg"
        if not path.is_file():
            raise BadContent("look.no-icon", file=path.name)
        svg = path.read_text("utf-8").replace("currentColor", colour)
        svg = svg.replace(_DRAWN_STROKE, f'stroke-width="{stroke}"')
        side = round(size * ratio)
        pixmap = QPixmap(side, side)
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        QSvgRenderer(QByteArray(svg.encode())).render(painter, QRectF(0, 0, side, side))
        painter.end()
        pixmap.setDevicePixelRatio(ratio)
        return pixmap
