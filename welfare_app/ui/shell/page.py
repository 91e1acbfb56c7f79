"""A screen: what stands in the middle, and what the shell puts around it."""

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from welfare_app.ui.parts.dialog import Question
from welfare_app.ui.parts.field import Field
from welfare_app.ui.parts.kit import Kit
from welfare_app.ui.parts.layout import Item, clear, fill, flow
from welfare_app.ui.parts.rail import Rail
from welfare_app.ui.shell.fold import Fold

_WIDEST = 760


class Region(QFrame):
    """Some items of a page that the shell may move to where there is room."""

    filled = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._box = QVBoxLayout(self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.setSpacing(0)
        self._full = False

    @property
    def full(self) -> bool:
        """Whether there is anything in it."""
        return self._full

    def put(self, *items: Item) -> None:
        """Hold these instead."""
        clear(self._box)
        fill(self._box, items)
        self._full = bool(items)
        self.filled.emit()


class Page(QFrame):
    """What every screen subclasses. It is also the column in the middle.

    `fills` lets something inside take all the height there is; `wide` lifts the limit on width;
    `locked` is for screens before the vault is open: they have no Lock. `plain` is for eyes other
    than ours: nothing round the page says whose laptop it is, or what it was last used for.
    """

    asked = Signal(object, object)
    said = Signal(str, object)
    arranged = Signal()
    folded = Signal(object)
    side_wanted = Signal()

    def __init__(
        self,
        kit: Kit,
        name: str,
        *,
        back: str = "",
        where: str = "",
        fills: bool = False,
        wide: bool = False,
        tight: bool = False,
        locked: bool = False,
        plain: bool = False,
    ) -> None:
        super().__init__()
        self.kit, self.name, self.back, self.where = kit, name, back, where
        self.fills, self.tight, self.locked, self.plain = fills, tight, locked, plain
        self.first: QWidget | Field | None = None
        self.rail: Rail | None = None
        self.side, self.side_foot, self.foot = Region(), Region(), Region()
        self.side_folded = ""
        self.side_width = 0
        self.fold = Fold.THREE
        self._body = QVBoxLayout(self)
        self._body.setContentsMargins(0, 0, 0, 0)
        self._body.setSpacing(0)
        self.setAccessibleName(name)
        if not wide:
            self.setMaximumWidth(kit.theme.scaled(_WIDEST))
        for region in (self.side, self.side_foot, self.foot):
            region.filled.connect(self.arranged)

    # What the page holds

    def put_body(self, *items: Item) -> None:
        """The middle, from top to bottom."""
        clear(self._body)
        fill(self._body, items)
        self.arranged.emit()

    def put_rail(self, rail: Rail) -> None:
        """The left rail. To change its lines later, use `rail.show_steps`."""
        old, self.rail = self.rail, rail
        if old is not None:
            old.hide()
            old.deleteLater()
        self.arranged.emit()

    def put_side(self, *items: Item, folded: str = "", width: int = 0) -> None:
        """What helps, beside the page or under it.

        With `folded`, a window of one column shows a button with these words that opens it.
        """
        self.side_folded, self.side_width = folded, width
        self.side.put(*items)

    def put_side_foot(self, *items: Item) -> None:
        """What stays in sight at the foot of the side rail."""
        self.side_foot.put(*items)

    def put_foot(self, *items: QWidget | None) -> None:
        """The actions, pinned: primary first, a stretch, quiet ones at the trailing end."""
        self.foot.put(flow(*items, gap=self.kit.space(3)))

    def put_foot_column(self, *items: Item) -> None:
        """Something taller pinned at the foot, such as a composer."""
        self.foot.put(*items)

    # What the page may ask of the shell

    def ask(self, question: Question, then: Callable[[bool], None]) -> None:
        """Ask before something that cannot be undone; `then` hears whether to do it."""
        self.asked.emit(question, then)

    def say(self, words: str, undo: Callable[[], None] | None = None) -> None:
        """Say what has just happened, with a way back."""
        self.said.emit(words, undo)

    def show_end(self) -> None:
        """Scroll to the last line."""
        area = self._scroll_area()
        inside = area.widget() if area is not None else None
        if area is not None and inside is not None:
            if (box := inside.layout()) is not None:
                box.activate()
            bar = area.verticalScrollBar()
            bar.setValue(bar.maximum())

    def show_part(self, part: QWidget) -> None:
        """Scroll a part into sight."""
        area = self._scroll_area()
        if area is not None:
            area.ensureWidgetVisible(part, 0, self.kit.space(6))

    # What the shell tells the page

    def refold(self, fold: Fold) -> None:
        """Hear how many columns there are now. Rows fold by themselves: see `flow`."""
        self.fold = fold
        self.folded.emit(fold)

    def regions(self) -> tuple[QWidget, ...]:
        """Everything of this page that lives outside its middle."""
        rails = () if self.rail is None else (self.rail,)
        return (*rails, self.side, self.side_foot, self.foot)

    def _scroll_area(self) -> QScrollArea | None:
        above = self.parentWidget()
        while above is not None and not isinstance(above, QScrollArea):
            above = above.parentWidget()
        return above
