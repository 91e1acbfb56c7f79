"""Facts and tables as rows, tagged so that a reader knows which label a value has."""

from dataclasses import replace
from itertools import accumulate

from welfare_app.domain.document import Fact, Facts, Line, Table
from welfare_app.pdf import styles
from welfare_app.pdf.blanks import Whole, empty_row
from welfare_app.pdf.boxes import Box, Stack, TextBox
from welfare_app.pdf.rows import EMPTY, Cell, Grid, Row, Spoken
from welfare_app.pdf.structure import scope_attribute, table_attribute
from welfare_app.pdf.typesetter import Typesetter

VALUE_LEFT = styles.LABEL_WIDTH + styles.GUTTER
VALUE_WIDTH = styles.WIDTH - VALUE_LEFT
COLUMN_GAP = 10.0


def set_facts(facts: Facts, typesetter: Typesetter) -> Box:
    """Labels beside values, with hair rules."""
    with typesetter.inside("Table"):
        rows = tuple(_fact(fact, typesetter) for fact in facts.rows)
    return Grid(rows, before=4, after=14)


def set_table(table: Table, typesetter: Typesetter) -> Box:
    """Columns under a head that is read once and seen on every page.

    The first cell of a row is its header, but of one row alone, which nothing sets apart.
    """
    single = len(table.rows) == 1
    with typesetter.inside("Table", attribute=table_attribute(table.summary)):
        head = _cells(table.head, table.widths, typesetter, head=True)
        rows = [_cells(cells, table.widths, typesetter, headed=not single) for cells in table.rows]
        lefts = _lefts(table.widths)
        rows += [empty_row(lefts, typesetter, COLUMN_GAP) for _ in range(table.blank_rows)]
    grid = Grid(tuple(rows), head, _again(head), before=6, after=14)
    return Whole(grid, grid.before, grid.after) if table.whole else grid


def _fact(fact: Fact, typesetter: Typesetter) -> Row:
    with typesetter.inside("TR"):
        with typesetter.inside("TH", attribute=scope_attribute("Row")):
            label = typesetter.text(fact.label, styles.LABEL, styles.LABEL_WIDTH)
        with typesetter.inside("TD"):
            values = _values(fact, typesetter)
            note = _note(fact, typesetter)
    reminder = typesetter.decoration(fact.label, styles.REMINDER, styles.LABEL_WIDTH)
    beside = Cell(0, Stack((label, *note)), again=Stack((reminder,)))
    return Row((beside, Cell(VALUE_LEFT, values)), styles.WIDTH, padding=styles.ROW_PADDING)


def _values(fact: Fact, typesetter: Typesetter) -> Stack:
    if not fact.exact_words:
        return Stack(tuple(_value(line, typesetter) for line in fact.values))
    width = VALUE_WIDTH - styles.INDENT
    said = [typesetter.text(line, styles.SPOKEN_VALUE, width) for line in fact.values]
    return Stack(tuple(Spoken(Stack((box,)), VALUE_WIDTH, box.backward, after=4) for box in said))


def _value(line: Line, typesetter: Typesetter) -> TextBox:
    return typesetter.text(line, styles.VALUE, VALUE_WIDTH)


def _note(fact: Fact, typesetter: Typesetter) -> list[TextBox]:
    if fact.note is None:
        return []
    return [typesetter.text(fact.note, styles.ROW_NOTE, styles.LABEL_WIDTH)]


def _cells(
    lines: tuple[Line, ...],
    widths: tuple[float, ...],
    typesetter: Typesetter,
    *,
    head: bool = False,
    headed: bool = False,
) -> Row:
    style = styles.CELL_HEAD if head else styles.CELL
    cells = []
    with typesetter.inside("TR"):
        for at, (line, left, share) in enumerate(zip(lines, _lefts(widths), widths, strict=True)):
            tag = "TH" if head or (headed and at == 0) else "TD"
            scope = scope_attribute("Column" if head else "Row") if tag == "TH" else None
            with typesetter.inside(tag, attribute=scope):
                width = share * styles.WIDTH - (COLUMN_GAP if at < len(lines) - 1 else 0)
                box = typesetter.text(line, style, width)
            cells.append(Cell(left, Stack((box,))))
    return Row(tuple(cells), styles.WIDTH, padding=styles.ROW_PADDING - 1)


def _lefts(widths: tuple[float, ...]) -> list[float]:
    """Where each column starts."""
    return list(accumulate((share * styles.WIDTH for share in widths[:-1]), initial=0.0))


def _again(head: Row) -> Row:
    return replace(head, cells=tuple(_decoration(cell) for cell in head.cells))


def _decoration(cell: Cell) -> Cell:
    boxes = (box.as_decoration() for box in cell.stack.boxes if isinstance(box, TextBox))
    return replace(cell, stack=Stack(tuple(boxes)), again=EMPTY)
