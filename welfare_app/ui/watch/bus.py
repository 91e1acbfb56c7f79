"""One message bus of Linux, asked and listened to without ever waiting for it."""

from collections.abc import Callable
from itertools import count
from typing import TypeAlias, cast

from PySide6.QtCore import SLOT, QObject, Signal, Slot
from PySide6.QtDBus import (
    QDBusConnection,
    QDBusMessage,
    QDBusPendingCall,
    QDBusPendingCallWatcher,
    QDBusVariant,
)

Answer: TypeAlias = Callable[[object], None]

_BUS = "org.freedesktop.DBus"
_PROPERTIES = "org.freedesktop.DBus.Properties"
_NUMBERS = count(1)


class Bus(QObject):
    """A connection of its own. Where there is no bus, or it goes away, nothing is ever told."""

    told = Signal(str, str, object)
    """Path, name and first argument of a signal that was asked for."""
    owned = Signal(str, bool)
    """A name on the bus, and whether anybody answers to it now."""

    def __init__(self, where: "str | QDBusConnection.BusType", parent: QObject) -> None:
        super().__init__(parent)
        self._name = f"notes-{next(_NUMBERS)}"
        self._connection = QDBusConnection.connectToBus(where, self._name)
        self._asking: dict[QDBusPendingCallWatcher, Answer] = {}
        if self.there:
            self._hear(_BUS, "", _BUS, "NameOwnerChanged", "_owner_changed(QDBusMessage)")

    @property
    def there(self) -> bool:
        """Whether there is a bus."""
        return self._connection.isConnected()

    def hear(self, service: str, path: str, interface: str, name: str) -> None:
        """Listen for a signal of a service; a blank path is any."""
        self._hear(service, path, interface, name, "_signalled(QDBusMessage)")

    def hear_properties(self, service: str, path: str) -> None:
        """Listen for changes of a service's properties. Which they were is for `read`."""
        self.hear(service, path, _PROPERTIES, "PropertiesChanged")

    def ask(
        self, service: str, path: str, interface: str, name: str, *words: str, then: Answer
    ) -> None:
        """Call a method; `then` hears the first thing it answers, or nothing where it fails."""
        call = QDBusMessage.createMethodCall(service, path, interface, name)
        call.setArguments(list(words))
        # whoever is not running is not woken for our sake
        call.setAutoStartService(False)
        pending: QDBusPendingCall = self._connection.asyncCall(call)
        waiting = QDBusPendingCallWatcher(pending, self)
        self._asking[waiting] = then
        waiting.finished.connect(self._answered)

    def read(self, service: str, path: str, interface: str, name: str, then: Answer) -> None:
        """Read one property."""

        def unwrapped(answer: object) -> None:
            then(answer.variant() if isinstance(answer, QDBusVariant) else answer)

        self.ask(service, path, _PROPERTIES, "Get", interface, name, then=unwrapped)

    def look_for(self, names: frozenset[str]) -> None:
        """Say by `owned` which of these names somebody answers to now."""

        def listed(answer: object) -> None:
            there = answer if isinstance(answer, list) else []
            for name in sorted(names.intersection(there)):
                self.owned.emit(name, True)

        self.ask(_BUS, "/org/freedesktop/DBus", _BUS, "ListNames", then=listed)

    def close(self) -> None:
        """Hear nothing more."""
        self._asking.clear()
        QDBusConnection.disconnectFromBus(self._name)

    def _hear(self, service: str, path: str, interface: str, name: str, slot: str) -> None:
        # the stubs ask for bytes; the binding takes what its own SLOT makes
        ours = cast("bytes", SLOT(slot))
        self._connection.connect(service, path, interface, name, self, ours)

    @Slot(QDBusPendingCallWatcher)
    def _answered(self, waiting: QDBusPendingCallWatcher) -> None:
        then = self._asking.pop(waiting, None)
        answer = None if waiting.isError() else next(iter(waiting.reply().arguments()), None)
        waiting.deleteLater()
        if then is not None:
            then(answer)

    @Slot("QDBusMessage")
    def _signalled(self, message: QDBusMessage) -> None:
        first = next(iter(message.arguments()), None)
        self.told.emit(message.path(), message.member(), first)

    @Slot("QDBusMessage")
    def _owner_changed(self, message: QDBusMessage) -> None:
        match message.arguments():
            case [str() as name, _, str() as owner]:
                self.owned.emit(name, bool(owner))
