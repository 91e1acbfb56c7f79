"""Reads TOML files key by key, so that whatever nobody asked for is refused by name."""

import tomllib
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, NoReturn

from welfare_app.domain.errors import BadContent
from welfare_app.domain.partial_date import PartialDate


class Table:
    """One table of a file. `done` refuses every key that was not read.

    `file` and `key` name the place, so that each refusal can say where to look.
    """

    def __init__(self, file: str, key: str, raw: Mapping[str, Any]) -> None:
        self.file = file
        self.key = key
        self._raw = raw
        self._unread = set(raw)

    def __contains__(self, name: str) -> bool:
        return name in self._raw

    def at(self, name: str) -> str:
        """The dotted key of something in this table."""
        return f"{self.key}.{name}" if self.key else name

    def refusal(self, code: str, name: str = "") -> BadContent:
        """Why the file is refused because of this table, or of one key in it."""
        return BadContent(code, file=self.file, key=self.at(name) if name else self.key)

    def refuse(self, code: str, name: str = "") -> NoReturn:
        """Refuse the file because of this table, or of one key in it."""
        raise self.refusal(code, name)

    def text(self, name: str, default: str | None = None) -> str:
        """A text. Without a default it must be there and not be blank."""
        value = self._take(name, default)
        if not isinstance(value, str):
            self.refuse("content.wrong-type", name)
        if default is None and not value.strip():
            self.refuse("content.missing-key", name)
        return value

    def texts(self, name: str) -> tuple[str, ...]:
        """A list of texts; none where the key is missing."""
        value = self._take(name, [])
        if not isinstance(value, list) or not all(isinstance(item, str) for item in value):
            self.refuse("content.wrong-type", name)
        return tuple(value)

    def number(self, name: str, default: int | None = None) -> int:
        """A whole number. Without a default it must be there."""
        value = self._take(name, default)
        if not isinstance(value, int) or isinstance(value, bool):
            self.refuse("content.wrong-type", name)
        return value

    def flag(self, name: str) -> bool:
        """True or false; false where the key is missing."""
        value = self._take(name, default=False)
        if not isinstance(value, bool):
            self.refuse("content.wrong-type", name)
        return value

    def day(self, name: str) -> str:
        """A date in ISO 8601, cut short where only the month or year is known."""
        value = self.text(name)
        if PartialDate.read(value) is None:
            self.refuse("content.bad-date", name)
        return value

    def version(self, wanted: int | None) -> int:
        """The version of the whole file, which must be the one its name promises."""
        found = self.number("version")
        if wanted not in {None, found}:
            self.refuse("content.wrong-version", "version")
        return found

    def raw(self, name: str) -> Any:
        """Whatever is there, for a reader that knows its shape; nothing where it is missing."""
        self._unread.discard(name)
        return self._raw.get(name)

    def table(self, name: str) -> "Table":
        """A table inside this one, empty where it is missing."""
        value = self._take(name, {})
        if not isinstance(value, dict):
            self.refuse("content.wrong-type", name)
        return Table(self.file, self.at(name), value)

    def tables(self, name: str) -> "Iterator[Table]":
        """The tables of a `[[name]]`, each known by its `id` (or `to`) from then on."""
        value = self._take(name, [])
        if not isinstance(value, list) or not all(isinstance(item, dict) for item in value):
            self.refuse("content.wrong-type", name)
        for number, item in enumerate(value, 1):
            called = item.get("id") or item.get("to") or number
            yield Table(self.file, self.at(f"{name}.{called}"), item)

    def named(self) -> "Iterator[tuple[str, Table]]":
        """Every table in this one, by name."""
        for name in self.names():
            yield name, self.table(name)

    def names(self) -> tuple[str, ...]:
        """Every key, in the order written."""
        return tuple(self._raw)

    def done(self) -> None:
        """Say that all has been read."""
        if self._unread:
            self.refuse("content.unknown-key", min(self._unread))

    def _take(self, name: str, default: Any) -> Any:
        self._unread.discard(name)
        value = self._raw.get(name, default)
        if value is None:
            self.refuse("content.missing-key", name)
        return value


def stem(name: str, version: int | None) -> str:
    """What a file is called without its ending: the newest has no version in its name."""
    return name if version is None else f"{name}@{version}"


def read(root: Path, file: str) -> Table:
    """The whole of a file, named by its place under `root`."""
    try:
        return Table(file, "", tomllib.loads((root / file).read_text("utf-8")))
    except FileNotFoundError as error:
        raise BadContent("content.no-file", file=file, key="") from error
    except (OSError, UnicodeDecodeError) as error:
        raise BadContent("content.unreadable", file=file, key="") from error
    except tomllib.TOMLDecodeError as error:
        place = str(error).rpartition("(at ")[2].rstrip(")")
        raise BadContent("content.bad-toml", file=file, key=place) from error


def words(root: Path, file: str) -> dict[str, str]:
    """The words of a file by dotted key. A file of words holds nothing but texts."""
    return dict(_flat(read(root, file)))


def _flat(table: Table) -> Iterator[tuple[str, str]]:
    for name in table.names():
        if isinstance(table.raw(name), dict):
            yield from _flat(table.table(name))
        else:
            yield table.at(name), table.text(name)


def agree(file: str, words: Mapping[str, str], needed: set[str], allowed: set[str]) -> None:
    """Refuse words that are missing, and words for nothing."""
    if missing := needed - words.keys():
        raise BadContent("content.no-words", file=file, key=min(missing))
    if idle := words.keys() - needed - allowed:
        raise BadContent("content.words-for-nothing", file=file, key=min(idle))
