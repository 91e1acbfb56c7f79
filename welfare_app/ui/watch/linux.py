"""Linux: logind on the system's bus, the screen saver on the desktop's, and the end of a session.

Without a bus there is still the idle lock, and the clock that notices a sleep.
"""

from typing import TypeAlias

from PySide6.QtCore import QObject
from PySide6.QtDBus import QDBusConnection

from welfare_app.presenters.locking import Cause
from welfare_app.ui.watch.bus import Bus
from welfare_app.ui.watch.login import LoginWatch
from welfare_app.ui.watch.saver import SaverWatch
from welfare_app.ui.watch.watch import Watch

Where: TypeAlias = "str | QDBusConnection.BusType"
"""One of the two buses every desktop has, or an address."""


class LinuxWatch(Watch):
    """Made once, when the window is there."""

    def __init__(
        self,
        system: Where = QDBusConnection.BusType.SystemBus,
        session: Where = QDBusConnection.BusType.SessionBus,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._system, self._session = Bus(system, self), Bus(session, self)
        self._login = LoginWatch(self._system, self)
        self._saver = SaverWatch(self._session, self)
        self._login.away.connect(self.away)
        self._saver.away.connect(self.away)

    @property
    def heard(self) -> frozenset[Cause]:
        """What can be heard now, which changes as services come and go."""
        return super().heard | self._login.heard | self._saver.heard

    def hold(self) -> None:
        """The vault is open."""
        self._login.hold()

    def let_go(self) -> None:
        """The vault is locked."""
        self._login.let_go()

    def close(self) -> None:
        """Hear nothing more."""
        self._login.let_go()
        for bus in (self._system, self._session):
            bus.close()
