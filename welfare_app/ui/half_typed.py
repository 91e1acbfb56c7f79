"""What stands in panels that were opened and not given yet, wherever on the screen."""

from PySide6.QtWidgets import QWidget

from welfare_app.ui.pages.panel import Panel
from welfare_app.ui.pages.reason_panel import ReasonAsked


def half_typed(window: QWidget) -> tuple[tuple[str, str], ...]:
    """The words, each under its question. A page's foot stands outside the page."""
    panels: list[ReasonAsked | Panel] = [*window.findChildren(ReasonAsked)]
    panels += window.findChildren(Panel)
    return tuple(one for panel in panels for one in panel.half_typed)
