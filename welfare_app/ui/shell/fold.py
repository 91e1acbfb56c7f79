"""How many columns there is room for, in ems of text and not in pixels."""

from enum import Enum

from welfare_app.ui.theme.theme import Theme


class Fold(Enum):
    """Three columns; two, with the side rail under the page; or one."""

    THREE = 3
    TWO = 2
    ONE = 1


def fold_for(theme: Theme, width: int) -> Fold:
    """The columns for a window this wide."""
    room, layout = theme.em(width), theme.tokens.layout
    if room >= layout.three_columns:
        return Fold.THREE
    return Fold.TWO if room >= layout.two_columns else Fold.ONE
