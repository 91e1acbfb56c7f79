"""What locks the program: how long nobody may touch it, and what this computer tells of."""

from PySide6.QtCore import QSignalBlocker, Signal, Slot
from PySide6.QtWidgets import QFrame

from welfare_app.presenters.locking import MINUTES, LockingScreen
from welfare_app.ui.parts import Kit, Option, column
from welfare_app.ui.parts.layout import clear

_KEPT = "What you typed is kept each time. It warns you for the last 30 seconds."
_UNHEARD = "Press Ctrl+L yourself before these"
_NOT_TOLD = "This computer does not tell the program of them."


class LockingPart(QFrame):
    """A choice of minutes, and under it everything that locks here, and what does not."""

    chosen = Signal(int)

    def __init__(self, kit: Kit) -> None:
        super().__init__()
        self._kit = kit
        self._shown: LockingScreen | None = None
        options = [Option(str(one), str(one)) for one in MINUTES]
        self._choices = kit.choices(options, across=True)
        self._choices.answered.connect(self._choose)
        self._field = kit.field(
            "Minutes without a touch before it locks", self._choices, hint=_KEPT, role="heading"
        )
        self._list = column()
        heading = kit.text("What locks it", "strong")
        space = kit.space
        self.setLayout(column(self._field, space(4), heading, space(2), self._list))

    def show_screen(self, screen: LockingScreen) -> None:
        """Draw it, without reporting a choice that nobody made."""
        if screen == self._shown:
            return
        self._shown = screen
        key = str(screen.minutes)
        if self._choices.value() != key and screen.minutes in MINUTES:
            with QSignalBlocker(self._choices):
                self._choices.choose(key)
        clear(self._list)
        for words in screen.heard:
            self._list.addWidget(self._kit.point("check", words, ink="accent", role="body"))
        if screen.unheard:
            self._list.addSpacing(self._kit.space(3))
            self._list.addWidget(self._card(screen.unheard))

    def _card(self, unheard: tuple[str, ...]) -> QFrame:
        kit = self._kit
        points = (kit.point("minus", one, role="body") for one in unheard)
        about = kit.text(_NOT_TOLD, "small", "quiet")
        words = kit.text(_UNHEARD, "strong")
        return kit.card(words, about, kit.space(2), *points, look="well", pad=4)

    @Slot()
    def _choose(self) -> None:
        self.chosen.emit(int(self._choices.value()))
