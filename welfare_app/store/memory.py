"""What is known of the vault while it is open, so that it need not be read again."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from threading import Lock

from sqlcipher3.dbapi2 import Connection

from welfare_app.domain.courier import Contested
from welfare_app.store import audit
from welfare_app.store.around_damage import Hurt

REMEMBERED = 4096
"""Records at most: a long talk has hundreds, and reading one again takes little."""


@dataclass(slots=True)
class Memory:
    """What is known of the vault while it is open: records, and the newest audit entry.

    `turn` is held by one piece of work at a time, from its beginning until what it knew has
    been remembered or forgotten, so that none begins on what another is just changing.
    """

    name: str = ""
    """What the vault is called outside its file."""
    turn: Lock = field(default_factory=Lock, repr=False)
    records: dict[str, tuple[str, object]] = field(default_factory=dict, repr=False)
    """What kind each is, and the record itself."""
    head: audit.Head | None = None
    contested: dict[str, tuple[Contested, ...]] = field(default_factory=dict, repr=False)
    """What stands twice in records that came, as far as it was looked for since they changed."""

    hurt: Hurt = field(default_factory=Hurt, repr=False)
    cards: Connection | None = field(default=None, repr=False)
    """The cards that lists are made of, in memory alone, where those of the vault are damaged."""
    only_read: bool = False
    broken: set[tuple[str, str]] = field(default_factory=set)
    """By whom the glass of which case was broken since the vault was opened."""
    no_circles: bool = False
    """Whether it is known that no case is kept to anyone."""
    mark: Callable[[audit.Head], None] = lambda _head: None

    def keep(self, records: Mapping[str, tuple[str, object]]) -> None:
        """Remember these, and let go of those that nobody has touched for longest."""
        for id, record in records.items():
            self.records.pop(id, None)
            self.records[id] = record
        while len(self.records) > REMEMBERED:
            del self.records[next(iter(self.records))]
