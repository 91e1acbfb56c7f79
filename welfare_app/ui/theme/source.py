"""Holds the theme in use, follows the system's wishes, and says when the look has changed."""

from collections.abc import Callable
from pathlib import Path
from typing import Literal, TypeAlias

from PySide6.QtCore import QObject, Qt, QTimer, Signal, Slot
from PySide6.QtWidgets import QApplication

from welfare_app.ui.theme import application, tokens
from welfare_app.ui.theme.fonts import Fonts
from welfare_app.ui.theme.icons import Icons
from welfare_app.ui.theme.theme import Theme
from welfare_app.ui.theme.tokens import Scheme

Wanted: TypeAlias = Scheme | Literal["system"]


class ThemeSource(QObject):
    """Where the window gets its theme. `theme_changed` asks it to make its pages anew."""

    theme_changed = Signal()

    def __init__(
        self,
        resources: Path,
        scheme: Wanted = "system",
        scale: float = 1.0,
        parent: QObject | None = None,
        *,
        system: Callable[[], Scheme] | None = None,
    ) -> None:
        """Make the first theme; `system` answers what the laptop shows elsewhere."""
        super().__init__(parent)
        self._system = system or system_scheme
        self._tokens = tokens.load(resources / "theme" / "tokens.toml")
        self._icons = Icons(resources / "icons")
        self._fonts = Fonts(resources / "fonts" / "ui", resources / "fonts" / "pdf")
        self._app: QApplication | None = None
        self._wanted: Wanted = scheme
        self.theme = self._made(scale)

    def apply(self, app: QApplication) -> None:
        """Dress the application now; other scripts' fonts load once the first picture is up."""
        self._app = app
        self._fonts.load_latin()
        application.apply(app, self.theme)
        app.styleHints().colorSchemeChanged.connect(self._system_changed)
        QTimer.singleShot(0, self.load_companions)

    @Slot()
    def load_companions(self) -> None:
        """Load every script's font now, as a right-to-left first screen must."""
        self._fonts.load_companions()
        if self._app is not None:
            for widget in self._app.allWidgets():
                widget.updateGeometry()
                widget.update()

    def choose(self, scheme: Wanted | None = None, scale: float | None = None) -> None:
        """Change what the person wants to see."""
        self._wanted = scheme or self._wanted
        self._renew(self.theme.scale if scale is None else scale)

    @Slot()
    def _system_changed(self) -> None:
        if self._wanted == "system":
            self._renew(self.theme.scale)

    def _renew(self, scale: float) -> None:
        made = self._made(scale)
        if (made.scheme, made.scale) == (self.theme.scheme, self.theme.scale):
            return
        self.theme = made
        if self._app is not None:
            application.apply(self._app, made)
        self.theme_changed.emit()

    def _made(self, scale: float) -> Theme:
        scheme = self._system() if self._wanted == "system" else self._wanted
        return Theme(self._tokens, self._icons, scheme, scale)


def system_scheme() -> Scheme:
    """The scheme nearest to what the system shows elsewhere."""
    hints = QApplication.styleHints()
    dark = hints.colorScheme() == Qt.ColorScheme.Dark
    more = hints.accessibility().contrastPreference() == Qt.ContrastPreference.HighContrast
    if more:
        return "contrast_dark" if dark else "contrast_light"
    return "dark" if dark else "light"
