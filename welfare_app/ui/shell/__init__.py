"""The frame round every screen, and what a screen is."""

from welfare_app.ui.shell.fold import Fold
from welfare_app.ui.shell.page import Page
from welfare_app.ui.shell.shell import Shell
from welfare_app.ui.shell.words import ShellWords

__all__ = ["Fold", "Page", "Shell", "ShellWords"]
