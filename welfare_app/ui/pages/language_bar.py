"""Languages by their own names, all in sight, so that a worker can point at theirs."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QFrame

from welfare_app.presenters.questions import Option
from welfare_app.ui.parts import Button, Kit
from welfare_app.ui.parts.flow import Flow

_KEYS = {
    Qt.Key.Key_Down: 1,
    Qt.Key.Key_Up: -1,
    Qt.Key.Key_Right: 1,
    Qt.Key.Key_Left: -1,
}
_SIDEWAYS = frozenset({Qt.Key.Key_Left, Qt.Key.Key_Right})


class LanguageBar(QFrame):
    """One stop for Tab: arrows move among the languages, Space or Enter chooses."""

    chosen = Signal(str)

    def __init__(self, kit: Kit) -> None:
        super().__init__()
        self._kit = kit
        self._buttons: dict[str, Button] = {}
        self._row = Flow(kit.space(2))
        self._row.setContentsMargins(0, 0, 0, 0)
        self.setLayout(self._row)

    def show_languages(self, offered: Sequence[Option], chosen: str, name: str) -> None:
        """Say which there are and which is spoken; `name` is what a screen reader calls it."""
        self.setAccessibleName(name)
        for option in offered:
            if option.id not in self._buttons:
                self._add(option)
        for tag, button in self._buttons.items():
            button.dress("chosen" if tag == chosen else "quiet")
            button.setFocusPolicy(_reached(by_tab=tag == chosen))

    def button(self, tag: str) -> Button:
        """The button of a language."""
        return self._buttons[tag]

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Move with the arrows, without choosing."""
        if not isinstance(event, QKeyEvent) or event.type() != QEvent.Type.KeyPress:
            return False
        step = _KEYS.get(Qt.Key(event.key()), 0)
        if not step or event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            return False
        if event.key() in _SIDEWAYS and _mirrored():
            step = -step
        buttons = list(self._buttons.values())
        at = next(place for place, one in enumerate(buttons) if one is watched)
        buttons[(at + step) % len(buttons)].setFocus(Qt.FocusReason.TabFocusReason)
        return True

    def _add(self, option: Option) -> None:
        made = self._kit.button(option.label, "quiet", compact=True)
        made.clicked.connect(partial(self.chosen.emit, option.id))
        made.installEventFilter(self)
        self._buttons[option.id] = made
        self._row.addWidget(made)


def _reached(*, by_tab: bool) -> Qt.FocusPolicy:
    return Qt.FocusPolicy.StrongFocus if by_tab else Qt.FocusPolicy.ClickFocus


def _mirrored() -> bool:
    return QApplication.layoutDirection() == Qt.LayoutDirection.RightToLeft
