"""Questions answered with an entry of an exact list, found by typing."""

from PySide6.QtCore import QEvent, Qt, Signal, Slot
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QFocusEvent,
    QHideEvent,
    QKeyEvent,
    QMoveEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

from welfare_app.domain.answers import Value
from welfare_app.ui.editors.editor import Editor
from welfare_app.ui.editors.finder import finder
from welfare_app.ui.editors.suggestions import Suggestions
from welfare_app.ui.parts import Kit, Line

_STEPS: dict[int, int] = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}
_CHOOSE: frozenset[int] = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter})


class SearchLine(Line):
    """A line that offers entries as it is typed in. Arrows move, Enter chooses, Esc shuts."""

    chosen = Signal()

    def __init__(self, kit: Kit, entries: tuple[str, ...]) -> None:
        super().__init__(kit.theme, icon="search")
        self._kit = kit
        self.finder = finder(entries)
        self._offered: Suggestions | None = None
        self.textEdited.connect(self._offer)

    @property
    def opened(self) -> Suggestions | None:
        """What is on offer now, if anything."""
        offered = self._offered
        return offered if offered and isValid(offered) and not offered.isHidden() else None

    def shut(self) -> None:
        """Stop offering."""
        if self.opened:
            self.opened.hide()

    @Slot()
    def _offer(self) -> None:
        found = self.finder.find(self.text())
        if found == [self.text()]:
            found = []
        self._show(found)

    def _show(self, entries: list[str]) -> None:
        if not entries:
            self.shut()
            return
        self._ready().offer(entries)
        self._announce(f"{entries[0]}. {len(entries)} match")

    def _ready(self) -> Suggestions:
        """Made when the keyboard first comes here, not for each of a page of lists."""
        if self._offered is None or not isValid(self._offered):
            self._offered = Suggestions(self._kit, self)
            self._offered.picked.connect(self._take)
            self.destroyed.connect(self._offered.deleteLater)
        return self._offered

    @Slot(str)
    def _take(self, entry: str) -> None:
        self.shut()
        self.setText(entry)
        self.chosen.emit()

    def _announce(self, words: str) -> None:
        if QAccessible.isActive():
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, words))

    def event(self, event: QEvent) -> bool:
        """Keep Esc for shutting what is on offer; it would leave the page."""
        if (
            event.type() == QEvent.Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
            and event.key() == Qt.Key.Key_Escape
            and self.opened
        ):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move, choose or shut; everything else is typing."""
        if event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier or not self._used(event):
            super().keyPressEvent(event)

    def _used(self, event: QKeyEvent) -> bool:
        opened, key = self.opened, event.key()
        if key in _STEPS:
            if opened:
                opened.move_by(_STEPS[key])
                self._announce(opened.current)
            elif key == Qt.Key.Key_Down:
                self._show(self.finder.find(self.text()) or self.finder.first())
            return True
        if opened and key in _CHOOSE:
            self._take(opened.current)
            return True
        if opened and key == Qt.Key.Key_Escape:
            self.shut()
            return True
        return False

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Be ready before the first key."""
        self._ready().ensurePolished()
        super().focusInEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Offer nothing once the keyboard is elsewhere."""
        self.shut()
        super().focusOutEvent(event)

    def hideEvent(self, event: QHideEvent) -> None:
        """Offer nothing while out of sight."""
        self.shut()
        super().hideEvent(event)

    def moveEvent(self, event: QMoveEvent) -> None:
        """Do not leave the entries behind."""
        self.shut()
        super().moveEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Do not leave the entries behind."""
        self.shut()
        super().resizeEvent(event)


class ListEditor(Editor):
    """One entry. What is typed and not in the list is kept as it is, for its problem to show."""

    def make_input(self) -> QWidget:
        self._line = SearchLine(self.kit, self.question.entries)
        self._line.setInputMethodHints(Qt.InputMethodHint.ImhSensitiveData)
        self._line.textEdited.connect(self.report_soon)
        self._line.chosen.connect(self.report)
        return self._line

    def value(self) -> Value:
        return self._line.finder.same(self._line.text())

    def set_value(self, value: Value | None) -> None:
        text = value if isinstance(value, str) else ""
        if text != self.value():
            self._line.setText(text)

    def tidy(self) -> None:
        spelled = self._line.finder.same(self._line.text())
        if spelled != self._line.text():
            self._line.setText(spelled)
