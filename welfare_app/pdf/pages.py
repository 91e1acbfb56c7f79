"""Boxes dealt out over pages."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from welfare_app.pdf.boxes import Box


@dataclass(frozen=True, slots=True)
class NewPage:
    """What follows starts a new page."""


@dataclass(frozen=True, slots=True, eq=False)
class Placed:
    """A box and how far under the top of the page it stands."""

    box: Box
    down: float


@dataclass(slots=True)
class _Pages:
    room: float
    pages: list[list[Placed]] = field(default_factory=lambda: [[]])
    used: float = 0
    owed: float = 0  # space the last box asked for below itself

    @property
    def fresh(self) -> bool:
        return not self.pages[-1]

    def gap(self, box: Box) -> float:
        return 0 if self.fresh else max(self.owed, box.before)

    def left(self, box: Box) -> float:
        return self.room - self.used - self.gap(box)

    def turn(self) -> None:
        if not self.fresh:
            self.pages.append([])
        self.used = self.owed = 0

    def place(self, box: Box) -> None:
        down = self.used + self.gap(box)
        self.pages[-1].append(Placed(box, down))
        self.used, self.owed = down + box.height, box.after


def deal(boxes: Sequence[Box | NewPage], room: float) -> list[list[Placed]]:
    """Pages of no more than `room`: no heading without its text, no line alone."""
    pages = _Pages(room)
    waiting = list(reversed(boxes))
    while waiting:
        box = waiting.pop()
        if isinstance(box, NewPage):
            pages.turn()
            continue
        if _needed(box, waiting, room) > pages.left(box) and not pages.fresh:
            pages.turn()
        first, rest = _cut(box, pages.left(box))
        pages.place(first)
        if rest:
            pages.turn()
            waiting.append(rest)
    return pages.pages if pages.pages[-1] else pages.pages[:-1]


def _cut(box: Box, room: float) -> tuple[Box, Box | None]:
    if box.height <= room:
        return box, None
    first, rest = box.split(room)
    return (first, rest) if first else (box, None)


def _needed(box: Box, waiting: Sequence[Box | NewPage], room: float) -> float:
    """The height this box must find on the page, with what it may not be parted from."""
    if not box.keeps or box.height > room / 2:
        return box.least
    following = waiting[-1] if waiting else None
    if following is None or isinstance(following, NewPage):
        return box.height
    gap = max(box.after, following.before)
    return box.height + gap + _needed(following, waiting[:-1], room)
