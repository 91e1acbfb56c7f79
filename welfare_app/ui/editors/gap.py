"""Why there is no answer: one of four reasons, and a few words."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QWidget

from welfare_app.domain.answers import Gap, Why
from welfare_app.domain.wording import WHY
from welfare_app.ui.editors.local_key import LocalKeyButton
from welfare_app.ui.parts import Kit, Option, column, row

_OPEN = "There is no answer to this"
_SHUT = "Answer it after all"
_KEY = "Ctrl+0"


class NoAnswer(QFrame):
    """A quiet button under a question, and what opens above it when it is pressed."""

    pressed = Signal()
    chosen = Signal()
    typed = Signal()

    def __init__(self, kit: Kit, label: str, owner: QWidget | None) -> None:
        super().__init__()
        self._kit, self._label = kit, label
        self._reasons: Reasons | None = None
        self._opened, self._offered = False, True
        self.button = LocalKeyButton(kit, _OPEN, _KEY, owner, icon="minus", flush="leading")
        self.button.setAccessibleDescription(label)
        self.button.clicked.connect(self.pressed)
        self._box = column(row(self.button, None))
        self.setLayout(self._box)

    @property
    def opened(self) -> bool:
        """Whether the reasons stand in the place of the answer."""
        return self._opened

    def open(self) -> "Reasons":
        """Show the reasons, which are made when first asked for: most questions have an answer."""
        self._opened = True
        self.button.say(_SHUT)
        self.button.show()
        if self._reasons is None:
            self._reasons = Reasons(self._kit, self._label)
            self._reasons.chosen.connect(self.chosen)
            self._reasons.typed.connect(self.typed)
            self._box.insertWidget(0, self._reasons)
        self._reasons.show()
        return self._reasons

    def shut(self) -> None:
        """Hide the reasons, which keep what was said in them."""
        self._opened = False
        self.button.say(_OPEN)
        self.offer(offered=self._offered)
        if self._reasons is not None:
            self._reasons.hide()

    def offer(self, *, offered: bool) -> None:
        """Show the button or not; its key works either way."""
        self._offered = offered
        self.button.setVisible(offered or self._opened)

    def value(self) -> Gap | None:
        """The gap, if it stands open and one of the reasons is chosen."""
        return self._reasons.value() if self._reasons and self._opened else None


class Reasons(QFrame):
    """The four reasons, none of them chosen until someone chooses, and a line."""

    chosen = Signal()
    typed = Signal()

    def __init__(self, kit: Kit, label: str) -> None:
        super().__init__()
        self._why = kit.choices([Option(why.value, words) for why, words in WHY.items()])
        self.reason = kit.line()
        why = kit.field("Why is there no answer?", self._why)
        reason = kit.field("The reason, in a few words", self.reason)
        self._why.setAccessibleName(f"Why is there no answer? {label}")
        self.reason.setAccessibleName(f"The reason, in a few words. {label}")
        self.setLayout(column(why, reason, gap=kit.space(2), margins=(0, kit.space(2), 0, 0)))
        self._why.answered.connect(self.chosen)
        self.reason.textEdited.connect(self.typed)

    def value(self) -> Gap | None:
        """The gap, once one of the four is chosen."""
        why = self._why.value()
        return Gap(Why(why), self.reason.text().strip()) if why else None

    def show_gap(self, gap: Gap) -> None:
        """Show a gap that was kept."""
        self._why.choose(gap.why.value)
        if self.reason.text().strip() != gap.reason:
            self.reason.setText(gap.reason)

    def focus_first(self) -> None:
        """Put the keyboard on the four choices."""
        self._why.focus_first()
