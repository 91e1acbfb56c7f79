"""What can be seen in a file without altering it: what it is, its pages, and what else it tells."""

from dataclasses import dataclass, field
from enum import StrEnum


class Trace(StrEnum):
    """What a file tells beside what it shows. It stays in the file, and goes where that goes."""

    PLACE = "place"
    AUTHOR = "author"
    TAKEN = "taken"
    CAMERA = "camera"
    PROGRAM = "program"
    REMARK = "remark"


POINTING = frozenset({Trace.PLACE, Trace.AUTHOR, Trace.REMARK})
"""Traces that may lead to a person."""


@dataclass(frozen=True, slots=True)
class Told:
    """One trace and what it says."""

    trace: Trace
    says: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class Seen:
    """What a file turned out to be: its media type by its own bytes, its pages, its traces.

    `fault` is the code of why no picture can be drawn of it; blank where one can.
    """

    media_type: str
    pages: int
    told: tuple[Told, ...] = field(default=(), repr=False)
    fault: str = ""


@dataclass(frozen=True, slots=True)
class Picture:
    """A page as pixels: `pixels` holds rows of `stride` bytes; each pixel is R, G, B, A."""

    width: int
    height: int
    stride: int
    pixels: bytes = field(repr=False)


@dataclass(frozen=True, slots=True)
class Photograph:
    """A photograph scaled down to be printed: a JPEG that holds nothing but the picture."""

    width: int
    height: int
    jpeg: bytes = field(repr=False)
