"""The vault: one encrypted file that holds everything, and the only door into it."""

import contextlib
import threading
from collections.abc import Callable, Sequence
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from filelock import FileLock, Timeout
from sqlcipher3.dbapi2 import Connection

from welfare_app.domain.errors import Refused, Tampered, Unavailable, WelfareAppError
from welfare_app.domain.ids import StaffId
from welfare_app.services.jobs import Progress, no_progress
from welfare_app.services.vaults import Anchor, Soundness, TrailCheck
from welfare_app.store import audit
from welfare_app.store.around_damage import Hurt
from welfare_app.store.before_moving import must_be_alike, must_not_be_newer
from welfare_app.store.connection import DAMAGED, connect, plainly
from welfare_app.store.disk import copy_whole, remove
from welfare_app.store.erasing import clear_remains
from welfare_app.store.examination import examine, trail_faults
from welfare_app.store.heads import Heads, Mark
from welfare_app.store.in_place import clear_kept, finish, kept_damaged
from welfare_app.store.layout import IN_USE, RECORDS, traces
from welfare_app.store.memory import Memory
from welfare_app.store.migrations import STEPS, migrate, version
from welfare_app.store.pages import Pages, salt_of
from welfare_app.store.room import a_full_disk_is_called_full
from welfare_app.store.survey import look_over
from welfare_app.store.wal import Log, keeping_log
from welfare_app.store.work import VaultWork

if TYPE_CHECKING:
    from welfare_app.store.backups import VaultBackups

LONGEST_TURN = 5.0
"""Seconds that locking waits for a piece of work on another thread."""
SMALLEST = 512
"""Bytes. The database takes a shorter file for a new and empty one; it is what damage left."""
NOT_COPIED = {
    "disk.full": "vault.no-room-to-copy",
    **dict.fromkeys(("disk.failed", "disk.file-too-large"), "vault.not-copied"),
}
"""What the disk refused, as it is told of the copy made before a vault moves on."""


class Door:
    """Makes and opens vaults on this laptop.

    `anchors` makes, from a vault's folder and its name, the places outside the file that
    remember its newest audit entry; `device` is how this laptop is named in the trail;
    `ways_in` says whether the ways in that lie in a folder belong to a key.
    """

    def __init__(
        self,
        now: Callable[[], datetime],
        device: str,
        anchors: Callable[[Path, str], Sequence[Anchor]],
        ways_in: Callable[[Path, bytes], bool] = lambda _folder, _key: True,
    ) -> None:
        self._now, self._device, self._anchors = now, device, anchors
        self._ways_in = ways_in

    def exists(self, folder: Path) -> bool:
        """Whether there is a vault in the folder, sound or not, or what is left of one."""
        return traces(folder)

    def create(self, folder: Path, key: bytes) -> "Vault":
        """Make an empty vault. One that exists is refused, never replaced."""
        if (folder / RECORDS).exists():
            raise Refused("vault.exists")
        vault = self._open(folder, key)
        try:
            vault.drop_anchor()
        except BaseException:
            vault.close()
            raise
        return vault

    def open(self, folder: Path, key: bytes) -> "Vault":
        """Open a vault, once its newest audit entry has been found where it was left."""
        if not (folder / RECORDS).exists():
            raise Unavailable("vault.missing")
        if (folder / RECORDS).stat().st_size < SMALLEST:
            raise Unavailable("vault.damaged")
        return self._open(folder, key)

    @a_full_disk_is_called_full
    def _open(self, folder: Path, key: bytes) -> "Vault":
        # of no one thread: it is taken in a job, and let go by whoever closes the vault
        lock = FileLock(folder / IN_USE, timeout=0, thread_local=False)
        try:
            lock.acquire()
        except Timeout as error:
            raise Unavailable("vault.in-use") from error
        except OSError as error:
            raise Unavailable("vault.cannot-open") from error
        try:
            finish(folder)
            must_not_be_newer(folder / RECORDS, key)
            anchors = self._anchors(folder, audit.vault_name(key))
            return Vault(folder, key, self._now, self._device, anchors, lock, self._ways_in)
        except BaseException:
            lock.release()
            raise


