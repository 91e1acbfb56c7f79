"""What is worth knowing about a talk, in quiet lines under the head of a page."""

from PySide6.QtWidgets import QFrame, QVBoxLayout

from welfare_app.ui.parts import Kit
from welfare_app.ui.parts.layout import clear


class Notices(QFrame):
    """Out of the way where there is nothing to know."""

    def __init__(self, kit: Kit) -> None:
        super().__init__()
        self._kit = kit
        self._shown: tuple[str, ...] = ()
        self._box = QVBoxLayout(self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.setSpacing(0)

    def show_notices(self, notices: tuple[str, ...]) -> None:
        """Show these; the same again changes nothing."""
        if notices == self._shown:
            return
        self._shown = notices
        clear(self._box)
        for words in notices:
            self._box.addWidget(self._kit.point("info", words))
            self._box.addSpacing(self._kit.space(4))
