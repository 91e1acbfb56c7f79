"""Lets a button say that its work is under way, once that has taken long enough to notice."""

from PySide6.QtCore import QObject, Qt, QTimer, Slot
from PySide6.QtWidgets import QApplication

from welfare_app.ui.parts import Button, Kit


class BusyWords(QObject):
    """What a button says while its work lasts. Afterwards it has the keyboard again."""

    def __init__(self, kit: Kit, button: Button, words: str) -> None:
        super().__init__(button)
        self._button, self._words = button, words
        self._held = self._said = False
        self._wait = QTimer(self)
        self._wait.setSingleShot(True)
        self._wait.setInterval(kit.theme.tokens.motion.busy_after_ms)
        self._wait.timeout.connect(self._say)

    @property
    def busy(self) -> bool:
        """Whether work is under way, said or not yet said."""
        return self._wait.isActive() or self._said

    def show_busy(self, *, busy: bool) -> None:
        """Work has begun or is over; telling it the same again changes nothing."""
        if busy is self.busy:
            return
        if busy:
            self._wait.start()
            return
        self._wait.stop()
        self._said = False
        self._button.rest()
        here = QApplication.focusWidget()
        if self._held and (here is None or not here.isEnabled()):
            self._button.setFocus(Qt.FocusReason.OtherFocusReason)
        self._held = False

    @Slot()
    def _say(self) -> None:
        # switching a button off under the keyboard would send the keyboard wandering
        self._held = self._button.hasFocus()
        if self._held:
            self._button.clearFocus()
        self._said = True
        self._button.busy(self._words)
