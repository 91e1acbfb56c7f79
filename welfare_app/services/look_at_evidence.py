"""Looking at a file without altering it: what it tells, its pages, and what stands against it."""

from dataclasses import dataclass

from welfare_app.domain.evidence import Evidence
from welfare_app.domain.exhibit import Picture, Seen
from welfare_app.domain.ids import EvidenceId
from welfare_app.services.jobs import Progress, no_progress
from welfare_app.services.keep_evidence import KeepEvidence
from welfare_app.services.tools import Examiner


@dataclass(frozen=True, slots=True)
class LookAtEvidence:
    """What staff can see of a file. All of it is slow: call it in a job."""

    evidence: KeepEvidence
    examiner: Examiner

    def see(self, id: EvidenceId, progress: Progress = no_progress) -> Seen:
        """What a file is, and what it tells."""
        return self.examiner.see(self.evidence.bytes_of(id), progress)

    def page(
        self, id: EvidenceId, number: int, width: int, progress: Progress = no_progress
    ) -> Picture:
        """One page, in memory only."""
        return self.examiner.draw(self.evidence.bytes_of(id), number, width, progress)


def goes_by_another_name(file: Evidence, seen: Seen) -> bool:
    """Whether a file's bytes say that it is not what its name promises."""
    return seen.media_type != file.media_type
