"""What the program does for the vault without being asked, on a thread of its own."""

from contextlib import suppress

from PySide6.QtCore import QObject

from welfare_app.domain.errors import WelfareAppError
from welfare_app.services.desk import Desk
from welfare_app.services.jobs import Job, Progress
from welfare_app.ui.jobs import QtJobRunner


class Upkeep:
    """Backs up after unlocking, and before locking where that is quick.

    `jobs` is a second queue: a long backup there holds no sealing or keeping of evidence up.
    """

    def __init__(self, parent: QObject) -> None:
        self.jobs = QtJobRunner(parent)

    def begin(self, desk: Desk) -> None:
        """The vault was unlocked: do what is due."""
        self.jobs.start(desk.back_up.keep_up, done=_ignore, failed=_foreseen)

    def last(self, desk: Desk) -> Job[None]:
        """Stop what runs, and give the job that ends with the vault locked."""
        backing_up = self.jobs.busy
        self.jobs.cancel()

        def job(progress: Progress) -> None:
            try:
                if not backing_up:
                    with suppress(WelfareAppError):
                        desk.back_up.before_locking(progress)
            finally:
                desk.let_go()

        return job


def _ignore(_told: object) -> None:
    """Nobody is waiting to hear."""


def _foreseen(error: Exception) -> None:
    """What was foreseen is written down in the vault; anything else is a fault of ours."""
    if not isinstance(error, WelfareAppError):
        raise error
