"""Single lines that say one thing: a fact, a point to heed, a clock, a sign."""

from PySide6.QtWidgets import QFrame

from welfare_app.ui.parts.chip import Chip
from welfare_app.ui.parts.icon import Icon
from welfare_app.ui.parts.layout import Item, column, flow, holding, row
from welfare_app.ui.parts.link import Link
from welfare_app.ui.parts.text import Text
from welfare_app.ui.theme.theme import Theme

_LABEL = 118
_ICON = 18


def fact(
    theme: Theme, label: str, value: str, note: str = "", *, change: Link | None = None
) -> QFrame:
    """One line of a summary: what it is, what it says, how to change it."""
    left = Text(theme, label, "small", "quiet")
    left.setFixedWidth(theme.scaled(_LABEL))
    words: list[Item] = [Text(theme, value, "body", wide=True, figures=True)]
    if note:
        words.append(Text(theme, note, "small", "quiet", figures=True))
    pad = theme.space(2)
    lead = (theme.leading("body") - theme.leading("small")) // 2
    label_column = column(lead, left, None)
    more: list[Item] = [theme.space(2), change] if change else []
    frame = holding(row(label_column, theme.space(3), column(*words), *more, top=True))
    frame.layout().setContentsMargins(0, pad, 0, pad)  # type: ignore[union-attr]
    frame.setAccessibleName(f"{label}: {value}")
    return frame


def point(
    theme: Theme,
    icon: str,
    words: str,
    note: str = "",
    *,
    ink: str = "quiet",
    colour: str = "ink",
    role: str = "small",
    trailing: Text | None = None,
) -> QFrame:
    """An icon and a sentence, with a note under it and perhaps a stamp at the trailing end."""
    size = _ICON if role.startswith("small") else "icon"
    note_ink = "attention" if ink == "attention" else "quiet"
    lines: list[Item] = [Text(theme, words, role, colour, wide=True)]
    if note:
        lines.append(Text(theme, note, "caption", note_ink, figures=True))
    mark = Icon(theme, icon, ink, size, line=role)
    gap = theme.space(2 if role.startswith("small") else 3)
    more: list[Item] = [gap, trailing] if trailing else []
    return holding(row(mark, gap, column(*lines), *more, top=True))


def clock(theme: Theme, left: str, by: str = "", *, soon: bool = False) -> QFrame:
    """How long is left, in words first, then the time. It never counts or blinks."""
    mark = Icon(theme, "clock", "attention" if soon else "quiet", line="strong")
    ink = "attention" if soon else "ink"
    words = Text(theme, left, "strong", ink, figures=True, one_line=True)
    frame = holding(row(mark, words, gap=theme.space(2)))
    if not by:
        return frame
    time = Text(theme, by, "body", "quiet", figures=True, one_line=True)
    return holding(flow(frame, time, gap=theme.space(2)))


def sign(theme: Theme, title: str, how: str, time: str = "") -> QFrame:
    """A sign that was noted: what, how we know, when."""
    stamp: list[Item] = []
    if time:
        stamp.append(Text(theme, time, "caption", "quiet", figures=True))
    under = row(Chip(theme, how), *stamp, None, gap=theme.space(2))
    return holding(column(Text(theme, title, "small_strong"), theme.space(1), under))


def numbered(theme: Theme, at: int, title: str, sentence: str = "") -> QFrame:
    """One step of a short list to follow in order."""
    figure = Text(theme, str(at), "strong", "quiet", figures=True, one_line=True)
    lines: list[Item] = [Text(theme, title, "strong", wide=True)]
    if sentence:
        lines.append(Text(theme, sentence, "body", "quiet", wide=True))
    return holding(row(figure, theme.space(4), column(*lines), top=True))
