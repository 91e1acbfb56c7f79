"""What the legal-hold list and the scan folder need of the vault."""

from typing import Protocol

from welfare_app.domain.events import Event
from welfare_app.domain.ids import PackId, PreservationId
from welfare_app.domain.preserving import Preservation


class Preservations(Protocol):
    """The requests to keep records."""

    def get(self, id: PreservationId) -> Preservation:
        """The request with this id; refused where there is none."""
        ...

    def save(self, record: Preservation, *, because: Event) -> None:
        """Keep it, and say why."""
        ...

    def of(self, pack: PackId) -> tuple[Preservation, ...]:
        """Those of a pack, the oldest first."""
        ...

    def all(self) -> tuple[Preservation, ...]:
        """Every one that can be read, the newest first."""
        ...


class ScanFolder(Protocol):
    """The folder that new scans are offered from."""

    def folder(self) -> str:
        """Where it is, or blank."""
        ...

    def save(self, folder: str) -> None:
        """Name it; blank forgets it."""
        ...
