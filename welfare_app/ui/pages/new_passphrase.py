"""A new passphrase typed twice, with how long it would last said under it."""

from collections.abc import Mapping

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame

from welfare_app.presenters.new_passphrase import Weighed
from welfare_app.ui.parts import Field, Kit, column, holding, row

NARROW = 420


class NewPassphrase(QFrame):
    """Two fields. `typed` tells what stands in the first as it is typed."""

    typed = Signal(str)

    def __init__(self, kit: Kit, ask: str, hint: str) -> None:
        super().__init__()
        self._secret, self._again = kit.line(secret=True), kit.line(secret=True)
        self._secret.textEdited.connect(self.typed)
        self.fields: Mapping[str, Field] = {
            "passphrase": kit.field(ask, self._secret, hint=hint, width=NARROW),
            "again": kit.field("The new passphrase once more", self._again, width=NARROW),
        }
        self._mark = kit.icon("circle-dashed", "quiet", "icon_small", line="small")
        self._words = kit.text("", "small", "quiet", wide=True)
        self._strong = holding(row(self._mark, self._words, gap=kit.space(2)))
        self._strong.hide()
        first = column(self.fields["passphrase"], self._strong, gap=kit.space(1))
        self.setLayout(column(first, self.fields["again"], gap=kit.space(5)))

    @property
    def passphrase(self) -> str:
        """What was typed first."""
        return self._secret.text()

    @property
    def again(self) -> str:
        """What was typed once more."""
        return self._again.text()

    def forget(self) -> None:
        """Let go of what was typed."""
        for line in (self._secret, self._again):
            line.clear()

    def show_weighed(self, weighed: Weighed) -> None:
        """Say how long it would last."""
        self._words.say(weighed.words)
        self._strong.setVisible(bool(weighed.words))
        icon = ("circle-check", "accent") if weighed.enough else ("circle-dashed", "quiet")
        self._mark.show_icon(*icon)
