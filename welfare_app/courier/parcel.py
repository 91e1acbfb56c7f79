"""A case as one locked file for one colleague: signed, then locked, each bound to both of them."""

import hashlib
from collections.abc import Collection, Iterator
from pathlib import Path
from typing import Any

from nacl.exceptions import CryptoError
from nacl.signing import SigningKey, VerifyKey

from welfare_app.courier.entries import entry_from, entry_told, head_from, head_told
from welfare_app.courier.items import CHUNK, Item, Items, written
from welfare_app.courier.shapes import canonical, from_canonical
from welfare_app.courier.stream import Locking, Unlocking
from welfare_app.domain.courier import Card, CaseContents, CourierKeys, Written
from welfare_app.domain.errors import Refused, Tampered, Unavailable
from welfare_app.services.couriers import KeepFile, Opened, ReadFile
from welfare_app.services.jobs import Progress, no_progress

_SIGNED = b"notes parcel 1\0"


def pack(case: CaseContents, read_file: ReadFile, keys: CourierKeys, to: Card) -> Iterator[bytes]:
    """The file, in pieces. The signature covers whom it is from, whom it is for, and all of it."""
    locking = Locking(bytes.fromhex(to.opens))
    return locking.lock(_plain(case, read_file, keys, to, locking.header))


def _plain(
    case: CaseContents, read_file: ReadFile, keys: CourierKeys, to: Card, header: bytes
) -> Iterator[bytes]:
    digest = hashlib.sha512(header)
    for item in _items(case, read_file, keys):
        digest.update(item)
        yield item
    key = SigningKey(bytes.fromhex(keys.signs))
    signed = _statement(bytes(key.verify_key), bytes.fromhex(to.opens), digest.digest())
    yield written(Item.END, key.sign(signed).signature)


def _items(case: CaseContents, read_file: ReadFile, keys: CourierKeys) -> Iterator[bytes]:
    yield written(Item.HEAD, canonical(head_told(case, keys.card.signs)))
    for entry in case.entries:
        said = entry_told(entry)
        entry_from(said)  # what its reader would refuse never leaves
        yield written(Item.ENTRY, canonical(said))
    for file in case.files:
        yield written(Item.FILE, canonical(file))
        for part in read_file(file):
            for at in range(0, len(part), CHUNK):
                yield written(Item.CHUNK, part[at : at + CHUNK])


def open_parcel(
    path: Path,
    keys: CourierKeys,
    known: Collection[str],
    keep_file: KeepFile,
    progress: Progress = no_progress,
) -> Opened:
    """Read a file from its first byte to its last; nothing it says may be used before that.

    `known` are the signing keys of those it may be from; `keep_file` is handed the bytes of each
    file as they come, and must be undone where this raises.

    Raises:
        Refused, Tampered, Unavailable: with a code of the `courier` family, as in `stream`.
    """
    try:
        with path.open("rb") as file:
            unlocking = Unlocking(file, bytes.fromhex(keys.opens))
            return _read(unlocking, keys, known, keep_file, progress)
    except OSError as error:
        raise Unavailable("courier.cannot-read") from error


def _read(
    unlocking: Unlocking,
    keys: CourierKeys,
    known: Collection[str],
    keep_file: KeepFile,
    progress: Progress,
) -> Opened:
    items = Items(unlocking.header, _counted(unlocking, progress))
    kind, data = items.next()
    head = head_from(_said(data)) if kind is Item.HEAD else None
    if head is None:
        raise Refused("courier.unreadable")
    if head.sender not in known:
        raise Refused("courier.unknown-sender")
    entries: list[Written] = []
    files: dict[str, str] = {}
    kind, data = items.next()
    while kind is Item.ENTRY:
        entries.append(entry_from(_said(data)))
        kind, data = items.next()
    while kind is Item.FILE:
        name = _said(data)
        if name not in head.files or name in files:
            raise Refused("courier.unreadable")
        reading = _Chunks(items)
        keep_file(name, reading.read())
        for _ in reading.read():
            pass  # whoever wanted only some of it has still vouched for all of it
        files[name] = reading.digest.hexdigest()
        kind, data = reading.after
    if kind is not Item.END or len(files) != len(head.files):
        raise Refused("courier.unreadable")
    _verify(head.sender, keys, items.digest, data)
    items.finish()
    case = CaseContents(head.root, tuple(entries), head.files, head.people)
    return Opened(head.sender, case, files, items.digest.hex())


class _Chunks:
    """The bytes of one file, and the item that came after them."""

    def __init__(self, items: Items) -> None:
        self._items = items
        self.digest = hashlib.sha256()
        self.after = items.next()

    def read(self) -> Iterator[bytes]:
        """Those not read yet."""
        while self.after[0] is Item.CHUNK:
            data = self.after[1]
            self.digest.update(data)
            self.after = self._items.next()
            yield data


def _counted(unlocking: Unlocking, progress: Progress) -> Iterator[bytes]:
    for number, block in enumerate(unlocking.read(), start=1):
        progress(number, unlocking.blocks)
        yield block


def _verify(sender: str, keys: CourierKeys, digest: bytes, signature: bytes) -> None:
    signs = bytes.fromhex(sender)
    statement = _statement(signs, bytes.fromhex(keys.card.opens), digest)
    try:
        VerifyKey(signs).verify(statement, signature)
    except (CryptoError, ValueError) as error:
        raise Tampered("courier.not-theirs") from error


def _statement(signs: bytes, opens: bytes, digest: bytes) -> bytes:
    """What is signed: whom it is from, whom it is for, and what it is."""
    return _SIGNED + signs + opens + digest


def _said(data: bytes) -> Any:
    try:
        return from_canonical(data)
    except ValueError as error:
        raise Refused("courier.unreadable") from error
