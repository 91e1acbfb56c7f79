"""The filters of the case desk: lists to choose from, and what is on, said plainly."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QEvent, QSignalBlocker, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QSizePolicy

from welfare_app.presenters.cases import CasesScreen
from welfare_app.presenters.desk_filters import Filter
from welfare_app.ui.parts import Button, Kit, Pick, column, flow, reveal
from welfare_app.ui.parts.keys import shortcut, takes_escape
from welfare_app.ui.parts.layout import wrapping

FILTER_KEY, CLEAR_KEY = "F3", "Shift+F3"
_TWIN = "Ctrl+Shift+F"
_WIDTHS = {"site": 206, "path": 156, "stage": 226, "due": 200, "by": 144}
_LONGEST = 40
"""Characters of a choice on a button; all of it is said aloud."""


class FilterPanel(QFrame):
    """A list for each filter. Tells each choice as soon as it is made; Esc puts it away."""

    narrowed = Signal(str, str)
    shut = Signal()

    def __init__(self, kit: Kit) -> None:
        super().__init__()
        self._kit = kit
        self._picks: dict[str, Pick] = {}
        self._line = flow(gap=kit.space(2))
        self.setLayout(column(self._line, kit.space(2)))
        self.setSizePolicy(wrapping(QSizePolicy.Policy.Preferred))
        self.hide()

    def show_filters(self, filters: Sequence[Filter], *, shown: bool) -> None:
        """Offer what can be chosen, with what is chosen."""
        for one in filters:
            if one.key not in self._picks:
                self._add(one)
            _offer(self._picks[one.key], one)
        reveal(self, shown=shown and bool(filters))

    def begin(self) -> None:
        """Put the keyboard in the first list."""
        first = next(iter(self._picks.values()), None)
        if first is not None:
            first.setFocus(Qt.FocusReason.TabFocusReason)

    def event(self, event: QEvent) -> bool:
        """Keep Esc for putting the filters away; it would leave the page."""
        return takes_escape(event) or super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc goes back to the table."""
        if event.key() == Qt.Key.Key_Escape:
            self.shut.emit()
        else:
            super().keyPressEvent(event)

    def _add(self, one: Filter) -> None:
        pick = self._kit.pick([])
        pick.answered.connect(partial(self._answered, one.key))
        self._picks[one.key] = pick
        width = _WIDTHS[one.key]
        self._line.addWidget(self._kit.field(one.label, pick, role="small_strong", width=width))

    def _answered(self, key: str) -> None:
        self.narrowed.emit(key, self._picks[key].value())


class FilterStrip(QFrame):
    """What is on, each a button that turns it off, and one that turns all of it off."""

    turned_off = Signal(str)
    cleared = Signal()

    def __init__(self, kit: Kit, *beside: Button) -> None:
        """Make it; `beside` are what else can be done with what is on."""
        super().__init__()
        self._clear = kit.button(
            "Clear the filters", "quiet", key=CLEAR_KEY, compact=True, pressed=self._cleared
        )
        self._chips = {
            key: kit.button(
                "", "chosen", trailing="x", compact=True, pressed=partial(self._turned_off, key)
            )
            for key in _WIDTHS
        }
        line = flow(*self._chips.values(), self._clear, *beside, gap=kit.space(2))
        self.setLayout(column(line, kit.space(2)))
        self.setSizePolicy(wrapping(QSizePolicy.Policy.Preferred))
        self.hide()

    def show_screen(self, screen: CasesScreen, *, more: bool) -> None:
        """Say what is on; `more` is whether there is anything else to do here."""
        for one in screen.filters:
            chip = self._chips[one.key]
            if one.chosen:
                said = one.said if len(one.said) <= _LONGEST else f"{one.said[: _LONGEST - 1]}…"
                chip.say(f"{one.label}: {said}")
                chip.setAccessibleName(f"Turn off the filter {one.label}: {one.said}")
        on = {one.key for one in screen.on}
        for key, chip in self._chips.items():
            # lists that lie open say themselves what is chosen in them
            reveal(chip, shown=key in on and not screen.filtering)
        reveal(self._clear, shown=bool(on))
        reveal(self, shown=bool(on) or more)

    def show_keys(self, *, shown: bool) -> None:
        """Write keys on buttons only where there is room."""
        self._clear.show_key(shown=shown)

    def _turned_off(self, key: str, _checked: bool = False) -> None:
        self.turned_off.emit(key)

    @Slot()
    def _cleared(self) -> None:
        self.cleared.emit()


class FilterButton:
    """Opens the filters from wherever the keyboard is, and puts them away."""

    def __init__(self, kit: Kit) -> None:
        self.button = kit.button(
            "Filter", "quiet", icon="sliders-horizontal", key=FILTER_KEY, compact=True
        )
        shortcut(_TWIN, self.button).activated.connect(self.button.click)

    def show_screen(self, screen: CasesScreen) -> None:
        """Say how many are on."""
        count = len(screen.on)
        words = f"Filter: {count} on" if count else "Filter"
        if self.button.words != words:
            self.button.say(words)
        self.button.dress("chosen" if screen.filtering or count else "quiet")


def _offer(pick: Pick, one: Filter) -> None:
    """Fill a list, and choose in it, without reporting a choice that nobody made."""
    with QSignalBlocker(pick):
        now = tuple((pick.itemData(at), pick.itemText(at)) for at in range(pick.count()))
        if now != one.options:
            pick.clear()
            for key, words in one.options:
                pick.addItem(words, key)
        pick.setCurrentIndex(
            next(at for at in range(pick.count()) if pick.itemData(at) == one.chosen)
        )
        pick.setToolTip(one.said)
