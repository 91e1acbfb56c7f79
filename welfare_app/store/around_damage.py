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
        """Ask over a spare connection, and remember what leads to a bad page."""
        found: list[Any] = []
        try:
            with plainly():
                if self._spare is None:
                    self._spare = self._hurt.spare()
                for row in self._spare.execute(*asked):
                    found.append(row)  # noqa: PERF402 - what came before a bad page is wanted
        except Unavailable as error:
            self.close()
            if error.code != DAMAGED:
                raise
            self._hurt.asked.add(asked)
            return Rows(found, whole=False)
        return Rows(found)
