"""The views of the desk that somebody keeps: a row of them, and the place where one is named."""

from functools import partial

from PySide6.QtCore import QEvent, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QSizePolicy

from welfare_app.domain.ids import ViewId
from welfare_app.presenters.kept_views import Naming, ViewsScreen
from welfare_app.ui.parts import Button, Kit, Option, column, flow, reveal
from welfare_app.ui.parts.keys import takes_escape
from welfare_app.ui.parts.layout import clear, fill, wrapping

_NAME = 340
_KEYS = ("Alt+1", "Alt+2", "Alt+3", "Alt+4", "Alt+5", "Alt+6", "Alt+7", "Alt+8", "Alt+9")


class YourViews(QFrame):
    """My views as buttons, each with its number key; away while there is none."""

    chosen = Signal(str)

    def __init__(self, kit: Kit) -> None:
        super().__init__()
        self._kit, self._keys = kit, True
        self._line = column()
        self._listed: tuple[tuple[ViewId, str], ...] | None = None
        self._made: dict[ViewId, Button] = {}
        self.setAccessibleName("Your views")
        self.setLayout(column(self._line, kit.space(2)))
        self.setSizePolicy(wrapping(QSizePolicy.Policy.Preferred))
        self.hide()

    def show_screen(self, screen: ViewsScreen) -> None:
        """Draw them, the one looked at chosen."""
        kit = self._kit
        if screen.listed != self._listed:
            self._listed = screen.listed
            clear(self._line)
            self._made = {
                id: kit.button(
                    name,
                    "quiet",
                    key=key,
                    compact=True,
                    pressed=partial(self._choose, id),
                )
                for (id, name), key in zip(screen.listed, _KEYS, strict=False)
            }
            label = kit.text("Your views", "small", "quiet", one_line=True)
            fill(self._line, (flow(label, *self._made.values(), gap=kit.space(2)),))
            self.show_keys(shown=self._keys)
        for id, button in self._made.items():
            button.dress("chosen" if id == screen.here else "quiet")
        reveal(self, shown=bool(screen.listed))

    def show_keys(self, *, shown: bool) -> None:
        """Write keys on buttons only where there is room."""
        self._keys = shown
        for button in self._made.values():
            button.show_key(shown=shown)

    def _choose(self, id: str, _checked: bool = False) -> None:
        self.chosen.emit(id)


class ViewNaming(QFrame):
    """Asks what a view is to be called, and whether the words of the search go with it."""

    begun = Signal()
    named = Signal(str, bool)
    left = Signal()

    def __init__(self, kit: Kit) -> None:
        super().__init__()
        self.setObjectName("well")
        self._name = kit.line()
        self._field = kit.field(
            "What should this view be called?",
            self._name,
            hint="Only you see it. It stays in the vault.",
            width=_NAME,
        )
        self._kit, self._words = kit, kit.choices([], many=True)
        self._with = column()
        self._asking: Naming | None = None
        self._keep = kit.button("Keep this view", compact=True, pressed=self._give)
        away = kit.button("Not now", "quiet", compact=True)
        away.clicked.connect(self.left)
        self._name.returnPressed.connect(self._give)
        edge, actions = kit.space(4), flow(self._keep, away, gap=kit.space(2))
        margins = (edge, edge, edge, edge)
        self.setLayout(column(self._field, self._with, kit.space(3), actions, margins=margins))
        self.setSizePolicy(wrapping(QSizePolicy.Policy.Preferred))
        self.hide()

    def show_naming(self, naming: Naming | None) -> None:
        """Ask, or go away. What is being typed is not typed over."""
        begins = naming is not None and (self._asking is None or not self.isVisible())
        self._asking = naming
        if naming is None:
            self.hide()
            return
        self._field.set_problem(naming.problem)
        if begins:
            self._name.setText(naming.name)
            self._keep.say("Rename the view" if naming.renames else "Keep this view")
            self._offer_words(naming)
            self.show()
            self._field.focus_editor()
            self._name.selectAll()
            QTimer.singleShot(0, self, self.begun.emit)
        elif naming.problem:
            self._field.focus_editor()

    def event(self, event: QEvent) -> bool:
        """Keep Esc for going away; it would leave the page."""
        return takes_escape(event) or super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc names nothing."""
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def _offer_words(self, naming: Naming) -> None:
        clear(self._with)
        if naming.words:
            option = Option("with", f"Look for “{naming.words}” each time, too")
            self._words = self._kit.choices([option], many=True)
            fill(self._with, (self._kit.space(2), self._words))

    @Slot()
    def _give(self) -> None:
        words = bool(self._asking and self._asking.words and self._words.value())
        self.named.emit(self._name.text(), words)
