"""Where an answer was copied from, and the button that makes it this person's own."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QFrame, QWidget

from welfare_app.ui.editors.local_key import LocalKeyButton
from welfare_app.ui.parts import Kit, flow

KEY = "Alt+A"


class Copied(QFrame):
    """Hidden unless there is an answer that nobody has accepted yet."""

    accepted = Signal()

    def __init__(self, kit: Kit, label: str, owner: QWidget | None) -> None:
        super().__init__()
        self._text = kit.text("", "small", "quiet")
        button = LocalKeyButton(kit, "That is right", KEY, owner, icon="check", compact=True)
        button.setAccessibleDescription(label)
        button.clicked.connect(self._pressed)
        self.setLayout(flow(self._text, button, gap=kit.space(2)))
        self.hide()

    def show_words(self, words: str) -> None:
        """Say where the answer came from; nothing hides it."""
        if words != self._text.words:
            self._text.say(words)
        if self.isHidden() is bool(words):
            self.setVisible(bool(words))

    @Slot()
    def _pressed(self) -> None:
        # the key is heard even while the button is out of sight
        if self._text.words:
            self.accepted.emit()
