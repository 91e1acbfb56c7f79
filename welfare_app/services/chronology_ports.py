"""What the services need of the vault to keep chronologies."""

from typing import Protocol

from welfare_app.domain.chronology import ChronologyEntry
from welfare_app.domain.events import Event
from welfare_app.domain.ids import PackId


class Chronologies(Protocol):
    """The entries written by hand in the vault."""

    def save(self, record: ChronologyEntry, *, because: Event) -> None:
        """Keep it, and say why."""
        ...

    def of(self, pack: PackId) -> tuple[ChronologyEntry, ...]:
        """Those of a pack, the oldest first."""
        ...
