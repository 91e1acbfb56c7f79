"""Shows the recovery code large, in the groups in which it is typed."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QGridLayout, QVBoxLayout

from welfare_app.ui.parts import Kit
from welfare_app.ui.parts.layout import clear

_ACROSS = 3


class RecoveryCard(QFrame):
    """Groups of four in rows of three, as they stand on the printed sheet."""

    def __init__(self, kit: Kit) -> None:
        super().__init__()
        self._kit = kit
        self._code = ""
        self._box = QVBoxLayout(self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self.setAccessibleName("The code")
        # the sheet is printed so, whatever the language of the screen
        self.setLayoutDirection(Qt.LayoutDirection.LeftToRight)

    def show_code(self, code: str) -> None:
        """Show this code."""
        if code == self._code:
            return
        self._code = code
        clear(self._box)
        grid = QGridLayout()
        grid.setHorizontalSpacing(self._kit.space(7))
        grid.setVerticalSpacing(self._kit.space(3))
        for at, group in enumerate(code.split("-")):
            words = self._kit.text(group, "spoken", figures=True, one_line=True)
            grid.addWidget(words, at // _ACROSS, at % _ACROSS)
        grid.setColumnStretch(_ACROSS, 1)
        self._box.addWidget(self._kit.card(grid))
