"""What is left open on paper: squares to tick, ruled lines, and empty rows of a table."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from welfare_app.domain.document import Blank, Line
from welfare_app.pdf import styles
from welfare_app.pdf.boxes import Box, Stack, TextBox, Uncut
from welfare_app.pdf.faces import Voice
from welfare_app.pdf.paper import Paper
from welfare_app.pdf.rows import Cell, Row
from welfare_app.pdf.structure import list_attribute
from welfare_app.pdf.typesetter import Typesetter

SQUARE = "☐"
WRITING = 24.0  # between two ruled lines: room for a hand in a hurry
ROW_ROOM = 40.0  # of an empty row of a table
BETWEEN_TICKS = 16.0
SQUARE_WIDTH = 17.0
LABEL = styles.Style(10.75, 15, Voice.BOLD, before=2)
HINT = styles.Style(9, 13, grey=styles.QUIET)


@dataclass(frozen=True, slots=True, eq=False)
class Ruled(Uncut):
    """Lines to write on."""

    count: int
    width: float
    before: float = 0
    after: float = 0
    keeps: bool = False

    @property
    def height(self) -> float:
        """Room above each line, and a little under the last."""
        return self.count * WRITING + styles.HAIR_RULE

    def draw(self, paper: Paper, x: float, top: float) -> None:
        """Draw them."""
        for at in range(1, self.count + 1):
            paper.rule(x, top - at * WRITING, self.width, styles.HAIR_RULE, styles.RULED)


@dataclass(frozen=True, slots=True, eq=False)
class Gap(Uncut):
    """Room in a cell that is filled in by hand, with a line down its leading edge."""

    height: float
    edge: float  # how far left of the cell the line stands; none where it is zero
    before: float = 0
    after: float = 0
    keeps: bool = False

    def draw(self, paper: Paper, x: float, top: float) -> None:
        """Draw the line."""
        if self.edge:
            foot = top - self.height
            paper.bar(x - self.edge, foot, styles.HAIR_RULE, self.height, styles.HAIR)


@dataclass(frozen=True, slots=True, eq=False)
class Whole:
    """What is never cut, such as a question and the room to answer it."""

    inside: Box
    before: float = 0
    after: float = 0
    keeps: bool = False

    @property
    def height(self) -> float:
        """As tall as what it holds."""
        return self.inside.height

    @property
    def least(self) -> float:
        """All of it, unless no page could hold it."""
        return self.height if self.height <= styles.ROOM else self.inside.least

    def split(self, room: float) -> "tuple[Box | None, Box | None]":
        """Only where no page could hold it."""
        if self.height <= room:
            return self, None
        return (None, self) if self.height <= styles.ROOM else self.inside.split(room)

    def draw(self, paper: Paper, x: float, top: float) -> None:
        """Draw what it holds."""
        self.inside.draw(paper, x, top)


def set_blank(blank: Blank, typesetter: Typesetter) -> Box:
    """A question with its room."""
    width = styles.WIDTH
    with typesetter.inside("Div"):
        boxes: list[Box] = [typesetter.text(blank.label, LABEL, width)]
        if blank.hint:
            boxes.append(typesetter.text(blank.hint, HINT, width))
        if blank.ticks:
            boxes.extend(set_ticks(blank.ticks, typesetter, width))
    if blank.lines:
        boxes.append(Ruled(blank.lines, width))
    return Whole(Stack(tuple(boxes)), before=9, after=12)


def set_ticks(
    ticks: Sequence[Line], typesetter: Typesetter, width: float, *, alone: bool = False
) -> Iterator[Row]:
    """Squares to tick: each `alone` on its line, or several while they fit."""
    with typesetter.inside("L", attribute=list_attribute()):
        cells = [_tick(tick, typesetter, width) for tick in ticks]
    line: list[Cell] = []
    reach = 0.0
    for square, words in cells:
        needs = SQUARE_WIDTH + words.reach
        if line and (alone or reach + needs > width):
            yield Row(tuple(line), width, before=4)
            line, reach = [], 0.0
        line += [Cell(reach, Stack((square,))), Cell(reach + SQUARE_WIDTH, Stack((words,)))]
        reach += needs + BETWEEN_TICKS
    if line:
        yield Row(tuple(line), width, before=4, after=2)


def empty_row(lefts: Sequence[float], typesetter: Typesetter, gap: float) -> Row:
    """A row of a table to fill in, with lines between its columns."""
    with typesetter.inside("TR"):
        for _ in lefts:
            with typesetter.inside("TD"):
                pass
    cells = (
        Cell(left, Stack((Gap(ROW_ROOM, gap / 2 if at else 0.0),))) for at, left in enumerate(lefts)
    )
    return Row(tuple(cells), styles.WIDTH)


def _tick(tick: Line, typesetter: Typesetter, width: float) -> tuple[TextBox, TextBox]:
    with typesetter.inside("LI"):
        square = typesetter.text(Line(SQUARE), styles.ITEM, SQUARE_WIDTH, tag="Lbl")
        words = typesetter.text(tick, styles.ITEM, width - SQUARE_WIDTH, tag="LBody")
    return square, words
