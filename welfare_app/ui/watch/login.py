"""What logind tells: the session is locked or left, the laptop sleeps, shuts down, or is shut.

Interfaces as in org.freedesktop.login1(5). A lid is not announced there, so it is looked at.
"""

import os

from PySide6.QtCore import QObject, QTimer, Signal, Slot
from PySide6.QtDBus import QDBusObjectPath, QDBusUnixFileDescriptor

from welfare_app.presenters.locking import Cause
from welfare_app.ui.watch.bus import Bus

LOGIN = "org.freedesktop.login1"
ROOT = "/org/freedesktop/login1"
MANAGER, SESSION = f"{LOGIN}.Manager", f"{LOGIN}.Session"
LOOK_AT_LID_MS = 3_000

_INHIBIT = ("sleep:shutdown", "Notes", "Putting notes away", "delay")


class LoginWatch(QObject):
    """Listens to logind, and while the vault is open has a sleep wait for the lock."""

    away = Signal()

    def __init__(self, bus: Bus, parent: QObject) -> None:
        super().__init__(parent)
        self._bus, self._session = bus, ""
        self._there, self._known = False, dict[str, bool]()
        self._holding, self._inhibitor = False, -1
        self._lid = QTimer(self)
        self._lid.setInterval(LOOK_AT_LID_MS)
        self._lid.timeout.connect(self._look_at_lid)
        bus.told.connect(self._told)
        bus.owned.connect(self._owned)
        for name in ("PrepareForSleep", "PrepareForShutdown"):
            bus.hear(LOGIN, ROOT, MANAGER, name)
        bus.hear_properties(LOGIN, ROOT)
        bus.look_for(frozenset({LOGIN}))

    @property
    def heard(self) -> frozenset[Cause]:
        """What can be heard now."""
        found: set[Cause] = set()
        if self._bus.there and self._there:
            found |= {Cause.SLEEP, Cause.ENDED}
            if self._session:
                found |= {Cause.LOCKED, Cause.SWITCHED}
            if "LidClosed" in self._known:
                found.add(Cause.LID)
        return frozenset(found)

    def hold(self) -> None:
        """Have a sleep wait for the lock. Logind itself lets nobody hold it up for long."""
        self._holding = True
        self._lid.start()
        if self._inhibitor < 0:
            self._bus.ask(LOGIN, ROOT, MANAGER, "Inhibit", *_INHIBIT, then=self._inhibits)

    def let_go(self) -> None:
        """It is locked: let the laptop sleep."""
        self._holding = False
        self._lid.stop()
        if self._inhibitor >= 0:
            os.close(self._inhibitor)
            self._inhibitor = -1

    def _inhibits(self, answer: object) -> None:
        if not isinstance(answer, QDBusUnixFileDescriptor):
            return
        if self._holding and self._inhibitor < 0:
            # Qt closes the one it was given
            self._inhibitor = os.dup(answer.fileDescriptor())

    # Whose session this is

    @Slot(str, bool)
    def _owned(self, name: str, there: bool) -> None:
        if name != LOGIN:
            return
        self._there, self._session = there, ""
        self._known.clear()
        if there:
            self._find(_names())
            self._look_at_lid()
            if self._holding:
                # whatever held the laptop awake went with the one who was asked
                self.let_go()
                self.hold()

    def _find(self, names: tuple[tuple[str, ...], ...]) -> None:
        """Ask for our own session by one name after another, until one is known."""
        if not names:
            return
        (method, *words), rest = names[0], names[1:]

        def found(answer: object) -> None:
            if isinstance(answer, QDBusObjectPath):
                self._listen(answer.path())
            else:
                self._find(rest)

        self._bus.ask(LOGIN, ROOT, MANAGER, method, *words, then=found)

    def _listen(self, session: str) -> None:
        self._session = session
        self._bus.hear(LOGIN, session, SESSION, "Lock")
        self._bus.hear_properties(LOGIN, session)
        self._look_at_session()

    # What is told

    @Slot(str, str, object)
    def _told(self, path: str, name: str, first: object) -> None:
        match name:
            case "Lock" if path == self._session:
                self.away.emit()
            case "PrepareForSleep" | "PrepareForShutdown" if first is True:
                self.away.emit()
            case "PropertiesChanged" if path == self._session:
                self._look_at_session()
            case "PropertiesChanged" if path == ROOT:
                self._look_at_lid()

    def _look_at_session(self) -> None:
        for name, left in (("Active", False), ("LockedHint", True)):
            self._look(self._session, SESSION, name, left=left)

    @Slot()
    def _look_at_lid(self) -> None:
        if self._there:
            self._look(ROOT, MANAGER, "LidClosed", left=True)

    def _look(self, path: str, interface: str, name: str, *, left: bool) -> None:
        """See what a property is now, and whether it has turned to what means nobody is there."""

        def seen(answer: object) -> None:
            if not isinstance(answer, bool):
                return
            # one that was so all along says nothing: a lid may be shut beside another screen
            turned = self._known.get(name, left) != answer == left
            self._known[name] = answer
            if turned:
                self.away.emit()

        self._bus.read(LOGIN, path, interface, name, seen)


def _names() -> tuple[tuple[str, ...], ...]:
    """The ways to ask for our own session, the surest first."""
    known = os.environ.get("XDG_SESSION_ID", "")
    own = (("GetSession", known),) if known else ()
    return (*own, ("GetSession", "auto"))
