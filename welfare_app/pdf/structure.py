"""The structure tree that screen readers walk (ISO 32000-1, 14.7 and 14.8)."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TypeAlias

from reportlab.pdfbase import pdfdoc

SHAPES_A_TABLE = frozenset(("TH", "TD", "LBody"))  # kept when empty: they hold their row's shape
Attribute: TypeAlias = dict[str, pdfdoc.PDFObject]


@dataclass(frozen=True, slots=True)
class Mark:
    """A numbered piece of marked content on a page."""

    page: int
    number: int


@dataclass(eq=False, slots=True)
class Element:
    """One element. Made in reading order before layout; its content joins as it is drawn."""

    tag: str
    language: str = ""
    attribute: Attribute | None = None
    parent: "Element | None" = None
    kids: "list[Element | Mark]" = field(default_factory=list)
    instead: str = field(default="", repr=False)
    """What is read out in place of what cannot be read, such as a photograph."""

    def child(self, tag: str, language: str = "", attribute: Attribute | None = None) -> "Element":
        """A new element within this one, after all others."""
        kid = Element(tag, language, attribute, self)
        self.kids.append(kid)
        return kid

    def walk(self) -> "Iterator[Element]":
        """This element and all within it, in reading order."""
        yield self
        for kid in self.kids:
            if isinstance(kid, Element):
                yield from kid.walk()

    def first_page(self) -> int | None:
        """The page its content starts on."""
        pages = (kid.first_page() if isinstance(kid, Element) else kid.page for kid in self.kids)
        return next((page for page in pages if page is not None), None)

    def prune(self) -> None:
        """Take out what drew nothing, such as a paragraph with no words."""
        for kid in [kid for kid in self.kids if isinstance(kid, Element)]:
            kid.prune()
            if not kid.kids and kid.tag not in SHAPES_A_TABLE:
                self.kids.remove(kid)


def list_attribute() -> Attribute:
    """Says that a list has bullets."""
    return {"O": pdfdoc.PDFName("List"), "ListNumbering": pdfdoc.PDFName("Disc")}


def scope_attribute(scope: str) -> Attribute:
    """Says what a header cell is the header of: Row or Column."""
    return {"O": pdfdoc.PDFName("Table"), "Scope": pdfdoc.PDFName(scope)}


def table_attribute(summary: str) -> Attribute | None:
    """Says what a table tells."""
    if not summary:
        return None
    return {"O": pdfdoc.PDFName("Table"), "Summary": pdfdoc.PDFString(summary)}


def place_attribute(x: float, y: float, width: float, height: float) -> Attribute:
    """Says where on its page a figure stands."""
    corners = (x, y, x + width, y + height)
    return {
        "O": pdfdoc.PDFName("Layout"),
        "Placement": pdfdoc.PDFName("Block"),
        "BBox": pdfdoc.PDFArray([f"{one:.2f}" for one in corners]),
    }


class TreeWriter:
    """Writes a tree of elements into a reportlab document."""

    def __init__(self, doc: pdfdoc.PDFDocument, pages: list[pdfdoc.PDFObjectReference]) -> None:
        self._doc = doc
        self._pages = pages
        self._references: dict[Element, pdfdoc.PDFObjectReference] = {}

    def write(self, root: Element, marks: list[list[Element]]) -> None:
        """`marks`: for each page, the element of each numbered piece of content."""
        root.prune()
        tree = pdfdoc.PDFDictionary({"Type": pdfdoc.PDFName("StructTreeRoot")})
        reference = self._doc.Reference(tree, "structure")
        nodes = []
        for at, element in enumerate(root.walk()):
            node = pdfdoc.PDFDictionary({"Type": pdfdoc.PDFName("StructElem")})
            self._references[element] = self._doc.Reference(node, f"element{at}")
            nodes.append((element, node))
        for element, node in nodes:
            node.dict.update(self._entries(element, reference))
        tree.dict["K"] = self._references[root]
        tree.dict["ParentTree"] = self._parents(marks)
        tree.dict["ParentTreeNextKey"] = len(marks)
        self._doc.Catalog.StructTreeRoot = reference

    def _entries(
        self, element: Element, root: pdfdoc.PDFObjectReference
    ) -> dict[str, pdfdoc.PDFObject]:
        first = element.first_page()
        parent = self._references[element.parent] if element.parent else root
        entries = {"S": pdfdoc.PDFName(element.tag), "P": parent}
        entries["K"] = pdfdoc.PDFArray([self._kid(kid, first) for kid in element.kids])
        if first is not None:
            entries["Pg"] = self._pages[first]
        if element.language:
            entries["Lang"] = pdfdoc.PDFString(element.language)
        if element.instead:
            entries["Alt"] = pdfdoc.PDFString(element.instead)
        if element.attribute:
            entries["A"] = pdfdoc.PDFDictionary(element.attribute)
        return entries

    def _kid(self, kid: Element | Mark, usual_page: int | None) -> pdfdoc.PDFObject | int:
        if isinstance(kid, Element):
            return self._references[kid]
        if kid.page == usual_page:
            return kid.number
        return pdfdoc.PDFDictionary(
            {"Type": pdfdoc.PDFName("MCR"), "Pg": self._pages[kid.page], "MCID": kid.number}
        )

    def _parents(self, marks: list[list[Element]]) -> pdfdoc.PDFObjectReference:
        numbers: list[object] = []
        for page, elements in enumerate(marks):
            array = pdfdoc.PDFArray([self._references[element] for element in elements])
            numbers += [page, self._doc.Reference(array, f"parents{page}")]
        tree = pdfdoc.PDFDictionary({"Nums": pdfdoc.PDFArray(numbers)})
        return self._doc.Reference(tree, "parents")
