"""The plain outline of a body, front and back, cut into places that can be marked.

Lengths are in units of a view `WIDE` by `HIGH`; distances across count from the middle.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainterPath

WIDE, HIGH = 120.0, 230.0
VIEWS = ("front", "back")

_Points = tuple[tuple[float, float], ...]

_MIDDLE = WIDE / 2
_BROW, _WAIST = 14.0, 86.0
_HEAD = QRectF(_MIDDLE - 15, 3, 30, 34)
_ARM: tuple[_Points, ...] = (
    ((26, 52), (34, 61), (39, 80), (43, 95), (49, 113)),
    ((39.5, 117), (33, 99), (28, 83), (21, 68)),
)
_HAND: tuple[_Points, ...] = (
    ((49, 113), (53, 121), (53, 131), (48, 139), (42, 136), (39, 127), (39.5, 117)),
)
_LEG: tuple[_Points, ...] = (
    ((22, 117), (24, 136), (21, 162), (19.5, 185), (16, 206)),
    ((5.5, 206), (4, 185), (3.5, 160), (0, 126)),
)
_FOOT: tuple[_Points, ...] = (
    ((16, 206), (20, 215), (19, 223), (12, 226), (5.5, 224), (4, 216), (5.5, 206)),
)
_LIMBS = {"arm": _ARM, "hand": _HAND, "leg": _LEG, "foot": _FOOT}
_FLANK: tuple[_Points, ...] = (
    ((6.5, 43), (15, 48), (26, 52)),
    ((21, 68), (18.5, 92), (22, 117)),
)


@dataclass(frozen=True, slots=True)
class Place:
    """A place on one view: its outline, and the point where its numbers stand, if they do."""

    id: str
    outline: QPainterPath
    middle: QPointF | None


@lru_cache(maxsize=len(VIEWS))
def places(view: str) -> tuple[Place, ...]:
    """Every place of a view. Left and right are the person's own, not the looker's."""
    return (*_trunk(view), *_limbs(view))


@lru_cache(maxsize=len(VIEWS))
def silhouette(view: str) -> QPainterPath:
    """The whole outline of a view."""
    whole = _oval(_HEAD)  # which its two halves would leave a seam across
    for place in places(view):
        whole = whole.united(place.outline)
    return whole.simplified()


def _trunk(view: str) -> Iterator[Place]:
    head, above = _oval(_HEAD), _box(0, _BROW)
    neck = _box(33, 44).intersected(_box_across(6.5)).subtracted(head)
    torso = _torso()
    upper, lower = torso.intersected(_box(0, _WAIST)), torso.intersected(_box(_WAIST, HIGH))
    if view == "front":
        yield Place("head", head.intersected(above), None)
        yield _place("face", head.subtracted(above))
        yield _place("neck", neck)
        yield _place("chest", upper)
        yield _place("stomach", lower)
    else:
        yield _place("head", head)
        yield _place("neck", neck)
        yield _place("back-upper", upper)
        yield _place("back-lower", lower)


def _limbs(view: str) -> Iterator[Place]:
    """Arms and legs; the person's left is to the looker's right only on the front."""
    for name, edges in _LIMBS.items():
        for side in ("left", "right"):
            way = 1 if (side == "left") is (view == "front") else -1
            yield _place(f"{name}-{side}", _closed(edges, way))


def _place(id: str, outline: QPainterPath) -> Place:
    return Place(id, outline, outline.boundingRect().center())


def _torso() -> QPainterPath:
    """Both flanks, joined from shoulder to armpit and below by the tops of the legs."""
    path = QPainterPath()
    path.moveTo(_at((0, 43), 1))
    for edge in _FLANK:
        _draw(path, edge, 1)
    path.lineTo(_at((0, 126), 1))
    for edge in reversed(_FLANK):
        _draw(path, edge[::-1], -1)
    path.closeSubpath()
    return path


def _closed(edges: Sequence[_Points], way: int) -> QPainterPath:
    path = QPainterPath()
    path.moveTo(_at(edges[0][0], way))
    for edge in edges:
        _draw(path, edge, way)
    path.closeSubpath()
    return path


def _draw(path: QPainterPath, edge: _Points, way: int) -> None:
    """A straight line to an edge, then a smooth one through its points (Catmull and Rom)."""
    points = [_at(point, way) for point in edge]
    path.lineTo(points[0])
    ends = [points[0], *points, points[-1]]
    for before, start, end, after in zip(ends, ends[1:], ends[2:], ends[3:], strict=False):
        path.cubicTo(start + (end - before) / 6, end - (after - start) / 6, end)


def _at(point: tuple[float, float], way: int) -> QPointF:
    return QPointF(_MIDDLE + way * point[0], point[1])


def _oval(area: QRectF) -> QPainterPath:
    path = QPainterPath()
    path.addEllipse(area)
    return path


def _box(top: float, bottom: float) -> QPainterPath:
    path = QPainterPath()
    path.addRect(QRectF(0, top, WIDE, bottom - top))
    return path


def _box_across(half: float) -> QPainterPath:
    path = QPainterPath()
    path.addRect(QRectF(_MIDDLE - half, 0, 2 * half, HIGH))
    return path
