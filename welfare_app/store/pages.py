"""Reads an encrypted file page by page, so that a bad one hides nothing but itself.

The layout is SQLCipher's (https://www.zetetic.net/sqlcipher/design/): a page ends with its IV and
with a seal over its bytes and its number. The file's first 16 bytes are the salt of the seals.
"""

import hashlib
import hmac
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from cryptography.hazmat.primitives.ciphers import Cipher
from cryptography.hazmat.primitives.ciphers.algorithms import AES
from cryptography.hazmat.primitives.ciphers.modes import CBC

from welfare_app.store.wal import Frame, Log

SIZE, IV, SEAL, SALT = 4096, 16, 64, 16
PLAIN = SIZE - IV - SEAL
MAGIC = b"SQLite format 3\x00"
_TRIES = 3
"""How often a page is read before it is called bad: the database may just be writing it."""

_SAMPLE = 64
"""About how many pages are tried with each salt."""


def sealing_key(key: bytes, salt: bytes) -> bytes:
    """The key of the seals of pages, which goes with the file's salt."""
    return hashlib.pbkdf2_hmac("sha512", key, bytes(one ^ 0x3A for one in salt), 2, 32)


def said_count(first: bytes) -> int:
    """How many pages a file says it has, on its first page."""
    return int.from_bytes(first[28:32])


def salt_of(path: Path) -> bytes:
    """The salt that a file begins with."""
    with path.open("rb") as file:
        return file.read(SALT)


@dataclass(slots=True)
class Pages:
    """The pages of one file and of the log beside it. Nothing is ever written.

    `salts` are where else the salt was written down; the file's own may be what is damaged.
    """

    path: Path
    key: bytes = field(repr=False)
    salts: tuple[bytes, ...] = ()
    as_opened: bool = False
    """Whether only what the database takes of the log counts. Else all that lies in it may."""
    log: Log = field(init=False, repr=False)
    sealed: bool = field(init=False, default=False)
    """Whether a salt was found under which seals are true. Without one nothing vouches."""
    salt_changed: bool = field(init=False, default=False)
    """Whether the file's own salt is not the one its seals go with."""
    _newer: dict[int, list[Frame]] = field(init=False, default_factory=dict, repr=False)
    _sealing: bytes = field(init=False, default=b"", repr=False)

    def __post_init__(self) -> None:
        """Read the log, and find the salt."""
        self.log = Log.beside(self.path)
        if self.as_opened:
            self.log = self.log.taken()
        for frame in self.log.frames:
            self._newer.setdefault(frame.page, []).insert(0, frame)
        self._find_salt()

    @property
    def count(self) -> int:
        """How many pages there are, in the file or in the log, where any number may stand."""
        beyond = (number for number in self._newer if self._in_log(number))
        return max(self._in_file(), *beyond, 0)

    def salt(self) -> bytes:
        """The first bytes of the file."""
        return salt_of(self.path)

    def bad(self) -> Iterator[int]:
        """The numbers of pages of the file whose seal is broken."""
        with self.path.open("rb") as file:
            number = 0
            while data := file.read(SIZE):
                number += 1
                if not self.true(number, data) and not self._true_after_all(number):
                    yield number

    def cut_short(self) -> bool:
        """Whether the file, true as far as it goes, is shorter than it says."""
        first = self.raw(1)
        if self.salt_changed or not self.true(1, first):
            return False
        return said_count(self._opened(1, first)) > self.path.stat().st_size // SIZE

    def raw(self, number: int) -> bytes:
        """A page of the file as it lies there; nothing where there can be none."""
        if number < 1:
            return b""
        with self.path.open("rb") as file:
            file.seek((number - 1) * SIZE)
            return file.read(SIZE)

    def true(self, number: int, data: bytes, sealing: bytes = b"") -> bool:
        """Whether the seal of a page is unbroken, and it is the page of this number."""
        if len(data) != SIZE:
            return False
        start = SALT if number == 1 else 0
        said = data[start : SIZE - SEAL] + number.to_bytes(4, "little")
        seal = hmac.digest(sealing or self._sealing, said, "sha512")
        return hmac.compare_digest(seal, data[SIZE - SEAL :])

    def plain(self, number: int) -> bytes | None:
        """What a page says, from the newest place that holds it unbroken."""
        if newest := self._in_log(number):
            return self._opened(number, newest)
        data = self.raw(number)
        if len(data) != SIZE or (self.sealed and not self.true(number, data)):
            return None
        return self._opened(number, data)

    def _in_log(self, number: int) -> bytes:
        """The newest unbroken frame of a page in the log, if there is one."""
        found = (one.data for one in self._newer.get(number, ()) if self.true(number, one.data))
        return next(found, b"")

    def _in_file(self) -> int:
        return -(-self.path.stat().st_size // SIZE)

    def _true_after_all(self, number: int) -> bool:
        return any(self.true(number, self.raw(number)) for _ in range(_TRIES))

    def _opened(self, number: int, data: bytes) -> bytes:
        start = SALT if number == 1 else 0
        cipher = Cipher(AES(self.key), CBC(data[PLAIN : PLAIN + IV])).decryptor()
        text = cipher.update(data[start:PLAIN]) + cipher.finalize()
        return MAGIC + text if number == 1 else text

    def _find_salt(self) -> None:
        """The salt under which any of a few pages is true: the file's own, or one kept apart."""
        firsts = tuple(frame.data[:SALT] for frame in self._newer.get(1, ()))
        for salt in (self.salt(), *self.salts, *firsts):
            sealing = sealing_key(self.key, salt)
            if any(self.true(number, self.raw(number), sealing) for number in self._tried()):
                self._sealing, self.sealed = sealing, True
                self.salt_changed = salt != self.salt()
                return
        self._sealing = sealing_key(self.key, self.salt())

    def _tried(self) -> range:
        count = self._in_file()
        return range(1, count + 1, max(1, count // _SAMPLE))
