"""White cards, tinted notices and verdicts."""

from typing import Literal, TypeAlias

from PySide6.QtWidgets import QFrame, QWidget

from welfare_app.ui.parts.button import Button
from welfare_app.ui.parts.icon import Icon
from welfare_app.ui.parts.layout import Item, column, flow, holding, row
from welfare_app.ui.parts.rules import Hair
from welfare_app.ui.parts.text import Text
from welfare_app.ui.theme.theme import Theme

Look: TypeAlias = Literal["card", "well", "attention", "danger", "accent", "compose"]

_EMPTY_HEIGHT = 230
_EMPTY_ICON = 28
_VERDICT_ICON = 40


def card(theme: Theme, *items: Item, look: Look = "card", pad: int = 5) -> QFrame:
    """A card round some items; `pad` is a step of space."""
    edge = theme.space(pad)
    return holding(column(*items, margins=(edge, edge, edge, edge)), look)


def rows(theme: Theme, *items: QWidget) -> QFrame:
    """A card of rows with rules between them."""
    ruled: list[Item] = []
    for at, item in enumerate(items):
        ruled += [Hair(theme), item] if at else [item]
    side, edge = theme.space(4), theme.space(1)
    return holding(column(*ruled, margins=(side, edge, side, edge)), "card")


def notice(
    theme: Theme,
    icon: str,
    title: str,
    sentence: str = "",
    *,
    look: Literal["attention", "danger", "accent", "well"] = "attention",
    button: Button | None = None,
) -> QFrame:
    """What happened or is about to, in a tinted card, with what can be done beside it."""
    ink = "quiet" if look == "well" else look
    lines: list[Item] = [Text(theme, title, "strong", figures=True)]
    if sentence:
        lines.append(Text(theme, sentence, "body", figures=True))
    mark = Icon(theme, icon, ink, line="strong")
    words = holding(row(mark, theme.space(3), column(*lines), top=True))
    if button is None:
        return card(theme, words, look=look, pad=4)
    return card(theme, flow(words, None, button, gap=theme.space(3)), look=look, pad=4)


def verdict(
    theme: Theme, icon: str, title: str, sentence: str, look: Literal["accent", "danger"]
) -> QFrame:
    """One large word about a sealed file, and a sentence of what it means."""
    mark = Icon(theme, icon, look, _VERDICT_ICON, line="display")
    ink = "danger" if look == "danger" else "ink"
    words = column(
        Text(theme, title, "display", ink, wide=True),
        theme.space(1),
        Text(theme, sentence, "lead", wide=True),
    )
    frame = card(theme, row(mark, theme.space(4), words, top=True), look=look)
    frame.setAccessibleName(title)
    frame.setAccessibleDescription(sentence)
    return frame


def empty(
    theme: Theme, icon: str, title: str, sentence: str, button: Button | None = None
) -> QFrame:
    """What is not here yet, and the button that begins."""
    begin: list[Item] = [theme.space(4), row(None, button, None)] if button else []
    frame = card(
        theme,
        None,
        row(None, Icon(theme, icon, "control", _EMPTY_ICON), None),
        theme.space(3),
        Text(theme, title, "heading", centre=True),
        theme.space(1),
        Text(theme, sentence, "body", "quiet", centre=True),
        *begin,
        None,
        look="well",
    )
    frame.setMinimumHeight(_EMPTY_HEIGHT)
    return frame


def header(
    theme: Theme, title: str, *, about: str = "", sentence: str = "", trailing: QWidget | None
) -> QFrame:
    """The head of a page: what it is about, its title, one sentence, perhaps a clock."""
    lines: list[Item] = []
    if about:
        lines.append(Text(theme, about, "small", "quiet", figures=True))
    names = holding(column(*lines, Text(theme, title, "title")))
    top = flow(names, None, trailing, gap=theme.space(4)) if trailing else column(names)
    items: list[Item] = [top]
    if sentence:
        items += [theme.space(1), Text(theme, sentence, "body", "quiet")]
    return holding(column(*items))


def number_to_call(
    theme: Theme,
    who: str,
    digits: str,
    note: str = "",
    *,
    role: str = "heading",
    danger: bool = False,
) -> QFrame:
    """Who, the digits in equal widths, and when the number was checked. 999 alone is danger."""
    ink = "danger" if danger else "ink"
    called = Text(theme, digits, role, ink, figures=True)
    # a telephone number runs left to right in every language, at the leading edge
    called.setAccessibleName(f"{who}: {digits}")
    lines: list[Item] = [Text(theme, who, "small", "danger" if danger else "quiet"), called]
    if note:
        lines.append(Text(theme, note, "caption", "quiet", figures=True))
    return holding(column(*lines))
