"""What each audit entry wrote, held as one digest an entry however much there is to read."""

import hashlib
import json
from collections.abc import Iterable, Iterator

from sqlcipher3.dbapi2 import Connection

SIZE = hashlib.sha256().digest_size
_NONE = bytes(SIZE)


class Written:
    """The digests of the rows that are there, by the number of the entry that wrote them.

    All rows of an entry belong to one record, and the table lies in order of records, so it is
    read once from end to end and no more than a record is held at a time.
    """

    def __init__(self, connection: Connection) -> None:
        newest = connection.execute("SELECT max(number) FROM audit").fetchone()[0] or 0
        self._digests = bytearray(SIZE * (newest + 1))
        self._left: set[int] = set()
        self._count = 0
        for entry, digest in _digests(connection):
            if not 0 < entry <= newest or self._at(entry) != _NONE:
                self._left.add(entry)  # what no entry wrote, or two records at once
            else:
                self._digests[SIZE * entry : SIZE * (entry + 1)] = digest
                self._count += 1

    def __bool__(self) -> bool:
        """Whether anything is there that no entry has been compared with."""
        return bool(self._count or self._left)

    def __iter__(self) -> Iterator[int]:
        """The entries that are left."""
        yield from self._left
        newest = len(self._digests) // SIZE
        yield from (entry for entry in range(newest) if self._at(entry) != _NONE)

    def __contains__(self, entry: int) -> bool:
        """Whether an entry wrote something that it has not been compared with."""
        return entry in self._left or self._at(entry) not in {b"", _NONE}

    def pop(self, entry: int, nothing: bytes) -> bytes:
        """The digest of what an entry wrote, or of nothing; it is no longer left."""
        found = self._at(entry)
        if found == _NONE:
            return nothing
        self._digests[SIZE * entry : SIZE * (entry + 1)] = _NONE
        self._count -= 1
        return found

    def _at(self, entry: int) -> bytes:
        return bytes(self._digests[SIZE * entry : SIZE * (entry + 1)])


def digest_of(parts: Iterable[tuple[str, str]]) -> bytes:
    """The digest of the rows an entry wrote: (part, body) in order of part."""
    return hashlib.sha256(json.dumps(sorted(parts)).encode()).digest()


def _digests(connection: Connection) -> Iterator[tuple[int, bytes]]:
    of, rows = "", dict[int, list[tuple[str, str]]]()
    for record, part, entry, body in connection.execute(
        "SELECT record, part, entry, body FROM version "
        "UNION ALL SELECT record, part, entry, body FROM beside ORDER BY record, part, entry"
    ):
        if record != of:
            yield from _of_one(rows)
            of, rows = record, {}
        rows.setdefault(entry, []).append((part, body))
    yield from _of_one(rows)


def _of_one(rows: dict[int, list[tuple[str, str]]]) -> Iterator[tuple[int, bytes]]:
    for entry, parts in rows.items():
        yield entry, digest_of(parts)
