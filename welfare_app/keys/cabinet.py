"""The key cabinet: makes a vault's key, and hands it to those who can open a slot."""

import secrets
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

from uuid6 import uuid7

from welfare_app.domain.errors import Refused, Tampered, Unavailable
from welfare_app.domain.ids import StaffId
from welfare_app.domain.people import Role, Staff
from welfare_app.keys import slots_file, tries
from welfare_app.keys.cost import Cost, calibrate
from welfare_app.keys.device_secret import DeviceSecrets
from welfare_app.keys.kept_list import KeptList
from welfare_app.keys.recovery_code import RecoveryCode, read
from welfare_app.keys.slots import Slot, SlotId, SlotKind, Slots, VaultId
from welfare_app.keys.strength import strength
from welfare_app.keys.tries import Clocks, WrongTries
from welfare_app.keys.wrap import (
    KEY_BYTES,
    SALT_BYTES,
    device_mark,
    stretched,
    under_passphrase,
    under_recovery_code,
    unwrapped,
    wrapped,
)
from welfare_app.services.tools import WayIn, WrongTry
from welfare_app.services.vaults import Anchor

MUCH_CHEAPER = 2
"""A slot that takes less than half of what this laptop affords is worth renewing."""


NOWHERE: tuple[Anchor, ...] = ()


