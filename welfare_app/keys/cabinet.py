"""The key cabinet: makes a vault's key, and hands it to those who can open a slot."""

import secrets
from dataclasses import dataclass, replace
from pathlib import Path

from uuid6 import uuid7

from welfare_app.domain.errors import Refused, Tampered, Unavailable
from welfare_app.domain.ids import StaffId
from welfare_app.domain.people import Role, Staff
from welfare_app.keys import slots_file
from welfare_app.keys.cost import Cost, calibrate
from welfare_app.keys.device_secret import DeviceSecrets
from welfare_app.keys.recovery_code import RecoveryCode, read
from welfare_app.keys.slots import Slot, SlotId, SlotKind, Slots, VaultId
from welfare_app.keys.strength import strength
from welfare_app.keys.wrap import (
    KEY_BYTES,
    SALT_BYTES,
    device_mark,
    under_passphrase,
    under_recovery_code,
    unwrapped,
    wrapped,
)
from welfare_app.services.tools import WayIn


@dataclass(frozen=True, slots=True)
class SlotName(WayIn):
    """Whose slot it is, as far as anyone may see before unlocking. Nobody vouches for it yet."""

    enabled: bool
    device_secret: bool


class KeyCabinet:
    """The ways into the vault in one folder.

    Everything that tries or sets a passphrase takes about a second and may wait for the
    desktop's keyring, so it belongs in a job. The folder is one program's at a time: its caller
    holds the vault's lock.
    """

    def __init__(
        self, folder: Path, device_secrets: DeviceSecrets, cost: Cost | None = None
    ) -> None:
        self._folder, self._device_secrets, self._cost = folder, device_secrets, cost

    def create(self, staff: Staff, passphrase: str) -> tuple[bytes, RecoveryCode]:
        """Make the vault's key and its first two ways in: a passphrase and a recovery code.

        This is the only place a vault key is ever made; a folder that has slots is refused.
        """
        if slots_file.exists(self._folder):
            raise Refused("key.slots-exist")
        _must_be_strong(passphrase, staff.name)
        key = secrets.token_bytes(KEY_BYTES)
        vault, code = VaultId(str(uuid7())), RecoveryCode.new()
        slot = self._passphrase_slot(vault, key, staff, passphrase)
        recovery = _recovery_slot(vault, key, code)
        self._write(Slots(vault, (slot, recovery)), key)
        return key, code

    def people(self, *, everyone: bool = False) -> tuple[SlotName, ...]:
        """Who can unlock; with `everyone`, also those whose slot is switched off."""
        return tuple(
            SlotName(slot.staff, slot.name, slot.role, slot.enabled, bool(slot.device_mark))
            for slot in slots_file.read(self._folder).slots
            if slot.kind is SlotKind.PASSPHRASE and (slot.enabled or everyone)
        )

    def revision(self) -> int:
        """How often the slots have changed: an older number than last seen means an older file."""
        return slots_file.read(self._folder).revision

    def opened_by(self, key: bytes) -> bool:
        """Whether every way in is just as somebody who held this key left it."""
        return slots_file.read(self._folder).vouched_by(key)

    def unlock(self, staff: StaffId, passphrase: str) -> bytes:
        """The key, for someone who knows their passphrase."""
        slots = slots_file.read(self._folder)
        slot = _slot_of(slots, staff)
        if not slot.enabled:
            raise Refused("key.disabled")
        wrapping_key = under_passphrase(
            passphrase, slot.salt, slot.cost or Cost(), self._device_secret(slots, slot)
        )
        return _opened(slots, slot, wrapping_key, otherwise="key.wrong-passphrase")

    def recover(self, code: str) -> bytes:
        """The key, for someone who holds the recovery sheet."""
        secret = read(code)
        slots = slots_file.read(self._folder)
        slot = slots.recovery()
        wrapping_key = under_recovery_code(secret, slot.salt)
        return _opened(slots, slot, wrapping_key, otherwise="key.wrong-recovery-code")

    def change_passphrase(self, key: bytes, staff: StaffId, new: str) -> None:
        """Give a member of staff another passphrase. The old one opens only older copies."""
        slots = self._vouched_for(key)
        old = _slot_of(slots, staff)
        _must_be_strong(new, old.name)
        person = Staff(old.staff, old.name, Role(old.role))
        slot = self._passphrase_slot(slots.vault, key, person, new, enabled=old.enabled)
        self._write(slots.having(slot, instead_of=old), key, gone=old)

    def add(self, key: bytes, staff: Staff, passphrase: str) -> None:
        """Give someone a way in."""
        slots = self._vouched_for(key)
        if slots.of(staff.id):
            raise Refused("key.has-slot")
        _must_be_strong(passphrase, staff.name)
        slot = self._passphrase_slot(slots.vault, key, staff, passphrase)
        self._write(slots.having(slot), key)

    def remove(self, key: bytes, staff: StaffId) -> None:
        """Take someone's way in away. Their passphrase still opens older copies of the vault."""
        slots = self._vouched_for(key)
        slot = _slot_of(slots, staff)
        self._write(slots.without(slot), key, gone=slot)

    def switch(self, key: bytes, staff: StaffId, *, on: bool) -> None:
        """Switch someone's way in off for a while, or on again."""
        slots = self._vouched_for(key)
        slot = _slot_of(slots, staff)
        self._write(slots.having(replace(slot, enabled=on), instead_of=slot), key)

    def replace_recovery(self, key: bytes) -> RecoveryCode:
        """Make a code for a new recovery sheet. The old one opens only older copies."""
        slots = self._vouched_for(key)
        code = RecoveryCode.new()
        slot = _recovery_slot(slots.vault, key, code)
        self._write(slots.having(slot, instead_of=slots.recovery()), key)
        return code

    def _passphrase_slot(
        self, vault: VaultId, key: bytes, staff: Staff, passphrase: str, *, enabled: bool = True
    ) -> Slot:
        self._cost = self._cost or calibrate()
        id = SlotId(str(uuid7()))
        device_secret = self._device_secrets.make(vault, id)
        slot = Slot(
            id=id,
            kind=SlotKind.PASSPHRASE,
            staff=staff.id,
            name=staff.name,
            role=str(staff.role),
            enabled=enabled,
            cost=self._cost,
            device_mark=device_mark(device_secret),
            salt=secrets.token_bytes(SALT_BYTES),
        )
        wrapping_key = under_passphrase(passphrase, slot.salt, self._cost, device_secret)
        return wrapped(slot, vault, wrapping_key, key)

    def _device_secret(self, slots: Slots, slot: Slot) -> bytes | None:
        if not slot.device_mark:
            return None
        found = self._device_secrets.fetch(slots.vault, slot.id)
        if found is None or device_mark(found) != slot.device_mark:
            raise Unavailable("key.device-secret-missing")
        return found

    def _vouched_for(self, key: bytes) -> Slots:
        slots = slots_file.read(self._folder)
        if not slots.vouched_by(key):
            raise Tampered("key.slots-damaged")
        return slots

    def _write(self, slots: Slots, key: bytes, *, gone: Slot | None = None) -> None:
        """Write first, forget afterwards: wherever we are stopped, what is in the file opens."""
        _must_have_lead(slots)
        slots_file.write(self._folder, slots.vouched(key))
        if gone is not None and gone.device_mark:
            self._device_secrets.forget(slots.vault, gone.id)


