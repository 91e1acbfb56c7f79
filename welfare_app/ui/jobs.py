"""Runs jobs on one background thread and brings their news back to the screen's thread.

No Qt object ever lives on the other thread: it leaves closures in a queue and rings one bell.
"""

from collections import deque
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from threading import Event
from typing import TypeVar

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


class QtJobRunner(QObject):
    """The one place where threads meet Qt. Made once, on the screen's thread, and kept."""

    _rung = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._news: deque[Callable[[], None]] = deque()
        self._thread = ThreadPoolExecutor(max_workers=1, thread_name_prefix="job")
        self._tickets: set[JobTicket] = set()
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
        ticket = JobTicket()
        self._tickets.add(ticket)

        def report(so_far: int, total: int, /) -> None:
            if ticket.cancelled:
                raise Cancelled
            self._later(partial(self._hear, ticket, partial(progress, so_far, total)))

        def run() -> None:
            news: Callable[[], None] | None = None
            try:
                if not ticket.cancelled:
                    news = partial(done, job(report))
            except Cancelled:
                pass
            except Exception as error:  # noqa: BLE001 - every failure must reach the screen
                if not ticket.cancelled:
                    news = partial(failed, error)
            self._later(partial(self._end, ticket, news))

        self._thread.submit(run)
        return ticket

    @property
    def busy(self) -> bool:
        """Whether anything is under way or waiting."""
        return bool(self._tickets)

    def cancel(self) -> None:
        """Ask what is running to stop, and drop what is waiting. Nothing of it is told."""
        for ticket in self._tickets:
            ticket.cancel()

    def close(self) -> None:
        """Ask what is running to stop, wait for it, and drop what is waiting and untold."""
        self.cancel()
        self._thread.shutdown(wait=True, cancel_futures=True)
        self._tickets.clear()
        self._news.clear()

    def _later(self, call: Callable[[], None]) -> None:
        self._news.append(call)
        self._rung.emit()

    def _hear(self, ticket: JobTicket, news: Callable[[], None]) -> None:
        # cancelled after the news was sent, before it was heard: the person has moved on
        if not ticket.cancelled:
            news()

    def _end(self, ticket: JobTicket, news: Callable[[], None] | None) -> None:
        self._tickets.discard(ticket)
        if news is not None:
            news()

    @Slot()
    def _tell(self) -> None:
        while self._news:
            self._news.popleft()()
