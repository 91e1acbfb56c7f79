"""Slots: the ways into a vault, each the same vault key wrapped under a different secret."""

import hmac
import json
from dataclasses import dataclass, field, replace
from enum import StrEnum
from typing import NewType, TypeAlias

from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from welfare_app.domain.ids import StaffId
from welfare_app.keys.cost import Cost

VaultId = NewType("VaultId", str)
SlotId = NewType("SlotId", str)
Plain: TypeAlias = dict[str, object]
"""A value as JSON holds it."""

VERSION = 2
"""The newest there is. A list is written as version 1 while nothing in it needs the second."""


class SlotKind(StrEnum):
    """What opens a slot."""

    PASSPHRASE = "passphrase"  # noqa: S105
    RECOVERY = "recovery"


@dataclass(frozen=True, slots=True)
class Slot:
    """One way in. Its id is new each time its secret is, so that no old secret is overwritten.

    The recovery slot belongs to no one: `staff`, `name` and `role` are blank, and it has no
    `cost`, because 160 random bits need no slowing down. `device_mark` tells whether the device
    secret found is the one mixed in, and is blank where none is. `wrapped_for` is the role its
    owner had when the key was wrapped, where a lead has given them another since.
    """

    id: SlotId
    kind: SlotKind
    staff: StaffId
    name: str = field(repr=False)
    role: str
    enabled: bool
    cost: Cost | None
    device_mark: bytes = field(repr=False)
    salt: bytes = field(repr=False)
    nonce: bytes = field(default=b"", repr=False)
    wrapped: bytes = field(default=b"", repr=False)
    wrapped_for: str = ""

    def in_role(self, role: str) -> "Slot":
        """The same way in for someone who has another role now."""
        bound = self.wrapped_for or self.role
        return replace(self, role=role, wrapped_for="" if bound == role else bound)

    def context(self, vault: VaultId) -> bytes:
        """What the wrapped key is bound to, so that it opens in no other slot, vault or role."""
        return canonical(
            {
                "vault": vault,
                "slot": self.id,
                "kind": self.kind,
                "staff": self.staff,
                "role": self.wrapped_for or self.role,
                "device_mark": self.device_mark.hex(),
            }
        )

    def plain(self) -> Plain:
        """The slot as the file holds it."""
        cost = self.cost and {
            "memory": self.cost.memory,
            "passes": self.cost.passes,
            "lanes": self.cost.lanes,
        }
        later = {"wrapped_for": self.wrapped_for} if self.wrapped_for else {}
        return {
            "id": self.id,
            "kind": str(self.kind),
            "staff": self.staff,
            "name": self.name,
            "role": self.role,
            "enabled": self.enabled,
            "argon2id": cost,
            "device_mark": self.device_mark.hex(),
            "salt": self.salt.hex(),
            "nonce": self.nonce.hex(),
            "wrapped": self.wrapped.hex(),
            **later,
        }


@dataclass(frozen=True, slots=True)
class Slots:
    """Every way into one vault. `revision` grows with each change, so that an old list shows."""

    vault: VaultId
    slots: tuple[Slot, ...]
    revision: int = 0
    tag: bytes = field(default=b"", repr=False)

    def of(self, staff: StaffId) -> Slot | None:
        """The slot of a member of staff."""
        found = (s for s in self.slots if s.kind is SlotKind.PASSPHRASE and s.staff == staff)
        return next(found, None)

    def recovery(self) -> Slot:
        """The slot the recovery sheet opens."""
        return next(slot for slot in self.slots if slot.kind is SlotKind.RECOVERY)

    def without(self, slot: Slot) -> "Slots":
        """The same list with one slot left out."""
        return replace(self, slots=tuple(each for each in self.slots if each != slot))

    def having(self, slot: Slot, *, instead_of: Slot | None = None) -> "Slots":
        """The same list with a slot added, or put in another's place."""
        if instead_of is None:
            return replace(self, slots=(*self.slots, slot))
        swapped = tuple(slot if each == instead_of else each for each in self.slots)
        return replace(self, slots=swapped)

    def vouched(self, key: bytes) -> "Slots":
        """The next revision of the list, which only someone holding the vault key can make."""
        following = replace(self, revision=self.revision + 1)
        return replace(following, tag=_tag(following, key))

    def vouched_by(self, key: bytes) -> bool:
        """Whether every slot is just as someone holding the vault key left it."""
        return hmac.compare_digest(self.tag, _tag(self, key))

    def plain(self) -> Plain:
        """The list as the file holds it, without what vouches for it."""
        return {
            "version": VERSION if any(slot.wrapped_for for slot in self.slots) else 1,
            "vault": self.vault,
            "revision": self.revision,
            "slots": [slot.plain() for slot in self.slots],
        }


def canonical(value: Plain) -> bytes:
    """The one way to write a value, so that equal values have equal digests."""
    return json.dumps(value, sort_keys=True, separators=(",", ":"), allow_nan=False).encode()


def _tag(slots: Slots, key: bytes) -> bytes:
    info = b"welfare-app slots tag 1"
    tag_key = HKDF(SHA256(), 32, salt=slots.vault.encode(), info=info).derive(key)
    return hmac.digest(tag_key, canonical(slots.plain()), "sha256")
