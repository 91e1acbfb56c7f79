"""A room: a page, what stands behind it, and the way back out."""

from collections.abc import Callable
from dataclasses import dataclass, field

from welfare_app.presenters.places import Place
from welfare_app.services.jobs import JobRunner, Progress, Result, Ticket, no_progress
from welfare_app.services.ports import Changes
from welfare_app.ui.shell import Page


class RoomJobs:
    """Runs jobs for one room. Once it has been left, their news is no longer told."""

    def __init__(self, jobs: JobRunner) -> None:
        self._jobs, self._left = jobs, False

    def leave(self) -> None:
        """Stop listening. What runs goes on to its end."""
        self._left = True

    def start(
        self,
        job: Callable[[Progress], Result],
        *,
        done: Callable[[Result], None],
        failed: Callable[[Exception], None],
        progress: Callable[[int, int], None] = no_progress,
    ) -> Ticket:
        """Queue a job."""

        def told(result: Result) -> None:
            if not self._left:
                done(result)

        def went_wrong(error: Exception) -> None:
            if not self._left:
                failed(error)

        def went_on(so_far: int, total: int) -> None:
            if not self._left:
                progress(so_far, total)

        return self._jobs.start(job, done=told, failed=went_wrong, progress=went_on)


def _nothing() -> None:
    """There is nothing to do."""


def _unmoved(_changes: Changes) -> None:
    """What changed elsewhere does not show here."""


def _never() -> bool:
    """Nothing here would be lost."""
    return False


@dataclass(frozen=True, slots=True)
class Room:
    """Made for one place. `presenter` is held here so that it lives as long as its page.

    `holds` says that leaving now would lose something shown only once.
    """

    page: Page
    place: Callable[[], Place]
    presenter: object
    jobs: RoomJobs
    back: Callable[[], None] = _nothing
    changed: Callable[[Changes], None] = _unmoved
    forget: Callable[[], None] = field(default=_nothing)
    holds: Callable[[], bool] = _never

    def leave(self) -> None:
        """Keep what is being typed, and stop listening."""
        report = getattr(self.page, "report_all", None)
        try:
            if report is not None:
                report()
        finally:
            self.forget()
            self.jobs.leave()
