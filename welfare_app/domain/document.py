"""What a PDF will say, as data: blocks in reading order, each text with its language."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TypeAlias

from welfare_app.domain.exhibit import Photograph


@dataclass(frozen=True, slots=True)
class Line:
    """A stretch of text and the IETF tag of its language."""

    text: str = field(repr=False)
    language: str = "en"


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading, level 1 to 3; also a bookmark."""

    level: int
    text: Line


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Running text. `quiet` is for notes and sources, `lead` for the one under a title.

    One that `opens` a part says what follows, and is not parted from it.
    """

    text: Line
    quiet: bool = False
    lead: bool = False
    opens: bool = False


@dataclass(frozen=True, slots=True)
class Quote:
    """A person's exact words, set apart; `said_by` tells whose, when and through whom."""

    words: Line
    said_by: Line | None = None


@dataclass(frozen=True, slots=True)
class Bullets:
    """An unordered list; with `ticks`, each has a square to tick by hand."""

    items: tuple[Line, ...]
    ticks: bool = False


@dataclass(frozen=True, slots=True)
class Blank:
    """A question to answer by hand: squares to tick, then ruled lines to write on."""

    label: Line
    hint: Line | None = None
    ticks: tuple[Line, ...] = ()
    lines: int = 0


@dataclass(frozen=True, slots=True)
class Fact:
    """A label, what is so (one line or several), and a quiet note beneath, such as a form's id."""

    label: Line
    values: tuple[Line, ...]
    note: Line | None = None
    exact_words: bool = False


@dataclass(frozen=True, slots=True)
class Facts:
    """Labels beside values, ruled between; long values run on over pages."""

    rows: tuple[Fact, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """A table with a head row that repeats; the first cell of a row is its header.

    `widths` are shares of the measure and add up to 1. `blank_rows` more stand under the rows,
    ruled off in columns, to fill in by hand. A `whole` one is not cut over pages.
    """

    summary: str
    head: tuple[Line, ...]
    rows: tuple[tuple[Line, ...], ...]
    widths: tuple[float, ...]
    blank_rows: int = 0
    whole: bool = False


@dataclass(frozen=True, slots=True)
class Notice:
    """A boxed warning that must be read first, such as how to contact someone safely."""

    title: Line
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Figure:
    """A photograph, what is said in its place to whoever cannot see it, and a line beneath."""

    photograph: Photograph
    instead: Line
    caption: Line


@dataclass(frozen=True, slots=True)
class PageBreak:
    """What follows starts a new page."""


Block: TypeAlias = (
    Heading | Paragraph | Quote | Bullets | Blank | Facts | Table | Notice | Figure | PageBreak
)


@dataclass(frozen=True, slots=True)
class Document:
    """A whole document.

    `running` stands at the foot of each page (a case number, never a name), `marking` at
    the head (such as how sensitive it is).
    """

    title: Line
    running: str
    marking: str
    blocks: tuple[Block, ...]
    language: str = "en"

    def lines(self) -> Iterator[Line]:
        """Every stretch of text, in reading order."""
        for block in self.blocks:
            yield from lines_of(block)


def lines_of(block: Block) -> Iterator[Line]:
    """Every stretch of text in a block, in reading order."""
    match block:
        case Heading(_, text) | Paragraph(text) | Figure(_, _, text):
            yield text
        case Quote(words, said_by):
            yield words
            if said_by:
                yield said_by
        case Bullets(items):
            yield from items
        case Blank(label, hint, ticks):
            yield label
            if hint:
                yield hint
            yield from ticks
        case Facts(rows):
            for row in rows:
                yield row.label
                yield from row.values
                if row.note:
                    yield row.note
        case Table(_, head, rows):
            yield from head
            for cells in rows:
                yield from cells
        case Notice(title, lines):
            yield title
            yield from lines
        case PageBreak():
            return
