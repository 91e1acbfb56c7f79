"""Boxes side by side: the rows of facts, tables and lists, and boxes set apart."""

from dataclasses import dataclass, replace
from typing import Literal, TypeAlias

from welfare_app.pdf.boxes import FEWEST, Stack
from welfare_app.pdf.paper import Paper
from welfare_app.pdf.styles import (
    BAR,
    BLACK,
    BOX_PADDING,
    FIRM_RULE,
    HAIR,
    HAIR_RULE,
    INDENT,
    KEEP_WHOLE,
)

Rule: TypeAlias = Literal["none", "hair", "firm"]
WEIGHTS: dict[Rule, tuple[float, float]] = {"hair": (HAIR_RULE, HAIR), "firm": (FIRM_RULE, BLACK)}
EMPTY = Stack(())


@dataclass(frozen=True, slots=True, eq=False)
class Cell:
    """A column's share of a row; `again` is shown where the row runs on over a page."""

    x: float
    stack: Stack
    again: Stack = EMPTY

    @property
    def least(self) -> float:
        """Short cells are kept whole."""
        return self.stack.height if self.stack.height <= KEEP_WHOLE else self.stack.least

    def split(self, room: float) -> "tuple[Cell, Cell]":
        """What fits, and the rest or the reminder."""
        if not self.stack.boxes:
            return self, self
        first, rest = self.stack.split(room)
        return replace(self, stack=first or EMPTY), replace(self, stack=rest or self.again)


@dataclass(frozen=True, slots=True, eq=False)
class Row:
    """Cells side by side under a rule."""

    cells: tuple[Cell, ...]
    width: float
    rule: Rule = "none"
    padding: float = 0
    before: float = 0
    after: float = 0
    keeps: bool = False

    @property
    def height(self) -> float:
        """The tallest cell with its padding."""
        return max(cell.stack.height for cell in self.cells) + 2 * self.padding

    @property
    def least(self) -> float:
        """All of a short row; of a long one what each cell asks for."""
        if self.height <= KEEP_WHOLE:
            return self.height
        return max(cell.least for cell in self.cells) + 2 * self.padding

    def split(self, room: float) -> "tuple[Row | None, Row | None]":
        """Every column cut at the same height."""
        if room < self.least:
            return None, self
        if room >= self.height:
            return self, None
        cuts = [cell.split(room - 2 * self.padding) for cell in self.cells]
        first = replace(self, cells=tuple(cut[0] for cut in cuts), after=0)
        return first, replace(self, cells=tuple(cut[1] for cut in cuts), before=0)

    def draw(self, paper: Paper, x: float, top: float) -> None:
        """Draw the rule and the cells under it."""
        if self.rule != "none":
            paper.rule(x, top, self.width, *WEIGHTS[self.rule])
        for cell in self.cells:
            cell.stack.draw(paper, x + cell.x, top - self.padding)


@dataclass(frozen=True, slots=True, eq=False)
class Grid:
    """Rows under a head that is shown again on every page; closed by a rule."""

    rows: tuple[Row, ...]
    head: Row | None = None
    head_again: Row | None = None
    closed: bool = True
    before: float = 0
    after: float = 0
    keeps: bool = False

    @property
    def height(self) -> float:
        """The head and all rows."""
        return self._head_height + sum(row.height for row in self.rows)

    @property
    def least(self) -> float:
        """The head with what the first row asks for, and a second if both are short."""
        if not self.rows:
            return self._head_height
        first = self._head_height + self.rows[0].least
        pair = sum(row.height for row in self.rows[:FEWEST])
        return max(first, self._head_height + pair) if pair <= KEEP_WHOLE else first

    @property
    def _head_height(self) -> float:
        return self.head.height if self.head else 0

    def split(self, room: float) -> "tuple[Grid | None, Grid | None]":
        """Whole rows, and part of a long one; the rest under the head again, never one alone."""
        room -= self._head_height
        fitting: list[Row] = []
        for at, row in enumerate(self.rows):
            if row.height <= room:
                fitting.append(row)
                room -= row.height
                continue
            first, rest = row.split(room)
            if first:
                fitting.append(first)
            if not fitting:
                return None, self
            rests = [*([rest] if rest else []), *self.rows[at + 1 :]]
            if not first and len(rests) < FEWEST < len(fitting):
                rests.insert(0, fitting.pop())
            return (
                replace(self, rows=tuple(fitting), after=0, closed=False),
                replace(self, rows=tuple(rests), head=self.head_again, before=0),
            )
        return self, None

    def draw(self, paper: Paper, x: float, top: float) -> None:
        """Draw the head and the rows."""
        rule: Rule = "hair"
        if self.head:
            self.head.draw(paper, x, top)
            top -= self.head.height
            rule = "firm"
        for row in self.rows:
            replace(row, rule=rule).draw(paper, x, top)
            top -= row.height
            rule = "hair"
        if self.closed and self.rows:
            paper.rule(x, top, self.rows[-1].width, *WEIGHTS["hair"])


@dataclass(frozen=True, slots=True, eq=False)
class Spoken:
    """Someone's words, with a bar at the edge where their reading starts."""

    stack: Stack
    width: float
    backward: bool
    before: float = 0
    after: float = 0
    keeps: bool = False

    @property
    def height(self) -> float:
        """As tall as the words."""
        return self.stack.height

    @property
    def least(self) -> float:
        """All of a few words, and of many what they ask for."""
        return self.height if self.height <= KEEP_WHOLE else self.stack.least

    def split(self, room: float) -> "tuple[Spoken | None, Spoken | None]":
        """The words, each part with its own bar."""
        first, rest = self.stack.split(room)
        if not first or not rest:
            return (self, None) if first else (None, self)
        return replace(self, stack=first, after=0), replace(self, stack=rest, before=0)

    def draw(self, paper: Paper, x: float, top: float) -> None:
        """Draw the bar and the words."""
        edge = x + self.width - BAR if self.backward else x
        paper.bar(edge, top - self.height, BAR, self.height, BLACK)
        self.stack.draw(paper, x if self.backward else x + INDENT, top)


@dataclass(frozen=True, slots=True, eq=False)
class Boxed:
    """A warning in a frame."""

    stack: Stack
    width: float
    before: float = 0
    after: float = 0
    keeps: bool = False

    @property
    def height(self) -> float:
        """The words and the space around them."""
        return self.stack.height + 2 * BOX_PADDING

    @property
    def least(self) -> float:
        """All of a short warning."""
        inside = self.stack.height if self.stack.height <= KEEP_WHOLE else self.stack.least
        return inside + 2 * BOX_PADDING

    def split(self, room: float) -> "tuple[Boxed | None, Boxed | None]":
        """Each part in its own frame."""
        first, rest = self.stack.split(room - 2 * BOX_PADDING)
        if not first or not rest:
            return (self, None) if first else (None, self)
        return replace(self, stack=first, after=0), replace(self, stack=rest, before=0)

    def draw(self, paper: Paper, x: float, top: float) -> None:
        """Draw the frame and the words."""
        paper.frame(x, top - self.height, self.width, self.height, FIRM_RULE)
        self.stack.draw(paper, x + BOX_PADDING, top - BOX_PADDING)
