"""Work in the name of one person, holding only what their role may have in hand.

Every service works through this, so that a role is kept in one place whoever forgets to ask.
"""

from types import TracebackType
from typing import Self, TypeVar, cast

from welfare_app.domain.errors import Refused
from welfare_app.domain.people import Role
from welfare_app.domain.roles import Act, may
from welfare_app.services.card_index import CardIndex, KeptViews
from welfare_app.services.chronology_ports import Chronologies
from welfare_app.services.circle_ports import Circles
from welfare_app.services.couriers import Colleagues, Crossing
from welfare_app.services.ports import (
    AuditTrail,
    BackupPlans,
    Changes,
    EvidenceShelf,
    Packs,
    Referrals,
    UnitOfWork,
)
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

Records = TypeVar("Records")

CHANGES = frozenset({"save", "put", "keep", "next_number", "take", "settle", "erase", "break_into"})
"""What repositories of cases call their ways of changing, or of beginning to."""


def own(work: UnitOfWork, role: Role) -> UnitOfWork:
    """The work as this role may do it; as it is, where the role may do everything with cases."""
    everything = may(role, Act.READ_CASES) and may(role, Act.WORK_CASES)
    return work if everything else OwnWork(work, role)


class OwnWork:
    """A unit of work that refuses to hand out what is not this role's."""

    def __init__(self, work: UnitOfWork, role: Role) -> None:
        self._work, self._role = work, role

    @property
    def interviews(self) -> Interviews:
        """The interviews."""
        return self._cases(self._work.interviews)

    @property
    def notes(self) -> Notes:
        """The lines of talks."""
        return self._cases(self._work.notes)

    @property
    def drafts(self) -> Drafts:
        """Lines that are still being typed."""
        return self._cases(self._work.drafts)

    @property
    def signs(self) -> Signs:
        """The signs."""
        return self._cases(self._work.signs)

    @property
    def packs(self) -> Packs:
        """The incident packs."""
        return self._cases(self._work.packs)

    @property
    def evidence(self) -> EvidenceShelf:
        """The files."""
        return self._cases(self._work.evidence)

    @property
    def preservations(self) -> Preservations:
        """The requests to keep records."""
        return self._cases(self._work.preservations)

    @property
    def scans(self) -> ScanFolder:
        """The folder that new scans are offered from."""
        return self._cases(self._work.scans)

    @property
    def referrals(self) -> Referrals:
        """The referrals."""
        return self._cases(self._work.referrals)

    @property
    def chronology(self) -> Chronologies:
        """What was written into chronologies by hand."""
        return self._cases(self._work.chronology)

    @property
    def cards(self) -> CardIndex:
        """The cards that lists are made of. They follow from the cases, and change with them."""
        if not may(self._role, Act.READ_CASES):
            raise not_yours(self._role)
        return self._work.cards

    @property
    def views(self) -> KeptViews:
        """The views of the desk that people keep: their own, whatever their role changes."""
        if not may(self._role, Act.READ_CASES):
            raise not_yours(self._role)
        return self._work.views

    @property
    def crossing(self) -> Crossing:
        """Cases on their way between laptops."""
        return self._cases(self._work.crossing)

    @property
    def colleagues(self) -> Colleagues:
        """Whose laptops cases may go to."""
        return self._work.colleagues

    @property
    def backups(self) -> BackupPlans:
        """The plan of backups."""
        return self._work.backups

    @property
    def holds(self) -> Holds:
        """The legal holds."""
        return self._cases(self._work.holds)

    @property
    def keepings(self) -> Keepings:
        """The reviews that kept a case longer."""
        return self._cases(self._work.keepings)

    @property
    def disposals(self) -> Disposals:
        """The certificates of what is gone."""
        return self._cases(self._work.disposals)

    @property
    def access(self) -> AccessRequests:
        """The requests for what is held about someone."""
        return self._cases(self._work.access)

    @property
    def circles(self) -> Circles:
        """Who cases are kept to."""
        return self._cases(self._work.circles)

    @property
    def archive(self) -> Archive:
        """What becomes of records over time."""
        return self._cases(self._work.archive)

    @property
    def register(self) -> Register:
        """The organisation and its staff."""
        return self._work.register

    @property
    def audit(self) -> AuditTrail:
        """The audit trail."""
        return self._work.audit

    def __enter__(self) -> Self:
        self._work.__enter__()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._work.__exit__(kind, error, trace)

    def commit(self) -> Changes:
        """Make it last."""
        return self._work.commit()

    def _cases(self, records: Records) -> Records:
        if not may(self._role, Act.READ_CASES):
            raise not_yours(self._role)
        if may(self._role, Act.WORK_CASES):
            return records
        return cast("Records", _OnlyToRead(records, self._role))


class _OnlyToRead:
    """Records of one kind for someone who may read them; each way of changing is refused."""

    def __init__(self, records: object, role: Role) -> None:
        self._records, self._role = records, role

    def __getattr__(self, name: str) -> object:
        if name in CHANGES:
            raise not_yours(self._role)
        return getattr(self._records, name)


def not_yours(role: Role) -> Refused:
    """The refusal of what a role does not do."""
    return Refused("role.not-yours", role=role)
