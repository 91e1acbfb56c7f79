"""The half of the kit that makes cards and lines."""

from collections.abc import Callable
from typing import Literal

from PySide6.QtWidgets import QFrame, QWidget

from welfare_app.ui.parts import cards, lines
from welfare_app.ui.parts.button import Button
from welfare_app.ui.parts.layout import Item
from welfare_app.ui.parts.link import Link
from welfare_app.ui.parts.text import Text
from welfare_app.ui.theme.theme import Theme


class CardMaker:
    """Makes what stands on a page and is read."""

    def __init__(self, theme: Theme) -> None:
        self.theme = theme

    def space(self, step: int) -> int:
        """A gap, step 1 to 8."""
        return self.theme.space(step)

    def header(
        self, title: str, *, about: str = "", sentence: str = "", trailing: QWidget | None = None
    ) -> QFrame:
        """The head of a page."""
        return cards.header(self.theme, title, about=about, sentence=sentence, trailing=trailing)

    def card(self, *items: Item, look: cards.Look = "card", pad: int = 5) -> QFrame:
        """A card round some items."""
        return cards.card(self.theme, *items, look=look, pad=pad)

    def rows(self, *items: QWidget) -> QFrame:
        """A card of rows with rules between them."""
        return cards.rows(self.theme, *items)

    def notice(
        self,
        icon: str,
        title: str,
        sentence: str = "",
        *,
        look: Literal["attention", "danger", "accent", "well"] = "attention",
        button: Button | None = None,
    ) -> QFrame:
        """What happened or is about to, in a tinted card."""
        return cards.notice(self.theme, icon, title, sentence, look=look, button=button)

    def verdict(
        self, icon: str, title: str, sentence: str, look: Literal["accent", "danger"]
    ) -> QFrame:
        """One large word about a sealed file."""
        return cards.verdict(self.theme, icon, title, sentence, look)

    def empty(self, icon: str, title: str, sentence: str, button: Button | None = None) -> QFrame:
        """What is not here yet."""
        return cards.empty(self.theme, icon, title, sentence, button)

    def number(
        self,
        who: str,
        digits: str,
        note: str = "",
        *,
        role: str = "heading",
        danger: bool = False,
    ) -> QFrame:
        """A number to call."""
        return cards.number_to_call(self.theme, who, digits, note, role=role, danger=danger)

    def fact(
        self,
        label: str,
        value: str,
        note: str = "",
        *,
        change: Callable[[], object] | None = None,
        change_words: str = "Change",
    ) -> QFrame:
        """One line of a summary."""
        link = None
        if change is not None:
            link = Link(self.theme, change_words, name=f"{change_words}: {label}")
            link.clicked.connect(change)
        return lines.fact(self.theme, label, value, note, change=link)

    def point(
        self,
        icon: str,
        words: str,
        note: str = "",
        *,
        ink: str = "quiet",
        colour: str = "ink",
        role: str = "small",
        trailing: Text | None = None,
    ) -> QFrame:
        """An icon and a sentence."""
        return lines.point(
            self.theme, icon, words, note, ink=ink, colour=colour, role=role, trailing=trailing
        )

    def clock(self, left: str, by: str = "", *, soon: bool = False) -> QFrame:
        """How long is left, in words."""
        return lines.clock(self.theme, left, by, soon=soon)

    def sign(self, title: str, how: str, time: str = "") -> QFrame:
        """A sign that was noted."""
        return lines.sign(self.theme, title, how, time)

    def numbered(self, at: int, title: str, sentence: str = "") -> QFrame:
        """One step of a short list."""
        return lines.numbered(self.theme, at, title, sentence)
