"""Runs to glyphs by HarfBuzz, and glyphs to the codes and positions a PDF wants."""

import unicodedata
from dataclasses import dataclass, field
from itertools import pairwise

import uharfbuzz

from welfare_app.domain.errors import Refused
from welfare_app.pdf.embedded import EmbeddedFont
from welfare_app.pdf.faces import NEUTRAL, Parts, script_of
from welfare_app.pdf.plain import code_point, takes_no_room
from welfare_app.pdf.runs import Run

LRM, RLM = "\u200e", "\u200f"
WEAK = frozenset(("CS", "ES", "ET", "ON"))  # bidi classes whose side readers would guess


@dataclass(frozen=True, slots=True)
class Piece:
    """A shaped run: the body of a TJ array, and its width in thousandths of the size."""

    run: Run
    glyphs: str
    width: int


@dataclass(frozen=True, slots=True)
class _Cluster:
    text: str = field(repr=False)
    parts: Parts
    advance: int


def shape(run: Run, level_before: int, level_after: int) -> Piece:
    """Glyphs from left to right whatever the direction: the order readers expect on a page."""
    clusters = _clusters(run)
    body: list[str] = []
    cursor = pen = 0
    last = len(clusters) - 1
    for at, cluster in enumerate(clusters):
        natural = _natural_width(run.font, cluster)
        if cursor != pen:
            body.append(str(cursor - pen))
        if run.level % 2:
            text = _anchored(
                cluster.text,
                after_forward=at == last and _turns(run.text[0], level_before),
                before_forward=at == 0 and _turns(run.text[-1], level_after),
            )
            codes = _backward_codes(run.font, cluster.parts, text, natural)
        else:
            codes = [run.font.code(cluster.parts, cluster.text, natural)]
        body.append("<" + "".join(f"{code:04x}" for code in codes) + ">")
        cursor, pen = pen + natural, pen + cluster.advance
    if cursor != pen:
        body.append(str(cursor - pen))
    return Piece(run, "".join(body).replace("><", ""), pen)


def _clusters(run: Run) -> list[_Cluster]:
    """What HarfBuzz made of a run, from the left, one entry a letter with its marks."""
    buffer = uharfbuzz.Buffer()
    buffer.cluster_level = uharfbuzz.BufferClusterLevel.MONOTONE_GRAPHEMES
    buffer.add_str(run.text)
    buffer.guess_segment_properties()
    buffer.direction = "rtl" if run.level % 2 else "ltr"
    buffer.language = run.language
    uharfbuzz.shape(run.font.face.hb, buffer)
    parts: dict[int, list[tuple[int, int, int]]] = {}
    advances: dict[int, int] = {}
    for info, at in zip(buffer.glyph_infos, buffer.glyph_positions, strict=True):
        pen = advances.get(info.cluster, 0)
        here = parts.setdefault(info.cluster, [])
        here.append((info.codepoint, pen + at.x_offset, at.y_offset))
        advances[info.cluster] = pen + at.x_advance
    starts = [*sorted(parts), len(run.text)]
    ends = dict(pairwise(starts))
    out = [_Cluster(run.text[at : ends[at]], tuple(parts[at]), advances[at]) for at in parts]
    for cluster in out:
        _refuse_missing(cluster)
    return out


def _refuse_missing(cluster: _Cluster) -> None:
    if any(glyph == 0 for glyph, _, _ in cluster.parts):
        missing = next((char for char in cluster.text if not takes_no_room(char)), None)
        if missing:
            raise Refused("pdf.missing-glyph", character=code_point(missing))


def _natural_width(font: EmbeddedFont, cluster: _Cluster) -> int:
    """The width a cluster's code is given; kerning makes up the difference on the page.

    A cluster of a slanting script may step back, but no font can hold a width below nothing.
    """
    if len(cluster.parts) == 1:
        return font.advance(cluster.parts[0][0])
    return max(cluster.advance, 0)


def _turns(char: str, level: int) -> bool:
    """Whether a neutral character stands beside text that runs the other way."""
    return level % 2 == 0 and script_of(char) in NEUTRAL


def _anchored(text: str, *, after_forward: bool, before_forward: bool) -> str:
    """Text of a backward cluster, with the marks readers need to keep it on its side."""
    if len(text) == 1 and unicodedata.mirrored(text):
        return LRM + text + LRM  # or PDFium turns brackets round
    if unicodedata.bidirectional(text[0]) in WEAK:
        return RLM + text + RLM
    return (RLM if after_forward else "") + text + (RLM if before_forward else "")


def _backward_codes(font: EmbeddedFont, parts: Parts, text: str, width: int) -> list[int]:
    """One code a character, from the left, because readers turn backward text code by code.

    The leftmost shows the whole cluster; the others are blank and take a share of its width.
    """
    share = width // len(text)
    first = width - share * (len(text) - 1)
    reverse = text[::-1]
    shown = font.code(parts, reverse[0], first)
    return [shown, *(font.code((), char, share) for char in reverse[1:])]
