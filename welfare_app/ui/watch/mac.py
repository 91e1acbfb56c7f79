"""macOS: what its notices say of the screen, sleep and whose desktop is in front.

The names of the lock's and the screen saver's own stand in no document of Apple's, though other
programs have long relied on them. Which notice means what is told apart from hearing it, so that
it can be tried anywhere.
"""

import sys
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import Any

from PySide6.QtCore import QObject

from welfare_app.presenters.locking import Cause
from welfare_app.ui.watch.watch import Watch

DESKTOP = {
    "NSWorkspaceWillSleepNotification": Cause.SLEEP,
    "NSWorkspaceScreensDidSleepNotification": Cause.LID,
    "NSWorkspaceSessionDidResignActiveNotification": Cause.SWITCHED,
    "NSWorkspaceWillPowerOffNotification": Cause.ENDED,
}
"""What the desktop tells of. The screens sleep when the lid is shut, whatever else does."""
EVERYWHERE = {
    "com.apple.screenIsLocked": Cause.LOCKED,
    "com.apple.screensaver.didstart": Cause.SAVER,
}
"""What one program tells every other."""


@dataclass(frozen=True, slots=True)
class Centres:
    """Where this Mac sends notices out from, and the queue of the screen's thread."""

    desktop: Any
    everywhere: Any
    queue: Any


class MacWatch(Watch):
    """Listens to every notice that means nobody is at this Mac."""

    def __init__(self, parent: QObject, centres: Centres | None) -> None:
        super().__init__(parent)
        self._causes: set[Cause] = set()
        self._endings: list[Callable[[], None]] = []
        if centres:
            self._listen(centres.desktop, DESKTOP, centres.queue)
            self._listen(centres.everywhere, EVERYWHERE, centres.queue)

    @property
    def heard(self) -> frozenset[Cause]:
        """What is listened to, and what needs no asking."""
        return super().heard | self._causes

    def close(self) -> None:
        """Hear nothing more."""
        while self._endings:
            self._endings.pop()()

    def _listen(self, centre: Any, notices: dict[str, Cause], queue: Any) -> None:
        for name, cause in notices.items():
            observer = centre.addObserverForName_object_queue_usingBlock_(
                name, None, queue, lambda _notice: self.away.emit()
            )
            self._endings.append(partial(centre.removeObserver_, observer))
            self._causes.add(cause)


def centres() -> Centres | None:
    """Those of the Mac the program runs on; nothing on any other machine."""
    if sys.platform != "darwin":
        return None
    from AppKit import (  # noqa: PLC0415
        NSDistributedNotificationCenter,
        NSOperationQueue,
        NSWorkspace,
    )

    return Centres(
        NSWorkspace.sharedWorkspace().notificationCenter(),
        NSDistributedNotificationCenter.defaultCenter(),
        NSOperationQueue.mainQueue(),
    )
