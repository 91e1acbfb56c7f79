"""What the services need of the vault, and nothing about how it is kept."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import datetime
from types import TracebackType
from typing import Protocol, Self, TypeAlias

from welfare_app.domain.backup import Plan
from welfare_app.domain.events import Event
from welfare_app.domain.evidence import Evidence
from welfare_app.domain.ids import (
    EvidenceId,
    InterviewId,
    PackId,
    ReferralId,
    StaffId,
)
from welfare_app.domain.pack import IncidentPack
from welfare_app.domain.referral import Referral
from welfare_app.domain.trail import Asked, Entry, Named
from welfare_app.services.card_index import CardIndex, KeptViews
from welfare_app.services.chronology_ports import Chronologies
from welfare_app.services.circle_ports import Circles
from welfare_app.services.couriers import Colleagues, Crossing
from welfare_app.services.preserving_ports import Preservations, ScanFolder
from welfare_app.services.register_ports import Register
from welfare_app.services.retention_ports import (
    AccessRequests,
    Archive,
    Disposals,
    Holds,
    Keepings,
)
from welfare_app.services.talk_ports import Drafts, Interviews, Notes, Signs

Changes: TypeAlias = frozenset[str]
"""The ids of the records a piece of work changed."""

Clock: TypeAlias = Callable[[], datetime]
"""The time now, in UTC."""


class Packs(Protocol):
    """The incident packs in the vault."""

    def get(self, id: PackId) -> IncidentPack:
        """The pack with this id; refused where there is none."""
        ...

    def save(self, record: IncidentPack, *, because: Event) -> None:
        """Keep it, and say why."""
        ...

    def next_number(self) -> str:
        """The number the next one will be called by."""
        ...

    def all(self) -> tuple[IncidentPack, ...]:
        """Every one that can be read, the newest first."""
        ...

    def unreadable(self) -> int:
        """How many there are that cannot be read, because the vault is damaged where they lie."""
        ...

    def of(self, interview: InterviewId) -> tuple[IncidentPack, ...]:
        """Those opened from an interview."""
        ...


class EvidenceShelf(Protocol):
    """The files in the vault."""

    def get(self, id: EvidenceId) -> Evidence:
        """What is known of a file; refused where there is none."""
        ...

    def save(self, record: Evidence, *, because: Event) -> None:
        """Keep what is known of it, and say why."""
        ...

    def of(self, pack: PackId) -> tuple[Evidence, ...]:
        """The files of a pack, in exhibit order."""
        ...

    def all(self) -> tuple[Evidence, ...]:
        """Every one that can be read, the newest first."""
        ...

    def put(self, id: EvidenceId, parts: Iterable[bytes]) -> None:
        """Keep the bytes, in parts of any size, before `save` says what they are."""
        ...

    def read(self, id: EvidenceId) -> Iterator[bytes]:
        """The bytes as they came, in parts."""
        ...


class Referrals(Protocol):
    """The referrals in the vault."""

    def get(self, id: ReferralId) -> Referral:
        """The referral with this id; refused where there is none."""
        ...

    def save(self, record: Referral, *, because: Event) -> None:
        """Keep it, and say why."""
        ...

    def of(self, pack: PackId) -> tuple[Referral, ...]:
        """Those prepared from a pack."""
        ...

    def all(self) -> tuple[Referral, ...]:
        """Every one that can be read, the newest first."""
        ...

    def sealed_as(self, digest: str) -> Referral | None:
        """The one that was sealed into the file with this SHA-256, if it was here."""
        ...


class BackupPlans(Protocol):
    """The plan of backups, of which there is one."""

    def plan(self) -> Plan:
        """The plan as it stands; an empty one where nobody has made any."""
        ...

    def save(self, plan: Plan, *, because: Event) -> None:
        """Keep it, and say why."""
        ...

    def changed_since(self, entries: int) -> bool:
        """Whether any other record was written after the trail had this many entries."""
        ...


class AuditTrail(Protocol):
    """What was done, by whom, in order."""

    def head(self) -> str:
        """The MAC of the newest entry, in hexadecimal; blank before the first."""
        ...

    def note(self, because: Event, record: str = "") -> None:
        """Write down something that changed no record, though it may be about one."""
        ...

    def numbers(self, asked: Asked) -> Sequence[int]:
        """The numbers of every entry that was asked for, the newest first."""
        ...

    def entries(self, numbers: Sequence[int]) -> tuple[Entry, ...]:
        """These entries, in the order asked for; one that is not there is left out."""
        ...

    def named(self, ids: Iterable[str]) -> Mapping[str, Named]:
        """What these records are called, without reading them."""
        ...


class UnitOfWork(Protocol):
    """Everything that happens together or not at all. Leaving without `commit` undoes it."""

    @property
    def interviews(self) -> Interviews:
        """The interviews."""
        ...

    @property
    def notes(self) -> Notes:
        """The lines of talks."""
        ...

    @property
    def drafts(self) -> Drafts:
        """Lines that are still being typed."""
        ...

    @property
    def signs(self) -> Signs:
        """The signs."""
        ...

    @property
    def packs(self) -> Packs:
        """The incident packs."""
        ...

    @property
    def evidence(self) -> EvidenceShelf:
        """The files."""
        ...

    @property
    def preservations(self) -> Preservations:
        """The requests to keep records."""
        ...

    @property
    def scans(self) -> ScanFolder:
        """The folder that new scans are offered from."""
        ...

    @property
    def referrals(self) -> Referrals:
        """The referrals."""
        ...

    @property
    def chronology(self) -> Chronologies:
        """What was written into chronologies by hand."""
        ...

    @property
    def register(self) -> Register:
        """The organisation and its staff."""
        ...

    @property
    def cards(self) -> CardIndex:
        """The cards that lists are made of."""
        ...

    @property
    def views(self) -> KeptViews:
        """The views of the desk that people keep."""
        ...

    @property
    def backups(self) -> BackupPlans:
        """The plan of backups."""
        ...

    @property
    def holds(self) -> Holds:
        """The legal holds."""
        ...

    @property
    def keepings(self) -> Keepings:
        """The reviews that kept a case longer."""
        ...

    @property
    def disposals(self) -> Disposals:
        """The certificates of what is gone."""
        ...

    @property
    def access(self) -> AccessRequests:
        """The requests for what is held about someone."""
        ...

    @property
    def archive(self) -> Archive:
        """What becomes of records over time."""
        ...

    @property
    def circles(self) -> Circles:
        """Who cases are kept to."""
        ...

    @property
    def audit(self) -> AuditTrail:
        """The audit trail."""
        ...

    @property
    def colleagues(self) -> Colleagues:
        """Whom cases are sent to."""
        ...

    @property
    def crossing(self) -> Crossing:
        """Cases as they cross between laptops."""
        ...

    def __enter__(self) -> Self:
        """Begin."""
        ...

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """End; undo what was not committed."""
        ...

    def commit(self) -> Changes:
        """Make it last, with its audit entries, and say which records changed."""
        ...


class Work(Protocol):
    """Begins units of work in the name of one member of staff."""

    def __call__(self, by: StaffId, /) -> UnitOfWork:
        """A piece of work that lasts only if it is committed."""
        ...
