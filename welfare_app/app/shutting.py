"""Lets go of what a locked program may not hold: the key, what was copied, records in memory."""

from PySide6.QtCore import QObject

from welfare_app.services.vaults import OpenVault
from welfare_app.ui.garbage import TidyHere
from welfare_app.ui.jobs import QtJobRunner
from welfare_app.ui.own_copies import OwnCopies
from welfare_app.ui.watch import Watch


class Shutting:
    """Made once with the window. Only once the key is gone may the laptop sleep."""

    def __init__(self, jobs: QtJobRunner, watch: Watch, parent: QObject) -> None:
        self._jobs, self._watch = jobs, watch
        self._tidy, self._copies = TidyHere(parent), OwnCopies(parent)
        self._vault: OpenVault | None = None

    @property
    def under_way(self) -> bool:
        """Whether a vault is still to be shut."""
        return self._vault is not None

    def begin(self, vault: OpenVault) -> None:
        """Let go, in the queue of jobs, so that one still writing can end before."""
        self._vault = vault
        self._jobs.start(lambda _: vault.close(), done=self._is_shut, failed=self._is_shut)
        self._copies.take_off()
        self._tidy.soon()

    def finish(self, opened: OpenVault | None) -> None:
        """Let go of everything now: the window is closing."""
        self._jobs.close()
        self._tidy.stop()
        # one that was still to be shut lost its place in the queue
        for vault in (self._vault, opened):
            if vault is not None:
                vault.close()
        self._vault = None
        self._watch.close()
        self._copies.take_off()

    def _is_shut(self, _told: object) -> None:
        self._vault = None
        self._watch.let_go()
