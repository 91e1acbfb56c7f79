"""Spoils files the way chance does, and the way someone does who knows how they are made."""

import json
from copy import deepcopy
from random import Random
from typing import Any

NASTY: tuple[Any, ...] = (
    None,
    True,
    False,
    0,
    -1,
    2**31,
    2**70,
    1e308,
    "",
    "0" * 64,
    "ff" * 16,
    "../../../../etc/passwd",
    "/etc/passwd",
    "\u0000",
    "\ud83d",
    "é" * 1000,
    [],
    {},
    [[]] * 50,
    {"": {"": {}}},
)
TOKENS = (
    b"{",
    b"}",
    b"[" * 5000,
    b'"',
    b"\\u",
    b"null",
    b"-0",
    b"1e999",
    b"\xff\xfe",
    b"\x00" * 64,
)


def spoil(data: bytes, chosen: Random) -> bytes:
    """One to four changes by someone who knows nothing of the file."""
    spoilt = bytearray(data)
    for _ in range(chosen.randint(1, 4)):
        _spoil_once(spoilt, chosen)
    return bytes(spoilt)


def flip(data: bytes, chosen: Random) -> bytes:
    """One byte made another."""
    spoilt = bytearray(data)
    spoilt[chosen.randrange(len(spoilt))] ^= chosen.randint(1, 255)
    return bytes(spoilt)


def _spoil_once(spoilt: bytearray, chosen: Random) -> None:
    size = len(spoilt)
    start = chosen.randrange(size + 1)
    length = min(chosen.choice((1, 2, 16, 512, 4096)), max(size - start, 0))
    match chosen.randrange(7):
        case 0 if size:
            spoilt[chosen.randrange(size)] ^= 1 << chosen.randrange(8)
        case 1:
            del spoilt[start : start + length]
        case 2:
            spoilt[start:start] = chosen.choice(TOKENS)
        case 3:
            spoilt[start : start + length] = chosen.randbytes(length)
        case 4:
            spoilt[start : start + length] = bytes(length)
        case 5:
            other = chosen.randrange(size + 1)
            spoilt[start : start + length] = spoilt[other : other + length]
        case _:
            del spoilt[start:]


def spoil_json(plain: Any, chosen: Random) -> Any:
    """The same value with one to three of its parts replaced, dropped or doubled."""
    plain = json.loads(json.dumps(plain))
    for _ in range(chosen.randint(1, 3)):
        holders = list(_holders(plain))
        if not holders:
            break
        holder = chosen.choice(holders)
        places = list(holder) if isinstance(holder, dict) else list(range(len(holder)))
        place = chosen.choice(places)
        match chosen.randrange(5):
            case 0:
                del holder[place]
            case 1 if isinstance(holder, list):
                holder.append(holder[place])
            case 1:
                holder[f"{place}-more"] = holder[place]
            case 2 if isinstance(holder[place], str) and holder[place]:
                text = list(holder[place])
                text[chosen.randrange(len(text))] = chosen.choice("0fz\u0000é")
                holder[place] = "".join(text)
            case 3 if isinstance(holder[place], int):
                holder[place] = chosen.choice((0, -holder[place], holder[place] + 1, 2**40))
            case _:
                holder[place] = deepcopy(chosen.choice(NASTY))
    return plain


def _holders(plain: Any) -> Any:
    if isinstance(plain, dict | list) and plain:
        yield plain
        for each in plain.values() if isinstance(plain, dict) else plain:
            yield from _holders(each)
