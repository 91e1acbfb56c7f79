"""Unlocking and locking: from a passphrase, or the recovery sheet, to an open vault."""

from dataclasses import dataclass, field, replace
from pathlib import Path

from welfare_app.domain.errors import Refused, Unavailable
from welfare_app.domain.events import Event, PassphraseChanged, UnlockFailed, VaultUnlocked
from welfare_app.domain.ids import StaffId
from welfare_app.domain.people import Organisation, Staff
from welfare_app.services.stand_in import organisation_of, staff_of
from welfare_app.services.tools import Keys, KeysFor, WayIn
from welfare_app.services.vaults import Fault, OpenVault, Soundness, VaultDoor, VaultRescuer

PASSPHRASE, RECOVERY = "passphrase", "recovery"
NOBODY_YET = StaffId("recovery")
"""In whose name the vault is read while nobody has been chosen."""
_STILL_OPENS = frozenset({"vault.disk-full"})
"""What keeps an unlocking out of the trail, but must keep nobody from their records."""


@dataclass(frozen=True, slots=True)
class Opened:
    """An open vault, whose it is, and who opened it."""

    vault: OpenVault
    organisation: Organisation = field(repr=False)
    staff: Staff


@dataclass(frozen=True, slots=True)
class Unlock:
    """Opens the vault in one folder. Every way takes about a second: call it in a job.

    `portable_keys_for` makes ways in that do without this laptop's keyring.
    """

    door: VaultDoor
    keys_for: KeysFor
    folder: Path
    portable_keys_for: KeysFor | None = None

    def there(self) -> bool:
        """Whether there is a vault to open."""
        return self.door.exists(self.folder)

    def people(self) -> tuple[WayIn, ...]:
        """Who can unlock it."""
        return tuple(self.keys_for(self.folder).people())

    def wait(self, staff: StaffId | None) -> int:
        """Seconds until someone may try again; with no one, the recovery sheet."""
        return self.keys_for(self.folder).wait(staff)

    def open(self, staff: StaffId, passphrase: str) -> Opened:
        """Open it for someone who knows their passphrase."""
        keys = self._keys()
        key = keys.unlock(staff, passphrase)
        opened = self._opened(key, staff)
        return _told(opened, keys, VaultUnlocked(PASSPHRASE))

    def open_any(self, passphrase: str) -> Opened:
        """Open it for whoever's passphrase it is."""
        keys = self._keys()
        staff, key = keys.unlock_any(passphrase)
        return _told(self._opened(key, staff), keys, VaultUnlocked(PASSPHRASE))

    def vouch(self, code: str) -> tuple[WayIn, ...]:
        """Who may open it with the recovery sheet, once its code has shown that it is the one."""
        keys = self._keys()
        vault = self.door.open(self.folder, keys.recover(code))
        try:
            with vault.work(NOBODY_YET) as work:
                welcome = {one.id for one in staff_of(work.register, keys.people()) if one.welcome}
        finally:
            vault.close()
        return tuple(one for one in keys.people() if one.staff in welcome)

    def recover(
        self, code: str, staff: StaffId, new: str, *, without_keyring: bool = False
    ) -> Opened:
        """Open it with the recovery sheet for someone who sets a new passphrase there and then."""
        keys = self._keys(portable=without_keyring)
        key = keys.recover(code)
        opened = self._opened(key, staff)
        try:
            keys.change_passphrase(key, staff, new)
        except BaseException:
            opened.vault.close()
            raise
        return _told(opened, keys, VaultUnlocked(RECOVERY), PassphraseChanged(staff))

    def check(self, passphrase: str, rescuer: VaultRescuer) -> Soundness:
        """Look everything over with whoever's passphrase it is, whether or not the vault opens.

        Nothing is written to a vault before it was found sound.
        """
        keys = self._keys()
        staff, key = keys.unlock_any(passphrase)
        found, ways = rescuer.look_over(self.folder, key), tuple(keys.faults())
        found = replace(
            found, faults=(*found.faults, *ways), found=(*found.found, *map(Fault, ways))
        )
        if found.sound:
            opened = self._opened(key, staff)
            try:
                _told(opened, keys, VaultUnlocked(PASSPHRASE))
            finally:
                opened.vault.close()
        return found

    def _keys(self, *, portable: bool = False) -> Keys:
        if not self.there():
            raise Unavailable("vault.missing")
        keys_for = self.portable_keys_for if portable else None
        return (keys_for or self.keys_for)(self.folder)

    def _opened(self, key: bytes, who: StaffId) -> Opened:
        vault = self.door.open(self.folder, key)
        try:
            with vault.work(who) as work:
                person = _person(staff_of(work.register, self.people()), who)
                organisation = organisation_of(work.register)
        except BaseException:
            vault.close()
            raise
        return Opened(vault, organisation, person)


def _told(opened: Opened, keys: Keys, *events: Event) -> Opened:
    """Tell the trail of wrong tries and of this unlocking, in the order they happened."""
    try:
        with opened.vault.work(opened.staff.id) as work:
            for wrong in keys.wrong_tries():
                first, last = wrong.first.isoformat(), wrong.last.isoformat()
                work.audit.note(UnlockFailed(wrong.staff, wrong.times, first, last))
            for event in events:
                work.audit.note(event)
            work.commit()
        keys.wrong_tries_told()
    except BaseException as error:
        if isinstance(error, Unavailable) and error.code in _STILL_OPENS:
            return opened
        opened.vault.close()
        raise
    return opened


def _person(staff: tuple[Staff, ...], who: StaffId) -> Staff:
    """Who it is, if the register knows them. What it says of them goes before the list of slots."""
    person = next((one for one in staff if one.id == who), None)
    if person is None:
        raise Refused("key.unknown-staff")
    if person.gone:
        raise Refused("staff.gone")
    if person.off:
        raise Refused("staff.switched-off")
    return person
