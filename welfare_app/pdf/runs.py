"""A stretch of text cut where its font, script or direction changes."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from welfare_app.pdf.embedded import EmbeddedFont, EmbeddedFonts
from welfare_app.pdf.faces import NEUTRAL, Face, Faces, Voice, script_of
from welfare_app.pdf.languages import language_of


@dataclass(frozen=True, slots=True)
class Run:
    """Characters of one font, one direction and one language."""

    text: str = field(repr=False)
    font: EmbeddedFont
    level: int
    language: str


@dataclass(frozen=True, slots=True)
class _Place:
    """Where one character stands."""

    face: Face
    script: str
    level: int

    def joins(self, other: "_Place") -> bool:
        same = self.face is other.face and self.level == other.level
        return same and (self.script == other.script or self.script in NEUTRAL)


class Itemiser:
    """Cuts text into runs, with the fonts of one document."""

    def __init__(self, faces: Faces) -> None:
        self._faces = faces
        self.fonts = EmbeddedFonts()

    def runs(
        self,
        text: str,
        language: str,
        voice: Voice,
        levels: tuple[int, ...] | None,
        before: Run | None = None,
    ) -> list[Run]:
        """The runs in reading order; what is neutral goes with what stands before it."""
        out: list[Run] = []
        start = 0
        places = list(self._places(text, language, voice, levels, before))
        for end in range(1, len(places) + 1):
            if end < len(places) and places[end - 1].joins(places[end]):
                continue
            place = places[end - 1]
            spoken = language_of(place.script, language, before.language if before else language)
            font = self.fonts.of(place.face)
            before = Run(text[start:end], font, place.level, spoken)
            out.append(before)
            start = end
        return out

    def _places(
        self,
        text: str,
        language: str,
        voice: Voice,
        levels: tuple[int, ...] | None,
        before: Run | None,
    ) -> Iterator[_Place]:
        face = before.font.face if before else self._leading_face(text, language, voice)
        script = "Zyyy"
        for at, char in enumerate(text):
            face = self._faces.choose(char, voice, language, face)
            own = script_of(char)
            script = script if own in NEUTRAL else own
            yield _Place(face, script, levels[at] if levels else 0)

    def _leading_face(self, text: str, language: str, voice: Voice) -> Face | None:
        """An opening quotation mark or bracket goes with the word it opens."""
        for char in text:
            if script_of(char) not in NEUTRAL:
                return self._faces.choose(char, voice, language, None)
        return None
