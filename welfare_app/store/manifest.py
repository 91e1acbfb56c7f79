"""The manifest of a backup: what is in it, vouched for by whoever held the vault's key."""

import hashlib
import hmac
import json
from dataclasses import asdict, dataclass
from datetime import datetime
from typing import Any, TypeVar

from welfare_app.domain.backup import Backup
from welfare_app.domain.errors import Unavailable
from welfare_app.store.audit import vault_name

FILE = "backup.json"
LARGEST = 64 * 1024
VERSION = 1
_FIELDS = frozenset(
    ("version", "vault", "made", "program", "entries", "head", "size", "records", "ways", "mac")
)
_DIGEST = 64

Kind = TypeVar("Kind")


@dataclass(frozen=True, slots=True)
class Manifest:
    """`size` is that of the records in bytes; `records` and `ways` are digests of both files."""

    vault: str
    made: str
    program: str
    entries: int
    head: str
    size: int
    records: str
    ways: str

    def written(self, key: bytes) -> bytes:
        """The file, with what vouches for it."""
        return _canonical(self.plain() | {"mac": _mac(self.plain(), key)})

    def plain(self) -> dict[str, Any]:
        """What is vouched for."""
        return asdict(self) | {"version": VERSION}

    def backup(self, place: str, name: str) -> Backup:
        """What it says, as the rest of the program knows backups."""
        made = datetime.fromisoformat(self.made)
        return Backup(made, place, self.entries, self.size, None, name, self.head)


@dataclass(frozen=True, slots=True)
class Found:
    """A manifest as it was found. Nobody vouches for it until the key has."""

    manifest: Manifest
    mac: str

    def vouched_by(self, key: bytes) -> bool:
        """Whether somebody who held this key wrote it, of this key's own vault."""
        ours = hmac.compare_digest(self.mac, _mac(self.manifest.plain(), key))
        return ours and self.manifest.vault == vault_name(key)


def read(data: bytes) -> Found:
    """What a manifest says, if it is one at all, written just as we write them."""
    try:
        return _parse(data)
    except (ValueError, TypeError, KeyError, RecursionError) as error:
        raise Unavailable("backup.not-a-backup") from error


def _parse(data: bytes) -> Found:
    plain = json.loads(data.decode("ascii"))
    if type(plain) is not dict or set(plain) != _FIELDS:
        raise ValueError("more or less than we write")
    manifest = Manifest(
        _a(str, plain["vault"]),
        _moment(plain["made"]),
        _a(str, plain["program"]),
        _count(plain["entries"]),
        _digest(plain["head"]),
        _count(plain["size"]),
        _digest(plain["records"]),
        _digest(plain["ways"]),
    )
    found = Found(manifest, _digest(plain["mac"]))
    # the same bytes again, because JSON has many ways to write what Python holds equal
    if _canonical(manifest.plain() | {"mac": found.mac}) != data:
        raise ValueError("not as we write it")
    return found


def _mac(plain: dict[str, Any], key: bytes) -> str:
    apart = hashlib.blake2b(key, digest_size=32, person=b"welfare.backup").digest()
    return hmac.digest(apart, _canonical(plain), "sha256").hex()


def _canonical(plain: dict[str, Any]) -> bytes:
    return json.dumps(plain, sort_keys=True, indent=1, allow_nan=False).encode()


def _a(kind: type[Kind], value: object) -> Kind:
    if type(value) is not kind:
        raise TypeError(kind.__name__)
    return value


def _moment(value: object) -> str:
    text = _a(str, value)
    if datetime.fromisoformat(text).utcoffset() is None:
        raise ValueError("a time without a zone")
    return text


def _count(value: object) -> int:
    number = _a(int, value)
    if not 0 <= number < 2**63:
        raise ValueError("no count of ours")
    return number


def _digest(value: object) -> str:
    text = _a(str, value)
    if len(text) != _DIGEST or len(bytes.fromhex(text)) * 2 != _DIGEST:
        raise ValueError("no digest")
    return text
