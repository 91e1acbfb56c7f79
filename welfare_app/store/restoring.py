"""Puts a backup in a vault's place: brought beside, proved, written down, then renamed.

Wherever this is cut short, the folder holds the old vault or the new one, or `finish` puts the
new one there; a new and empty vault is never begun in its place (see `layout.traces`).
"""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path

from filelock import FileLock, Timeout
from sqlcipher3.dbapi2 import Connection

from welfare_app.domain.comparison import Comparison, Here
from welfare_app.domain.errors import Unavailable, WelfareAppError
from welfare_app.domain.events import VaultRestored
from welfare_app.domain.ids import StaffId
from welfare_app.services.backups import Brought
from welfare_app.services.jobs import Progress
from welfare_app.services.vaults import Anchor
from welfare_app.store import audit
from welfare_app.store.anchors import FileAnchor
from welfare_app.store.comparing import compared
from welfare_app.store.connection import plainly
from welfare_app.store.heads import HEAD
from welfare_app.store.layout import IN_USE, RECORDS, bringing, holds_vault, ready
from welfare_app.store.outside import flush_folder
from welfare_app.store.proof import WaysIn, clear, tried
from welfare_app.store.vault import Door

Anchors = Callable[[Path, str], Sequence[Anchor]]


class VaultRestorer:
    """Works on folders that no program has open; `anchors` are those of the vault's own door."""

    def __init__(
        self,
        now: Callable[[], datetime],
        device: str,
        anchors: Anchors,
        ways_in: WaysIn,
    ) -> None:
        self._now, self._device, self._anchors, self._ways_in = now, device, anchors, ways_in

    def bring(
        self, backup: Path, folder: Path, key_of: Callable[[Path], bytes], progress: Progress
    ) -> Brought:
        """Copy a backup beside the vault, prove it and compare the two."""
        scratch = bringing(folder)
        try:
            with (
                _alone(folder),
                tried(
                    backup, scratch, key_of, self._ways_in, self._now, self._device, progress
                ) as trial,
            ):
                with trial.vault.work(StaffId("restore")) as work:
                    whose, staff = work.register.organisation(), work.register.staff()
                said = trial.manifest.backup(str(backup.parent), backup.name)
                comparison = self._compared(trial.vault.reading(), folder, trial.key)
                return Brought(said, whose, staff, comparison, trial.key)
        except BaseException:
            clear(scratch)
            raise

    def replace(self, brought: Brought, folder: Path, by: StaffId) -> VaultRestored:
        """Put what was brought in the vault's place; what was there is moved aside whole."""
        scratch = bringing(folder)
        if not (scratch / RECORDS).exists():
            raise Unavailable("restore.not-brought")
        with _alone(folder), _nobody_inside(folder):
            restored = VaultRestored(
                brought.backup.made.isoformat(),
                f"{brought.backup.entries}:{brought.backup.head}",
                self._heads_kept(folder, brought.key),
            )
            self._write_down(scratch, brought.key, restored, by)
        try:
            with _alone(folder):
                scratch.rename(ready(folder))
                flush_folder(folder.parent)
                _switch(folder, self._now())
        except OSError as error:
            raise Unavailable("restore.not-put-in-place") from error
        return restored

    def forget(self, folder: Path) -> None:
        """Take away what was brought."""
        clear(bringing(folder))

    def finish(self, folder: Path) -> None:
        """End a replacement that was cut short."""
        if not ready(folder).exists() and not bringing(folder).exists():
            return
        try:
            with _alone(folder):
                if holds_vault(folder):
                    clear(ready(folder))
                elif ready(folder).exists():
                    _put_in_place(folder)
                clear(bringing(folder))
        except (OSError, Unavailable):
            return  # another window is at it, or the disk is read-only: nothing was made or lost

    def _compared(self, backup: Connection, folder: Path, key: bytes) -> Comparison:
        if not holds_vault(folder):
            return Comparison(Here.NOTHING)
        door = Door(self._now, self._device, lambda _folder, _name: ())
        try:
            here = door.open(folder, key)
        except WelfareAppError as error:
            if error.code == "vault.in-use":
                raise
            return Comparison(Here.UNREADABLE)
        try:
            with plainly():
                return compared(backup, here.reading())
        except (WelfareAppError, ValueError):
            return Comparison(Here.UNREADABLE)
        finally:
            here.close()

    def _heads_kept(self, folder: Path, key: bytes) -> tuple[str, ...]:
        """The heads that anchors hold now, all of which the restored trail must answer for."""
        anchors = self._anchors(folder, audit.vault_name(key))
        kept = (anchor.recall(HEAD) for anchor in anchors)
        return tuple(dict.fromkeys(head for head in kept if head))

    def _write_down(self, scratch: Path, key: bytes, because: VaultRestored, by: StaffId) -> None:
        """Let the trail of the restored vault say what it replaced, before it does."""
        door = Door(self._now, self._device, lambda folder, _name: [FileAnchor(folder)])
        vault = door.open(scratch, key)
        try:
            with vault.work(by) as work:
                work.audit.note(because)
                work.commit()
        finally:
            vault.close()
        flush_folder(scratch)


def _switch(folder: Path, now: datetime) -> None:
    """Move the old vault aside and the new one in; with no room for the new, the old returns."""
    aside = _free_name(folder, now)
    if folder.exists():
        folder.rename(aside)
        flush_folder(folder.parent)
    try:
        _put_in_place(folder)
    except OSError:
        if aside.exists() and not folder.exists():
            aside.rename(folder)
        clear(ready(folder))
        raise


def _put_in_place(folder: Path) -> None:
    if folder.is_dir():
        folder.rmdir()  # an empty one; anything in it stops us here
    ready(folder).rename(folder)
    flush_folder(folder.parent)


def _free_name(folder: Path, now: datetime) -> Path:
    stem = f"{folder.name}-put-aside-{now.astimezone():%Y-%m-%d-%H%M}"
    names = (stem, *(f"{stem}-{number}" for number in range(2, 100)))
    return next(one for name in names if not (one := folder.with_name(name)).exists())


@contextmanager
def _alone(folder: Path) -> Iterator[None]:
    """One program at a time replaces a vault, or ends what another was kept from ending."""
    with _locked(FileLock(folder.with_name(f".{folder.name}.replacing"), timeout=0)):
        yield


@contextmanager
def _nobody_inside(folder: Path) -> Iterator[None]:
    """Stop where the vault that is to be moved aside is open in some window."""
    if not folder.is_dir():
        yield
        return
    with _locked(FileLock(folder / IN_USE, timeout=0)):
        yield


@contextmanager
def _locked(lock: FileLock) -> Iterator[None]:
    try:
        lock.acquire()
    except Timeout as error:
        raise Unavailable("vault.in-use") from error
    except OSError as error:
        raise Unavailable("restore.not-put-in-place") from error
    try:
        yield
    finally:
        lock.release()
