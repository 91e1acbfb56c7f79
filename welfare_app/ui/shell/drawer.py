"""A rail with no room of its own: one button that opens it in place."""

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from welfare_app.ui.parts.button import Button
from welfare_app.ui.parts.kit import Kit


class Drawer(QFrame):
    """Holds something shut until its button is pressed."""

    def __init__(self, kit: Kit, content: QWidget, words: str, icon: str, pad: int) -> None:
        super().__init__()
        self.setObjectName("well")
        self.content = content
        self.button: Button = kit.button(words, icon=icon, trailing="chevron-down")
        self.button.clicked.connect(self.toggle)
        box = QVBoxLayout(self)
        box.setContentsMargins(pad, pad, pad, pad)
        box.addWidget(content)
        content.show()
        self.hide()

    @Slot()
    def toggle(self) -> None:
        """Open, or shut."""
        self.open(not self.isVisible())

    def open(self, opened: bool) -> None:
        """Open or shut it."""
        self.setVisible(opened)
        self.button.dress("chosen" if opened else "secondary")
        self.button.setAccessibleDescription("open" if opened else "shut")