class KeyCabinet:
    """The ways into the vault in one folder.

    Everything that tries or sets a passphrase takes about a second and may wait for the
    desktop's keyring, so it belongs in a job. The folder is one program's at a time: its caller
    holds the vault's lock.
    """

    def __init__(
        self,
        folder: Path,
        device_secrets: DeviceSecrets,
        cost: Cost | None = None,
        *,
        clocks: Clocks | None = None,
        anchors: Callable[[VaultId], Sequence[Anchor]] = lambda _vault: NOWHERE,
    ) -> None:
        """Open it; `anchors` are the places that remember how far the list of slots had got."""
        self._folder, self._device_secrets, self._cost = folder, device_secrets, cost
        self._tries = WrongTries(folder, device_secrets, clocks or Clocks())
        self._anchors = anchors

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

    def people(self, *, everyone: bool = False) -> tuple[WayIn, ...]:
        """Who can unlock; with `everyone`, also those whose slot is switched off."""
        return tuple(
            WayIn(slot.staff, slot.name, slot.role, slot.enabled, bool(slot.device_mark))
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
        self._must_not_wait(slots, staff)
        with self._tries.trying(slots.vault, staff), ThreadPoolExecutor(1) as aside:
            device_secret = aside.submit(self._device_secret, slots, slot)
            words = stretched(passphrase, slot.salt, slot.cost or Cost())
            key = _tried(slots, slot, words, device_secret.result())
            if key is None:
                raise Unavailable("key.wrong-passphrase")
            return self._opened(slots, key)

    def unlock_any(self, passphrase: str) -> tuple[StaffId, bytes]:
        """Whose passphrase it is, and the key.

        It is tried against everyone, and is one wrong try where it is nobody's: a count of its
        own, so that nobody has to wait for what was not meant for them.
        """
        slots = slots_file.read(self._folder)
        unreachable: Unavailable | None = Unavailable("key.wrong-passphrase")
        with self._tries.trying(slots.vault, tries.ANYONE):
            for slot in slots.slots:
                if slot.kind is not SlotKind.PASSPHRASE or not slot.enabled:
                    continue
                try:
                    device_secret = self._device_secret(slots, slot)
                except Unavailable as error:
                    unreachable = unreachable and error
                    continue
                words = stretched(passphrase, slot.salt, slot.cost or Cost())
                if key := _tried(slots, slot, words, device_secret):
                    return slot.staff, self._opened(slots, key)
                unreachable = None
            raise unreachable or Unavailable("key.wrong-passphrase")

    def recover(self, code: str) -> bytes:
        """The key, for someone who holds the recovery sheet."""
        secret = read(code)
        slots = slots_file.read(self._folder)
        slot = slots.recovery()
        self._must_not_wait(slots, None)
        with self._tries.trying(slots.vault, tries.RECOVERY):
            key = unwrapped(slot, slots.vault, under_recovery_code(secret, slot.salt))
            if key is None:
                raise Unavailable("key.wrong-recovery-code")
            return self._opened(slots, key)

    def wait(self, staff: StaffId | None) -> int:
        """Seconds until someone may try again; with no one, the recovery sheet."""
        return self._tries.wait(slots_file.read(self._folder).vault, staff or tries.RECOVERY)

    def wrong_tries(self) -> tuple[WrongTry, ...]:
        """The wrong tries the audit trail has not heard of."""
        untold = self._tries.untold(slots_file.read(self._folder).vault)
        return tuple(
            WrongTry(
                StaffId("" if who == tries.ANYONE else who),
                each.untold,
                datetime.fromtimestamp(each.first, UTC),
                datetime.fromtimestamp(each.last, UTC),
            )
            for who, each in untold.items()
        )

    def wrong_tries_told(self) -> None:
        """The audit trail has heard of them."""
        self._tries.told(slots_file.read(self._folder).vault)

    def faults(self) -> tuple[str, ...]:
        """What is wrong with the list of ways in, though it opens."""
        slots = slots_file.read(self._folder)
        return self._kept(slots).faults(slots)

    def renewal(self, staff: StaffId) -> tuple[str, ...]:
        """Why someone's way in could be made stronger on this laptop. It takes some seconds."""
        slot = _slot_of(slots_file.read(self._folder), staff)
        self._cost = self._cost or calibrate()
        found = []
        if not slot.device_mark and self._device_secrets.available():
            found.append("renewal.no-device-secret")
        if slot.cost and slot.cost.work * MUCH_CHEAPER < self._cost.work:
            found.append("renewal.cheap")
        return tuple(found)

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

    def change_role(self, key: bytes, staff: StaffId, role: Role) -> None:
        """Give someone another role. Their passphrase stays as it is."""
        slots = self._vouched_for(key)
        slot = _slot_of(slots, staff)
        self._write(slots.having(slot.in_role(str(role)), instead_of=slot), key)

    def accept(self, key: bytes) -> None:
        """Take the list as it is for the newest: someone has looked into why it is an older one."""
        slots = self._vouched_for(key)
        kept = self._kept(slots)
        newest = replace(slots, revision=kept.highest(slots)).vouched(key)
        slots_file.write(self._folder, newest)
        kept.accept(newest)

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
        words = stretched(passphrase, slot.salt, self._cost)
        wrapping_key = under_passphrase(words, slot.salt, device_secret)
        return wrapped(slot, vault, wrapping_key, key)

    def _device_secret(self, slots: Slots, slot: Slot) -> bytes | None:
        if not slot.device_mark:
            return None
        found = self._device_secrets.fetch(slots.vault, slot.id)
        if found is None:
            raise Unavailable("key.device-secret-missing")
        if device_mark(found) != slot.device_mark:
            raise Unavailable("key.device-secret-replaced")
        return found

    def _must_not_wait(self, slots: Slots, staff: StaffId | None) -> None:
        """Refuse before the keyring is asked, where that can be told without it."""
        if seconds := self._tries.wait(slots.vault, staff or tries.RECOVERY):
            raise Unavailable("key.wait", seconds=seconds)

    def _opened(self, slots: Slots, key: bytes) -> bytes:
        if not slots.vouched_by(key):
            raise Tampered("key.slots-damaged")
        self._kept(slots).notice(slots)
        return key

    def _kept(self, slots: Slots) -> KeptList:
        return KeptList(self._anchors(slots.vault))

    def _vouched_for(self, key: bytes) -> Slots:
        slots = slots_file.read(self._folder)
        if not slots.vouched_by(key):
            raise Tampered("key.slots-damaged")
        return slots

    def _write(self, slots: Slots, key: bytes, *, gone: Slot | None = None) -> None:
        """Write first, forget afterwards: wherever we are stopped, what is in the file opens."""
        _must_have_lead(slots)
        newest = slots.vouched(key)
        slots_file.write(self._folder, newest)
        self._kept(newest).notice(newest)
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


def _tried(slots: Slots, slot: Slot, words: bytes, device_secret: bytes | None) -> bytes | None:
    wrapping_key = under_passphrase(words, slot.salt, device_secret)
    return unwrapped(slot, slots.vault, wrapping_key)


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
