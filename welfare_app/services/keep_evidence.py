"""Keeping evidence: a file is hashed at the door and kept exactly as it came."""

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from welfare_app.domain.errors import Refused, Unavailable
from welfare_app.domain.evidence import Evidence, media_type, refuse_size, safe_name
from welfare_app.domain.ids import EvidenceId, InterviewId, PackId
from welfare_app.services.jobs import Progress, no_progress
from welfare_app.services.shift import Shift

PART = 1024 * 1024


@dataclass(frozen=True, slots=True)
class KeepEvidence:
    """What staff can do with files."""

    shift: Shift

    def keep(self, pack: PackId, path: Path, progress: Progress = no_progress) -> Evidence:
        """Take a file in. It is read once; one that changes meanwhile is refused."""
        kind = media_type(path.name)
        try:
            before = path.stat()
            if not path.is_file():
                raise Refused("evidence.unreadable")
            refuse_size(before.st_size)
            data = b"".join(_parts(path, before.st_size, progress))
            after = path.stat()
        except OSError as error:
            raise Unavailable("evidence.unreadable") from error
        if len(data) != before.st_size or after.st_mtime_ns != before.st_mtime_ns:
            raise Refused("evidence.changed-while-read")
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
            )
            work.evidence.put(evidence.id, iter([data]))
            work.evidence.save(evidence, because=evidence.keep())
            changes = work.commit()
        self.shift.announce(changes | {pack})
        return evidence

    def describe(self, id: EvidenceId, description: str, dated: str) -> Evidence:
        """Say what a file is and from when."""
        with self.shift.work() as work:
            evidence, described = work.evidence.get(id).describe(description, dated)
            work.evidence.save(evidence, because=described)
            changes = work.commit()
        self.shift.announce(changes | {evidence.pack})
        return evidence

    def of(self, pack: PackId) -> tuple[Evidence, ...]:
        """The files of a pack, in exhibit order."""
        with self.shift.work() as work:
            return work.evidence.of(pack)

    def of_interview(self, interview: InterviewId) -> tuple[Evidence, ...]:
        """The files of the pack that was opened from an interview; none where none was."""
        with self.shift.work() as work:
            packs = work.packs.of(interview)
            return tuple(file for pack in packs for file in work.evidence.of(pack.id))


def _parts(path: Path, size: int, progress: Progress) -> Iterator[bytes]:
    done = 0
    with path.open("rb") as file:
        while part := file.read(PART):
            done += len(part)
            if done > size:  # still growing: it would never end
                raise Refused("evidence.changed-while-read")
            progress(done, size)
            yield part
