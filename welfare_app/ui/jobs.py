"""Runs jobs on one background thread and brings their news back to the screen's thread.

No Qt object ever lives on the other thread, nor dies there: it leaves numbers in a queue and rings
one bell. What a job was asked with may be the last to hold a page; letting go of a page where the
screen's thread is at work on another can stop both for ever.
"""

from collections import deque
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from threading import Event
from typing import Any, TypeVar

from PySide6.QtCore import QObject, Qt, Signal, Slot

from welfare_app.services.jobs import Cancelled, Job, no_progress

Result = TypeVar("Result")


class JobTicket:
    """A started job."""

    def __init__(self) -> None:
        self._stop = Event()

    def cancel(self) -> None:
        """Ask the job to stop at its next report of progress. It will say nothing more."""
        self._stop.set()

    @property
    def cancelled(self) -> bool:
        """Whether it has been asked to stop."""
        return self._stop.is_set()


@dataclass(slots=True, eq=False)
class _Asked:
    """A job and whom to tell, and then its outcome. Emptied by the screen's thread alone."""

    ticket: JobTicket
    job: Job[Any] | None
    done: Callable[[Any], None] | None
    failed: Callable[[Exception], None] | None
    progress: Callable[[int, int], None] | None
    outcome: Any = None
    error: Exception | None = None
    ended: bool = False

    def empty(self) -> None:
        """Let go of everything."""
        self.job = self.done = self.failed = self.progress = None
        self.outcome = self.error = None


class QtJobRunner(QObject):
    """The one place where threads meet Qt. Made once, on the screen's thread, and kept."""

    _rung = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._news: deque[tuple[_Asked, tuple[int, int] | None]] = deque()
        self._thread = ThreadPoolExecutor(max_workers=1, thread_name_prefix="job")
        self._asked: set[_Asked] = set()
        self._rung.connect(self._tell, Qt.ConnectionType.QueuedConnection)

    def start(
        self,
        job: Job[Result],
        *,
        done: Callable[[Result], None],
        failed: Callable[[Exception], None],
        progress: Callable[[int, int], None] = no_progress,
    ) -> JobTicket:
        """Queue a job. Exactly one of `done` and `failed` is called, unless it was stopped.

        A job that came to its end before it heard that it should stop is told as done: what it
        did has happened, and somebody must hear of it.
        """
        asked = _Asked(JobTicket(), job, done, failed, progress)
        self._asked.add(asked)
        self._thread.submit(self._run, asked)
        return asked.ticket

    @property
    def busy(self) -> bool:
        """Whether anything is under way or waiting."""
        return bool(self._asked)

    def cancel(self) -> None:
        """Ask what is running to stop, and drop what is waiting. Nothing of it is told."""
        for asked in self._asked:
            asked.ticket.cancel()

    def close(self) -> None:
        """Ask what is running to stop, wait for it, and drop what is waiting and untold."""
        self.cancel()
        self._thread.shutdown(wait=True, cancel_futures=True)
        for asked in self._asked:
            asked.empty()
        self._asked.clear()
        self._news.clear()

    # On the other thread

    def _run(self, asked: _Asked) -> None:
        def report(so_far: int, total: int, /) -> None:
            if asked.ticket.cancelled:
                raise Cancelled
            self._later(asked, (so_far, total))

        try:
            if asked.job is not None and not asked.ticket.cancelled:
                asked.outcome = asked.job(report)
                asked.ended = True
        except Cancelled:
            pass
        except Exception as error:  # noqa: BLE001 - every failure must reach the screen
            if not asked.ticket.cancelled:
                asked.error = error
        self._later(asked, None)

    def _later(self, asked: _Asked, so_far: tuple[int, int] | None) -> None:
        self._news.append((asked, so_far))
        self._rung.emit()

    # On the screen's

    @Slot()
    def _tell(self) -> None:
        while self._news:
            asked, so_far = self._news.popleft()
            if so_far is None:
                self._end(asked)
            elif asked.progress is not None and not asked.ticket.cancelled:
                # one cancelled after its news was sent is not heard: the person has moved on
                asked.progress(*so_far)

    def _end(self, asked: _Asked) -> None:
        self._asked.discard(asked)
        done, failed, outcome, error = asked.done, asked.failed, asked.outcome, asked.error
        asked.empty()
        if error is not None and failed is not None:
            failed(error)
        elif asked.ended and done is not None:
            done(outcome)
