"""Where the trail was last seen to end, as it is remembered outside the file."""

import os
import zlib
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from sqlcipher3.dbapi2 import Connection

from welfare_app.domain.errors import Unavailable
from welfare_app.services.vaults import Anchor, Fault, Kept
from welfare_app.store import audit
from welfare_app.store.audit import Head
from welfare_app.store.connection import DAMAGED, plainly
from welfare_app.store.holes import declared_in
from welfare_app.store.restored import answered
from welfare_app.store.survey import Survey

HEAD, SALT = "head", "salt"
MARK = "latest.mark"
_WIDTH = 96

CUT, ROLLED_BACK, LOG_GONE = "audit.cut-short", "audit.rolled-back", "vault.wal-missing"


class Mark:
    """Written at every commit, in place and without waiting: what a lost log takes with it shows.

    It is never ahead of the vault, because a commit is on the disk before it is written. One that
    was itself half-written does not bear out its sum, and says nothing.
    """

    def __init__(self, folder: Path) -> None:
        self._path = folder / MARK

    def write(self, head: Head) -> None:
        """Remember the newest entry. Where that fails nothing else may."""
        line = _summed(f"{head.number}:{head.mac.hex()}").ljust(_WIDTH).encode()
        try:
            handle = os.open(self._path, os.O_WRONLY | os.O_CREAT, 0o600)
            try:
                os.write(handle, line)
            finally:
                os.close(handle)
        except OSError:
            return

    def read(self) -> Head | None:
        """What was remembered last, if it is there."""
        try:
            line = self._path.read_text("ascii").strip()
        except (OSError, UnicodeDecodeError):
            return None
        said, _, _ = line.rpartition(" ")
        return head_from(said) if line == _summed(said) else None


@dataclass(slots=True)
class Compared:
    """What a trail is to the heads that were kept."""

    missing: bool = False
    """It does not reach one of them, or does not agree with it."""
    unknown: bool = False
    """Of one of them nothing can be known."""
    behind: bool = False
    """An anchor remembers what a restore that somebody chose has replaced."""


@dataclass(frozen=True, slots=True)
class Heads:
    """Every place that remembers where the trail of one vault ended."""

    anchors: Sequence[Anchor] = field(repr=False)
    mark: Mark = field(repr=False)

    def anchored(self) -> list[Head]:
        """What the anchors remember."""
        return [head for one in self.anchors if (head := head_from(one.recall(HEAD)))]

    def known(self) -> list[Head]:
        """What anything remembers."""
        marked = self.mark.read()
        return [*self.anchored(), *([marked] if marked else [])]

    def salts(self) -> tuple[bytes, ...]:
        """The salt of the file, where it was written down."""
        found = [one.recall(SALT) or "" for one in self.anchors]
        return tuple(bytes.fromhex(one) for one in found if _is_hex(one))

    def remember(self, newest: Head, salt: bytes) -> None:
        """Write down where the trail ends, and the salt of the file."""
        for anchor in self.anchors:
            anchor.remember(HEAD, f"{newest.number}:{newest.mac.hex()}")
            if anchor.recall(SALT) != salt.hex():
                anchor.remember(SALT, salt.hex())
        self.mark.write(newest)

    def compare(self, spare: Callable[[], Connection]) -> Compared:
        """How the trail stands to each of them, read over a `spare` connection where there is one.

        Every place is asked once: a keyring is slow. Where the page is damaged on which a head
        should stand, nothing is known of it.
        """
        anchored, marked, found = self.anchored(), self.mark.read(), Compared()
        known = (*anchored, *([marked] if marked else []))
        if not known:
            return found
        connection = spare()
        try:
            for kept in known:
                self._compare(connection, kept, found, anchored=kept in anchored)
        finally:
            connection.close()
        return found

    def _compare(
        self, connection: Connection, kept: Head, found: Compared, *, anchored: bool
    ) -> None:
        try:
            with plainly():
                mac = audit.mac_of(connection, kept.number)
                if mac == kept.mac or (mac is None and declared_in(connection).gone(kept.number)):
                    return
                if answered(connection, kept):
                    found.behind |= anchored
                else:
                    found.missing = True
        except Unavailable as error:
            if error.code != DAMAGED:
                raise
            found.unknown = True

    def kept(self) -> tuple[Kept, ...]:
        """Where an entry is remembered outside the file, and which one."""
        found = ((one.place, head_from(one.recall(HEAD))) for one in self.anchors)
        return tuple(Kept(place, head.number) for place, head in found if head)

    def faults(
        self, surveyed: Survey, connection: Connection | None = None, *, damaged: bool
    ) -> list[Fault]:
        """What the heads say of a trail. Where pages are `damaged`, its end may be on one.

        With the `connection` of an open vault, what a chosen restore replaced is no fault.
        """
        if not self.anchored() and surveyed.count:
            return [Fault("audit.no-anchor")]
        known = [
            one
            for one in self.known()
            if not surveyed.declared.gone(one.number)
            and not (connection and _replaced(surveyed, connection, one))
        ]
        if any(surveyed.macs.get(one.number, one.mac) != one.mac for one in known):
            return [Fault(CUT)]
        newest, end = max((one.number for one in known), default=0), surveyed.last
        if newest <= end or damaged:
            return []
        entries = tuple(range(end + 1, newest + 1))
        if surveyed.faults:
            return [Fault(CUT, entries=entries)]
        anchored = max((one.number for one in self.anchored()), default=0)
        return [Fault(ROLLED_BACK if anchored > end else LOG_GONE, entries=entries)]


def head_from(kept: str | None) -> Head | None:
    """What was kept, if it is a head at all."""
    number, _, mac = (kept or "").partition(":")
    try:
        return Head(int(number), bytes.fromhex(mac))
    except ValueError:
        return None


def _summed(line: str) -> str:
    return f"{line} {zlib.crc32(line.encode()):08x}"


def _replaced(surveyed: Survey, connection: Connection, kept: Head) -> bool:
    return surveyed.macs.get(kept.number) != kept.mac and answered(connection, kept)


def _is_hex(text: str) -> bool:
    try:
        return bool(bytes.fromhex(text))
    except ValueError:
        return False
