"""What any computer tells a program: that the desktop is being left for good."""

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QGuiApplication

from welfare_app.presenters.locking import Cause


class Watch(QObject):
    """Says `away` when the laptop is left. Systems that tell more have a watch of their own."""

    away = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        app = QGuiApplication.instance()
        if isinstance(app, QGuiApplication):
            app.commitDataRequest.connect(self._ending)

    @property
    def heard(self) -> frozenset[Cause]:
        """What this computer tells the program of. Logging out closes the window everywhere."""
        return frozenset({Cause.ENDED})

    def hold(self) -> None:
        """The vault is open: have a sleep wait until it is locked, where that can be asked."""

    def let_go(self) -> None:
        """The vault is locked: nothing has to wait any more."""

    def close(self) -> None:
        """Hear nothing more."""

    def _ending(self) -> None:
        self.away.emit()
