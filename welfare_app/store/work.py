"""A unit of work over the vault: all of it is committed, or none of it happened."""

from collections.abc import Iterable, Mapping, Sequence
from types import TracebackType
from typing import Any, Self

from sqlcipher3.dbapi2 import Connection

from welfare_app.domain.errors import Unavailable
from welfare_app.domain.events import Event
from welfare_app.domain.trail import Asked, Entry, Named
from welfare_app.services.ports import Changes
from welfare_app.store.around_damage import Reading
from welfare_app.store.audit import Author
from welfare_app.store.cards import VaultCards
from welfare_app.store.chronology import VaultChronology
from welfare_app.store.circles import VaultCircles
from welfare_app.store.colleagues import VaultColleagues
from welfare_app.store.connection import DAMAGED, READ_ONLY, plainly
from welfare_app.store.crossing import VaultCrossing
from welfare_app.store.drafts import VaultDrafts
from welfare_app.store.evidence import VaultEvidence
from welfare_app.store.guard import Guard
from welfare_app.store.memory import Memory
from welfare_app.store.plans import VaultPlans
from welfare_app.store.preserved import VaultPreservations, VaultScanFolder
from welfare_app.store.records import VaultPacks, VaultReferrals
from welfare_app.store.register import VaultRegister
from welfare_app.store.repository import Repository
from welfare_app.store.requests import VaultAccessRequests
from welfare_app.store.retained import VaultArchive, VaultDisposals, VaultHolds, VaultKeepings
from welfare_app.store.talks import VaultInterviews, VaultNotes, VaultSigns
from welfare_app.store.trail import TrailReader
from welfare_app.store.versions import Versions
from welfare_app.store.views import VaultViews


class VaultWork:
    """Begins when entered; undoes everything on leaving, unless it was committed."""

    def __init__(
        self,
        connection: Connection,
        audit_key: bytes,
        author: Author,
        memory: Memory,
        *,
        upkeep: bool = False,
    ) -> None:
        self._connection, self._turn = connection, memory.turn
        self._begin = "BEGIN" if memory.only_read else "BEGIN IMMEDIATE"
        # a disk that failed for a moment while the file was opened leaves it open only for reading
        self._spoils = {DAMAGED} if memory.only_read else {DAMAGED, READ_ONLY}
        self._reading = Reading(connection, memory.hurt)
        guard = Guard(self._reading, author.by, memory, everything=upkeep)
        self._guard = guard
        self._versions = Versions(connection, audit_key, author, memory, self._reading, guard)
        self.interviews = VaultInterviews(self._versions)
        self.notes = VaultNotes(self._versions)
        self.drafts = VaultDrafts(connection, self._reading, guard)
        self.signs = VaultSigns(self._versions)
        self.packs = VaultPacks(self._versions)
        self.evidence = VaultEvidence(self._versions)
        self.preservations = VaultPreservations(self._versions)
        self.scans = VaultScanFolder(self._versions)
        self.chronology = VaultChronology(self._versions)
        self.referrals = VaultReferrals(self._versions)
        self.register = VaultRegister(self._versions)
        self.cards = VaultCards(connection, self._versions, memory, guard)
        self.views = VaultViews(connection, self._versions, self._reading)
        self.backups = VaultPlans(self._versions, connection)
        self.holds = VaultHolds(self._versions)
        self.keepings = VaultKeepings(self._versions)
        self.disposals = VaultDisposals(self._versions)
        self.access = VaultAccessRequests(self._versions)
        self.archive = VaultArchive(connection, self._versions, guard)
        self.audit = VaultAuditTrail(self._versions, connection, guard)
        self.circles = VaultCircles(connection, self._versions, guard)
        self.colleagues = VaultColleagues(self._versions)
        cases: tuple[Repository[Any], ...] = (
            self.interviews,
            self.notes,
            self.signs,
            self.packs,
            self.evidence,
            self.preservations,
            self.referrals,
            self.chronology,
        )
        self.crossing = VaultCrossing(
            connection, self._versions, memory, guard, {one.kind: one for one in cases}
        )

    def __enter__(self) -> Self:
        self._turn.acquire()
        try:
            with plainly():
                self._connection.execute(self._begin)
        except BaseException:
            self._turn.release()
            raise
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        try:
            if self._connection.in_transaction:
                self._guard.look_again()  # a circle may be there again
                with plainly():
                    self._connection.execute("ROLLBACK")
        finally:
            self._reading.close()
            self._turn.release()
        if error is not None:
            try:
                with plainly():
                    raise error
            except Unavailable as told:
                if told.code in self._spoils:
                    self._reading.give_up()
                raise

    def commit(self) -> Changes:
        """Make it all last together."""
        with plainly():
            self._connection.execute("COMMIT")
        self._guard.committed()
        return self._versions.committed()


class VaultAuditTrail:
    """The audit trail, as services may use it."""

    def __init__(self, versions: Versions, connection: Connection, guard: Guard) -> None:
        self._versions, self._reader = versions, TrailReader(connection, guard)

    def head(self) -> str:
        """The MAC of the newest entry, in hexadecimal; blank before the first."""
        return self._versions.head()

    def note(self, because: Event, record: str = "") -> None:
        """Write down something that changed no record, though it may be about one."""
        self._versions.note(because, record)

    def numbers(self, asked: Asked) -> Sequence[int]:
        """The numbers of every entry that was asked for, the newest first."""
        return self._reader.numbers(asked)

    def entries(self, numbers: Sequence[int]) -> tuple[Entry, ...]:
        """These entries, in the order asked for."""
        return self._reader.entries(numbers)

    def named(self, ids: Iterable[str]) -> Mapping[str, Named]:
        """What these records are called, without reading them."""
        return self._reader.named(ids)
