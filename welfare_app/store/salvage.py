"""Gathers every row that can still be read, page by page, whatever leads to it or does not."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import TypeAlias

from welfare_app.services.jobs import Progress, no_progress
from welfare_app.store.cells import Cell, Value, cells, children
from welfare_app.store.pages import PLAIN, Pages
from welfare_app.store.survey import Entry

_PARENTS = "record_by_parent"
SCHEMA = "sqlite_schema"
TABLES = frozenset({"audit", "record", "version", "beside", "chunk", _PARENTS})
_AUDIT_COLUMNS = 9
_FLAGS_AT, _TAKEN_AT = 18, 60
_STEP = 64

Place: TypeAlias = tuple[int, int]
"""A page, and which of its rows."""


@dataclass(slots=True)
class Gathered:
    """Rows as they were found. A row of which there are two is kept once, from the newest page."""

    entries: dict[int, Entry] = field(default_factory=dict, repr=False)
    versions: dict[tuple[str, str, int], str] = field(default_factory=dict, repr=False)
    beside: dict[tuple[str, str, int], str] = field(default_factory=dict, repr=False)
    """What another laptop wrote that never became current; on a page whose table is not known it
    cannot be told from a version and is among those."""
    kinds: dict[str, tuple[str, str, int]] = field(default_factory=dict, repr=False)
    """Kind, parent and entry of a record, by its id."""
    chunks: dict[tuple[str, int], Place] = field(default_factory=dict)
    """Where each row of a file begins. Its bytes are read again when they are wanted."""
    others: dict[str, list[Cell]] = field(default_factory=dict, repr=False)
    """Rows of every other table or index, by its name, as they lie on the page."""
    torn: set[str] = field(default_factory=set)
    """Other tables and indexes of which a page cannot be read."""
    taken: int | None = None
    """How many steps of migration the vault had taken, where that can be read."""


def gather(pages: Pages, progress: Progress = no_progress) -> Gathered:
    """Everything on every page that can be read."""
    found, owners = Gathered(), _owners(pages)
    first = pages.plain(1)
    if first is not None and first[_FLAGS_AT : _FLAGS_AT + 2] == b"\x02\x02":
        found.taken = int.from_bytes(first[_TAKEN_AT : _TAKEN_AT + 4])
    count = pages.count
    for number in range(1, count + 1):
        if number % _STEP == 0:
            progress(number, count)
        owner = owners.get(number, "")
        if owner == SCHEMA:
            continue
        if owner and owner not in TABLES:
            found.others.setdefault(owner, [])
            if pages.plain(number) is None:
                found.torn.add(owner)
        for cell in _cells(pages, number):
            if owner and owner not in TABLES:
                found.others[owner].append(cell)
            else:
                _place(found, cell, owner, number)
    progress(count, count)
    for key in found.beside:
        found.versions.pop(key, None)  # an older page of the same row, known by its shape alone
    return found


def chunk(pages: Pages, place: Place) -> bytes | None:
    """The bytes of one row of a file, read again from where it begins."""
    for cell in _cells(pages, place[0], only=place[1]):
        match cell.values:
            case (_, _, bytes(data)):
                return data
    return None


def _cells(pages: Pages, number: int, only: int | None = None) -> Iterator[Cell]:
    page = pages.plain(number)
    if page is None or len(page) != PLAIN:
        return
    yield from cells(number, page, pages.plain, only)


def _owners(pages: Pages) -> Mapping[int, str]:
    """Which table or index each page belongs to, as far as the trees can be followed."""
    roots, owners = dict[int, str](), dict[int, str]()
    waiting, schema = [1], set[int]()
    while waiting:
        number = waiting.pop()
        page = pages.plain(number)
        if page is None or number in schema:
            continue
        schema.add(number)
        waiting += children(number, page)
        for cell in cells(number, page, pages.plain):
            match cell.values:
                case (str(_), str(name), str(_), int(root), _) if root:
                    roots[root] = name
    owners |= dict.fromkeys(schema, SCHEMA)
    for root, name in roots.items():
        waiting = [root]
        while waiting:
            number = waiting.pop()
            if number in owners or number in schema:
                continue
            owners[number] = name
            page = pages.plain(number)
            if page is not None:
                waiting += children(number, page)
    return owners


def _place(found: Gathered, cell: Cell, owner: str, page: int) -> None:
    """Keep a row with those of its table, which its page says or else its shape."""
    match cell.number, cell.values:
        case int(number), (None, *rest) if len(rest) == _AUDIT_COLUMNS - 1:
            _keep_entry(found, number, rest)
        case int(_), (str(record), int(number), bytes(_)):
            found.chunks.setdefault((record, number), (page, cell.at))
        case None, (str(id), str(kind), str(parent), int(entry)) if owner in {"", "record"}:
            found.kinds.setdefault(id, (kind, parent, entry))
        case None, (str(record), str(part), int(entry), str(body)) if owner == "beside":
            found.beside.setdefault((record, part, entry), body)
        case None, (str(record), str(part), int(entry), str(body)) if owner == "version" or (
            not owner and _is_json(body)
        ):
            found.versions.setdefault((record, part, entry), body)
        case None, (str(parent), str(kind), int(entry), str(id)) if owner in {"", _PARENTS}:
            found.kinds.setdefault(id, (kind, parent, entry))
        case _:
            pass


def _keep_entry(found: Gathered, number: int, rest: list[Value]) -> None:
    *said, digest, mac = rest
    if isinstance(digest, bytes) and isinstance(mac, bytes):
        texts = tuple(one for one in said if isinstance(one, str))
        if len(texts) == len(said):
            found.entries.setdefault(number, Entry(number, texts, digest, mac))


def _is_json(text: str) -> bool:
    try:
        json.loads(text)
    except ValueError:
        return False
    return True
