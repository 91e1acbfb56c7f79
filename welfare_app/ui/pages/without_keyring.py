"""Offers to go on without the laptop's keyring, once it has said no."""

from PySide6.QtWidgets import QFrame

from welfare_app.ui.parts import Kit, Option, column

_WORDS = "Make it without this laptop’s keyring"
_HINT = "A copy of the vault’s folder could then be opened with the passphrase alone."


class WithoutKeyring(QFrame):
    """One thing to tick, out of the way until it is offered."""

    def __init__(self, kit: Kit) -> None:
        super().__init__()
        self.choices = kit.choices([Option("without", _WORDS, _HINT)], many=True)
        self.setLayout(column(self.choices))
        self.hide()

    @property
    def chosen(self) -> bool:
        """Whether it was offered and ticked."""
        return bool(self.choices.values()) and not self.isHidden()