def _recovery_slot(vault: VaultId, key: bytes, code: RecoveryCode) -> Slot:
    slot = Slot(
        id=SlotId(str(uuid7())),
        kind=SlotKind.RECOVERY,
        staff=StaffId(""),
        name="",
        role="",
        enabled=True,
        cost=None,
        device_mark=b"",
        salt=secrets.token_bytes(SALT_BYTES),
    )
    return wrapped(slot, vault, under_recovery_code(code.secret, slot.salt), key)


def _opened(slots: Slots, slot: Slot, wrapping_key: bytes, *, otherwise: str) -> bytes:
    key = unwrapped(slot, slots.vault, wrapping_key)
    if key is None:
        raise Unavailable(otherwise)
    if not slots.vouched_by(key):
        raise Tampered("key.slots-damaged")
    return key


def _slot_of(slots: Slots, staff: StaffId) -> Slot:
    slot = slots.of(staff)
    if slot is None:
        raise Refused("key.no-slot")
    return slot


def _must_be_strong(passphrase: str, name: str) -> None:
    if not strength(passphrase, (name,)).enough:
        raise Refused("key.weak-passphrase")


def _must_have_lead(slots: Slots) -> None:
    """Someone must be left who may add others."""
    if not any(slot.role == Role.LEAD and slot.enabled for slot in slots.slots):
        raise Refused("key.last-lead")
