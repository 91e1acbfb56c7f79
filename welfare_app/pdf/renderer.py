"""Turns a document into a tagged PDF that reads well on paper, on screen and out loud."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from welfare_app.domain.document import Document, Line
from welfare_app.domain.folded_sheet import FoldedSheet
from welfare_app.pdf import styles
from welfare_app.pdf.boxes import TextBox
from welfare_app.pdf.faces import Faces
from welfare_app.pdf.folding import render_folded
from welfare_app.pdf.pages import Placed, deal
from welfare_app.pdf.paper import FOOTER, HEADER, Paper
from welfare_app.pdf.plain import one_line
from welfare_app.pdf.setting import set_document
from welfare_app.pdf.typesetter import Typesetter
from welfare_app.pdf.words import WordShaper


class PdfRenderer:
    """Renders documents with the fonts in one folder. The same document gives the same bytes.

    Fonts are read once and shared, so one thread may render at a time.
    """

    def __init__(self, fonts: Path) -> None:
        self._faces = Faces(fonts)

    def render(self, document: Document) -> bytes:
        """The file; refused if a character has no glyph in any of our fonts."""
        shaper = WordShaper(self._faces)
        typesetter = Typesetter(shaper, document.language)
        pages = deal(set_document(document, typesetter), styles.ROOM)
        paper = Paper(typesetter.root)
        furniture = _Furniture(document, typesetter)
        for number, page in enumerate(pages, 1):
            furniture.draw(paper, number, len(pages))
            _draw(paper, page)
            paper.end_page()
        title = one_line(document.title.text)
        return paper.finish(title, document.language, shaper.fonts())

    def fold(self, sheet: FoldedSheet) -> bytes:
        """A sheet that folds to a pocket, as one page; refused where its words do not fit."""
        return render_folded(sheet, self._faces)


def _draw(paper: Paper, page: Sequence[Placed]) -> None:
    for placed in page:
        placed.box.draw(paper, styles.MARGIN, styles.PAGE_HEIGHT - styles.TOP - placed.down)


class _Furniture:
    """What stands at the head and foot of every page, and is not read out."""

    def __init__(self, document: Document, typesetter: Typesetter) -> None:
        self._typesetter = typesetter
        self._head = self._box(document.marking, styles.MARKING, HEADER)
        self._foot = self._box(document.running, styles.RUNNING, FOOTER)

    def draw(self, paper: Paper, number: int, count: int) -> None:
        """Draw it around one page."""
        place = self._box(f"Page {number} of {count}", styles.RUNNING, FOOTER)
        end = styles.PAGE_WIDTH - styles.MARGIN - place.reach
        self._head.draw(paper, styles.MARGIN, styles.HEAD_LINE)
        self._foot.draw(paper, styles.MARGIN, styles.FOOT_LINE)
        place.draw(paper, end, styles.FOOT_LINE)

    def _box(self, text: str, style: styles.Style, furniture: str) -> TextBox:
        line = Line(one_line(text))
        box = self._typesetter.decoration(line, style, styles.WIDTH)
        return replace(box, furniture=furniture)
