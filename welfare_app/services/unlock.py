"""Unlocking and locking: from a passphrase, or the recovery sheet, to an open vault."""

from dataclasses import dataclass, field
from pathlib import Path

from welfare_app.domain.errors import Refused, Unavailable
from welfare_app.domain.ids import StaffId
from welfare_app.domain.people import Organisation, Staff
from welfare_app.services.stand_in import organisation_of, staff_of
from welfare_app.services.tools import KeysFor, WayIn
from welfare_app.services.vaults import OpenVault, VaultDoor


@dataclass(frozen=True, slots=True)
class Opened:
    """An open vault, whose it is, and who opened it."""

    vault: OpenVault
    organisation: Organisation = field(repr=False)
    staff: Staff


@dataclass(frozen=True, slots=True)
class Unlock:
    """Opens the vault in one folder. Both ways take about a second: call them in a job."""

    door: VaultDoor
    keys_for: KeysFor
    folder: Path

    def there(self) -> bool:
        """Whether there is a vault to open."""
        return self.door.exists(self.folder)

    def people(self) -> tuple[WayIn, ...]:
        """Who can unlock it."""
        return tuple(self.keys_for(self.folder).people())

    def open(self, staff: StaffId, passphrase: str) -> Opened:
        """Open it for someone who knows their passphrase."""
        self._there_or_missing()
        return self._opened(self.keys_for(self.folder).unlock(staff, passphrase), staff)

    def recover(self, code: str) -> Opened:
        """Open it for someone who holds the recovery sheet, in the name of the first lead."""
        self._there_or_missing()
        return self._opened(self.keys_for(self.folder).recover(code), None)

    def _there_or_missing(self) -> None:
        if not self.there():
            raise Unavailable("vault.missing")

    def _opened(self, key: bytes, who: StaffId | None) -> Opened:
        vault = self.door.open(self.folder, key)
        try:
            with vault.work(who or StaffId("recovery")) as work:
                staff = staff_of(work.register, self.people())
                organisation = organisation_of(work.register)
            person = _person(staff, who)
        except BaseException:
            vault.close()
            raise
        return Opened(vault, organisation, person)


def _person(staff: tuple[Staff, ...], who: StaffId | None) -> Staff:
    """Who it is; the first one added, where the recovery sheet was used."""
    for one in staff:
        if who in (None, one.id):
            return one
    raise Refused("key.unknown-staff")
