"""The font files, and which of them draws a character."""

import unicodedata
from enum import Enum
from functools import cached_property, lru_cache
from pathlib import Path
from typing import TypeAlias

import uharfbuzz
from fontTools.pens.cu2quPen import Cu2QuPen
from fontTools.pens.transformPen import TransformPen
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.ttLib.tables._g_l_y_f import Glyph
from fontTools.unicodedata import script as unicode_script

from welfare_app.domain.errors import BadContent, Refused
from welfare_app.pdf.plain import code_point, takes_no_room

EM = 1000  # PDF glyph space, so that no number needs scaling later
NEUTRAL = frozenset(("Zyyy", "Zinh"))  # scripts Common and Inherited take their neighbour's font
Parts: TypeAlias = tuple[tuple[int, int, int], ...]  # (glyph, x, y) of what a cluster is drawn from

script_of = lru_cache(maxsize=4096)(unicode_script)


class Voice(Enum):
    """Who speaks: the program plainly, the program with weight, or a person."""

    PLAIN = "plain"
    BOLD = "bold"
    SPOKEN = "spoken"


LATIN = {
    Voice.PLAIN: ("SourceSans3-Regular.ttf",),
    Voice.BOLD: ("SourceSans3-SemiBold.ttf",),
    Voice.SPOKEN: ("SourceSerif4-Regular.ttf", "SourceSans3-Regular.ttf"),
}
WITH_BOLD = (
    "NaskhArabic",
    "SansDevanagari",
    "SansGurmukhi",
    "SansBengali",
    "SansTamil",
    "SansEthiopic",
)
WITH_SERIF = frozenset(("Devanagari", "Gurmukhi", "Bengali", "Tamil", "Ethiopic"))
REGULAR_ONLY = (
    "NotoSansGeorgian-Regular.ttf",
    "NotoSansArmenian-Regular.ttf",
    "NotoSansHebrew-Regular.ttf",
    "NotoSansGujarati-Regular.ttf",
    "NotoSansSinhala-Regular.ttf",
    "NotoSansTelugu-Regular.ttf",
    "NotoSansMalayalam-Regular.ttf",
    "NotoSansThai-Regular.ttf",
    "NotoSansCJKsc-Regular.otf",
    "NotoSansSymbols2-Regular.ttf",
)
LARGER = {"NotoNaskhArabic": 1.14}  # its letters are small beside Latin of the same size
URDU = "NotoNastaliqUrdu"  # Urdu readers expect the hanging hand; others of this script do not


class Face:
    """One font file, read when it is first needed and kept for every later document."""

    def __init__(self, path: Path) -> None:
        if not path.is_file():
            raise BadContent("pdf.missing-font", file=path.name)
        self.path = path
        self.reading = path.name.startswith("Source")  # its leading is set by hand in `styles`
        self._outlines: dict[Parts, Glyph] = {}

    @cached_property
    def hb(self) -> uharfbuzz.Font:
        """The font as HarfBuzz knows it, scaled to `EM` or a little more."""
        face = uharfbuzz.Face(uharfbuzz.Blob.from_file_path(str(self.path)))
        font = uharfbuzz.Font(face)
        size = round(EM * LARGER.get(self.path.stem.split("-", maxsplit=1)[0], 1))
        font.scale = (size, size)
        return font

    @cached_property
    def characters(self) -> frozenset[int]:
        """The code points it can draw."""
        return frozenset(self.hb.face.unicodes)

    @cached_property
    def extents(self) -> tuple[int, int]:
        """How far letters reach above and below the line, in thousandths of the size."""
        extents = self.hb.get_font_extents("ltr")
        return int(extents.ascender), int(-extents.descender)

    @property
    def name(self) -> str:
        """The name to give it inside a PDF."""
        return self.path.stem

    def covers(self, char: str) -> bool:
        """Whether it has a glyph for a character."""
        return ord(char) in self.characters

    def outline(self, parts: Parts) -> Glyph:
        """One TrueType glyph that shows all the parts of a cluster."""
        if parts not in self._outlines:
            self._outlines[parts] = self._draw(parts)
        return self._outlines[parts]

    def _draw(self, parts: Parts) -> Glyph:
        pen = TTGlyphPen(None)
        cubic = self.path.suffix == ".otf"
        target = Cu2QuPen(pen, max_err=0.5, reverse_direction=True) if cubic else pen
        for glyph, x, y in parts:
            self.hb.draw_glyph_with_pen(glyph, TransformPen(target, (1, 0, 0, 1, x, y)))
        return pen.glyph()


class Faces:
    """Every font we ship, in order of preference for each voice."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._files: dict[str, Face] = {}
        self._order = {voice: tuple(map(self._file, _names(voice))) for voice in Voice}
        self._urdu = {
            voice: self._file(f"{URDU}-{'Bold' if voice is Voice.BOLD else 'Regular'}.ttf")
            for voice in Voice
        }
        self._best: dict[tuple[str, Voice, bool], Face] = {}

    def choose(self, char: str, voice: Voice, language: str, before: Face | None) -> Face:
        """The face for a character that follows one set in `before`; refused if there is none."""
        if before and _stays(char, before):
            return before
        key = (char, voice, language.startswith("ur"))
        if key not in self._best:
            self._best[key] = self._search(*key)
        return self._best[key]

    def _search(self, char: str, voice: Voice, urdu: bool) -> Face:
        hanging = self._urdu[voice]
        if urdu and script_of(char) == "Arab" and hanging.covers(char):
            return hanging
        order = self._order[voice]
        if takes_no_room(char) or _is_space(char):
            return order[0]
        for face in order:
            if face.covers(char):
                return face
        raise Refused("pdf.missing-glyph", character=code_point(char))

    def _file(self, name: str) -> Face:
        if name not in self._files:
            self._files[name] = Face(self._folder / name)
        return self._files[name]


def _names(voice: Voice) -> tuple[str, ...]:
    weight = "Bold" if voice is Voice.BOLD else "Regular"
    companions = (f"Noto{_spoken(stem, voice)}-{weight}.ttf" for stem in WITH_BOLD)
    return (*LATIN[voice], *companions, *REGULAR_ONLY)


def _spoken(stem: str, voice: Voice) -> str:
    script = stem.removeprefix("Sans")
    return f"Serif{script}" if voice is Voice.SPOKEN and script in WITH_SERIF else stem


def _stays(char: str, before: Face) -> bool:
    if takes_no_room(char) or _is_space(char):
        return True
    return script_of(char) in NEUTRAL and before.covers(char)


def _is_space(char: str) -> bool:
    """HarfBuzz makes any space a font lacks out of the plain one."""
    return unicodedata.category(char) == "Zs"
