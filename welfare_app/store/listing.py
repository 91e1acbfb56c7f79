"""Which records there are, asked in every way the file can answer.

An index may be read where the table cannot be, and the table where an index cannot. Around one bad
page each can be read from both ends. Only where all of that fails is a list not whole.
"""

import json
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import TypeAlias

from welfare_app.store.around_damage import Rows

Read: TypeAlias = Callable[[str, tuple[str, ...]], Rows]

ABOUT = "@"
"""The part that binds a record's kind and parent into the audit trail."""


@dataclass(frozen=True, slots=True)
class Listing:
    """Ids, the oldest record first; `whole` is whether there can be no more of them."""

    ids: tuple[str, ...]
    whole: bool = True


def ids_of(read: Read, kind: str, parent: str | None) -> Listing:
    """The ids of a kind, or only those under a parent."""
    where, values = "kind = ?", [kind]
    if parent is not None:
        where, values = "parent = ? AND kind = ?", [parent, kind]
    asked = f"SELECT entry, id FROM record {{}} WHERE {where} ORDER BY {{}}"
    found = set[tuple[int, str]]()
    for how, order in (("", "entry"), ("NOT INDEXED", "id")):
        for direction in ("", " DESC"):
            got = read(asked.format(how, order + direction), tuple(values))
            found |= set(got.rows)
            if got.whole:
                return _listed(found)
    for direction in ("", " DESC"):
        got = read(
            "SELECT entry, record, body FROM version WHERE part = ? "
            f"ORDER BY record{direction}, part{direction}, entry{direction}",
            (ABOUT,),
        )
        found |= set(_under(got.rows, kind, parent))
        if got.whole:
            return _listed(found)
    return _listed(found, whole=False)


def _under(
    rows: Iterable[tuple[int, str, str]], kind: str, parent: str | None
) -> Iterator[tuple[int, str]]:
    for entry, id, body in rows:
        about = json.loads(body)
        if about["kind"] == kind and parent in (None, about["parent"]):
            yield entry, id


def _listed(found: set[tuple[int, str]], *, whole: bool = True) -> Listing:
    return Listing(tuple(id for _, id in sorted(found)), whole)
