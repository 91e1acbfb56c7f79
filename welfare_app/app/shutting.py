"""Lets go of what a locked program may not hold: the key, what was copied, records in memory."""

from typing import TypeAlias

from PySide6.QtCore import QObject

from welfare_app.services.jobs import Job, no_progress
from welfare_app.ui.garbage import TidyHere
from welfare_app.ui.jobs import QtJobRunner
from welfare_app.ui.own_copies import OwnCopies
from welfare_app.ui.watch import Watch

LetGo: TypeAlias = Job[None]
"""Ends with a vault shut. Shutting one twice does no harm."""


class Shutting:
    """Made once with the window. Only once the key is gone may the laptop sleep."""

    def __init__(self, jobs: QtJobRunner, watch: Watch, parent: QObject) -> None:
        self._jobs, self._watch = jobs, watch
        self._tidy, self._copies = TidyHere(parent), OwnCopies(parent)
        self._let_go: LetGo | None = None

    @property
    def under_way(self) -> bool:
        """Whether a vault is still to be shut."""
        return self._let_go is not None

    def begin(self, let_go: LetGo) -> None:
        """Let go of a vault, in the queue of jobs, so that one still writing can end before."""
        self._let_go = let_go
        self._jobs.start(let_go, done=self._is_shut, failed=self._is_shut)
        self._copies.take_off()
        self._tidy.soon()

    def finish(self, opened: LetGo | None) -> None:
        """Let go of everything now: the window is closing."""
        self._jobs.close()
        self._tidy.stop()
        # one that was still to be shut lost its place in the queue
        for let_go in (self._let_go, opened):
            if let_go is not None:
                let_go(no_progress)
        self._let_go = None
        self._watch.close()
        self._copies.take_off()

    def _is_shut(self, _told: object) -> None:
        self._let_go = None
        self._watch.let_go()
