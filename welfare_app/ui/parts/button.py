"""Buttons: what they say, what they look like in each state, and why they cannot be pressed."""

from dataclasses import dataclass
from math import ceil
from typing import Literal, TypeAlias

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QPushButton, QSizePolicy

from welfare_app.ui.parts.keys import bind
from welfare_app.ui.theme.theme import Theme

Kind: TypeAlias = Literal["primary", "secondary", "quiet", "chosen", "danger", "danger_quiet"]
Flush: TypeAlias = Literal["", "leading", "trailing"]

_FILLED = {"primary": "accent", "danger": "danger"}
_TIGHT = frozenset({"quiet", "chosen", "danger_quiet"})


@dataclass(frozen=True, slots=True)
class Coat:
    """The colours of a button in one state; an empty name is not painted."""

    ground: str
    edge: str
    ink: str
    hint: str


def coat(kind: Kind, *, over: bool = False, down: bool = False, off: bool = False) -> Coat:
    """The colours of a kind of button as it stands."""
    if off:
        return Coat("disabled_ground", "", "disabled_ink", "disabled_ink")
    touched = over or down
    match kind:
        case "primary" | "danger":
            base = _FILLED[kind]
            ground = f"{base}_hover" if touched else base
            if down and kind == "primary":
                ground = "accent_press"
            return Coat(ground, "", f"on_{base}", f"on_{base}")
        case "secondary":
            ground = "raised" if touched else "surface"
            return Coat(ground, "ink" if touched else "control", "ink", "quiet")
        case "chosen":
            return Coat("accent_tint", "accent", "accent", "quiet")
        case "danger_quiet":
            return Coat("danger_tint" if touched else "surface", "danger", "danger", "danger")
        case "quiet":
            return Coat("raised" if touched else "", "", "accent", "quiet")


