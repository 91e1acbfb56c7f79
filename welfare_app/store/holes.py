"""What a rescue declared to be gone from a vault, so that nothing else may be."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from sqlcipher3.dbapi2 import Connection

from welfare_app.domain.events import VaultRescued
from welfare_app.domain.events.rescue import Hole

DECLARING = VaultRescued.__name__


@dataclass(frozen=True, slots=True)
class Declared:
    """Everything declared by the rescues of one vault. `holes` are found by their first entry."""

    holes: Mapping[int, Hole] = field(default_factory=dict)
    remains: Mapping[int, str] = field(default_factory=dict)
    files: Mapping[str, str] = field(default_factory=dict)

    def binding(self, first: int, last: int) -> str:
        """What binds the trail together across exactly this hole; blank where none is declared."""
        hole = self.holes.get(first)
        return hole[2] if hole and hole[1] == last else ""

    def gone(self, entry: int) -> bool:
        """Whether an entry is declared gone."""
        return any(first <= entry <= last for first, last, _ in self.holes.values())

    @property
    def count(self) -> int:
        """How many entries are declared gone."""
        return len({at for first, last, _ in self.holes.values() for at in range(first, last + 1)})


def declared(facts: Iterable[str]) -> Declared:
    """What the declaring entries say, the oldest first, by their facts as they are kept."""
    holes, remains, files = dict[int, Hole](), dict[int, str](), dict[str, str]()
    for text in facts:
        said = json.loads(text)
        holes |= {first: (first, last, bound) for first, last, bound in said["holes"]}
        remains |= dict(said["remains"])
        files |= dict(said["files"])
    return Declared(holes, remains, files)


def declared_in(connection: Connection) -> Declared:
    """What the trail of an open vault declares. Nothing here vouches for it: a survey does."""
    rows = connection.execute(
        "SELECT facts FROM audit WHERE event = ? ORDER BY number", (DECLARING,)
    )
    return declared(facts for (facts,) in rows)


def binding_of(facts: str, number: int) -> bytes:
    """The MAC a declaring entry goes on from, where the entry just before it is gone.

    Nothing vouches for these facts yet, so they may be anything.
    """
    try:
        holes = json.loads(facts)["holes"]
        return next(bytes.fromhex(bound) for _, last, bound in holes if last == number - 1)
    except (ValueError, LookupError, TypeError, StopIteration):
        return b""
