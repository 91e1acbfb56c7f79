"""Dresses the application: palette, default font and the one style sheet."""

from PySide6.QtCore import QLoggingCategory
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QApplication

from welfare_app.ui.theme.sheet import sheet
from welfare_app.ui.theme.theme import Theme

_PALETTE = {
    QPalette.ColorRole.Window: "paper",
    QPalette.ColorRole.Base: "surface",
    QPalette.ColorRole.AlternateBase: "raised",
    QPalette.ColorRole.Button: "surface",
    QPalette.ColorRole.WindowText: "ink",
    QPalette.ColorRole.Text: "ink",
    QPalette.ColorRole.ButtonText: "ink",
    QPalette.ColorRole.PlaceholderText: "quiet",
    QPalette.ColorRole.Highlight: "selection",
    QPalette.ColorRole.HighlightedText: "ink",
    QPalette.ColorRole.Accent: "accent",
    QPalette.ColorRole.Link: "accent",
    QPalette.ColorRole.ToolTipBase: "ink",
    QPalette.ColorRole.ToolTipText: "paper",
    QPalette.ColorRole.Mid: "control",
    QPalette.ColorRole.Light: "surface",
    QPalette.ColorRole.Dark: "control",
}
_DISABLED = (QPalette.ColorRole.Text, QPalette.ColorRole.ButtonText, QPalette.ColorRole.WindowText)


def palette(theme: Theme) -> QPalette:
    """The theme's colours under Qt's names for them."""
    made = QPalette()
    for role, colour in _PALETTE.items():
        made.setColor(role, theme.colour(colour))
    for role in _DISABLED:
        made.setColor(QPalette.ColorGroup.Disabled, role, theme.colour("disabled_ink"))
    return made


def apply(app: QApplication, theme: Theme) -> None:
    """Dress the application. Slow once widgets exist: for start-up and for Settings."""
    if (app.styleSheet(), app.font()) == (sheet(theme), theme.font("body")):
        return
    # Qt looks for every script in every family and says so; the family that has it is in the list
    QLoggingCategory.setFilterRules("qt.text.font.*=false")
    app.setStyle("Fusion")
    app.setCursorFlashTime(theme.tokens.motion.caret_blink_ms)
    app.setFont(theme.font("body"))
    app.setPalette(palette(theme))
    app.setStyleSheet(sheet(theme))
