"""Looking beside a pack: whether its recordings are there, and as it lists them."""

import hashlib
from pathlib import Path
from stat import S_ISREG

from welfare_app.domain.recordings import LOCKED, Found, FoundBeside, Recording
from welfare_app.domain.seal import SealReport, Verdict
from welfare_app.services.jobs import Progress, no_progress
from welfare_app.services.streams import ordinary

PIECE = 1024 * 1024
"""Bytes read between two chances to stop."""


def look_at_recordings(report: SealReport, folder: Path, progress: Progress = no_progress) -> Found:
    """What is found of each. Only of a genuine pack: nobody vouches for another's list."""
    if report.verdict is not Verdict.GENUINE:
        return ()
    total = sum(one.locked_size for one in report.recordings)
    found, before = [], 0
    for one in report.recordings:
        found.append((one, _looked(one, folder / one.locked_as, progress, before, total)))
        before += one.locked_size
    return tuple(found)


def any_locked(folder: Path) -> bool:
    """Whether a locked recording lies here, so that a check will take its time."""
    try:
        return any(path.suffix == LOCKED for path in folder.iterdir())
    except OSError:
        return False


def _looked(one: Recording, path: Path, progress: Progress, before: int, total: int) -> FoundBeside:
    """A file of another size is not read at all."""
    try:
        there = path.stat()
        if not S_ISREG(there.st_mode) or there.st_size != one.locked_size:
            return FoundBeside.ALTERED
        digest, done = hashlib.sha256(), 0
        with ordinary(path) as file:
            while part := file.read(PIECE):
                digest.update(part)
                done += len(part)
                progress(min(before + done, total), total)
    except FileNotFoundError:
        return FoundBeside.MISSING
    except OSError:
        return FoundBeside.UNREADABLE
    return FoundBeside.AS_LISTED if digest.hexdigest() == one.locked_digest else FoundBeside.ALTERED
