"""Cases: every incident pack and interview in one table, found by any word."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QSignalBlocker, Signal, Slot
from PySide6.QtWidgets import QFrame, QSizePolicy, QWidget

from welfare_app.domain.desk_view import Order
from welfare_app.presenters.case_rows import CaseRow
from welfare_app.presenters.cases import ALL, COLUMNS, ORDERS, SHOWN, CasesScreen
from welfare_app.presenters.kept_views import ViewsScreen
from welfare_app.presenters.places import AtHome, AtLaptop
from welfare_app.ui.paged_table import PagedTable, Row
from welfare_app.ui.pages.desk_filters import FilterButton, FilterPanel, FilterStrip
from welfare_app.ui.pages.kept_view_parts import ViewNaming, YourViews
from welfare_app.ui.pages.places import CASES, places_rail, practice_strip
from welfare_app.ui.parts import Column, Kit, Option, column, flow, holding, reveal, row
from welfare_app.ui.parts.keys import shortcut
from welfare_app.ui.parts.layout import clear, fill
from welfare_app.ui.shell import Page
from welfare_app.ui.shell.fold import Fold

_LOOKS = (
    Column(92, figures=True),
    Column(140, "strong"),
    Column(150, folds=True),
    Column(222, "ink"),
    Column(150, "ink", figures=True),
    Column(124, folds=True),
    Column(92, folds=True),
)
_DUE = 4
_FIND = 400
_ALL_THE_REST = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Expanding)
_FIND_KEYS = ("Ctrl+F", "/")


class CaseRows:
    """The rows the page was told of, as a table asks for them. They come in order already."""

    columns: Sequence[str] = COLUMNS

    def __init__(self) -> None:
        self.screen: CasesScreen | None = None

    def ids(self, _order: str, /) -> Sequence[str]:
        """The ids of the rows."""
        return self.screen.ids if self.screen else ()

    def rows(self, ids: Sequence[str], /) -> Sequence[Row]:
        """The cells of some rows, with a mark for what is late."""
        found = self.screen.rows(ids) if self.screen else ()
        return [(*one.cells, "late" if one.late else "") for one in found]


class CasesPage(Page):
    """Finds, chooses, filters and sorts. Enter opens a row."""

    followed = Signal(object)
    shown = Signal(str)
    found = Signal(str)
    sorted = Signal(object)
    """An order; the one it is in already turns it round."""
    narrowed = Signal(str, str)
    cleared = Signal()
    filters_opened = Signal(bool)
    view_chosen = Signal(str)
    name_asked = Signal()
    rename_asked = Signal()
    named = Signal(str, bool)
    naming_left = Signal()
    removed = Signal()

    def __init__(self, kit: Kit, person: str, *, practice: bool = False) -> None:
        super().__init__(kit, "Cases", fills=True, wide=True)
        self.put_rail(places_rail(kit, CASES, person))
        self._source = CaseRows()
        self._model = PagedTable(self._source, _late, self)
        self._table = kit.table(self._model, _LOOKS, "Cases")
        self._table.opened.connect(self._opened)
        self._table.sort_by_heads()
        self._table.head_pressed.connect(self._head_pressed)
        self._count = kit.text("", "caption", "quiet", figures=True, one_line=True)
        self._keys = kit.text("Enter opens, / finds", "caption", "quiet", one_line=True)
        self._screen, self._kept = CasesScreen((), _no_rows, ALL, "", False), ViewsScreen()
        self._make_finding()
        self._make_filters()
        under = row(self._count, None, self._keys)
        self._none = holding(column(self._nobody(), None))
        self._none.setSizePolicy(_ALL_THE_REST)
        self._full = holding(
            column(
                self._views,
                kit.space(2),
                self._yours,
                self._panel,
                self._strip,
                self._naming,
                kit.space(1),
                self._table,
                self._none,
                kit.space(2),
                under,
            )
        )
        self._empty = holding(column(self._nothing(), None))
        self._empty.hide()
        strip = (practice_strip(kit), kit.space(4)) if practice else ()
        self._missing = column()
        title = kit.header("Cases")
        top = flow(title, None, self._find, gap=kit.space(4))
        self.put_body(*strip, top, kit.space(3), self._missing, self._full, self._empty)
        self.first = self._table

    def show_screen(self, screen: CasesScreen) -> None:
        """Draw the table, keeping the chosen record chosen wherever it now stands."""
        chosen, some = self.chosen(), bool(screen.ids)
        self._source.screen = screen
        self._model.refresh()
        lost = self._table.hasFocus() and not some
        self._full.setVisible(screen.any_at_all)
        self._find.setVisible(screen.any_at_all)
        self._empty.setVisible(not screen.any_at_all)
        self._table.setVisible(some)
        self._none.setVisible(not some)
        self._say_why(screen)
        if screen.any_at_all:
            self.first = self._table if some else self._buttons.get(screen.shown, self._find)
        else:
            self.first = self._begin
        if some:
            self._table.selectRow(max(self._model.place_of(chosen), 0))
        elif lost:
            self._to_list()
        self._screen = screen
        self._show_filters(screen)
        self._show_views()
        if self._order.value() != screen.order:
            with QSignalBlocker(self._order):
                self._order.choose(screen.order)
        self._count.say(screen.said)
        if self._find.text().strip() != screen.words.strip():
            with QSignalBlocker(self._find):
                self._find.setText(screen.words)

    def show_views(self, screen: ViewsScreen) -> None:
        """Draw what somebody keeps, and what can be done with the view looked at."""
        self._kept = screen
        self._show_views()

    def say_removed(self, name: str, undo: Callable[[], None]) -> None:
        """Say that a view is gone, with the way back."""
        self.say(f"The view “{name}” is removed.", undo)

    def chosen(self) -> str:
        """The id of the record that is chosen; blank where none is."""
        at = self._table.currentIndex().row()
        return self._model.id_at(at) if 0 <= at < self._model.rowCount() else ""

    def show_unreadable(self, title: str, rest: str) -> None:
        """Say above the table what it leaves out, and where to see what to do about it."""
        clear(self._missing)
        if title:
            see = self.kit.button("See", name=f"See: {title}", compact=True, pressed=self._see)
            notice = self.kit.notice("circle-alert", title, rest, button=see)
            fill(self._missing, (notice, self.kit.space(4)))

    def refold(self, fold: Fold) -> None:
        """Say what the keys do only where there is room."""
        super().refold(fold)
        roomy = fold is not Fold.ONE
        self._keys.setVisible(roomy)
        self._filter.button.show_key(shown=roomy)
        self._yours.show_keys(shown=roomy)
        self._strip.show_keys(shown=roomy)

    def _make_finding(self) -> None:
        kit = self.kit
        self._find = kit.line(placeholder="Find a name, a site, a word in the notes", icon="search")
        self._find.setAccessibleName("Find a case")
        self._find.setMinimumWidth(min(_FIND, kit.theme.scaled(_FIND)))
        self._find.textChanged.connect(self.found)
        self._find.returnPressed.connect(self._to_table)
        self._buttons = {
            key: kit.button(words, "quiet", compact=True, pressed=partial(self._show, key))
            for key, words in SHOWN
        }
        self._order = kit.pick([Option(order.value, words) for order, words in ORDERS])
        self._order.setAccessibleName("Sorted by")
        self._order.answered.connect(self._order_chosen)
        self._turn = kit.button(
            "",
            "quiet",
            icon="arrow-up-down",
            name="Turn the order round",
            compact=True,
            pressed=self._order_chosen,
        )
        label = kit.text("Sorted by", "small", "quiet", one_line=True)
        by = holding(row(label, self._order, self._turn, gap=kit.space(2)))
        self._filter = FilterButton(kit)
        self._filter.button.clicked.connect(self._turn_filters)
        self._views = holding(
            flow(*self._buttons.values(), None, self._filter.button, by, gap=kit.space(2))
        )
        shortcut(_FIND_KEYS[0], self).activated.connect(self._to_find)
        shortcut(_FIND_KEYS[1], self._table).activated.connect(self._to_find)

    def _make_filters(self) -> None:
        kit = self.kit
        quiet = partial(kit.button, kind="quiet", compact=True)
        self._keep = quiet("Keep this view")
        self._rename = quiet("Rename", name="Rename this view")
        self._remove = quiet("Remove", name="Remove this view")
        self._keep.clicked.connect(self.name_asked)
        self._rename.clicked.connect(self.rename_asked)
        self._remove.clicked.connect(self.removed)
        self._yours, self._panel = YourViews(kit), FilterPanel(kit)
        self._strip = FilterStrip(kit, self._keep, self._rename, self._remove)
        self._naming = ViewNaming(kit)
        self._yours.chosen.connect(self.view_chosen)
        self._panel.narrowed.connect(self.narrowed)
        self._panel.shut.connect(self._shut_filters)
        self._strip.turned_off.connect(self._turn_off)
        self._strip.cleared.connect(self._clear)
        self._naming.named.connect(self.named)
        self._naming.left.connect(self.naming_left)
        self._naming.begun.connect(self._show_naming)

    def _show_views(self) -> None:
        kept, screen = self._kept, self._screen
        here = bool(kept.here)
        for key, button in self._buttons.items():
            chosen = not here and key == (ALL if screen.finding else screen.shown)
            button.dress("chosen" if chosen else "quiet")
        self._yours.show_screen(kept)
        reveal(self._keep, shown=not here)
        for button in (self._rename, self._remove):
            reveal(button, shown=here)
        self._strip.show_screen(screen, more=here or screen.filtering)
        named = self._naming.isVisible()
        self._naming.show_naming(kept.naming)
        if named and kept.naming is None:
            self._to_list()

    def _show_filters(self, screen: CasesScreen) -> None:
        opens = screen.filtering and not self._panel.isVisible()
        shuts = not screen.filtering and self._panel.isVisible()
        self._filter.show_screen(screen)
        self._panel.show_filters(screen.filters, shown=screen.filtering)
        if opens:
            self._panel.begin()
        elif shuts:
            self._to_list()

    def _nobody(self) -> QFrame:
        self._why = column()
        return holding(self._why)

    def _say_why(self, screen: CasesScreen) -> None:
        """Where nothing is listed, say what keeps everything away."""
        clear(self._why)
        if not screen.ids:
            title, why = screen.nothing
            off = self.kit.button("Clear the filters", pressed=self._clear) if screen.on else None
            fill(self._why, (self.kit.empty("search", title, why, off),))

    def _nothing(self) -> QFrame:
        kit = self.kit
        self._begin = kit.button("Go to Home", "primary", pressed=self._home)
        words = "An interview or an incident pack stands here once it is begun."
        return kit.empty("folder", "No cases yet", words, self._begin)

    def _show(self, key: str, _checked: bool = False) -> None:
        with QSignalBlocker(self._find):
            self._find.clear()
        self.shown.emit(key)

    @Slot()
    def _show_naming(self) -> None:
        self.show_part(self._naming)

    @Slot()
    def _turn_filters(self) -> None:
        self.filters_opened.emit(not self._screen.filtering)

    @Slot()
    def _shut_filters(self) -> None:
        self.filters_opened.emit(False)

    @Slot(str)
    def _turn_off(self, key: str) -> None:
        self.narrowed.emit(key, "")
        self._to_list()

    @Slot()
    def _clear(self) -> None:
        self.cleared.emit()
        self._to_list()

    def _to_list(self) -> None:
        """Where the keyboard goes once what held it is gone."""
        if isinstance(self.first, QWidget):
            self.first.setFocus()

    @Slot()
    def _order_chosen(self) -> None:
        self.sorted.emit(Order(self._order.value()))

    @Slot(int)
    def _head_pressed(self, column: int) -> None:
        if column < len(ORDERS):
            self.sorted.emit(ORDERS[column][0])

    @Slot()
    def _to_find(self) -> None:
        self._find.setFocus()
        self._find.selectAll()

    @Slot()
    def _to_table(self) -> None:
        if self._model.rowCount():
            self._table.setFocus()

    @Slot(int)
    def _opened(self, at: int) -> None:
        if self._source.screen is not None:
            [opened] = self._source.screen.rows([self._model.id_at(at)])
            self.followed.emit(opened.place)

    @Slot()
    def _see(self) -> None:
        self.followed.emit(AtLaptop())

    @Slot()
    def _home(self) -> None:
        self.followed.emit(AtHome())


def _no_rows(_ids: Sequence[str]) -> tuple[CaseRow, ...]:
    return ()


def _late(row: Row, column: int) -> bool:
    return column == _DUE and bool(row[-1])
