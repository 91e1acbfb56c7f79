"""Disposing of a case for good: one person decides, another vouches, and a certificate stays."""

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from welfare_app.domain.disposal import (
    BackupMade,
    Disposal,
    Erased,
    Ground,
    StillHeld,
    refuse_too_early,
    refuse_what_is_held,
    still_held,
)
from welfare_app.domain.disposal_document import compose_certificate
from welfare_app.domain.errors import Refused
from welfare_app.domain.events import CaseDisposed
from welfare_app.domain.ids import DisposalId, StaffId
from welfare_app.domain.roles import Act
from welfare_app.services.clearing import clear_remains, cleared
from welfare_app.services.definitions import Definitions
from welfare_app.services.jobs import Progress, no_progress
from welfare_app.services.review_retention import Reviewed, ReviewRetention
from welfare_app.services.second_person import SecondPerson
from welfare_app.services.shift import Shift
from welfare_app.services.tools import Renderer


def no_backups() -> Sequence[BackupMade]:
    """Where nothing is known of any backup."""
    return ()


@dataclass(frozen=True, slots=True)
class Disposed:
    """A certificate, and whether what was left in free space is cleared as well."""

    disposal: Disposal
    cleared: bool


@dataclass(frozen=True, slots=True)
class Dispose:
    """Disposes of one case at a time. There is no way to dispose of several, or by itself."""

    shift: Shift
    definitions: Definitions
    review: ReviewRetention
    second: SecondPerson
    renderer: Renderer
    backups: Callable[[], Sequence[BackupMade]] = field(default=no_backups)

    def held_in(self, seen: Reviewed) -> tuple[StillHeld, ...]:
        """The backups that would still hold it."""
        return still_held(self.backups(), seen.begun, self.shift.now())

    def dispose(
        self,
        seen: Reviewed,
        ground: Ground,
        second: StaffId,
        passphrase: str,
        progress: Progress = no_progress,
    ) -> Disposed:
        """Erase a case as it was seen, once the second person has vouched. Call it in a job.

        Everything goes in one piece of work with the certificate, or nothing does.
        """
        self.shift.must(Act.DISPOSE)
        self._refuse(seen, ground)
        vouched = self.second.vouch(second, passphrase)
        backups = self.held_in(seen)
        progress(0, 2)  # the last moment at which it can be stopped
        with self.shift.work() as work:
            now = self.review.find(work, seen.case)
            if now != seen:
                raise Refused("disposal.changed")
            self._refuse(now, ground)
            entries = [work.archive.erase(id, kind) for id, kind in now.records]
            disposal = Disposal(
                DisposalId(self.shift.new_id()),
                work.disposals.next_number(),
                self.shift.now(),
                self.shift.staff.id,
                vouched.id,
                ground,
                self.definitions.retention().name(now.standing.kept_as.id),
                now.begun.date(),
                now.facts.ended.date() if now.facts.ended else None,
                erased_in(now),
                min(entries),
                max(entries),
                backups,
            )
            work.disposals.save(disposal, because=CaseDisposed(disposal.id, vouched.id))
            changes = work.commit()
        self.shift.announce(changes)
        return Disposed(disposal, cleared(self.shift))

    def to_clear(self) -> bool:
        """Whether something that was disposed of is not cleared from free space yet."""
        with self.shift.work() as work:
            return work.archive.to_clear() > 0

    def clear(self) -> None:
        """Clear what was left in free space. Call it in a job."""
        self.shift.must(Act.DISPOSE)
        clear_remains(self.shift)

    def certificates(self) -> tuple[Disposal, ...]:
        """Every certificate, the newest first."""
        self.shift.must(Act.DISPOSE)
        with self.shift.work() as work:
            return work.disposals.all()

    def certificate(self, id: DisposalId) -> bytes:
        """A certificate as PDF; the same each time it is printed."""
        self.shift.must(Act.DISPOSE)
        with self.shift.work() as work:
            disposal = work.disposals.get(id)
            organisation, staff = work.register.organisation(), work.register.staff()
        return self.renderer.render(compose_certificate(disposal, organisation, staff))

    def _refuse(self, seen: Reviewed, ground: Ground) -> None:
        refuse_what_is_held(seen.holds)
        refuse_too_early(ground, seen.due, ended=seen.facts.ended is not None)


def erased_in(seen: Reviewed) -> tuple[Erased, ...]:
    """What a case consists of, by kind, with the numbers people know."""
    numbers: dict[str, tuple[str, ...]] = {
        "interview": (seen.interview.number,) if seen.interview else (),
        "pack": tuple(pack.number for pack in seen.packs),
    }
    counts = Counter(kind for _, kind in seen.records)
    return tuple(
        Erased(kind, count, numbers.get(kind, ())) for kind, count in sorted(counts.items())
    )
