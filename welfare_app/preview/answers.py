"""What the process apart may answer. It is read as a stranger's: a file may have taken it over."""

import json
from typing import Any

from welfare_app.domain.errors import Unavailable
from welfare_app.domain.exhibit import Picture, Seen, Told, Trace
from welfare_app.preview.kinds import HEIC, JPEG, OLD_WORD, PDF, PNG, WORD

MOST_DRAWN = 12_000_000
"""The most pixels a picture on the screen has, however it is enlarged."""

LONGEST = 120
"""Characters of one trace that are shown."""

BROKEN, TOO_SLOW = "preview.broken", "preview.too-slow"

_ROUNDED_UP = MOST_DRAWN * 5 // 4
"""Pixels of a narrow page of that size, whose sides are whole."""

MOST_ANSWER = 4 * _ROUNDED_UP + 1_000_000
"""Bytes that are listened to."""

_MOST_PAGES = 10_000_000
_MOST_TOLD = 1000
_KINDS = frozenset({"", PDF, JPEG, PNG, HEIC, WORD, OLD_WORD})
_FAULTS = frozenset(
    f"preview.{why}"
    for why in ("broken", "heic", "locked", "no-picture", "too-large", "too-slow", "unknown")
)


def seen(answer: bytes) -> Seen:
    """What was seen in a file.

    Raises:
        Unavailable: "preview.broken" if it is no such answer.
    """
    try:
        head, _ = _parts(answer)
        if "pages" not in head:
            return Seen("", 0, (), _one_of(_FAULTS, head["fault"]))
        told = tuple(_told(one) for one in head["told"])
        kind, pages = _one_of(_KINDS, head["media_type"]), _whole(head["pages"], _MOST_PAGES)
        if len(told) > _MOST_TOLD:
            raise ValueError
        return Seen(kind, pages, told, _one_of(_FAULTS | {""}, head["fault"]))
    except _NO_ANSWER:
        raise Unavailable(BROKEN) from None


def picture(answer: bytes) -> Picture:
    """One page, drawn.

    Raises:
        Unavailable: why it could not be drawn; "preview.broken" if it is no such answer.
    """
    try:
        head, pixels = _parts(answer)
        if "width" not in head:
            raise Unavailable(_one_of(_FAULTS, head["fault"]))
        width, height = (_whole(head[side], _ROUNDED_UP) for side in ("width", "height"))
        stride = _whole(head["stride"], MOST_ANSWER)
        fits = stride >= 4 * width and len(pixels) >= stride * height
        if not 0 < width * height <= _ROUNDED_UP or not fits:
            raise ValueError
        return Picture(width, height, stride, pixels)
    except _NO_ANSWER:
        raise Unavailable(BROKEN) from None


_NO_ANSWER = (ValueError, TypeError, KeyError, AttributeError, RecursionError)
"""What taking a value for what it should be may raise."""


def _parts(answer: bytes) -> tuple[Any, bytes]:
    end = 4 + int.from_bytes(answer[:4], "big")
    return json.loads(answer[4:end]), answer[end:]


def _told(found: Any) -> Told:
    says = found["says"]
    if not isinstance(says, str) or len(says) > LONGEST or not says.isprintable():
        raise ValueError
    return Told(Trace(found["trace"]), says)


def _whole(number: Any, most: int) -> int:
    if type(number) is not int or not 0 <= number <= most:
        raise ValueError
    return number


def _one_of(known: frozenset[str], said: Any) -> str:
    if said not in known:
        raise ValueError
    return str(said)
