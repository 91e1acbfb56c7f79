"""Words filled into lines, and a line turned into PDF operators."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from welfare_app.pdf.direction import visual_order
from welfare_app.pdf.faces import EM
from welfare_app.pdf.shaping import Piece
from welfare_app.pdf.styles import Style
from welfare_app.pdf.words import Word, WordShaper

BASELINE = 0.7  # of the leading lies above the baseline, for the two reading faces


@dataclass(frozen=True, slots=True)
class Line:
    """Words on one line: its height, and how far its baseline lies under its top."""

    words: tuple[Word, ...]
    height: float
    baseline: float


@dataclass(frozen=True, slots=True)
class Stretch:
    """Neighbouring pieces of one font, language and level, ready to draw."""

    language: str
    operators: str


def fill(
    words: Sequence[Word], width: float, style: Style, shaper: WordShaper, language: str
) -> Iterator[Line]:
    """Lines no wider than `width`; a word wider than that is cut between letters."""
    limit = width * EM / style.size
    line: list[Word] = []
    used = 0
    waiting = list(reversed(words))
    while waiting:
        word = waiting.pop()
        if line and used + word.width > limit:
            yield _line(line, style)
            line, used = [], 0
        if word.width > limit:
            word, *rest = shaper.split(word, limit, language, style.voice)
            waiting.extend(rest)
        line.append(word)
        used += word.width + word.space_width
        if word.ends_line:
            yield _line(line, style)
            line, used = [], 0
    if line:
        yield _line(line, style)


def width_of(line: Line, style: Style) -> float:
    """How far the words of a line reach, without the spaces that end it."""
    whole = sum(word.width + word.space_width for word in line.words)
    return (whole - line.words[-1].space_width) * style.size / EM


def stretches(line: Line, left: float, right: float, top: float, style: Style) -> list[Stretch]:
    """What draws a line between two edges, in reading order (backward lines end at `right`)."""
    scale = style.size / EM
    backward = line.words[0].backward_line
    pieces = _pieces(line, int(backward))
    whole = sum(word.width + word.space_width for word in line.words)
    x = right - whole * scale if backward else left  # either way the last space hangs at the end
    at = [0.0] * len(pieces)
    for index in visual_order([piece.run.level for piece in pieces]):
        at[index] = x
        x += pieces[index].width * scale
    y = top - line.baseline
    return [
        Stretch(pieces[group[0]].run.language, _show(pieces, group, at, y, style.size))
        for group in _groups(pieces)
    ]


def _line(words: list[Word], style: Style) -> Line:
    """Scripts that reach further than Latin get the room they need, whole."""
    above, below = style.leading * BASELINE, style.leading * (1 - BASELINE)
    fonts = {piece.run.font for word in words for piece in word.body}
    for font in fonts:
        if not font.face.reading:
            ascent, descent = font.face.extents
            above = max(above, ascent * style.size / EM)
            below = max(below, descent * style.size / EM)
    return Line(tuple(words), above + below, above)


def _pieces(line: Line, base: int) -> list[Piece]:
    """Every piece on a line; the spaces that end it run with the line (UAX 9, rule L1)."""
    pieces = [piece for word in line.words for piece in (*word.body, *word.space)]
    hanging = len(line.words[-1].space)
    for at in range(len(pieces) - hanging, len(pieces)):
        pieces[at] = replace(pieces[at], run=replace(pieces[at].run, level=base))
    return pieces


def _groups(pieces: list[Piece]) -> list[list[int]]:
    groups: list[list[int]] = []
    for at, piece in enumerate(pieces):
        last = pieces[groups[-1][0]].run if groups else None
        here = piece.run
        if last and (last.font, last.language, last.level) == (
            here.font,
            here.language,
            here.level,
        ):
            groups[-1].append(at)
        else:
            groups.append([at])
    return groups


def _show(pieces: list[Piece], group: list[int], at: list[float], y: float, size: float) -> str:
    """One TJ. Backward glyphs stand as on the page, and are said to (ISO 32000-1, 14.8.2.3.3)."""
    run = pieces[group[0]].run
    backward = run.level % 2
    drawn = group[::-1] if backward else group
    glyphs = "".join(pieces[index].glyphs for index in drawn).replace("><", "")
    x = at[drawn[0]]
    show = f"/{run.font.name} {size:g} Tf 1 0 0 1 {x:.2f} {y:.2f} Tm [{glyphs}] TJ"
    return f"/ReversedChars BMC {show} EMC" if backward else show
