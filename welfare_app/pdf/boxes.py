"""What a page is laid out from: things with a height that may be cut in two."""

from dataclasses import dataclass, field, replace
from itertools import groupby, pairwise
from typing import Protocol

from welfare_app.pdf.lines import Line, stretches, width_of
from welfare_app.pdf.paper import AGAIN, Paper
from welfare_app.pdf.structure import Element
from welfare_app.pdf.styles import Style

FEWEST = 2  # lines of a paragraph, or rows, that may stand alone at the foot or head of a page


class Box(Protocol):
    """Something that stands on a page. `room` and heights in points."""

    @property
    def before(self) -> float:
        """Space it asks for above; neighbours share the larger of theirs."""
        ...

    @property
    def after(self) -> float:
        """Space it asks for below."""
        ...

    @property
    def keeps(self) -> bool:
        """Whether it must not be parted from what follows."""
        ...

    @property
    def height(self) -> float:
        """Its whole height."""
        ...

    @property
    def least(self) -> float:
        """The height of the least of it that may stand at the foot of a page."""
        ...

    def split(self, room: float) -> "tuple[Box | None, Box | None]":
        """What fits in `room`, and the rest."""
        ...

    def draw(self, paper: Paper, x: float, top: float) -> None:
        """Draw it downwards from `top`."""
        ...


class Uncut:
    """A box that stands on one page as a whole."""

    __slots__ = ()

    @property
    def least(self: Box) -> float:
        """All of it."""
        return self.height

    def split(self: Box, room: float) -> tuple[Box | None, Box | None]:
        """Whole, or not at all."""
        return (self, None) if self.height <= room else (None, self)


@dataclass(frozen=True, slots=True, eq=False)
class Bookmark:
    """What the outline says of a heading."""

    title: str = field(repr=False)
    depth: int


@dataclass(frozen=True, slots=True, eq=False)
class TextBox:
    """One paragraph. Without an element it is decoration, of the kind `furniture` names.

    `at_end` sets lines against the edge where their reading ends.
    """

    lines: tuple[Line, ...]
    width: float
    style: Style
    language: str
    element: Element | None
    bookmark: Bookmark | None = None
    before: float = 0
    after: float = 0
    keeps: bool = False
    furniture: str = ""
    at_end: bool = False

    @property
    def height(self) -> float:
        """The sum of its lines."""
        return sum(line.height for line in self.lines)

    @property
    def least(self) -> float:
        """Two lines, or all three, so that none is left alone."""
        few = len(self.lines) if len(self.lines) <= FEWEST + 1 else FEWEST
        return sum(line.height for line in self.lines[:few])

    @property
    def backward(self) -> bool:
        """Whether it starts at the right."""
        return self.lines[0].words[0].backward_line

    @property
    def reach(self) -> float:
        """The width of its longest line."""
        return max(width_of(line, self.style) for line in self.lines)

    def split(self, room: float) -> "tuple[TextBox | None, TextBox | None]":
        """Whole lines, never leaving one alone."""
        fits, used = 0, 0.0
        while fits < len(self.lines) and used + self.lines[fits].height <= room:
            used += self.lines[fits].height
            fits += 1
        if fits == len(self.lines):
            return self, None
        if len(self.lines) - fits < FEWEST:
            fits = len(self.lines) - FEWEST
        if fits < FEWEST:
            return None, self
        first = replace(self, lines=self.lines[:fits], after=0)
        return first, replace(self, lines=self.lines[fits:], before=0, bookmark=None)

    def as_decoration(self) -> "TextBox":
        """The same to be seen again, and not read again."""
        return replace(self, element=None, furniture=AGAIN)

    def draw(self, paper: Paper, x: float, top: float) -> None:
        """Draw its lines, tagged stretch by stretch where languages mix."""
        if self.bookmark:
            paper.bookmark(self.bookmark.title, self.bookmark.depth, top + self.style.leading)
        shown = []
        for line in self.lines:
            spare = self.width - width_of(line, self.style) if self.at_end else 0
            shown += stretches(line, x + spare, x + self.width - spare, top, self.style)
            top -= line.height
        groups = [
            (language, [stretch.operators for stretch in group])
            for language, group in groupby(shown, key=lambda stretch: stretch.language)
        ]
        if self.element is None:
            with paper.decoration(self.furniture):
                paper.text((each for _, group in groups for each in group), self.style.grey)
            return
        for language, operators in groups:
            with paper.content(self._part(self.element, language, alone=len(groups) == 1)):
                paper.text(operators, self.style.grey)

    def _part(self, element: Element, language: str, *, alone: bool) -> Element:
        if alone and language == self.language:
            return element
        return element.child("Span", language if language != self.language else "")


@dataclass(frozen=True, slots=True, eq=False)
class Stack:
    """Boxes one under another; if `tied`, the last never stands alone on a page."""

    boxes: tuple[Box, ...]
    tied: bool = False
    before: float = 0
    after: float = 0
    keeps: bool = field(default=False, init=False)

    @property
    def height(self) -> float:
        """All of them and the gaps between."""
        return sum(box.height + gap for gap, box in self._spaced())

    @property
    def least(self) -> float:
        """What its first box asks for, and any it may not be parted from."""
        used = 0.0
        for gap, box in self._spaced():
            if not box.keeps:
                return used + gap + box.least
            used += gap + box.height
        return used

    def split(self, room: float) -> "tuple[Stack | None, Stack | None]":
        """Whole boxes, and part of the one that does not fit."""
        fitting: list[Box] = []
        for at, (gap, box) in enumerate(self._spaced()):
            if gap + box.height <= room:
                fitting.append(box)
                room -= gap + box.height
                continue
            first, rest = box.split(room - gap)
            return self._cut(fitting, first, [*([rest] if rest else []), *self.boxes[at + 1 :]])
        return self, None

    def _cut(
        self, fitting: list[Box], first: Box | None, rests: list[Box]
    ) -> "tuple[Stack | None, Stack | None]":
        """The two halves, once nothing is left parted from what it belongs to."""
        if first:
            fitting.append(first)
        elif self.tied and fitting and len(rests) == 1:
            last = fitting.pop()
            head, tail = last.split(last.height - 1)
            fitting += [head] if head else []
            rests[:0] = [tail] if tail else []
        while fitting and fitting[-1].keeps:
            rests.insert(0, fitting.pop())
        if not fitting:
            return None, self
        return replace(self, boxes=tuple(fitting), after=0), replace(self, boxes=tuple(rests))

    def draw(self, paper: Paper, x: float, top: float) -> None:
        """Draw each under the last."""
        for gap, box in self._spaced():
            box.draw(paper, x, top - gap)
            top -= gap + box.height

    def _spaced(self) -> list[tuple[float, Box]]:
        gaps = (max(above.after, below.before) for above, below in pairwise(self.boxes))
        return list(zip((0.0, *gaps), self.boxes, strict=False))
