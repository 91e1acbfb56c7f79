"""How one line of a talk is set: time, what kind, the words, what stands under them."""

from dataclasses import dataclass

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QWidget

from welfare_app.domain.notes import LineKind
from welfare_app.presenters.notes import NoteLine
from welfare_app.ui.parts.typeset import SetText, Setting, reads_right_to_left, set_text
from welfare_app.ui.theme import Theme

_TIME, _TAG = 44, 62
"""Widths of the first two columns at normal text."""
_BAR = 3
_NARROW = 34
"""Ems under which the kind stands over the words, not beside them."""
_QUIET = frozenset({LineKind.ASKED, LineKind.BREAK, LineKind.ROOM})
_FLAG = 16


@dataclass(frozen=True, slots=True)
class Piece:
    """Words set in place: at how far down, in which colour, with which icon before them."""

    words: SetText
    top: int
    ink: str
    icon: str = ""


@dataclass(frozen=True, slots=True)
class LaidLine:
    """A whole line, ready to paint."""

    time: SetText
    tag: SetText
    pieces: tuple[Piece, ...]
    said: bool
    left: int
    stacked: bool
    first: int
    height: int


class NoteLayout:
    """Lays lines out, each once for a width."""

    def __init__(self, theme: Theme) -> None:
        self._theme = theme
        self._known: dict[tuple[NoteLine, int, bool], LaidLine] = {}

    def lay(self, line: NoteLine, width: int, *, rtl: bool) -> LaidLine:
        """A line set to a width."""
        key = (line, width, rtl)
        if key not in self._known:
            self._known[key] = self._set(line, width, rtl=rtl)
        return self._known[key]

    def paint(self, painter: QPainter, laid: LaidLine, width: int, on: QWidget) -> None:
        """Paint a line at the painter's origin."""
        theme, colour = self._theme, self._theme.colour
        rtl = on.layoutDirection() == Qt.LayoutDirection.RightToLeft
        lead = laid.first if laid.stacked else self._lead(laid)
        painter.setPen(colour("quiet"))
        x = width - theme.scaled(_TIME) if rtl else 0
        laid.time.draw(painter, x, 0 if laid.stacked else lead)
        painter.setPen(colour("accent" if laid.said else "quiet"))
        at = theme.scaled(_TIME) + theme.space(2)
        tag_x = width - at - theme.scaled(_TAG) if rtl else at
        laid.tag.draw(painter, tag_x, 0 if laid.stacked else lead)
        foot = laid.pieces[-1].top + laid.pieces[-1].words.height
        if laid.said:
            x = width - laid.left + theme.space(3) if rtl else laid.left - theme.space(3) - _BAR
            top = laid.pieces[0].top
            painter.fillRect(QRectF(x, top, _BAR, foot - top), colour("accent"))
        for piece in laid.pieces:
            self._paint_piece(painter, piece, laid, on, rtl=rtl)

    def _paint_piece(
        self, painter: QPainter, piece: Piece, laid: LaidLine, on: QWidget, *, rtl: bool
    ) -> None:
        theme = self._theme
        x = 0 if rtl else laid.left
        painter.setPen(theme.colour(piece.ink))
        if piece.icon and not rtl:
            side = theme.scaled(_FLAG)
            pixmap = theme.icon(piece.icon, piece.ink, side, on)
            painter.drawPixmap(x, piece.top + (theme.leading("caption") - side) // 2, pixmap)
            x += side + theme.space(1)
        piece.words.draw(painter, x, piece.top)

    def _lead(self, laid: LaidLine) -> float:
        """What sets the small labels on the first line of larger words."""
        role = "words" if laid.said else "body"
        return (self._theme.leading(role) - self._theme.leading("caption")) / 2

    def _set(self, line: NoteLine, width: int, *, rtl: bool) -> LaidLine:
        theme, said = self._theme, line.kind is LineKind.SAID
        stacked = theme.em(width) < _NARROW
        labels = theme.scaled(_TIME) + theme.space(2) + theme.scaled(_TAG) + theme.space(2)
        left = (0 if stacked else labels) + theme.space(3) + _BAR
        room = max(1, width - left)
        first = theme.leading("caption") if stacked else 0
        pieces: list[Piece] = []
        top = first
        for words, role, ink, icon in self._lines(line):
            indent = theme.scaled(_FLAG) + theme.space(1) if icon else 0
            text = set_text(words, self._how(role, words, rtl=rtl), max(1, room - indent))
            pieces.append(Piece(text, top, ink, icon))
            top += text.height
        gap = theme.space(3)
        time = set_text(line.time, self._how("caption", "", rtl=rtl), theme.scaled(_TIME))
        tag = set_text(line.tag, self._how("caption_strong", "", rtl=rtl), theme.scaled(_TAG) * 2)
        height = max(top, first + tag.height) + gap
        return LaidLine(time, tag, tuple(pieces), said, left, stacked, first, height)

    def _lines(self, line: NoteLine) -> list[tuple[str, str, str, str]]:
        said = line.kind is LineKind.SAID
        words = f"“{line.words}”" if said else line.words
        found = [(words, "words" if said else "body", _ink(line.kind), "")]
        if line.original:
            found.append((f"“{line.original}”", "words", "quiet", ""))
        if line.translator:
            found.append((line.translator, "caption", "quiet", ""))
        if line.under:
            found.append((line.under, "caption", "quiet", "link"))
        if line.topic:
            found.append((line.topic, "caption", "quiet", ""))
        found += [(sign, "caption", "accent", "flag") for sign in line.signs]
        return found

    def _how(self, role: str, words: str, *, rtl: bool) -> Setting:
        own = reads_right_to_left(words) if role == "words" and words else None
        figures = role.startswith("caption")
        return Setting(
            self._theme.font(role, figures=figures),
            self._theme.leading(role),
            rtl if own is None else own,
            from_right=rtl if own is None else own,
        )


def _ink(kind: LineKind) -> str:
    return "quiet" if kind in _QUIET else "ink"
