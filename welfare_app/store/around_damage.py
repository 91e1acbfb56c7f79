"""Reads on past damaged pages.

Once SQLCipher has met a page whose seal is broken, its connection reads nothing more that it did
not hold already. What was asked is then asked again over a spare connection, which is let go with
the next bad page; and what is known to lead to one is never again asked over the connection that
writes.
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any, TypeAlias

from sqlcipher3.dbapi2 import Connection

from welfare_app.domain.errors import Unavailable
from welfare_app.store.connection import DAMAGED, plainly

Asked: TypeAlias = tuple[str, tuple[Any, ...]]

NEIGHBOURS = (1, 4, 16, 64, 256)
"""How far before a record the steps to it begin, the next where none could begin there."""
_BEFORE = "SELECT id FROM record WHERE id < ? ORDER BY id DESC LIMIT ?"
_STEPS = """
    SELECT part, CASE record WHEN ?2 THEN body END, entry, record FROM version
    WHERE record >= ?1 ORDER BY record, part, entry
"""


@dataclass(frozen=True, slots=True)
class Rows:
    """What was asked for; `whole` is whether that is all, or as far as it could be read."""

    rows: list[Any] = field(repr=False)
    whole: bool = True


def _none() -> Connection:
    raise Unavailable(DAMAGED)


@dataclass(slots=True)
class Hurt:
    """What is known of damage while a vault is open. `spare` opens another connection."""

    spare: Callable[[], Connection] = field(default=_none, repr=False)
    asked: set[Asked] = field(default_factory=set, repr=False)
    connections: set[int] = field(default_factory=set)
    seen: bool = False
    """Whether an examination found what no reading has met yet."""
    counted: dict[str, tuple[int, int]] = field(default_factory=dict)
    """How many records of a kind cannot be read, and how much damage was known by then."""

    def __bool__(self) -> bool:
        """Whether any damage is known of."""
        return bool(self.seen or self.asked or self.connections)


class Reading:
    """Reads for one piece of work."""

    def __init__(self, connection: Connection, hurt: Hurt) -> None:
        self._connection, self._hurt = connection, hurt
        self._spare: Connection | None = None

    def rows(self, sql: str, values: tuple[Any, ...] = (), *, wrote: bool = False) -> Rows:
        """The rows asked for, or those before the first that cannot be read.

        `wrote` is whether the work has written already: only its own connection knows of that,
        so nothing else will do.
        """
        asked = (sql, values)
        if asked not in self._hurt.asked and id(self._connection) not in self._hurt.connections:
            try:
                with plainly():
                    return Rows(self._connection.execute(sql, values).fetchall())
            except Unavailable as error:
                if error.code != DAMAGED:
                    raise
                self._hurt.connections.add(id(self._connection))
        if wrote:
            raise Unavailable(DAMAGED)
        return self._around(asked)

    def stepped_to(self, id: str) -> Rows:
        """The newest versions of a record's parts, come to from another that stands before it.

        A search compares rows on its way with what it looks for, and reads those to their end,
        where a page may be bad; a step does not.
        """
        before = [name for (name,) in self._around((_BEFORE, (id, NEIGHBOURS[-1]))).rows]
        starts = [before[far - 1] for far in NEIGHBOURS if far <= len(before)]
        for start in (*starts, *([""] if len(before) < NEIGHBOURS[-1] else [])):
            found = self._asked((_STEPS, (start, id)), until=lambda row: row[3] > id)
            if found.whole:
                newest = {row[0]: row[:3] for row in found.rows if row[3] == id}
                return Rows(list(newest.values()))
        return Rows([], whole=False)

    def give_up(self) -> None:
        """Use no connection any longer that may have met a bad page."""
        self._hurt.connections.add(id(self._connection))
        self.close()

    def close(self) -> None:
        """Let go of the spare connection."""
        if self._spare is not None:
            self._spare.close()
            self._spare = None

    def _around(self, asked: Asked) -> Rows:
        """Ask over a spare connection, and remember what leads to a bad page.

        Where a search happens to begin decides which rows it compares with on its way, and one of
        those may run over onto a bad page: a connection not used yet has the last word.
        """
        used = self._spare is not None
        found = self._asked(asked)
        if not found.whole and used:
            found = self._asked(asked)
        if not found.whole:
            self._hurt.asked.add(asked)
        return found

    def _asked(self, asked: Asked, until: Callable[[Any], bool] = lambda _row: False) -> Rows:
        found: list[Any] = []
        try:
            with plainly():
                if self._spare is None:
                    self._spare = self._hurt.spare()
                for row in self._spare.execute(*asked):
                    if until(row):
                        break
                    found.append(row)
        except Unavailable as error:
            self.close()
            if error.code != DAMAGED:
                raise
            return Rows(found, whole=False)
        return Rows(found)
