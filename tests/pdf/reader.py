"""Reads a PDF back as a screen reader would: by its structure tree, then by other readers."""

import io
import re
import subprocess
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pikepdf
import pypdf
import pypdfium2

MARKS = re.compile("[\u200e\u200f\u202a-\u202e]")


@dataclass(frozen=True)
class Node:
    """An element of the structure tree and all the text in it."""

    tag: str
    language: str
    text: str
    kids: tuple["Node", ...] = ()

    def walk(self) -> Iterator["Node"]:
        """This node and all within it."""
        yield self
        for kid in self.kids:
            yield from kid.walk()

    def all(self, *tags: str) -> list["Node"]:
        """Nodes of some tags, in reading order."""
        return [node for node in self.walk() if node.tag in tags]


def structure(pdf: bytes) -> Node:
    """The structure tree, with the text each element holds."""
    with pikepdf.open(io.BytesIO(pdf)) as document:
        pages = {page.obj.objgen: _marked(page) for page in document.pages}
        return _node(document.Root.StructTreeRoot.K, pages, None)


def unmarked(pdf: bytes) -> list[str]:
    """Everything drawn that is neither in the structure tree nor an artefact."""
    loose: list[str] = []
    with pikepdf.open(io.BytesIO(pdf)) as document:
        for page in document.pages:
            depth = 0
            for _, operator in pikepdf.parse_content_stream(page):
                name = str(operator)
                depth += {"BDC": 1, "BMC": 1, "EMC": -1}.get(name, 0)
                if name in ("TJ", "Tj", "S", "f", "B", "Do") and not depth:
                    loose.append(name)
    return loose


def pdftotext(pdf: bytes, folder: Path) -> str:
    """What poppler reads."""
    path = folder / "read.pdf"
    path.write_bytes(pdf)
    return subprocess.run(["pdftotext", path, "-"], capture_output=True, check=True).stdout.decode()


def pdfium(pdf: bytes) -> str:
    """What Chrome reads."""
    document = pypdfium2.PdfDocument(pdf)
    text = "\n".join(page.get_textpage().get_text_range() for page in document)
    document.close()
    return text


def pypdf_text(pdf: bytes) -> str:
    """What pypdf reads."""
    return "\n".join(page.extract_text() for page in pypdf.PdfReader(io.BytesIO(pdf)).pages)


def folded(text: str, *, spaces: bool = True) -> str:
    """Text without what layout adds: line ends, and the marks that hold a side."""
    text = unicodedata.normalize("NFC", MARKS.sub("", text))
    return re.sub(r"\s+", " " if spaces else "", text).strip()


def _node(element, pages, page) -> Node:
    page = element.get("/Pg", page)
    content = element.get("/K", [])
    text = ""
    kids = []
    for kid in content if isinstance(content, pikepdf.Array) else [content]:
        if isinstance(kid, int):
            text += pages[page.objgen].get(kid, "")
        elif kid.get("/Type") == "/MCR":
            text += pages[kid.Pg.objgen].get(int(kid.MCID), "")
        else:
            node = _node(kid, pages, page)
            kids.append(node)
            text += node.text
    language = str(element.get("/Lang", ""))
    return Node(str(element.S)[1:], language, text, tuple(kids))


def _marked(page) -> dict[int, str]:
    """The text of each numbered piece of content on a page."""
    fonts = {name: _meanings(font) for name, font in page.Resources.Font.items()}
    out: dict[int, str] = {}
    stack: list[tuple[str, int | None]] = []
    font: dict[int, str] = {}
    for operands, operator in pikepdf.parse_content_stream(page):
        match str(operator):
            case "BDC" | "BMC":
                number = operands[1].get("/MCID") if len(operands) > 1 else None
                stack.append((str(operands[0]), None if number is None else int(number)))
            case "EMC":
                stack.pop()
            case "Tf":
                font = fonts[str(operands[0])]
            case "TJ":
                raw = b"".join(bytes(s) for s in operands[0] if isinstance(s, pikepdf.String))
                codes = [int.from_bytes(raw[at : at + 2]) for at in range(0, len(raw), 2)]
                backward = any(tag == "/ReversedChars" for tag, _ in stack)
                shown = [font[code] for code in (reversed(codes) if backward else codes)]
                number = next((n for _, n in reversed(stack) if n is not None), None)
                if number is not None:
                    out[number] = out.get(number, "") + "".join(shown)
    return out


def _meanings(font) -> dict[int, str]:
    rows = re.findall(r"<(\w{4})> <(\w+)>", font.ToUnicode.read_bytes().decode())
    return {int(code, 16): bytes.fromhex(text).decode("utf-16-be") for code, text in rows}
