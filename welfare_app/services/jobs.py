"""Long work, as services see it: a function that reports progress and can be told to stop."""

from collections.abc import Callable
from typing import Protocol, TypeAlias, TypeVar

Result = TypeVar("Result")


class Cancelled(Exception):
    """Raised inside a job when the person has asked it to stop."""


class Progress(Protocol):
    """Told how far a job has got. Raises `Cancelled` once the person has asked to stop."""

    def __call__(self, done: int, total: int, /) -> None:
        """Say how far."""


Job: TypeAlias = Callable[[Progress], Result]


def no_progress(_done: int, _total: int, /) -> None:
    """Where nobody is watching."""


def share(progress: Progress, first: int, last: int) -> Progress:
    """Progress for one part of a job, which goes from `first` to `last` of a thousand."""

    def told(done: int, total: int, /) -> None:
        progress(first + (last - first) * done // max(total, 1), 1000)

    return told


class Ticket(Protocol):
    """A started job."""

    def cancel(self) -> None:
        """Ask the job to stop at its next report of progress."""
        ...


class JobRunner(Protocol):
    """Runs jobs one after another, away from the screen, and brings results back to it."""

    def start(
        self,
        job: "Job[Result]",
        *,
        done: Callable[[Result], None],
        failed: Callable[[Exception], None],
        progress: Callable[[int, int], None] = ...,
    ) -> Ticket:
        """Queue a job. Exactly one of `done` and `failed` is called, unless it is cancelled."""
        ...
