"""A key that must work while the button it is written on is out of sight, as in a shut drawer."""

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QWidget

from welfare_app.ui.parts import Button
from welfare_app.ui.parts.keys import shortcut


class SpareKey(QObject):
    """Presses a button by its key while it is hidden; in sight the button hears the key itself."""

    def __init__(self, key: str, button: Button, owner: QWidget) -> None:
        super().__init__(owner)
        self._spare = shortcut(key, owner)
        self._spare.activated.connect(button.click)
        self._spare.setEnabled(not button.isVisible())
        button.installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Give way while the button is in sight: two owners of one key would silence both."""
        if event.type() == QEvent.Type.Show:
            self._spare.setEnabled(False)
        elif event.type() == QEvent.Type.Hide:
            self._spare.setEnabled(True)
        return False
