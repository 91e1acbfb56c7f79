"""The folder scans arrive in: what is new there is offered, and nothing there is ever touched."""

import os
import stat
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path

from welfare_app.domain.errors import Refused, Unavailable
from welfare_app.domain.evidence import Evidence, media_type, refuse_size, safe_name
from welfare_app.domain.roles import Act
from welfare_app.services.shift import Shift

MOST_OFFERED = 50
"""Files, the newest first; a scan that was just made is among them."""

MOST_LOOKED_AT = 5_000
"""Entries of a folder that are looked at. One with more is no folder for scans."""


@dataclass(frozen=True, slots=True)
class Offered:
    """A new file. `fault` is the code of why it cannot be taken in; blank where it can."""

    path: Path = field(repr=False)
    size: int
    modified: datetime
    fault: str = ""


@dataclass(frozen=True, slots=True)
class ScanFolder:
    """Offers; taking in is done by hand, file by file."""

    shift: Shift

    def folder(self) -> str:
        """Where scans arrive; blank where nobody has said."""
        with self.shift.work() as work:
            return work.scans.folder()

    def choose(self, folder: Path | None) -> None:
        """Say where scans arrive, or that no folder is looked into any more."""
        self.shift.must(Act.WORK_CASES)
        if folder is not None and not folder.is_dir():
            raise Unavailable("scans.no-folder")
        with self.shift.work() as work:
            work.scans.save(str(folder.absolute()) if folder else "")
            changes = work.commit()
        self.shift.announce(changes)

    def offered(self) -> tuple[Offered, ...]:
        """What is new there, the newest first. It may be a slow disk: call it in a job."""
        with self.shift.work() as work:
            folder = work.scans.folder()
            kept = {(one.name, one.size): one for one in work.evidence.all()} if folder else {}
        if not folder:
            return ()
        try:
            with os.scandir(folder) as found:
                entries = [one for one, _ in zip(found, range(MOST_LOOKED_AT), strict=False)]
        except OSError as error:
            raise Unavailable("scans.no-folder") from error
        files = [new for one in entries if (new := _offer(one)) and not _is_kept(new, kept)]
        return tuple(sorted(files, key=lambda one: one.modified, reverse=True)[:MOST_OFFERED])


def _offer(entry: "os.DirEntry[str]") -> Offered | None:
    """A plain file, and not a way to another place; what the system hides is left hidden."""
    try:
        known = entry.stat(follow_symlinks=False)
    except OSError:
        return None
    if entry.name.startswith(".") or not stat.S_ISREG(known.st_mode):
        return None
    modified = datetime.fromtimestamp(known.st_mtime, UTC)
    try:
        media_type(entry.name)
        refuse_size(known.st_size)
    except Refused as error:
        return Offered(Path(entry.path), known.st_size, modified, error.code)
    return Offered(Path(entry.path), known.st_size, modified)


def _is_kept(new: Offered, kept: dict[tuple[str, int], Evidence]) -> bool:
    """Whether it was taken in, and not written again since under the same name."""
    known = kept.get((safe_name(new.path.name), new.size))
    return known is not None and new.modified <= known.kept
