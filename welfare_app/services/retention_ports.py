"""What keeping and disposing need of the vault: holds, reviews, certificates, and erasing."""

from datetime import datetime
from typing import Protocol

from welfare_app.domain.access import AccessRequest
from welfare_app.domain.disposal import Disposal
from welfare_app.domain.events import Event
from welfare_app.domain.ids import AccessId, DisposalId, HoldId
from welfare_app.domain.retention import Hold, Keeping


class Holds(Protocol):
    """The legal holds in the vault."""

    def get(self, id: HoldId) -> Hold:
        """The hold with this id; refused where there is none."""
        ...

    def save(self, record: Hold, *, because: Event) -> None:
        """Keep it, and say why."""
        ...

    def of(self, case: str) -> tuple[Hold, ...]:
        """Those on a case, lifted or not, the oldest first."""
        ...


class Keepings(Protocol):
    """The reviews that ended in keeping a case longer."""

    def save(self, record: Keeping, *, because: Event) -> None:
        """Keep it, and say why."""
        ...

    def of(self, case: str) -> tuple[Keeping, ...]:
        """Those of a case, the oldest first."""
        ...


class Disposals(Protocol):
    """The certificates of what was disposed of."""

    def get(self, id: DisposalId) -> Disposal:
        """The certificate with this id; refused where there is none."""
        ...

    def save(self, record: Disposal, *, because: Event) -> None:
        """Keep it, and say why."""
        ...

    def next_number(self) -> str:
        """The number the next one will be called by."""
        ...

    def all(self) -> tuple[Disposal, ...]:
        """Every one, the newest first."""
        ...


class AccessRequests(Protocol):
    """The requests of people for what is held about them."""

    def get(self, id: AccessId) -> AccessRequest:
        """The request with this id; refused where there is none."""
        ...

    def save(self, record: AccessRequest, *, because: Event) -> None:
        """Keep it, and say why."""
        ...

    def next_number(self) -> str:
        """The number the next one will be called by."""
        ...

    def all(self) -> tuple[AccessRequest, ...]:
        """Every one, the newest first."""
        ...


class Archive(Protocol):
    """What becomes of records over time. Whoever erases has been vouched for."""

    def under(self, record: str) -> tuple[tuple[str, str], ...]:
        """The id and kind of a record and of all that belongs to it, what belongs first."""
        ...

    def last_written(self, record: str) -> datetime | None:
        """When something was last written in a record."""
        ...

    def erase(self, record: str, kind: str) -> int:
        """Erase a record with its whole history; the number of the audit entry that says so."""
        ...

    def to_clear(self) -> int:
        """The entry of the newest erasure whose remains were not cleared; 0 where all were."""
        ...
