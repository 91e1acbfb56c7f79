"""One mark of a body map, as a row."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QFrame

from welfare_app.domain.body_map import BodyMark
from welfare_app.ui.parts import Kit, column, flow


class SeenRow(QFrame):
    """The number and name of a place, what was seen there, and the button that removes both."""

    typed = Signal()
    removed = Signal()

    def __init__(self, kit: Kit, where: str, place: str, seen: str = "") -> None:
        super().__init__()
        self.where, self._place = where, place
        self._title = kit.text("", "small_strong", figures=True)
        self._remove = kit.button("Remove", "quiet", icon="x", compact=True)
        self._remove.clicked.connect(self.removed)
        self.area = kit.area(seen, placeholder="What was seen")
        self.area.setInputMethodHints(Qt.InputMethodHint.ImhSensitiveData)
        self.area.textChanged.connect(self.typed)
        self.area.refused.connect(self._too_much)
        self._refused = kit.text("", "caption", "attention")
        self._refused.hide()
        self.setLayout(column(flow(self._title, None, self._remove), self.area, self._refused))

    def mark(self) -> BodyMark:
        """What it says."""
        return BodyMark(self.where, self.area.toPlainText())

    def number(self, at: int) -> None:
        """Say which mark this is, counting from one."""
        self._title.say(f"{at}  {self._place}")
        self._remove.setAccessibleName(f"Remove {at}, {self._place}")
        self.area.setAccessibleName(f"What was seen, {at}, {self._place}")

    @Slot(int)
    def _too_much(self, size: int) -> None:
        self._refused.say(f"{size:,} characters were too many to paste.")
        self._refused.show()
