"""Reads rows out of single pages, where the tree that led to them is broken.

The layout is SQLite's own (https://www.sqlite.org/fileformat2.html, sections 1.6 and 2.1). It is
read here only to rescue and to examine: everything else asks the database.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from typing import TypeAlias

Value: TypeAlias = int | float | str | bytes | None

LEAF_TABLE, LEAF_INDEX, INNER_TABLE, INNER_INDEX = 0x0D, 0x0A, 0x05, 0x02
INNER = frozenset({INNER_TABLE, INNER_INDEX})
FIRST_PAGE, FIRST_PAGE_HEADER = 1, 100
_VARINT_BYTES = 9
_WIDTHS = (0, 1, 2, 3, 4, 6, 8)
_REAL, _ZERO, _ONE, _BLOBS = 7, 8, 9, 12

Fetch: TypeAlias = Callable[[int], bytes | None]
"""The plain bytes of a page, or nothing where it cannot be read."""


@dataclass(frozen=True, slots=True)
class Cell:
    """One row as it lies on a page, the `at`-th. `number` is its rowid, where there are any."""

    number: int | None
    values: tuple[Value, ...] = field(repr=False)
    at: int = 0


def kind(number: int, page: bytes) -> int:
    """What the first byte of a page says it is."""
    return page[_start(number)]


def children(number: int, page: bytes) -> tuple[int, ...]:
    """The pages an inner page leads to."""
    if kind(number, page) not in INNER:
        return ()
    start = _start(number)
    found = [int.from_bytes(page[at : at + 4]) for at in _pointers(number, page)]
    return (*found, int.from_bytes(page[start + 8 : start + 12]))


def cells(number: int, page: bytes, fetch: Fetch, only: int | None = None) -> Iterator[Cell]:
    """Every row on a page that can be read whole, the pages it runs over onto included."""
    shape = kind(number, page)
    if shape not in {LEAF_TABLE, LEAF_INDEX, INNER_INDEX}:
        return
    for which, at in enumerate(_pointers(number, page)):
        if only not in {None, which}:
            continue
        try:
            cell = _cell(page, at, shape, fetch)
        except (IndexError, ValueError):
            continue
        if cell is not None:
            yield replace(cell, at=which)


def _start(number: int) -> int:
    return FIRST_PAGE_HEADER if number == FIRST_PAGE else 0


def _pointers(number: int, page: bytes) -> list[int]:
    start = _start(number)
    count = int.from_bytes(page[start + 3 : start + 5])
    first = start + (12 if page[start] in INNER else 8)
    found = [int.from_bytes(page[at : at + 2]) for at in range(first, first + 2 * count, 2)]
    return [at for at in found if first <= at < len(page)]


def _cell(page: bytes, at: int, shape: int, fetch: Fetch) -> Cell | None:
    if shape == INNER_INDEX:
        at += 4
    size, at = _varint(page, at)
    number = None
    if shape == LEAF_TABLE:
        number, at = _varint(page, at)
    payload = _payload(page, at, size, shape, fetch)
    return None if payload is None else Cell(number, _values(payload))


def _payload(page: bytes, at: int, size: int, shape: int, fetch: Fetch) -> bytes | None:
    usable = len(page)
    least = (usable - 12) * 32 // 255 - 23
    most = usable - 35 if shape == LEAF_TABLE else (usable - 12) * 64 // 255 - 23
    if size <= most:
        return page[at : at + size]
    here = least + (size - least) % (usable - 4)
    here = here if here <= most else least
    pieces, left = [page[at : at + here]], size - here
    following, seen = int.from_bytes(page[at + here : at + here + 4]), set[int]()
    while left > 0:
        over = None if following in seen else fetch(following)
        seen.add(following)
        if over is None:
            return None
        pieces.append(over[4 : 4 + left])
        left -= len(pieces[-1])
        following = int.from_bytes(over[:4])
    return b"".join(pieces)


def _values(payload: bytes) -> tuple[Value, ...]:
    header, at = _varint(payload, 0)
    body, found = header, list[Value]()
    while at < header:
        code, at = _varint(payload, at)
        value, width = _value(payload, body, code)
        found.append(value)
        body += width
    if body != len(payload):
        raise ValueError
    return tuple(found)


def _value(payload: bytes, at: int, code: int) -> tuple[Value, int]:
    if code < _REAL:
        width = _WIDTHS[code]
        whole = int.from_bytes(payload[at : at + width], signed=True)
        return (whole if code else None), width
    if code < _BLOBS:
        # reals are not kept anywhere in a vault; the two that follow are 0 and 1 themselves
        return (code - _ZERO, 0) if code in {_ZERO, _ONE} else (None, 8)
    width = (code - _BLOBS) // 2
    data = payload[at : at + width]
    if len(data) != width:
        raise ValueError
    return (data.decode() if code % 2 else data), width


def _varint(data: bytes, at: int) -> tuple[int, int]:
    value = 0
    for step in range(_VARINT_BYTES):
        byte = data[at + step]
        if step == _VARINT_BYTES - 1:
            return value << 8 | byte, at + step + 1
        value = value << 7 | byte & 0x7F
        if byte < 0x80:
            return value, at + step + 1
    raise ValueError
