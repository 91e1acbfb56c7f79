"""Reads the exact lists: one entry a line, kept to the letter, trailing spaces and all."""

from collections.abc import Iterator, Mapping
from pathlib import Path

from welfare_app.domain.errors import BadContent


def read(root: Path, name: str) -> tuple[str, ...]:
    """The entries of a list, in its own order."""
    file = f"lists/{name}.txt"
    try:
        text = (root / file).read_bytes().decode("utf-8")
    except FileNotFoundError as error:
        raise BadContent("content.no-list", file=file, key="") from error
    except (OSError, UnicodeDecodeError) as error:
        raise BadContent("content.unreadable", file=file, key="") from error
    entries = text.removesuffix("\n").split("\n")
    for number, entry in enumerate(entries, 1):
        if not entry.strip() or entry.endswith("\r"):
            raise BadContent("content.bad-list", file=file, key=f"line {number}")
    return tuple(entries)


class Lists(Mapping[str, tuple[str, ...]]):
    """Every list by name, each read when first asked for."""

    def __init__(self, root: Path) -> None:
        self._root = root
        self._read: dict[str, tuple[str, ...]] = {}

    def __getitem__(self, name: str) -> tuple[str, ...]:
        if name not in self._read:
            if name not in set(self):
                raise KeyError(name)
            self._read[name] = read(self._root, name)
        return self._read[name]

    def __iter__(self) -> Iterator[str]:
        return iter(sorted(path.stem for path in (self._root / "lists").glob("*.txt")))

    def __len__(self) -> int:
        return len(list(iter(self)))
