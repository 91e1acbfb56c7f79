"""The other kinds of talk, kept out of the way until someone asks for them."""

from functools import partial

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from welfare_app.presenters.home import TalkKind
from welfare_app.ui.parts import Button, Kit, column, flow, holding
from welfare_app.ui.parts.layout import clear

_LEAST = 78


class KindsPanel(QFrame):
    """A quiet button, and a line for each kind of talk that it opens and shuts."""

    chosen = Signal(str)
    """The form of the kind."""

    def __init__(self, kit: Kit) -> None:
        super().__init__()
        self._kit = kit
        self._kinds: tuple[TalkKind, ...] = ()
        self._starts: list[Button] = []
        self.button = kit.button(
            "Another kind of talk",
            "quiet",
            icon="chevron-down",
            compact=True,
            flush="leading",
            pressed=self._turn,
        )
        self._lines = QVBoxLayout(self)
        self._lines.setContentsMargins(0, kit.space(2), 0, 0)
        self.hide()

    def show_kinds(self, kinds: tuple[TalkKind, ...]) -> None:
        """Draw a line for each; an open panel stays open."""
        if kinds == self._kinds:
            return
        self._kinds, self._starts = kinds, []
        clear(self._lines)
        self._lines.addWidget(self._kit.rows(*(self._line(kind) for kind in kinds)))

    def _line(self, kind: TalkKind) -> QWidget:
        kit, pad = self._kit, self._kit.space(3)
        start = kit.button(
            "Start",
            compact=True,
            least=_LEAST,
            name=f"Start: {kind.title}",
            pressed=partial(self._choose, kind.form),
        )
        self._starts.append(start)
        about = kit.text(kind.about, "small", "quiet", figures=True)
        words = holding(column(kit.text(kind.title, "strong"), about))
        return holding(flow(words, None, start, gap=kit.space(4), margins=(0, pad, 0, pad)))

    def _choose(self, form: str, _checked: bool = False) -> None:
        self.chosen.emit(form)

    @Slot()
    def _turn(self) -> None:
        """Open it with the keyboard on the first line, or shut it again."""
        self.setVisible(self.isHidden())
        if self._starts and not self.isHidden():
            self._starts[0].setFocus(Qt.FocusReason.OtherFocusReason)
