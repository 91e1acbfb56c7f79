"""What a parcel holds, item after item: each says what it is and how long, and none may be long."""

import hashlib
from collections.abc import Iterator
from enum import IntEnum

from welfare_app.domain.errors import Refused

CHUNK = 1024 * 1024
LONGEST_TEXT = 4 * 1024 * 1024
MOST_TEXT = 96 * 1024 * 1024
MOST_ITEMS = 250_000
"""Bounds on what is held in memory while a parcel is looked at: bytes, and items of words."""


class Item(IntEnum):
    """What comes next. The numbers are written down: none is ever given another meaning."""

    HEAD = 1
    ENTRY = 2
    FILE = 3
    CHUNK = 4
    END = 5


def written(item: Item, data: bytes) -> bytes:
    """One item as bytes."""
    if len(data) > (CHUNK if item is Item.CHUNK else LONGEST_TEXT):
        raise Refused("courier.too-large")
    return bytes([item]) + len(data).to_bytes(4, "big") + data


class Items:
    """Takes items out of blocks, and keeps a digest of all that came before the end."""

    def __init__(self, header: bytes, blocks: Iterator[bytes]) -> None:
        self._blocks, self._waiting = blocks, bytearray()
        self._digest = hashlib.sha512(header)
        self._items = self._text = 0

    def next(self) -> tuple[Item, bytes]:
        """The next item, whole."""
        start = self._take(5)
        try:
            item = Item(start[0])
        except ValueError as error:
            raise Refused("courier.unreadable") from error
        length = int.from_bytes(start[1:], "big")
        if length > (CHUNK if item is Item.CHUNK else LONGEST_TEXT):
            raise Refused("courier.unreadable")
        if item is not Item.CHUNK:
            self._items, self._text = self._items + 1, self._text + length
            if self._items > MOST_ITEMS or self._text > MOST_TEXT:
                raise Refused("courier.too-large")
        data = self._take(length)
        if item is not Item.END:
            self._digest.update(start + data)
        return item, data

    @property
    def digest(self) -> bytes:
        """SHA-512 of the header and every item before the end."""
        return self._digest.digest()

    def finish(self) -> None:
        """Refuse anything but zeros after the end."""
        if any(self._waiting) or any(any(block) for block in self._blocks):
            raise Refused("courier.unreadable")

    def _take(self, length: int) -> bytes:
        while len(self._waiting) < length:
            block = next(self._blocks, None)
            if block is None:
                raise Refused("courier.unreadable")
            self._waiting += block
        found = bytes(self._waiting[:length])
        del self._waiting[:length]
        return found