class Vault:
    """An open vault. Each thread has its own connection, kept until the vault is closed."""

    def __init__(
        self,
        folder: Path,
        key: bytes,
        now: Callable[[], datetime],
        device: str,
        anchors: Sequence[Anchor],
        lock: FileLock,
        ways_in: Callable[[Path, bytes], bool] = lambda _folder, _key: True,
    ) -> None:
        self._path, self._key, self._ways_in = folder / RECORDS, key, ways_in
        self._audit_key = audit.audit_key(key)
        self._now, self._device, self._lock = now, device, lock
        self._heads = Heads(anchors, Mark(folder))
        self._here = threading.local()
        self._connections: list[Connection] = []
        self._memory = Memory(
            audit.vault_name(key), mark=self._heads.mark.write, hurt=Hurt(self._another)
        )
        self._closed = False
        try:
            self._begin()
        except BaseException:
            self._let_go()
            raise

    def _begin(self) -> None:
        """Bring the file up to date, or open what is left of it where it was cut short."""
        try:
            with plainly():
                behind = self._must_reach_heads()
                migrate(self._connection(), copy_first=self._copy)
        except Unavailable as error:
            if error.code != DAMAGED or not Pages(self._path, self._key).cut_short():
                raise
            self._memory.only_read = True
            with plainly():
                # refused once more where even the list of what lies in it is cut
                self._connection().execute("SELECT * FROM sqlite_schema").fetchall()
                if version(self._connection()) != len(STEPS):
                    raise
            behind = self._must_reach_heads()
        if behind:  # a restore that somebody chose: from here on only its own trail will do
            with contextlib.suppress(WelfareAppError):
                self.drop_anchor()

    def _must_reach_heads(self) -> bool:
        """Compare the trail with the heads kept outside the file; a shorter one was cut.

        Says whether an anchor still remembers what a restore has replaced.

        Where none is kept nothing is known, and that alone never keeps anyone from their
        records: `examine` is where it is said.
        """
        self._connection()  # held meanwhile: whoever closes a file last clears its log away
        found = self._heads.compare(self._another)
        short = (found.missing or found.unknown) and Log.beside(self._path).stops_short()
        if found.missing or short:
            with keeping_log(self._path):
                self._let_go()
            raise Unavailable("vault.wal-damaged") if short else Tampered("audit.cut-short")
        return found.behind

    def work(self, by: StaffId, /) -> VaultWork:
        """A piece of work that lasts only if it is committed."""
        return self._work(by, upkeep=False)

    def upkeep(self, by: StaffId, /) -> VaultWork:
        """The same past every circle, for what keeps the vault in order and shows nobody a word."""
        return self._work(by, upkeep=True)

    def reading(self) -> Connection:
        """This thread's connection, for what in this package only reads."""
        return self._connection()

    @property
    def backups(self) -> "VaultBackups":
        """Makes, proves and drops its backups, on connections of their own."""
        from welfare_app.store.backups import VaultBackups  # noqa: PLC0415 - it opens vaults too

        if self._closed:
            raise Unavailable("vault.locked")
        turn = self._memory.turn
        return VaultBackups(
            self._path.parent, self._key, turn, self._now, self._device, self._ways_in
        )

    def examine(self) -> Soundness:
        """Check every page, every entry, every record and file, and the kept head."""
        connection = self._connection()
        # a page half-written when the power went stands whole in the log: that is brought in first
        with contextlib.suppress(WelfareAppError), plainly():
            connection.execute("PRAGMA wal_checkpoint(PASSIVE)").fetchall()
        pages = Pages(self._path, self._key, self._heads.salts(), as_opened=True)
        found = examine(connection, pages, self._audit_key, self._heads)
        self._memory.hurt.seen |= bool(found.unreadable)
        return found

    def examine_trail(self, progress: Progress = no_progress, /) -> TrailCheck:
        """Check the trail and what it wrote, and where its newest entries are kept besides."""
        connection, entries = self._connection(), 0
        try:
            with plainly():
                wanted = [one.number for one in self._heads.known()]
                surveyed = look_over(connection, self._audit_key, wanted, progress)
                entries = surveyed.count
                faults = trail_faults(connection, surveyed, self._heads)
        except WelfareAppError as error:
            faults = [error.code]
        return TrailCheck(entries, tuple(faults), () if faults else self._heads.kept())

    def clear_remains(self) -> None:
        """Clear what erased records left in free space, in the log and in older copies here."""
        with self._memory.turn:
            with plainly():
                clear_remains(self._connection())
            for copy in self._path.parent.glob(f"{self._path.stem}-before-*{self._path.suffix}"):
                remove(copy)
        if kept_damaged(self._path.parent):
            # what is not sound may need once more what could not be read the first time
            if not self.examine().sound:
                raise Unavailable("erasure.damaged-copy-stays")
            clear_kept(self._path.parent)

    def drop_anchor(self) -> None:
        """Remember the newest entry outside the file."""
        self._heads.remember(audit.head(self._connection()), salt_of(self._path))

    def close(self) -> None:
        """Lock: remember the head, let go of the file and the key. Safe to call twice."""
        if self._closed:
            return
        # whoever is in the middle of a piece of work on another thread ends it first
        turn = self._memory.turn
        held = turn.acquire(timeout=LONGEST_TURN)
        try:
            self._shut()
        finally:
            if held:
                turn.release()

    def _shut(self) -> None:
        if self._memory.head:  # who only read must not vouch for what lies there
            with contextlib.suppress(WelfareAppError), plainly():
                self.drop_anchor()
        self._let_go()
        if self._memory.cards:
            self._memory.cards.close()
        self._memory = Memory()
        self._key = self._audit_key = b""
        self._lock.release()

    def _work(self, by: StaffId, *, upkeep: bool) -> VaultWork:
        author = audit.Author(by, self._device, self._now)
        self._renew()
        connection, key = self._connection(), self._audit_key
        return VaultWork(connection, key, author, self._memory, upkeep=upkeep)

    def _copy(self, taken: int) -> None:
        """Copy the file, encrypted as it is, before it moves on from a step."""
        self._connection().execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
        name = f"{self._path.stem}-before-{taken + 1}{self._path.suffix}"
        try:
            copy_whole(self._path, self._path.with_name(name))
            must_be_alike(self._path, self._path.with_name(name), self._key, taken)
        except Unavailable as error:
            raise Unavailable(NOT_COPIED.get(error.code, error.code)) from error

    def _let_go(self) -> None:
        """Close the file; nothing more is done with it."""
        self._closed = True
        for connection in self._connections:
            connection.close()
        self._connections.clear()

    def _connection(self) -> Connection:
        if self._closed:
            raise Unavailable("vault.locked")
        connection: Connection | None = getattr(self._here, "connection", None)
        if connection is None:
            connection = self._here.connection = self._another()
            self._connections.append(connection)
        return connection

    def _another(self) -> Connection:
        return connect(self._path, self._key, cut_short=self._memory.only_read)

    def _renew(self) -> None:
        """Take a new connection where this thread's has met a bad page, which spoils it."""
        connection = self._connection()
        hurt = self._memory.hurt.connections
        if id(connection) in hurt:
            self._connections.remove(connection)
            self._here.connection = None
            hurt.discard(id(connection))
            connection.close()
