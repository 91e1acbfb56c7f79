"""Bytes locked for one reader: cut into blocks of one size, so that nothing shows but a length.

A block is XChaCha20-Poly1305 (libsodium's secretstream); the last one says that it is the last.
The key of the stream is sealed to the reader's public key, which does not show either.
"""

import os
from collections.abc import Iterable, Iterator
from typing import BinaryIO

from nacl.bindings import (
    crypto_box_seal,
    crypto_box_seal_open,
    crypto_secretstream_xchacha20poly1305_ABYTES,
    crypto_secretstream_xchacha20poly1305_HEADERBYTES,
    crypto_secretstream_xchacha20poly1305_init_pull,
    crypto_secretstream_xchacha20poly1305_init_push,
    crypto_secretstream_xchacha20poly1305_keygen,
    crypto_secretstream_xchacha20poly1305_pull,
    crypto_secretstream_xchacha20poly1305_push,
    crypto_secretstream_xchacha20poly1305_state,
    crypto_secretstream_xchacha20poly1305_TAG_FINAL,
    crypto_secretstream_xchacha20poly1305_TAG_MESSAGE,
)
from nacl.exceptions import CryptoError
from nacl.public import PrivateKey

from welfare_app.domain.errors import Refused, Tampered, Unavailable

MAGIC = b"notes-parcel"
VERSION = 1
BLOCK = 64 * 1024
LARGEST = 4 * 1024**3
"""Bytes. More than 99 files of 25 MB and every word about them."""

_SEALED = 32 + 48
_START = len(MAGIC) + 2
_HEADER = _START + _SEALED + crypto_secretstream_xchacha20poly1305_HEADERBYTES
_LOCKED = BLOCK + crypto_secretstream_xchacha20poly1305_ABYTES
_MESSAGE = crypto_secretstream_xchacha20poly1305_TAG_MESSAGE
_FINAL = crypto_secretstream_xchacha20poly1305_TAG_FINAL


class Locking:
    """Locks a stream for whoever holds the secret half of `opens`."""

    def __init__(self, opens: bytes) -> None:
        key = crypto_secretstream_xchacha20poly1305_keygen()
        self._state = crypto_secretstream_xchacha20poly1305_state()
        stream = crypto_secretstream_xchacha20poly1305_init_push(self._state, key)
        start = MAGIC + VERSION.to_bytes(2, "big")
        self.header = start + crypto_box_seal(key, opens) + stream

    def lock(self, plain: Iterable[bytes]) -> Iterator[bytes]:
        """The header, then every block; the last is filled up with zeros."""
        yield self.header
        waiting = bytearray()
        for piece in plain:
            waiting += piece
            while len(waiting) > BLOCK:
                yield self._push(bytes(waiting[:BLOCK]), _MESSAGE)
                del waiting[:BLOCK]
        yield self._push(bytes(waiting).ljust(BLOCK, b"\0"), _FINAL)

    def _push(self, block: bytes, tag: int) -> bytes:
        return crypto_secretstream_xchacha20poly1305_push(self._state, block, self.header, tag)


class Unlocking:
    """Reads a locked stream, a block at a time, and only what it can vouch for.

    Raises:
        Refused: "courier.not-a-parcel" for any other file, "courier.not-for-us" where the key
            inside is not for this laptop.
        Unavailable: "courier.newer-format" for one of a newer program.
        Tampered: "courier.changed" where a block is not as it was locked, or one is missing.
    """

    def __init__(self, file: BinaryIO, opens: bytes) -> None:
        size = os.fstat(file.fileno()).st_size
        self.header = file.read(_HEADER)
        if not self.header.startswith(MAGIC):
            raise Refused("courier.not-a-parcel")
        if int.from_bytes(self.header[len(MAGIC) : _START], "big") > VERSION:
            raise Unavailable("courier.newer-format")
        blocks, rest = divmod(size - _HEADER, _LOCKED)
        if rest or blocks < 1 or size > LARGEST:
            raise Tampered("courier.changed")
        self._file, self.blocks = file, blocks
        self._state = crypto_secretstream_xchacha20poly1305_state()
        mine = PrivateKey(opens)
        sealed, stream = self.header[_START : _START + _SEALED], self.header[_START + _SEALED :]
        try:
            key = crypto_box_seal_open(sealed, bytes(mine.public_key), bytes(mine))
        except CryptoError as error:
            raise Refused("courier.not-for-us") from error
        crypto_secretstream_xchacha20poly1305_init_pull(self._state, stream, key)

    def read(self) -> Iterator[bytes]:
        """Every block, to the very last."""
        for number in range(1, self.blocks + 1):
            yield self._pull(number)
        if self._file.read(1):
            raise Tampered("courier.changed")

    def _pull(self, number: int) -> bytes:
        locked = self._file.read(_LOCKED)
        try:
            block, tag = crypto_secretstream_xchacha20poly1305_pull(
                self._state, locked, self.header
            )
        except (CryptoError, ValueError) as error:
            raise Tampered("courier.changed") from error
        if len(block) != BLOCK or tag != (_FINAL if number == self.blocks else _MESSAGE):
            raise Tampered("courier.changed")
        return block
