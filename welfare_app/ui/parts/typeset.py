"""Sets text in lines of a given height, which Qt's own labels cannot do."""

import unicodedata
from dataclasses import dataclass
from functools import lru_cache

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QTextCharFormat, QTextLayout, QTextOption

_LINE_SEPARATOR = "\u2028"
_FOR_EVER = 100_000.0


@dataclass(frozen=True, slots=True)
class Setting:
    """How a piece of text is to be set.

    It starts at the edge its own direction asks for, unless `from_right` says otherwise.
    """

    font: QFont
    leading: int
    rtl: bool = False
    from_right: bool | None = None
    one_line: bool = False
    centre: bool = False
    bold: tuple[tuple[int, int], ...] = ()


@dataclass(frozen=True, slots=True)
class SetText:
    """Text set to a width: ready to draw, with its true size."""

    layout: QTextLayout
    height: int
    width: float

    def draw(self, painter: QPainter, x: float, y: float) -> None:
        """Draw with the painter's pen."""
        self.layout.draw(painter, QPointF(x, y))


def set_text(words: str, how: Setting, width: float = _FOR_EVER) -> SetText:
    """Break words into lines no wider than `width`."""
    # a QTextLayout is one paragraph: line ends inside it are U+2028
    layout = QTextLayout(words.replace("\n", _LINE_SEPARATOR), how.font)
    layout.setTextOption(_option(how, width))
    layout.setFormats([_bold(start, length) for start, length in how.bold])
    y, widest = 0.0, 0.0
    layout.beginLayout()
    while (line := layout.createLine()).isValid():
        line.setLineWidth(width)
        line.setPosition(QPointF(0, y + (how.leading - line.height()) / 2))
        widest = max(widest, line.naturalTextWidth())
        y += how.leading
    layout.endLayout()
    return SetText(layout, round(y), widest)


def longest_word(words: str, font: QFont) -> float:
    """The width below which a word would be cut."""
    metrics = QFontMetricsF(font)
    return max((metrics.horizontalAdvance(word) for word in words.split()), default=0.0)


@lru_cache(maxsize=1024)
def reads_right_to_left(words: str) -> bool | None:
    """Which way the first letter runs (UAX #9, rule P2); nothing where there is no letter."""
    for letter in words:
        match unicodedata.bidirectional(letter):
            case "L":
                return False
            case "R" | "AL":
                return True
    return None


def _option(how: Setting, width: float) -> QTextOption:
    option = QTextOption()
    wrap = QTextOption.WrapMode
    option.setWrapMode(wrap.NoWrap if how.one_line else wrap.WrapAtWordBoundaryOrAnywhere)
    way = Qt.LayoutDirection
    option.setTextDirection(way.RightToLeft if how.rtl else way.LeftToRight)
    right = how.rtl if how.from_right is None else how.from_right
    edge = Qt.AlignmentFlag.AlignRight if right else Qt.AlignmentFlag.AlignLeft
    if how.centre:
        edge = Qt.AlignmentFlag.AlignHCenter
    if width < _FOR_EVER:
        option.setAlignment(edge | Qt.AlignmentFlag.AlignAbsolute)
    return option


def _bold(start: int, length: int) -> QTextLayout.FormatRange:
    run = QTextLayout.FormatRange()
    style = QTextCharFormat()
    style.setFontWeight(QFont.Weight.DemiBold)
    run.start, run.length, run.format = start, length, style
    return run
