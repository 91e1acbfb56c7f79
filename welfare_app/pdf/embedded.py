"""Fonts as one document carries them.

Each cluster (a letter with its marks, a conjunct, a ligature) becomes *one* glyph of a small
TrueType font made for the document, and one character code. So a code stands for exactly the
text it shows, and every reader gets the right characters back.
"""

import hashlib
import io

from fontTools.fontBuilder import FontBuilder
from fontTools.pens.ttGlyphPen import TTGlyphPen
from reportlab.pdfbase import pdfdoc

from welfare_app.pdf.faces import EM, Face, Parts

SYMBOLIC = 4  # font descriptor flag: codes have no standard encoding (ISO 32000-1, 9.8.2)
ROWS_IN_BLOCK = 100  # the most a CMap may hold between beginbfchar and endbfchar
CMAP = """/CIDInit /ProcSet findresource begin 12 dict begin begincmap
/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def
/CMapName /Adobe-Identity-UCS def /CMapType 2 def
1 begincodespacerange
<0000> <ffff>
endcodespacerange
{blocks}
endcmap CMapName currentdict /CMap defineresource pop end end
"""


class EmbeddedFont:
    """One face in one document, and the codes given to what was set in it."""

    def __init__(self, name: str, face: Face) -> None:
        self.name = name
        self.face = face
        self._codes: dict[tuple[Parts, str, int], int] = {}
        self._widths = [0]  # by code; code 0 is .notdef
        self._advances: dict[int, int] = {}

    def advance(self, glyph: int) -> int:
        """The width of a glyph on its own, in thousandths of the size."""
        if glyph not in self._advances:
            self._advances[glyph] = self.face.hb.get_glyph_h_advance(glyph)
        return self._advances[glyph]

    def code(self, parts: Parts, text: str, width: int) -> int:
        """The code for a cluster of a given width, new or already given."""
        key = (parts, text, width)
        if key not in self._codes:
            self._codes[key] = len(self._widths)
            self._widths.append(width)
        return self._codes[key]

    def addObjects(self, doc: pdfdoc.PDFDocument) -> None:  # noqa: N802 (reportlab's name)
        """Write the font into a document; reportlab calls this as it saves."""
        if self._codes:
            fonts = doc.idToObject["BasicFonts"].dict
            fonts[self.name] = doc.Reference(self._type0(doc), f"font:{self.name}")

    def _type0(self, doc: pdfdoc.PDFDocument) -> pdfdoc.PDFDictionary:
        program, box = self._program()
        digest = hashlib.sha256(program).digest()
        tag = "".join(chr(ord("A") + byte % 26) for byte in digest[:6])
        name = pdfdoc.PDFName(f"{tag}+{self.face.name}")
        cid = doc.Reference(self._cid(doc, name, program, box), f"cid:{self.name}")
        meanings = _stream(_to_unicode([text for _, text, _ in self._codes]))
        return pdfdoc.PDFDictionary(
            {
                "Type": pdfdoc.PDFName("Font"),
                "Subtype": pdfdoc.PDFName("Type0"),
                "BaseFont": name,
                "Encoding": pdfdoc.PDFName("Identity-H"),
                "DescendantFonts": pdfdoc.PDFArray([cid]),
                "ToUnicode": doc.Reference(meanings, f"meanings:{self.name}"),
            }
        )

    def _cid(
        self, doc: pdfdoc.PDFDocument, name: pdfdoc.PDFName, program: bytes, box: list[int]
    ) -> pdfdoc.PDFDictionary:
        descriptor = doc.Reference(self._descriptor(doc, name, program, box), f"about:{self.name}")
        system = {
            "Registry": pdfdoc.PDFString("Adobe"),
            "Ordering": pdfdoc.PDFString("Identity"),
            "Supplement": 0,
        }
        return pdfdoc.PDFDictionary(
            {
                "Type": pdfdoc.PDFName("Font"),
                "Subtype": pdfdoc.PDFName("CIDFontType2"),
                "BaseFont": name,
                "CIDSystemInfo": pdfdoc.PDFDictionary(system),
                "CIDToGIDMap": pdfdoc.PDFName("Identity"),
                "DW": EM,
                "W": pdfdoc.PDFArray([0, pdfdoc.PDFArray(self._widths)]),
                "FontDescriptor": descriptor,
            }
        )

    def _descriptor(
        self, doc: pdfdoc.PDFDocument, name: pdfdoc.PDFName, program: bytes, box: list[int]
    ) -> pdfdoc.PDFDictionary:
        ascent, descent = self.face.extents
        stream = _stream(program)
        stream.dictionary["Length1"] = len(program)
        return pdfdoc.PDFDictionary(
            {
                "Type": pdfdoc.PDFName("FontDescriptor"),
                "FontName": name,
                "Flags": SYMBOLIC,
                "FontBBox": pdfdoc.PDFArray(box),
                "ItalicAngle": 0,
                "StemV": 80,
                "CapHeight": 700,
                "Ascent": ascent,
                "Descent": -descent,
                "FontFile2": doc.Reference(stream, f"program:{self.name}"),
            }
        )

    def _program(self) -> tuple[bytes, list[int]]:
        """The TrueType file and the box that holds all its glyphs."""
        glyphs = {".notdef": TTGlyphPen(None).glyph()}
        for (parts, _, _), code in self._codes.items():
            glyphs[f"g{code}"] = self.face.outline(parts)
        ascent, descent = self.face.extents
        builder = FontBuilder(EM, isTTF=True)
        builder.updateHead(created=0, modified=0)  # when it was made is nobody's business
        builder.setupGlyphOrder(list(glyphs))
        builder.setupGlyf(glyphs)
        bearings = (getattr(glyph, "xMin", 0) or 0 for glyph in glyphs.values())
        metrics = zip(self._widths, bearings, strict=True)
        builder.setupHorizontalMetrics(dict(zip(glyphs, metrics, strict=True)))
        builder.setupHorizontalHeader(ascent=ascent, descent=-descent)
        builder.setupMaxp()
        out = io.BytesIO()
        builder.font.save(out)
        head = builder.font["head"]
        return out.getvalue(), [head.xMin, head.yMin, head.xMax, head.yMax]


class EmbeddedFonts:
    """The fonts of one document, named in the order they were first needed."""

    def __init__(self) -> None:
        self._fonts: dict[Face, EmbeddedFont] = {}

    def of(self, face: Face) -> EmbeddedFont:
        """This document's copy of a face."""
        if face not in self._fonts:
            self._fonts[face] = EmbeddedFont(f"T{len(self._fonts)}", face)
        return self._fonts[face]

    def all(self) -> list[EmbeddedFont]:
        """Every font that was asked for."""
        return list(self._fonts.values())


def _stream(content: bytes) -> pdfdoc.PDFStream:
    stream = pdfdoc.PDFStream()
    stream.content, stream.filters = content, [pdfdoc.PDFZCompress]
    return stream


def _to_unicode(meanings: list[str]) -> bytes:
    rows = [
        f"<{code:04x}> <{text.encode('utf-16-be').hex()}>" for code, text in enumerate(meanings, 1)
    ]
    blocks = [rows[at : at + ROWS_IN_BLOCK] for at in range(0, len(rows), ROWS_IN_BLOCK)]
    body = "\n".join(
        f"{len(block)} beginbfchar\n" + "\n".join(block) + "\nendbfchar" for block in blocks
    )
    return CMAP.format(blocks=body).encode("ascii")
