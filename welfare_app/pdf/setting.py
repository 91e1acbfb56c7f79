"""The blocks of a document set as boxes, each with its place in the structure tree."""

from collections.abc import Sequence
from dataclasses import replace

from welfare_app.domain.document import (
    Blank,
    Block,
    Bullets,
    Document,
    Facts,
    Figure,
    Heading,
    Line,
    Notice,
    PageBreak,
    Paragraph,
    Quote,
    Table,
)
from welfare_app.pdf import styles
from welfare_app.pdf.blanks import set_blank, set_ticks
from welfare_app.pdf.boxes import Bookmark, Box, Stack
from welfare_app.pdf.figures import set_figure
from welfare_app.pdf.pages import NewPage
from welfare_app.pdf.plain import one_line
from welfare_app.pdf.rows import Boxed, Cell, Row, Spoken
from welfare_app.pdf.structure import list_attribute
from welfare_app.pdf.tables import set_facts, set_table
from welfare_app.pdf.typesetter import Typesetter

TITLE_LEVEL = 1
DEEPEST = 4
BULLET = "•"


class Levels:
    """Heading levels as the structure tree wants them: the title first, and none skipped."""

    def __init__(self, document: Document) -> None:
        used = [block.level for block in document.blocks if isinstance(block, Heading)]
        self._shift = TITLE_LEVEL + 1 - min(used, default=1)
        self._last = TITLE_LEVEL

    def next(self, heading: Heading) -> int:
        """The level of the next heading."""
        wanted = min(heading.level + self._shift, DEEPEST)
        self._last = min(wanted, self._last + 1)
        return self._last


def set_document(document: Document, typesetter: Typesetter) -> list[Box | NewPage]:
    """Title and blocks, in reading order."""
    levels = Levels(document)
    title = typesetter.text(document.title, styles.TITLE, styles.WIDTH, tag="H1", keeps=True)
    boxes: list[Box | NewPage] = [title]
    for block in document.blocks:
        boxes += _set(block, levels, typesetter)
    return boxes


def _set(block: Block, levels: Levels, typesetter: Typesetter) -> Sequence[Box | NewPage]:
    match block:
        case Heading():
            return [_heading(block, levels.next(block), typesetter)]
        case Paragraph():
            return [_paragraph(block, typesetter)]
        case Quote():
            return _quote(block, typesetter)
        case Bullets():
            return _bullets(block, typesetter)
        case Blank():
            return [set_blank(block, typesetter)]
        case Facts():
            return [set_facts(block, typesetter)] if block.rows else []
        case Table():
            return [set_table(block, typesetter)]
        case Notice():
            return [_notice(block, typesetter)]
        case Figure():
            return set_figure(block, typesetter)
        case PageBreak():
            return [NewPage()]


def _heading(heading: Heading, level: int, typesetter: Typesetter) -> Box:
    bookmark = Bookmark(one_line(heading.text.text), level - TITLE_LEVEL - 1)
    return typesetter.text(
        heading.text,
        styles.HEADINGS[level],
        styles.WIDTH,
        tag=f"H{level}",
        bookmark=bookmark,
        keeps=True,
    )


def _paragraph(paragraph: Paragraph, typesetter: Typesetter) -> Box:
    style = styles.BODY
    if paragraph.quiet:
        style = styles.NOTE
    if paragraph.lead:
        style = styles.LEAD
    return typesetter.text(paragraph.text, style, styles.MEASURE, keeps=paragraph.opens)


def _quote(quote: Quote, typesetter: Typesetter) -> list[Box]:
    with typesetter.inside("BlockQuote"):
        width = styles.MEASURE - styles.INDENT
        words = typesetter.text(quote.words, styles.SPOKEN, width)
        boxes = [words]
        if quote.said_by:
            said_by = typesetter.text(quote.said_by, styles.SAID_BY, width)
            boxes.append(replace(said_by, at_end=said_by.backward != words.backward))
    stack = Stack(tuple(boxes), tied=len(boxes) > 1)
    return [Spoken(stack, styles.MEASURE, words.backward, before=6, after=12)]


def _bullets(bullets: Bullets, typesetter: Typesetter) -> list[Box]:
    if bullets.ticks:
        return _apart(tuple(set_ticks(bullets.items, typesetter, styles.MEASURE, alone=True)))
    with typesetter.inside("L", attribute=list_attribute()):
        rows = tuple(_item(item, typesetter) for item in bullets.items)
    return _apart(rows)


def _apart(rows: tuple[Row, ...]) -> list[Box]:
    """The rows of a list, and the space that ends it."""
    return [*rows[:-1], *(replace(row, after=styles.BODY.after + 2) for row in rows[-1:])]


def _item(item: Line, typesetter: Typesetter) -> Row:
    width = styles.MEASURE - styles.INDENT
    with typesetter.inside("LI"):
        mark = typesetter.text(Line(BULLET), styles.ITEM, styles.INDENT, tag="Lbl")
        words = typesetter.text(item, styles.ITEM, width, tag="LBody")
    if words.backward:
        cells = Cell(0, Stack((words,))), Cell(width + styles.INDENT / 2, Stack((mark,)))
    else:
        cells = Cell(0, Stack((mark,))), Cell(styles.INDENT, Stack((words,)))
    return Row(cells, styles.MEASURE, after=styles.ITEM.after)


def _notice(notice: Notice, typesetter: Typesetter) -> Box:
    width = styles.WIDTH - 2 * styles.BOX_PADDING
    with typesetter.inside("Div"):
        title = typesetter.text(notice.title, styles.NOTICE_TITLE, width, keeps=True)
        lines = [typesetter.text(line, styles.NOTICE, width) for line in notice.lines]
    return Boxed(Stack((title, *lines)), styles.WIDTH, before=10, after=16)
