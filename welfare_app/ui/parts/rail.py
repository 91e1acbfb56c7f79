"""What stands in the left rail: the steps of a job, or the places there are."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout

from welfare_app.ui.parts.layout import Item, clear, column, fill, holding
from welfare_app.ui.parts.step import Step, StepState
from welfare_app.ui.parts.text import Text
from welfare_app.ui.theme.theme import Theme


@dataclass(frozen=True, slots=True)
class StepLine:
    """One step: its key, what it is called, how it stands, and a stamp (who, when)."""

    key: str
    words: str
    state: StepState = "next"
    stamp: str = ""


@dataclass(frozen=True, slots=True)
class StepGroup:
    """Some steps under a small head, which may be empty."""

    title: str
    lines: Sequence[StepLine]


@dataclass(frozen=True, slots=True)
class Place:
    """Somewhere to go when no job is under way."""

    key: str
    words: str
    icon: str


class Rail(QFrame):
    """The lines of a rail. `folded` is what its one button says when there is no room for it."""

    chosen = Signal(str)

    def __init__(
        self, theme: Theme, name: str, folded: str, icon: str, foot: Sequence[Item] = ()
    ) -> None:
        """Make an empty rail; see `steps` and `places`."""
        super().__init__()
        self.folded, self.icon, self.here = folded, icon, ""
        self._theme = theme
        self._lines = QVBoxLayout()
        self._lines.setSpacing(0)
        edge = theme.space(3)
        margins = (edge, edge, edge, edge)
        self.setLayout(column(self._lines, None, *foot, margins=margins))
        self.setAccessibleName(name)

    def show_steps(self, title: str, groups: Sequence[StepGroup]) -> None:
        """Show the steps of a job as they now stand."""
        theme, tight = self._theme, self._theme.space(1)
        pad, half = theme.space(3), theme.space(1) // 2
        head = Text(theme, title, "caption_strong", "quiet", figures=True)
        items: list[Item] = [holding(column(head, margins=(pad, tight, pad, tight)))]
        for group in groups:
            if group.title:
                words = Text(theme, group.title, "caption", "quiet")
                named = holding(column(words, margins=(pad, 0, pad, half)))
                items += [theme.space(2), named]
            for line in group.lines:
                step = Step(theme, line.words, line.state, line.stamp)
                items.append(self._pressable(step, line.key))
        self._show(items)

    def show_places(self, places: Sequence[Place], here: str) -> None:
        """Show the places, with the one we are in."""
        self.here = here
        if now := next((place for place in places if place.key == here), None):
            self.folded, self.icon = now.words, now.icon
        items: list[Item] = []
        for place in places:
            state: StepState = "now" if place.key == here else "next"
            step = Step(self._theme, place.words, state, icon=place.icon)
            items += [self._pressable(step, place.key), self._theme.space(1) // 2]
        self._show(items)

    def _pressable(self, step: Step, key: str) -> Step:
        step.clicked.connect(partial(self._pressed, key))
        return step

    def _pressed(self, key: str, _checked: bool = False) -> None:
        self.chosen.emit(key)

    def _show(self, items: list[Item]) -> None:
        clear(self._lines)
        fill(self._lines, tuple(items))


def steps(
    theme: Theme,
    title: str,
    groups: Sequence[StepGroup],
    *,
    foot: Sequence[Item] = (),
    name: str = "Steps",
) -> Rail:
    """The rail of a job, such as "Step 9 of 14"."""
    now = [line.words for group in groups for line in group.lines if line.state == "now"]
    folded = ": ".join([title, *now])
    rail = Rail(theme, name, folded, "list-checks", foot)
    rail.show_steps(title, groups)
    return rail


def places(
    theme: Theme,
    listed: Sequence[Place],
    here: str,
    *,
    foot: Sequence[Item] = (),
    name: str = "Places",
) -> Rail:
    """The rail where no job is under way."""
    now = next((place for place in listed if place.key == here), listed[0])
    rail = Rail(theme, name, now.words, now.icon, foot)
    rail.show_places(listed, here)
    return rail
