"""Says on the page of a pack that it was sealed, and leads to what became of it."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QFrame

from welfare_app.presenters.pack_screen import SealedCard
from welfare_app.ui.parts import Kit, column
from welfare_app.ui.parts.layout import clear, fill


class HandoverCard(QFrame):
    """Out of the way until a pack was sealed."""

    wanted = Signal()

    def __init__(self, kit: Kit) -> None:
        super().__init__()
        self._kit = kit
        self._shown: SealedCard | None = None
        self._here = column()
        self.setLayout(self._here)
        self.hide()

    def show_sealed(self, sealed: SealedCard | None) -> None:
        """Show this, or nothing."""
        self.setVisible(sealed is not None)
        if sealed == self._shown:
            return
        self._shown = sealed
        clear(self._here)
        if sealed is not None:
            kit = self._kit
            button = kit.button("What became of it", compact=True, pressed=self._go)
            icon = "circle-alert" if sealed.late else "file-lock"
            notice = kit.notice(
                icon,
                sealed.title,
                sealed.said,
                look="attention" if sealed.late else "well",
                button=button,
            )
            fill(self._here, (notice, kit.space(4)))

    @Slot()
    def _go(self) -> None:
        self.wanted.emit()
