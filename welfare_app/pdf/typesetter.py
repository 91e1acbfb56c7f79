"""A text to a box: its words shaped, its lines filled, its element opened."""

from collections.abc import Iterator
from contextlib import contextmanager

from welfare_app.domain.document import Line
from welfare_app.pdf.boxes import Bookmark, TextBox
from welfare_app.pdf.lines import fill
from welfare_app.pdf.structure import Attribute, Element
from welfare_app.pdf.styles import Style
from welfare_app.pdf.words import WordShaper


class Typesetter:
    """Sets the texts of one document, in reading order."""

    def __init__(self, shaper: WordShaper, language: str) -> None:
        self._shaper = shaper
        self._language = language
        self.root = Element("Document", language)
        self._here = self.root

    @contextmanager
    def inside(self, tag: str, *, attribute: Attribute | None = None) -> Iterator[Element]:
        """Texts set inside belong to one element, such as a row."""
        outer = self._here
        self._here = outer.child(tag, attribute=attribute)
        yield self._here
        self._here = outer

    def text(
        self,
        line: Line,
        style: Style,
        width: float,
        *,
        tag: str = "P",
        bookmark: Bookmark | None = None,
        keeps: bool = False,
    ) -> TextBox:
        """A paragraph of its own element."""
        element = self._here.child(tag, line.language if line.language != self._language else "")
        return self._box(line, style, width, element, bookmark, keeps=keeps)

    def decoration(self, line: Line, style: Style, width: float) -> TextBox:
        """A paragraph that readers pass over."""
        return self._box(line, style, width, None, None, keeps=False).as_decoration()

    def _box(
        self,
        line: Line,
        style: Style,
        width: float,
        element: Element | None,
        bookmark: Bookmark | None,
        *,
        keeps: bool,
    ) -> TextBox:
        words = self._shaper.words(line.text, line.language, style.voice)
        return TextBox(
            lines=tuple(fill(words, width, style, self._shaper, line.language)),
            width=width,
            style=style,
            language=line.language,
            element=element,
            bookmark=bookmark,
            before=style.before,
            after=style.after,
            keeps=keeps,
        )
