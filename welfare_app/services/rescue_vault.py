"""Rescuing a damaged vault: who may, what can be read, and a sound vault made of it.

A vault is rescued closed. Its key comes from whoever may restore vaults, or the recovery sheet.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from welfare_app.domain.errors import Refused, WelfareAppError
from welfare_app.domain.ids import StaffId
from welfare_app.domain.people import Role
from welfare_app.domain.roles import Act, may
from welfare_app.services.jobs import Progress
from welfare_app.services.tools import KeysFor, WayIn
from welfare_app.services.vaults import Rescued, Soundness, VaultRescuer

HOLDER = StaffId("recovery")
"""In whose name it is done by someone who holds the recovery sheet."""

RESCUABLE = frozenset(
    {
        "audit.cut-short",
        "record.unreadable",
        "vault.damaged",
        "vault.header-damaged",
        "vault.page-damaged",
        "vault.page-zeroed",
        "vault.pages-do-not-fit",
        "vault.pages-swapped",
        "vault.truncated",
        "vault.wal-damaged",
    }
)
"""What a sound vault can be made out of; where only newer entries are gone, look for them first."""


def may_be_rescued(error: Exception) -> bool:
    """Whether what keeps a vault shut is damage that a rescue may get around."""
    return isinstance(error, WelfareAppError) and error.code in RESCUABLE


@dataclass(frozen=True, slots=True)
class RescueVault:
    """Rescues the vault in one folder. Everything that asks for a secret belongs in a job."""

    rescuer: VaultRescuer
    keys_for: KeysFor
    folder: Path

    def people(self) -> tuple[WayIn, ...]:
        """Those who may, as far as the ways in can be read."""
        return tuple(one for one in self._everyone() if _may_restore(one))

    def look_over(self, staff: StaffId, secret: str) -> Soundness:
        """What is wrong with it, and what can be read."""
        return self.rescuer.look_over(self.folder, self._key(staff, secret))

    def rescue(self, staff: StaffId, secret: str, progress: Progress) -> Rescued:
        """Put a sound vault of all that can be read in its place."""
        key = self._key(staff, secret)
        return self.rescuer.rescue(self.folder, key, staff, progress)

    def who_opens(self, passphrase: str) -> StaffId:
        """Whose passphrase this is, if it is one of those who may."""
        staff, _ = self.keys_for(self.folder).unlock_any(passphrase)
        if staff not in {one.staff for one in self.people()}:
            role = next((one.role for one in self._everyone() if one.staff == staff), "")
            raise Refused("role.not-yours", role=role)
        return staff

    def _everyone(self) -> Sequence[WayIn]:
        return self.keys_for(self.folder).people()

    def _key(self, staff: StaffId, secret: str) -> bytes:
        """The key, for someone who may: a lead, or whoever holds the recovery sheet."""
        keys = self.keys_for(self.folder)
        if staff == HOLDER:
            return keys.recover(secret)
        for one in keys.people():
            if one.staff == staff and not _may_restore(one):
                raise Refused("role.not-yours", role=one.role)
        return keys.unlock(staff, secret)


def _may_restore(one: WayIn) -> bool:
    return one.role in set(Role) and may(Role(one.role), Act.RESTORE)
