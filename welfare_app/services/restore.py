"""Restoring: a backup is opened, compared with what is here, and put in its place by a person."""

from dataclasses import dataclass, field
from pathlib import Path

from welfare_app.domain.backup import Backup
from welfare_app.domain.comparison import Comparison, Here
from welfare_app.domain.errors import Refused, Unavailable
from welfare_app.domain.ids import StaffId
from welfare_app.domain.people import Staff
from welfare_app.domain.roles import Act, may
from welfare_app.services.backups import Brought, Restorer
from welfare_app.services.jobs import Progress, no_progress
from welfare_app.services.tools import KeysFor, WayIn


@dataclass(frozen=True, slots=True)
class Looked:
    """A backup that was opened and proved, by whom, and what restoring it would change."""

    brought: Brought = field(repr=False)
    by: Staff

    @property
    def backup(self) -> Backup:
        """The backup."""
        return self.brought.backup

    @property
    def comparison(self) -> Comparison:
        """What restoring it would take away and bring back."""
        return self.brought.comparison


@dataclass(frozen=True, slots=True)
class Restore:
    """Restores the vault in one folder while it is locked. All of it takes long: use a job.

    Where the vault that is there can be read, only somebody whose role allows it may replace
    it. Where there is none, or it cannot be read, whoever can open the backup may.
    """

    restorer: Restorer
    keys_for: KeysFor
    folder: Path

    def people(self, backup: Path) -> tuple[WayIn, ...]:
        """Who can open a backup."""
        try:
            return tuple(self.keys_for(backup).people())
        except Unavailable as error:
            if error.code == "key.slots-missing":
                raise Unavailable("backup.not-a-backup") from error
            raise

    def look(
        self, backup: Path, staff: StaffId | None, secret: str, progress: Progress = no_progress
    ) -> Looked:
        """Open and prove a backup, and compare it with what is here.

        `secret` is the passphrase of `staff`, or the recovery code where nobody is named.
        """
        brought = self._bring(backup, staff, secret, progress)
        person = next((one for one in brought.staff if staff in (None, one.id)), None)
        refused = ""
        if person is None:
            refused = "key.unknown-staff"
        elif brought.organisation.practice:
            refused = "restore.practice"
        elif staff and brought.comparison.here is Here.READ and not may(person.role, Act.RESTORE):
            refused = "restore.not-yours"
        if refused or person is None:
            self.forget()
            raise Refused(refused)
        return Looked(brought, person)

    def prove(
        self, backup: Path, staff: StaffId | None, secret: str, progress: Progress = no_progress
    ) -> Backup:
        """Open and prove a backup that is to replace nothing."""
        try:
            return self._bring(backup, staff, secret, progress).backup
        finally:
            self.forget()

    def restore(self, looked: Looked) -> None:
        """Put it in place. What was there is moved aside whole, never deleted."""
        self.restorer.replace(looked.brought, self.folder, looked.by.id)

    def forget(self) -> None:
        """Leave everything as it is."""
        self.restorer.forget(self.folder)

    def _bring(
        self, backup: Path, staff: StaffId | None, secret: str, progress: Progress
    ) -> Brought:
        def key_of(ways_in: Path) -> bytes:
            keys = self.keys_for(ways_in)
            return keys.recover(secret) if staff is None else keys.unlock(staff, secret)

        return self.restorer.bring(backup, self.folder, key_of, progress)
