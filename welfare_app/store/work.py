"""A unit of work over the vault: all of it is committed, or none of it happened."""

from types import TracebackType
from typing import Self

from sqlcipher3.dbapi2 import Connection

from welfare_app.domain.events import Event
from welfare_app.services.ports import Changes
from welfare_app.store.audit import Author
from welfare_app.store.connection import plainly
from welfare_app.store.drafts import VaultDrafts
from welfare_app.store.evidence import VaultEvidence
from welfare_app.store.reading import Reading
from welfare_app.store.records import VaultPacks, VaultReferrals
from welfare_app.store.register import VaultRegister
from welfare_app.store.talks import VaultInterviews, VaultNotes, VaultSigns
from welfare_app.store.versions import Memory, Versions


class VaultWork:
    """Begins when entered; undoes everything on leaving, unless it was committed."""

    def __init__(
        self,
        connection: Connection,
        audit_key: bytes,
        author: Author,
        memory: Memory,
    ) -> None:
        self._connection, self._turn = connection, memory.turn
        self._begin = "BEGIN" if memory.only_read else "BEGIN IMMEDIATE"
        self._reading = Reading(connection, memory.hurt)
        self._versions = Versions(connection, audit_key, author, memory, self._reading)
        self.interviews = VaultInterviews(self._versions)
        self.notes = VaultNotes(self._versions)
        self.drafts = VaultDrafts(connection, self._reading)
        self.signs = VaultSigns(self._versions)
        self.packs = VaultPacks(self._versions)
        self.evidence = VaultEvidence(self._versions)
        self.referrals = VaultReferrals(self._versions)
        self.register = VaultRegister(self._versions)
        self.audit = VaultAuditTrail(self._versions)

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
                with plainly():
                    self._connection.execute("ROLLBACK")
        finally:
            self._reading.close()
            self._turn.release()
        if error is not None:
            with plainly():
                raise error

    def commit(self) -> Changes:
        """Make it all last together."""
        with plainly():
            self._connection.execute("COMMIT")
        return self._versions.committed()


class VaultAuditTrail:
    """The audit trail, as services may use it."""

    def __init__(self, versions: Versions) -> None:
        self._versions = versions

    def head(self) -> str:
        """The MAC of the newest entry, in hexadecimal; blank before the first."""
        return self._versions.head()

    def note(self, because: Event) -> None:
        """Write down something that changed no record."""
        self._versions.note(because)
