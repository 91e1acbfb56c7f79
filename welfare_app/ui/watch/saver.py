"""What screen savers and lock screens tell of themselves on the desktop's own bus."""

from PySide6.QtCore import QObject, Signal, Slot

from welfare_app.presenters.locking import Cause
from welfare_app.ui.watch.bus import Bus

SAVERS = frozenset(
    f"org.{desktop}.ScreenSaver" for desktop in ("freedesktop", "gnome", "cinnamon", "mate", "xfce")
)
KDE = "org.kde.screensaver"
"""KDE says it a moment before its lock screen comes up, too."""


class SaverWatch(QObject):
    """Listens to whichever screen saver this desktop has."""

    away = Signal()

    def __init__(self, bus: Bus, parent: QObject) -> None:
        super().__init__(parent)
        self._bus, self._there = bus, set[str]()
        bus.told.connect(self._told)
        bus.owned.connect(self._owned)
        for name in SAVERS:
            bus.hear(name, "", name, "ActiveChanged")
        bus.hear(KDE, "", KDE, "AboutToLock")
        bus.look_for(SAVERS)

    @property
    def heard(self) -> frozenset[Cause]:
        """What can be heard now."""
        return frozenset({Cause.SAVER} if self._bus.there and self._there else ())

    @Slot(str, bool)
    def _owned(self, name: str, there: bool) -> None:
        if name in SAVERS:
            (self._there.add if there else self._there.discard)(name)

    @Slot(str, str, object)
    def _told(self, _path: str, name: str, first: object) -> None:
        if name == "AboutToLock" or (name == "ActiveChanged" and first is True):
            self.away.emit()
