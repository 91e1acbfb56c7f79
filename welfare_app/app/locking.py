"""The idle lock as a person chose it, and what this computer can tell, for This laptop to say."""

from welfare_app.presenters.locking import Cause
from welfare_app.ui.idle import IdleWatch
from welfare_app.ui.preferences import Preferences
from welfare_app.ui.watch import Watch


class LockingChoice:
    """Made once with the window. A choice holds from the moment it is made."""

    def __init__(self, preferences: Preferences, idle: IdleWatch, watch: Watch) -> None:
        self._preferences, self._idle, self._watch = preferences, idle, watch

    @property
    def minutes(self) -> int:
        """How long nobody may touch it."""
        return self._preferences.minutes

    @property
    def heard(self) -> frozenset[Cause]:
        """What this computer tells the program of."""
        return self._watch.heard

    def choose(self, minutes: int) -> None:
        """Wait this long from now on."""
        self._preferences.lock_after(minutes)
        self._idle.allow(self.minutes)

    def begin(self) -> None:
        """The vault is open."""
        self._idle.allow(self.minutes)
        self._idle.start()
        self._watch.hold()
