"""How the program looks: tokens read once, and what Qt needs made from them."""

from welfare_app.ui.theme.source import ThemeSource
from welfare_app.ui.theme.theme import Theme
from welfare_app.ui.theme.tokens import Scheme, Tokens, load

__all__ = ["Scheme", "Theme", "ThemeSource", "Tokens", "load"]
