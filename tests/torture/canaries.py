"""Fifty words nobody would write by chance, and every shape they may be found in again."""

import base64
from collections.abc import Iterator
from itertools import cycle, product
from pathlib import Path

STEMS = ("Brovenz", "Quillam", "Tarkesh", "Omirand", "Velquist", "Hexalor", "Jundrap", "Wystrom")
STEMS += ("Pelgoth", "Zarnivek")
ENDINGS = ("elia", "onto", "usky", "arim", "ith")
CANARIES = tuple(stem + ending for stem, ending in product(STEMS, ENDINGS))


class Cage:
    """Hands out the fifty, one after another, for as long as anybody asks."""

    def __init__(self) -> None:
        self._next = cycle(CANARIES)
        self.out: set[str] = set()

    def word(self) -> str:
        """The next one."""
        word = next(self._next)
        self.out.add(word)
        return word


def shapes(word: str) -> Iterator[bytes]:
    """How a word may lie in a file or in memory: as text, as wide text, inside base 64."""
    for each in (word, word.lower(), word.upper()):
        yield each.encode()
        yield each.encode("utf-16-le")
    for before in range(3):
        text = base64.b64encode(bytes(before) + word.encode())
        yield text[(4 if before else 0) : len(text) // 4 * 4 - 4]


SHAPES = tuple((word, shape) for word in CANARIES for shape in shapes(word))


def heard_in(data: bytes) -> set[str]:
    """Which of the fifty are in there."""
    return {word for word, shape in SHAPES if shape in data}


def heard_under(folder: Path, apart: frozenset[str] = frozenset()) -> dict[str, set[str]]:
    """Which of them are in the files of a folder or in their names, but for those named apart."""
    found: dict[str, set[str]] = {}
    for path in folder.rglob("*"):
        name = str(path.relative_to(folder))
        if name in apart:
            continue
        data = path.read_bytes() if path.is_file() and not path.is_symlink() else b""
        if words := heard_in(data + b"\n" + name.encode()):
            found[name] = words
    return found
