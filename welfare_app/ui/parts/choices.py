"""A question's answers together: arrows move among them, Space chooses, a first letter jumps."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QGroupBox, QHBoxLayout, QVBoxLayout, QWidget

from welfare_app.ui.parts.editors import Option
from welfare_app.ui.parts.layout import mirrored
from welfare_app.ui.parts.marks import Choice, Tick
from welfare_app.ui.theme.theme import Theme

_FORWARD = frozenset({Qt.Key.Key_Down, Qt.Key.Key_Right})
_BACK = frozenset({Qt.Key.Key_Up, Qt.Key.Key_Left})
_INSET = 36


class Choices(QGroupBox):
    """One of several answers, or (`many`) any of them. A follow-up opens inside its choice."""

    answered = Signal()

    def __init__(
        self,
        theme: Theme,
        options: Sequence[Option],
        chosen: Sequence[str] = (),
        *,
        many: bool = False,
        across: bool = False,
    ) -> None:
        """Make it; `across` sets short answers side by side."""
        super().__init__()
        self.setObjectName("choices")
        self._theme = theme
        kind = Tick if many else Choice
        self._marks: dict[str, Choice | Tick] = {
            option.key: kind(theme, option, on=option.key in chosen) for option in options
        }
        self._under: dict[str, QWidget] = {}
        self._box = QHBoxLayout(self) if across else QVBoxLayout(self)
        self.setContentsMargins(0, 0, 0, 0)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.setSpacing(0)
        for mark in self._marks.values():
            mark.installEventFilter(self)
            mark.toggled.connect(self._toggled)
            self._box.addWidget(mark)
            if across:
                self._box.setAlignment(mark, Qt.AlignmentFlag.AlignTop)

    def values(self) -> tuple[str, ...]:
        """The keys chosen, in the order shown."""
        return tuple(key for key, mark in self._marks.items() if mark.isChecked())

    def value(self) -> str:
        """The one key chosen, or empty."""
        return next(iter(self.values()), "")

    def choose(self, *keys: str) -> None:
        """Choose by key; none clears the answer."""
        for key, mark in self._marks.items():
            mark.setAutoExclusive(False)
            mark.setChecked(key in keys)
            mark.setAutoExclusive(isinstance(mark, Choice))

    def put_under(self, key: str, follow_up: QWidget) -> None:
        """Open something inside a choice while it is chosen. Hiding it keeps what was typed."""
        theme = self._theme
        holder = QFrame()
        inner = QVBoxLayout(holder)
        indent = theme.scaled(_INSET) if theme.scale <= 1.5 else 0
        inner.setContentsMargins(*mirrored((indent, theme.space(1), 0, theme.space(2))))
        inner.addWidget(follow_up)
        self._box.insertWidget(self._box.indexOf(self._marks[key]) + 1, holder)
        self._under[key] = holder
        holder.setVisible(self._marks[key].isChecked())

    def mark(self, key: str) -> Choice | Tick:
        """The mark of a choice."""
        return self._marks[key]

    def changeEvent(self, event: QEvent) -> None:
        """Keep no room for a frame and a title, which are not drawn."""
        super().changeEvent(event)
        self.setContentsMargins(0, 0, 0, 0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep no room, as above: QGroupBox asks for it again at every size."""
        QWidget.resizeEvent(self, event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint nothing: a group to screen readers, not a box."""

    def focus_first(self) -> None:
        """Put the keyboard on the answer chosen, or the first."""
        marks = list(self._marks.values())
        target = next((mark for mark in marks if mark.isChecked()), marks[0])
        target.setFocus(Qt.FocusReason.TabFocusReason)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Move with arrows and first letters, without choosing."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            return self._moved(watched, event)
        return False

    def _moved(self, watched: QObject, event: QKeyEvent) -> bool:
        if event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            return False
        marks = [mark for mark in self._marks.values() if mark.isEnabled()]
        at = next((place for place, mark in enumerate(marks) if mark is watched), 0)
        key = event.key()
        if key in _FORWARD | _BACK:
            target = marks[(at + (1 if key in _FORWARD else -1)) % len(marks)]
            target.setFocus(Qt.FocusReason.TabFocusReason)
            return True
        letter = event.text().casefold()
        if not letter.isalnum():
            return False
        for mark in marks[at + 1 :] + marks[:at]:
            if mark.accessibleName().casefold().startswith(letter):
                mark.setFocus(Qt.FocusReason.TabFocusReason)
                return True
        return False

    @Slot(bool)
    def _toggled(self, on: bool) -> None:
        for key, holder in self._under.items():
            holder.setVisible(self._marks[key].isChecked())
        # one choice going off is half of another coming on: tell it once
        if on or isinstance(self.sender(), Tick):
            self.answered.emit()
