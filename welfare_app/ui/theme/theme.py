"""The tokens in one scheme at one text size, in the shapes that painting code asks for."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFont, QPixmap
from PySide6.QtWidgets import QWidget

from welfare_app.ui.theme.icons import FLIPPED, Icons
from welfare_app.ui.theme.tokens import Scheme, Tokens

LARGEST = 2.0
_SPACE_GROWS = 0.35
_CONTROL_GROWS = 0.62
_FIXED = frozenset({"rail", "side"})
_WITH_TEXT = frozenset({"measure", "icon", "icon_small", "icon_large"})
_CONTRAST_STROKE = 2.25


class Theme:
    """What a widget needs in order to draw itself. Never changes: a new look is a new theme."""

    def __init__(
        self, tokens: Tokens, icons: Icons, scheme: Scheme = "light", scale: float = 1.0
    ) -> None:
        self.tokens = tokens
        self.scheme: Scheme = scheme
        self.scale = min(max(scale, 1.0), LARGEST)
        self._icons = icons
        self._colours = tokens.colours[scheme]
        self._stroke = _CONTRAST_STROKE if scheme.startswith("contrast") else tokens.size.stroke

    # Sizes, in device-independent pixels

    def space(self, step: int) -> int:
        """A gap, step 1 to 8. Grows less than the text, which should have the room."""
        return round(self._grown(float(getattr(self.tokens.space, f"s{step}")), _SPACE_GROWS))

    def size(self, name: str) -> int:
        """A height or width by its token name."""
        base = float(getattr(self.tokens.size, name))
        if name in _FIXED:
            return round(base)
        return round(self._grown(base, 1.0 if name in _WITH_TEXT else _CONTROL_GROWS))

    def scaled(self, pixels: float) -> int:
        """A length that grows as the text does."""
        return round(pixels * self.scale)

    def ring(self) -> int:
        """The width of the focus ring."""
        return round(self._grown(self.tokens.focus.width, _SPACE_GROWS))

    def em(self, width: float) -> float:
        """A width in pixels as a number of ems of body text."""
        return width / (self.tokens.roles["body"].size * self.scale)

    def _grown(self, base: float, rate: float) -> float:
        return base * (1 + (self.scale - 1) * rate)

    # Colour and type

    def css(self, name: str) -> str:
        """A colour as the style sheet writes it."""
        return self._colours[name]

    def colour(self, name: str) -> QColor:
        """A colour by its token name."""
        text = self._colours[name]
        # the file writes #RRGGBBAA, Qt reads #AARRGGBB
        return QColor(f"#{text[7:]}{text[1:7]}" if len(text) > 7 else text)

    def font(self, role: str, *, figures: bool = False) -> QFont:
        """The font of a type role; `figures` sets digits in equal widths."""
        kind, families = self.tokens.roles[role], self.tokens.families
        font = QFont()
        font.setFamilies(list(families.words if role.startswith("words") else families.ui))
        font.setPixelSize(round(kind.size * self.scale))
        font.setWeight(QFont.Weight(kind.weight))
        font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
        if figures:
            font.setFeature(QFont.Tag(families.figures), 1)
        return font

    def leading(self, role: str) -> int:
        """The line height of a type role, in pixels."""
        kind = self.tokens.roles[role]
        return round(kind.size * self.scale * kind.leading)

    # Icons

    def icon(self, name: str, colour: str, size: int, on: QWidget) -> QPixmap:
        """An icon for a widget: sharp on its screen, turned if it points and the page mirrors."""
        if on.layoutDirection() == Qt.LayoutDirection.RightToLeft:
            name = FLIPPED.get(name, name)
        ratio = on.devicePixelRatioF()
        return self._icons.pixmap(name, self._colours[colour], self._stroke, size, ratio)
