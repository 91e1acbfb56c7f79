"""The file the slots are kept in: read without trust, written whole or not at all."""

import errno
import hashlib
import json
import os
from pathlib import Path
from typing import TypeVar

from welfare_app.domain.errors import Tampered, Unavailable
from welfare_app.domain.ids import StaffId
from welfare_app.domain.people import Role
from welfare_app.keys.cost import Cost
from welfare_app.keys.slots import (
    VERSION,
    Plain,
    Slot,
    SlotId,
    SlotKind,
    Slots,
    VaultId,
    canonical,
)
from welfare_app.keys.whole_file import write_whole
from welfare_app.keys.wrap import MARK_BYTES, NONCE_BYTES, SALT_BYTES, WRAPPED_BYTES

NAME = "slots.json"
LARGEST = 1024 * 1024
_SOMEBODYS = ("staff", "name", "role", "argon2id", "device_mark", "wrapped_for")
TAG_BYTES = 32

Kind = TypeVar("Kind")


def exists(folder: Path) -> bool:
    """Whether the folder has a slots file, sound or not."""
    return os.path.lexists(folder / NAME)


def read(folder: Path) -> Slots:
    """The slots of a vault. Nothing in them is vouched for until a slot has been opened."""
    try:
        return _parse(_bytes_of(folder / NAME))
    except (ValueError, TypeError, KeyError, RecursionError) as error:
        raise Tampered("key.slots-damaged") from error


def write(folder: Path, slots: Slots) -> None:
    """Put a new list in the old one's place. Interrupted, it leaves the old one."""
    plain = _with_tag(slots)
    data = json.dumps({**plain, "checksum": _checksum(plain)}, indent=1).encode()
    if len(data) > LARGEST or _parse(data) != slots:
        raise ValueError("a list that could not be read again")
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        write_whole(folder, NAME, data)
    except OSError as error:
        full = error.errno in {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}
        raise Unavailable("key.disk-full" if full else "key.cannot-write") from error


def _bytes_of(path: Path) -> bytes:
    try:
        if os.path.lexists(path) and not path.is_file():
            raise ValueError("not a file")
        with path.open("rb") as file:
            data = file.read(LARGEST + 1)
    except FileNotFoundError as error:
        raise Unavailable("key.slots-missing") from error
    except OSError as error:
        raise Unavailable("key.slots-unreadable") from error
    if len(data) > LARGEST:
        raise ValueError("too large")
    return data


def _parse(data: bytes) -> Slots:
    plain = _mapping(json.loads(data.decode()))
    if plain.pop("checksum") != _checksum(plain):
        raise ValueError("checksum")
    version = _a(int, plain["version"])
    if version > VERSION:
        raise Unavailable("key.slots-too-new", file=version, app=VERSION)
    slots = Slots(
        VaultId(_a(str, plain["vault"])),
        tuple(_slot(_mapping(each)) for each in _a(list, plain["slots"])),
        _a(int, plain["revision"]),
        _binary(plain["tag"], TAG_BYTES),
    )
    _consistent(slots)
    if plain != _with_tag(slots):
        raise ValueError("more than we would have written")
    return slots


def _with_tag(slots: Slots) -> Plain:
    return {**slots.plain(), "tag": slots.tag.hex()}


def _checksum(plain: Plain) -> str:
    """Tells damage from a wrong passphrase before one is tried. No defence against intent."""
    return hashlib.sha256(canonical(plain)).hexdigest()


def _slot(plain: Plain) -> Slot:
    kind = SlotKind(_text(plain["kind"]))
    cost = None
    if kind is SlotKind.PASSPHRASE:
        Role(_text(plain["role"]))
        cost = _cost(_mapping(plain["argon2id"]))
    elif any(plain.get(key) for key in _SOMEBODYS):
        raise ValueError("a recovery slot belongs to no one")
    return Slot(
        id=SlotId(_text(plain["id"])),
        kind=kind,
        staff=StaffId(_text(plain["staff"])),
        name=_text(plain["name"]),
        role=_text(plain["role"]),
        enabled=_a(bool, plain["enabled"]),
        cost=cost,
        device_mark=_binary(plain["device_mark"], MARK_BYTES) if plain["device_mark"] else b"",
        salt=_binary(plain["salt"], SALT_BYTES),
        nonce=_binary(plain["nonce"], NONCE_BYTES),
        wrapped=_binary(plain["wrapped"], WRAPPED_BYTES),
        wrapped_for=str(Role(_text(plain["wrapped_for"]))) if "wrapped_for" in plain else "",
    )


def _cost(plain: Plain) -> Cost:
    return Cost(**{key: _a(int, value) for key, value in plain.items()})


def _consistent(slots: Slots) -> None:
    ids = [slot.id for slot in slots.slots]
    staff = [slot.staff for slot in slots.slots]
    recoveries = [slot for slot in slots.slots if slot.kind is SlotKind.RECOVERY]
    if len(set(ids)) < len(ids) or len(set(staff)) < len(staff) or len(recoveries) != 1:
        raise ValueError("slots that contradict each other")


def _a(kind: type[Kind], value: object) -> Kind:
    """The value, if it is exactly of the kind: for JSON, `true` is a number otherwise."""
    if type(value) is not kind:
        raise TypeError(kind.__name__)
    return value


def _text(value: object) -> str:
    """Text that can be shown: JSON also allows halves of characters."""
    text = _a(str, value)
    text.encode()
    return text


def _binary(value: object, size: int) -> bytes:
    data = bytes.fromhex(_a(str, value))
    if len(data) != size:
        raise ValueError("not the bytes expected")
    return data


def _mapping(value: object) -> Plain:
    return dict(_a(dict, value))
