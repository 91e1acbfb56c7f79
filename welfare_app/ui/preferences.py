"""What is remembered of a person's wishes: the look, the text size, the window, the idle lock."""

import os
import sys

from PySide6.QtCore import QByteArray, QSettings

from welfare_app.presenters.locking import USUAL, whole_minutes

NAME = "Notes"
"""What the settings are called on the disk: nothing that gives the program away."""

SCHEMES = ("system", "light", "dark", "contrast_light", "contrast_dark")


def keep_no_history() -> None:
    """Keep Qt from writing down which folders were visited, where it can be kept from it.

    Its dialogs do so when they go, in settings anyone on the laptop can read. Where those are a
    file, they get a place that cannot be written to; elsewhere each dialog covers its own tracks.
    """
    if os.name == "posix" and sys.platform != "darwin":
        QSettings.setPath(QSettings.Format.NativeFormat, QSettings.Scope.UserScope, os.devnull)


class Preferences:
    """Kept in the system's own place for settings. Nothing of any case is ever among them."""

    def __init__(self) -> None:
        self._settings = QSettings(
            QSettings.Format.IniFormat, QSettings.Scope.UserScope, NAME, NAME.lower()
        )

    @property
    def scheme(self) -> str:
        """The look that was chosen."""
        chosen = str(self._settings.value("scheme", "system"))
        return chosen if chosen in SCHEMES else "system"

    @property
    def scale(self) -> float:
        """The text size that was chosen, 1.0 to 2.0."""
        try:
            return min(max(float(str(self._settings.value("scale", "1.0"))), 1.0), 2.0)
        except ValueError:
            return 1.0

    @property
    def place(self) -> QByteArray:
        """Where the window stood."""
        kept = self._settings.value("place", QByteArray())
        return kept if isinstance(kept, QByteArray) else QByteArray()

    @property
    def minutes(self) -> int:
        """How long nobody may touch the laptop before it locks."""
        return whole_minutes(self._settings.value("lock-after", USUAL))

    def lock_after(self, minutes: int) -> None:
        """Remember how long nobody may touch it."""
        self._settings.setValue("lock-after", whole_minutes(minutes))

    def choose(self, scheme: str, scale: float) -> None:
        """Remember a look."""
        self._settings.setValue("scheme", scheme)
        self._settings.setValue("scale", str(scale))

    def stand(self, place: QByteArray) -> None:
        """Remember where the window stood."""
        self._settings.setValue("place", place)
