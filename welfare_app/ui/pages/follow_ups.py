"""What opens below a choice once it is made, where that holds choices of its own.

Qt takes every exclusive button inside a group for one of the group, however deep it stands, so
choices cannot be put inside choices.
"""

from collections.abc import Mapping

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QFrame, QWidget

from welfare_app.ui.parts import Choices, Kit, column


class FollowUps(QFrame):
    """One part for each choice; only that of the choice made is in sight. Hidden ones keep."""

    def __init__(self, kit: Kit, choices: Choices, parts: Mapping[str, QWidget]) -> None:
        super().__init__()
        self._choices, self._parts = choices, parts
        gap = kit.space(4)
        self.setLayout(column(*parts.values(), margins=(0, gap, 0, 0)))
        choices.answered.connect(self._follow)
        self._follow()

    @Slot()
    def _follow(self) -> None:
        now = self._choices.value()
        for key, part in self._parts.items():
            part.setVisible(key == now)
        self.setVisible(bool(now))
