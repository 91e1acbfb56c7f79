"""A sheet of four quarters that folds to a pocket, in the largest type that fits."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from welfare_app.domain.document import Heading, Paragraph
from welfare_app.domain.errors import Refused
from welfare_app.domain.folded_sheet import Call, FoldedSheet, PanelBlock
from welfare_app.pdf import styles
from welfare_app.pdf.boxes import Bookmark, Box, Stack
from welfare_app.pdf.faces import Faces, Voice
from welfare_app.pdf.paper import Paper
from welfare_app.pdf.plain import one_line
from welfare_app.pdf.typesetter import Typesetter
from welfare_app.pdf.words import WordShaper

SIZES = (13.0, 12.5, 12.0, 11.5, 11.0, 10.5, 10.0, 9.5, 9.0, 8.5)
"""Of the words, in points; smaller would not be read in a poor light."""

EDGE, FOLD = 34.0, 22.0  # from the words to the edge of the sheet, and to a fold
FOOT_ROOM = 44.0
FOOT = styles.Style(8, 10.5)
WIDTH = styles.PAGE_WIDTH / 2 - EDGE - FOLD
MIDDLE = (styles.PAGE_HEIGHT + FOOT_ROOM) / 2
HEIGHT = styles.PAGE_HEIGHT - MIDDLE - EDGE - FOLD


@dataclass(frozen=True, slots=True)
class _Type:
    """The sizes of a sheet, all from that of its words."""

    size: float

    @property
    def heading(self) -> styles.Style:
        size = self.size + 4
        return styles.Style(size, size * 1.25, Voice.BOLD, before=self.size, after=6)

    @property
    def words(self) -> styles.Style:
        return styles.Style(self.size, self.size * 1.36, after=self.size * 0.55)

    @property
    def warning(self) -> styles.Style:
        return replace(self.words, voice=Voice.BOLD, after=2)

    @property
    def who(self) -> styles.Style:
        return styles.Style(self.size, self.size * 1.3, before=self.size * 0.6)

    @property
    def digits(self) -> styles.Style:
        size = self.size + 3
        return styles.Style(size, size * 1.25, Voice.BOLD)

    @property
    def note(self) -> styles.Style:
        size = max(self.size - 2, 7.5)
        return styles.Style(size, size * 1.3, grey=styles.QUIET, after=self.size * 0.55)


def render_folded(sheet: FoldedSheet, faces: Faces) -> bytes:
    """The page; refused if the words cannot be set large enough to read."""
    for size in SIZES:
        shaper = WordShaper(faces)
        typesetter = Typesetter(shaper, sheet.language)
        panels = [_panel(panel, _Type(size), typesetter) for panel in sheet.panels]
        if all(panel.height <= HEIGHT for panel in panels):
            foot = typesetter.text(sheet.foot, FOOT, styles.PAGE_WIDTH - 2 * EDGE)
            paper = Paper(typesetter.root)
            _draw(paper, panels, foot)
            return paper.finish(one_line(sheet.title.text), sheet.language, shaper.fonts())
    raise Refused("paper.card-too-long", language=sheet.language)


def _panel(blocks: Sequence[PanelBlock], type: _Type, typesetter: Typesetter) -> Stack:
    boxes: list[Box] = []
    with typesetter.inside("Sect"):
        for block in blocks:
            boxes += _set(block, type, typesetter)
    return Stack(tuple(boxes))


def _set(block: PanelBlock, type: _Type, typesetter: Typesetter) -> list[Box]:
    match block:
        case Heading(text=text):
            mark = Bookmark(one_line(text.text), 0)
            return [typesetter.text(text, type.heading, WIDTH, tag="H1", bookmark=mark)]
        case Paragraph(text=text, quiet=quiet, lead=lead):
            style = type.note if quiet else type.warning if lead else type.words
            return [typesetter.text(text, style, WIDTH)]
        case Call(who, digits, note):
            called = replace(who, text=digits, language="en")
            return [
                typesetter.text(who, type.who, WIDTH),
                typesetter.text(called, type.digits, WIDTH),
                typesetter.text(note, type.note, WIDTH),
            ]


def _draw(paper: Paper, panels: Sequence[Stack], foot: Box) -> None:
    across = styles.PAGE_WIDTH / 2
    for at, panel in enumerate(panels):
        down, right = divmod(at, 2)
        x = across + FOLD if right else EDGE
        top = MIDDLE - FOLD if down else styles.PAGE_HEIGHT - EDGE
        panel.draw(paper, x, top)
    paper.rule(0, MIDDLE, styles.PAGE_WIDTH, styles.HAIR_RULE, styles.HAIR)
    paper.bar(across, FOOT_ROOM, styles.HAIR_RULE, styles.PAGE_HEIGHT - FOOT_ROOM, styles.HAIR)
    foot.draw(paper, EDGE, FOOT_ROOM)
    paper.end_page()
