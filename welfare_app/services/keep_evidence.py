"""Keeping evidence: a file is hashed at the door and kept exactly as it came."""

import hashlib
import os
import stat
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from welfare_app.domain.custody import Deed, Handling, faults_in, refuse_future
from welfare_app.domain.errors import Refused, Unavailable
from welfare_app.domain.evidence import Evidence, media_type, refuse_size, safe_name
from welfare_app.domain.ids import EvidenceId, InterviewId, PackId, StageId
from welfare_app.domain.roles import Act
from welfare_app.services.jobs import Progress, no_progress
from welfare_app.services.shift import Shift
from welfare_app.services.tools import Disk

PART = 1024 * 1024


@dataclass(frozen=True, slots=True)
class KeepEvidence:
    """What staff can do with files."""

    shift: Shift

    def keep(
        self,
        pack: PackId,
        path: Path,
        progress: Progress = no_progress,
        stage: StageId | None = None,
    ) -> Evidence:
        """Take a file in, at a stage or not. It is read once; one that changes is refused."""
        kind = media_type(path.name)
        data = _read_once(path, progress)
        with self.shift.work() as work:
            there = work.evidence.of(pack)
            digest = hashlib.sha256(data).hexdigest()
            if any(one.digest == digest for one in there):
                raise Refused("evidence.kept-already")
            evidence = Evidence(
                EvidenceId(self.shift.new_id()),
                work.packs.get(pack).id,
                len(there) + 1,
                safe_name(path.name),
                kind,
                len(data),
                digest,
                self.shift.now(),
                self.shift.staff.id,
                stage=stage,
            )
            work.evidence.put(evidence.id, iter([data]))
            work.evidence.save(evidence, because=evidence.keep())
            changes = work.commit()
        self.shift.announce(changes | {pack})
        return evidence

    def describe(self, id: EvidenceId, description: str, dated: str) -> Evidence:
        """Say what a file is and from when. A day that has not come is refused."""
        refuse_future(dated, self.shift.now().date())
        with self.shift.work() as work:
            evidence, described = work.evidence.get(id).describe(description, dated)
            work.evidence.save(evidence, because=described)
            changes = work.commit()
        self.shift.announce(changes | {evidence.pack})
        return evidence

    def handle(
        self, id: EvidenceId, deed: Deed, who: str, done_by: str, day: str, how: str
    ) -> Evidence:
        """Write down whose hands a file was in. What was written before stays as it is."""
        self.shift.must(Act.WORK_CASES)
        if faults := faults_in(who, done_by, day, self.shift.now().date()):
            raise Refused(faults[0][1])
        link = self._link(deed, who.strip(), done_by.strip(), day, how.strip())
        with self.shift.work() as work:
            evidence, handled = work.evidence.get(id).handle(link)
            work.evidence.save(evidence, because=handled)
            changes = work.commit()
        self.shift.announce(changes | {evidence.pack})
        return evidence

    def save_copy(
        self, id: EvidenceId, path: Path, disk: Disk, progress: Progress = no_progress
    ) -> Evidence:
        """Save a file as it came outside the vault. It is written down before it is there."""
        with self.shift.work() as work:
            data = b"".join(work.evidence.read(id))
        progress(0, 1)  # the last moment at which it can be stopped
        told: list[Evidence] = []

        def record() -> None:
            link = self._link(Deed.SAVED, "", self.shift.staff.name, "", "")
            with self.shift.work() as work:
                evidence, handled = work.evidence.get(id).handle(link)
                work.evidence.save(evidence, because=handled)
                changes = work.commit()
            told.append(evidence)
            self.shift.announce(changes | {evidence.pack})

        disk.write_whole(path, data, record)
        return told[0]

    def get(self, id: EvidenceId) -> Evidence:
        """One file; refused where there is none."""
        with self.shift.work() as work:
            return work.evidence.get(id)

    def bytes_of(self, id: EvidenceId) -> bytes:
        """A file as it came, proved against its fingerprint."""
        with self.shift.work() as work:
            return b"".join(work.evidence.read(id))

    def of(self, pack: PackId) -> tuple[Evidence, ...]:
        """The files of a pack, in exhibit order."""
        with self.shift.work() as work:
            return work.evidence.of(pack)

    def of_interview(self, interview: InterviewId) -> tuple[Evidence, ...]:
        """The files of the pack that was opened from an interview; none where none was."""
        with self.shift.work() as work:
            packs = work.packs.of(interview)
            return tuple(file for pack in packs for file in work.evidence.of(pack.id))

    def _link(self, deed: Deed, who: str, done_by: str, day: str, how: str) -> Handling:
        at = self.shift.now()
        return Handling(deed, who, done_by, day, how, at, self.shift.staff.id)


def _read_once(path: Path, progress: Progress) -> bytes:
    """A file's bytes. Neither a folder nor a pipe nor a device is opened to be read."""
    # without it, opening a pipe would wait for whoever writes into it
    flags = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
    try:
        if not stat.S_ISREG(path.stat().st_mode):
            raise Refused("evidence.not-a-file")
        with open(os.open(path, flags), "rb") as file:  # noqa: PTH123 - no path opens so
            before = os.fstat(file.fileno())
            if not stat.S_ISREG(before.st_mode):
                raise Refused("evidence.not-a-file")
            refuse_size(before.st_size)
            data = b"".join(_parts(file, before.st_size, progress))
        after = path.stat()
    except OSError as error:
        raise Unavailable("evidence.unreadable") from error
    same = os.path.samestat(before, after) and after.st_mtime_ns == before.st_mtime_ns
    if len(data) != before.st_size or not same:
        raise Refused("evidence.changed-while-read")
    return data


def _parts(file: BinaryIO, size: int, progress: Progress) -> Iterator[bytes]:
    done = 0
    while part := file.read(PART):
        done += len(part)
        if done > size:  # still growing: it would never end
            raise Refused("evidence.changed-while-read")
        progress(done, size)
        yield part
