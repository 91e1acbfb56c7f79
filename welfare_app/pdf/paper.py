"""The pages being drawn: every mark on them is either in the structure tree or decoration."""

import hashlib
import io
from collections.abc import Iterable, Iterator
from contextlib import contextmanager

from reportlab import rl_config
from reportlab.pdfbase import pdfdoc
from reportlab.pdfgen.canvas import Canvas

from welfare_app.domain.exhibit import Photograph
from welfare_app.pdf.embedded import EmbeddedFont
from welfare_app.pdf.metadata import describe
from welfare_app.pdf.structure import Element, Mark, TreeWriter
from welfare_app.pdf.styles import PAGE_HEIGHT, PAGE_WIDTH

rl_config.useA85 = 0  # ASCII85 would cost a quarter more room and most of the time
HEADER = "<</Type /Pagination /Subtype /Header>>"
FOOTER = "<</Type /Pagination /Subtype /Footer>>"
AGAIN = "<</Type /Pagination>>"
"""What a page shows again because something runs on over it, such as the head of a table."""


class _Canvas(Canvas):  # type: ignore[misc]  # reportlab is untyped
    """reportlab's canvas, without the Helvetica it asks for and cannot embed."""

    def _make_preamble(self) -> None:
        self._preamble = "1 0 0 1 0 0 cm"

    def add(self, operators: Iterable[str]) -> None:
        """Draw by operators of our own."""
        self._code.extend(operators)

    def hold(self, photograph: Photograph) -> str:
        """Have a photograph among what this page draws with; what it is called there."""
        digest = hashlib.sha256(photograph.jpeg).hexdigest()
        name: str = self._doc.getXObjectName(digest)
        if name not in self._doc.idToObject:
            image = pdfdoc.PDFStream(content=photograph.jpeg, filters=[])
            image.dictionary.dict |= {
                "Type": pdfdoc.PDFName("XObject"),
                "Subtype": pdfdoc.PDFName("Image"),
                "Width": photograph.width,
                "Height": photograph.height,
                "ColorSpace": pdfdoc.PDFName("DeviceRGB"),
                "BitsPerComponent": 8,
                "Filter": pdfdoc.PDFName("DCTDecode"),
            }
            self._doc.Reference(image, name)
            self._doc.addForm(digest, image)
        self._formsinuse.append(digest)
        return name

    @property
    def file(self) -> pdfdoc.PDFDocument:
        """The document as reportlab holds it."""
        return self._doc


class Paper:
    """A document's pages. Lengths in points, `y` from the foot of the page."""

    def __init__(self, root: Element) -> None:
        self._root = root
        self._out = io.BytesIO()
        self._canvas = _Canvas(
            self._out,
            pagesize=(PAGE_WIDTH, PAGE_HEIGHT),
            pageCompression=1,
            invariant=1,
            pdfVersion=(1, 7),
        )
        self._operators: list[str] = []
        self._marks: list[list[Element]] = [[]]  # for each page, the element of each number
        self._pages: list[pdfdoc.PDFObjectReference] = []
        self._bookmarks = 0

    @contextmanager
    def content(self, element: Element) -> Iterator[None]:
        """What is drawn inside belongs to `element`."""
        here = self._marks[-1]
        element.kids.append(Mark(len(self._marks) - 1, len(here)))
        self._operators.append(f"/{element.tag} <</MCID {len(here)}>> BDC")
        here.append(element)
        yield
        self._operators.append("EMC")

    @contextmanager
    def decoration(self, kind: str = "") -> Iterator[None]:
        """What is drawn inside is passed over by readers."""
        self._operators.append(f"/Artifact {kind} BDC" if kind else "/Artifact BMC")
        yield
        self._operators.append("EMC")

    def text(self, operators: Iterable[str], grey: float) -> None:
        """Show text."""
        self._operators += [f"{grey:g} g BT", *operators, "ET"]

    def rule(self, x: float, y: float, width: float, weight: float, grey: float) -> None:
        """A horizontal line from `x`, as decoration."""
        with self.decoration():
            self._operators.append(
                f"{grey:g} G {weight:g} w {x:.2f} {y:.2f} m {x + width:.2f} {y:.2f} l S"
            )

    def bar(self, x: float, y: float, width: float, height: float, grey: float) -> None:
        """A filled rectangle, as decoration."""
        with self.decoration():
            self._operators.append(f"{grey:g} g {x:.2f} {y:.2f} {width:.2f} {height:.2f} re f")

    def frame(self, x: float, y: float, width: float, height: float, weight: float) -> None:
        """The outline of a rectangle, as decoration."""
        with self.decoration():
            self._operators.append(
                f"0 G {weight:g} w {x:.2f} {y:.2f} {width:.2f} {height:.2f} re S"
            )

    def picture(self, photograph: Photograph, x: float, y: float, width: float) -> None:
        """A photograph with its lower left corner at `x` and `y`."""
        name, height = self._canvas.hold(photograph), width * photograph.height / photograph.width
        self._operators.append(f"q {width:.2f} 0 0 {height:.2f} {x:.2f} {y:.2f} cm /{name} Do Q")

    def bookmark(self, title: str, depth: int, y: float) -> None:
        """An entry in the outline that leads here."""
        key = f"heading{self._bookmarks}"
        self._bookmarks += 1
        self._canvas.bookmarkHorizontalAbsolute(key, y)
        self._canvas.addOutlineEntry(title, key, depth)

    def end_page(self) -> None:
        """Finish a page and start the next."""
        number = len(self._pages)
        self._canvas.add(self._operators)
        self._operators = []
        self._pages.append(self._canvas.file.thisPageRef())
        self._canvas.showPage()
        page = self._canvas.file.idToObject[self._pages[-1].name]
        page.__NoDefault__ = [*pdfdoc.PDFPage.__NoDefault__, "StructParents", "Tabs"]
        page.StructParents, page.Tabs = number, pdfdoc.PDFName("S")
        self._marks.append([])

    def finish(self, title: str, language: str, fonts: Iterable[EmbeddedFont]) -> bytes:
        """The whole file."""
        file = self._canvas.file
        file.delayedFonts.extend(fonts)
        self._canvas.setViewerPreference("DisplayDocTitle", "true")
        TreeWriter(file, self._pages).write(self._root, self._marks[:-1])
        describe(file, title, language)
        file.idToObject["BasicFonts"].dict.pop("F1", None)  # Helvetica again
        if self._bookmarks:
            self._canvas.showOutline()
        self._canvas.save()
        return self._out.getvalue()
