"""The one ear on every event of the program, for whatever must hear of events anywhere in it.

To hear one event costs a call into Python, whoever listens: so all who do share one filter.
"""

from typing import Protocol
from weakref import ref

from PySide6.QtCore import QCoreApplication, QEvent, QObject
from shiboken6 import isValid

Kinds = tuple[type[QEvent], ...]


class Listener(Protocol):
    """A `QObject` that listens, for as long as it lives."""

    def heard(self, watched: QObject, event: QEvent, /) -> bool:
        """Answer whether the event is to go no further."""


class Ear(QObject):
    """Belongs to the application. Whoever began to listen last is told first."""

    def __init__(self, app: QCoreApplication) -> None:
        super().__init__(app)
        self._listening: list[tuple[ref[Listener], Kinds]] = []
        self._kinds: Kinds = ()
        app.installEventFilter(self)

    @classmethod
    def of(cls, app: QCoreApplication) -> "Ear":
        """The application's ear, made when it is first asked for."""
        return app.findChild(cls) or cls(app)

    def tell(self, listener: Listener, *kinds: type[QEvent]) -> None:
        """Tell someone of all events of some kinds, from now on."""
        self._listening = [(ref(listener), kinds), *filter(_lives, self._listening)]
        self._kinds = tuple({kind for _, kinds in self._listening for kind in kinds})

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let nearly everything go by at once."""
        if not isinstance(event, self._kinds):
            return False
        for known, kinds in self._listening:
            listener = known()
            if listener is None or not isinstance(event, kinds) or not isValid(listener):
                continue
            if listener.heard(watched, event):
                return True
        return False


def _lives(entry: tuple[ref[Listener], Kinds]) -> bool:
    """Whether it still listens."""
    listener = entry[0]()
    return listener is not None and isValid(listener)