class Button(QPushButton):
    """A button with an optional icon and the key that presses it."""

    reason_changed = Signal(str)

    def __init__(
        self,
        theme: Theme,
        words: str,
        kind: Kind = "secondary",
        *,
        icon: str = "",
        trailing: str = "",
        key: str = "",
        twins: tuple[str, ...] = (),
        name: str = "",
        large: bool = False,
        compact: bool = False,
        least: int = 0,
        flush: Flush = "",
    ) -> None:
        """Make it.

        `name` is for a button with no words; `flush` lines its words up with a column; `twins`
        are keys that work but are not written on it; `least` is a width at normal text.
        """
        super().__init__()
        self._theme, self._kind, self._icon, self._trailing = theme, kind, icon, trailing
        self._key, self._flush, self._least = key, flush, least
        self._tight = compact or kind in _TIGHT
        self._words = self._rest = words
        self._name = name
        self._hinted = True
        self._measured: list[tuple[str, float]] = []
        self._high = theme.size(
            "control_large" if large else "control_compact" if compact else "control"
        )
        self.setFont(theme.font("small_strong" if compact else "strong"))
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAutoDefault(False)
        self.say(words)
        bind(self, (*((key,) if key else ()), *twins))

    @property
    def words(self) -> str:
        """What it says."""
        return self._words

    def say(self, words: str) -> None:
        """Say something else."""
        self._rest = words
        self._show(words)
        self.setAccessibleName(self._name or words)
        self.setToolTip(self._name)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter presses it, as Space does."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers():
            self.click()
        else:
            super().keyPressEvent(event)

    def dress(self, kind: Kind) -> None:
        """Be another kind, as a mode does when it is chosen."""
        self._kind = kind
        self.setAccessibleDescription("chosen" if kind == "chosen" else "")
        self.update()

    def off(self, reason: str) -> None:
        """Stop being pressable, and say why beside it (see `Kit.reason`) and to screen readers."""
        self.setEnabled(False)
        self.setAccessibleDescription(reason)
        self.setToolTip(reason)
        self.reason_changed.emit(reason)

    def busy(self, words: str) -> None:
        """Say what is being done instead, until `rest`."""
        self._show(words)
        self.setAccessibleName(words)
        self.setEnabled(False)

    def rest(self) -> None:
        """Be an ordinary button again."""
        self.setEnabled(True)
        self.say(self._rest)
        self.setAccessibleDescription("")
        self.reason_changed.emit("")

    def changeEvent(self, event: QEvent) -> None:
        """Measure again in another font."""
        if event.type() == QEvent.Type.FontChange:
            self._measured = []
        super().changeEvent(event)

    def show_key(self, *, shown: bool) -> None:
        """Write its key on it or not; the key works either way."""
        if shown != self._hinted:
            self._hinted = shown
            self._measured = []
            self.updateGeometry()
            self.update()

    def _show(self, words: str) -> None:
        self._words = words
        self._measured = []
        # QPushButton would take an ampersand for a key of its own
        self.setText(words.replace("&", "&&"))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """As wide as what is on it."""
        pads = self._pad() * (1 if self._flush else 2)
        wide = ceil(sum(width for _, width in self._pieces()) + pads)
        return QSize(max(self._theme.scaled(self._least), wide), self._high)

    def minimumSizeHint(self) -> QSize:
        """Never narrower than what is on it."""
        return self.sizeHint()

    def _pad(self) -> int:
        return self._theme.space(3 if self._tight else 4)

    def _pieces(self) -> list[tuple[str, float]]:
        """What stands on it from its leading edge, each with its width."""
        if not self._measured:
            self._measured = self._measure()
        return self._measured

    def _measure(self) -> list[tuple[str, float]]:
        theme, pieces = self._theme, []
        icon, gap = theme.size("icon"), theme.space(2) if self._words else 0
        if self._icon:
            pieces += [("icon", float(icon)), ("", gap)]
        pieces += [("words", QFontMetricsF(self.font()).horizontalAdvance(self._words))]
        if self._key and self._hinted:
            hint = QFontMetricsF(theme.font("caption")).horizontalAdvance(self._key)
            pieces += [("", theme.space(3)), ("key", hint)]
        if self._trailing:
            pieces += [("", gap), ("trailing", float(icon))]
        return pieces

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint ground, edge, icon, words and key."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        enabled = self.isEnabled()
        over = enabled and self.underMouse()
        now = coat(self._kind, over=over, down=self.isDown(), off=not enabled)
        self._paint_ground(painter, now)
        pieces = self._pieces()
        spare = self.width() - sum(width for _, width in pieces)
        x = {"leading": 0.0, "trailing": spare}.get(self._flush, spare / 2)
        for what, width in pieces:
            self._paint_piece(painter, what, QRectF(x, 0, width, self.height()), now)
            x += width

    def _paint_ground(self, painter: QPainter, now: Coat) -> None:
        colour, radius = self._theme.colour, self._theme.tokens.radius.control
        painter.setPen(QPen(colour(now.edge), 1) if now.edge else Qt.PenStyle.NoPen)
        painter.setBrush(colour(now.ground) if now.ground else Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), radius, radius)

    def _paint_piece(self, painter: QPainter, what: str, area: QRectF, now: Coat) -> None:
        if self.layoutDirection() == Qt.LayoutDirection.RightToLeft:
            area.moveLeft(self.width() - area.right())
        room = area.adjusted(0, 0, 1, 0)
        match what:
            case "words":
                painter.setFont(self.font())
                painter.setPen(self._theme.colour(now.ink))
                painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, self._words)
            case "key":
                painter.setFont(self._theme.font("caption"))
                painter.setPen(self._theme.colour(now.hint))
                painter.drawText(room.translated(0, 1), Qt.AlignmentFlag.AlignVCenter, self._key)
            case "icon" | "trailing":
                name = self._icon if what == "icon" else self._trailing
                side = round(area.width())
                pixmap = self._theme.icon(name, now.ink, side, self)
                painter.drawPixmap(round(area.left()), (self.height() - side) // 2, pixmap)
