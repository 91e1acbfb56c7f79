"""Adding a sign: find the indicator, then say how it is known and what it rests on."""

from PySide6.QtCore import QEvent, QObject, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QBoxLayout, QFrame

from welfare_app.presenters.groupings import IndicatorLine
from welfare_app.presenters.questions import Option as Offered
from welfare_app.presenters.signs import SignsScreen, Start
from welfare_app.ui.pages.indicator_list import IndicatorList
from welfare_app.ui.pages.sign_form import SignForm
from welfare_app.ui.pages.trouble_card import TroubleCard, announce
from welfare_app.ui.parts import Field, Kit, Question, column, holding, row
from welfare_app.ui.shell import Page
from welfare_app.ui.shell.fold import Fold

_MOVES = frozenset({Qt.Key.Key_Down, Qt.Key.Key_Up, Qt.Key.Key_PageDown, Qt.Key.Key_PageUp})
_ENTER = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter})

_SHOW = 232
_LOSE = Question(
    "Leave without noting it?",
    "What you typed for this sign is not kept until it is noted.",
    do="Leave",
    keep="Stay",
)


class SignsPage(Page):
    """First the list fills the page; once an indicator is chosen the questions take its place."""

    searched = Signal(str)
    noted = Signal(str, str, str, str, str, str)
    """Indicator, how it is known, words, where, when, and the id of what it rests on."""
    grouped = Signal(str)
    left = Signal()

    def __init__(self, kit: Kit) -> None:
        super().__init__(kit, "Add a sign", back="Interview", where="Signs", fills=True, tight=True)
        self._lines: tuple[IndicatorLine, ...] = ()
        self._chosen: IndicatorLine | None = None
        self._groupings: tuple[Offered, ...] = ()
        self._trouble = TroubleCard(kit)
        self._trouble.setContentsMargins(0, 0, 0, kit.space(3))
        self._form = SignForm(kit)
        self._form.other_wanted.connect(self._choose_another)
        self._form.hide()
        self._picking = self._make_picking()
        header = kit.header("Add a sign")
        self.put_body(header, kit.space(3), self._trouble, self._picking, self._form, kit.space(1))
        note = kit.button("Note the sign", "primary", key="Ctrl+Enter", pressed=self._note)
        self.put_foot(note, kit.button("Not now", "quiet", pressed=self.step_back))
        self.first = self._search_field

    def show_screen(self, screen: SignsScreen) -> None:
        """Draw what was found, or what is still to be said; what was typed stays."""
        self._trouble.show_trouble(screen.trouble)
        self._form.show_choices(screen.known, screen.answers)
        self._show_groupings(screen.groupings)
        if screen.lines != self._lines:
            self._lines = screen.lines
            self._list.show_lines(screen.lines)
            self._say_found(screen.found)
        self._say_problem(screen.problem)
        if screen.start is not None:
            self._begin_with(screen.start)

    def _make_picking(self) -> QFrame:
        kit = self.kit
        self._search = kit.line(placeholder="Any words, in any order", icon="search")
        self._search.textChanged.connect(self.searched)
        self._search.installEventFilter(self)
        self._search_field: Field = kit.field("What did you notice?", self._search)
        self._grouping = kit.pick([])
        self._grouping.answered.connect(self._group)
        self._grouping_field = kit.field("Show", self._grouping, width=_SHOW)
        self._found = kit.text("", "caption", "quiet", figures=True)
        self._list = IndicatorList(kit.theme)
        self._list.chosen.connect(self._choose)
        space = kit.space
        self._asked = row(self._search_field, self._grouping_field, gap=space(3), top=True)
        self._asked.setStretch(0, 1)
        self.folded.connect(self._stack)
        return holding(column(self._asked, space(2), self._found, space(1), self._list))

    def _show_groupings(self, groupings: tuple[Offered, ...]) -> None:
        if groupings == self._groupings:
            return
        self._groupings = groupings
        self._grouping.blockSignals(True)
        self._grouping.clear()
        for one in groupings:
            self._grouping.addItem(one.label, one.id)
        self._grouping.setCurrentIndex(0)
        self._grouping.blockSignals(False)

    def _begin_with(self, start: Start) -> None:
        """Go straight to the questions where the indicator is known already."""
        self._form.fill(start.known, start.words, start.rests)
        if start.indicator is not None:
            self._take(start.indicator)
            self.first = self._form.first

    @Slot(object)
    def _stack(self, fold: Fold) -> None:
        """Set what to show under the search where there is no room beside it."""
        way = QBoxLayout.Direction
        self._asked.setDirection(way.TopToBottom if fold is Fold.ONE else way.LeftToRight)

    @Slot()
    def _group(self) -> None:
        self.grouped.emit(self._grouping.value())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let the arrows move in the list, and Enter choose, while someone is searching."""
        if watched is not self._search or not isinstance(event, QKeyEvent):
            return False
        plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if event.type() != QEvent.Type.KeyPress or not plain:
            return False
        if event.key() in _ENTER:
            self._list.choose_current()
            return True
        if event.key() in _MOVES:
            QApplication.sendEvent(self._list, event)
            if self._list.line is not None:
                announce(self._search, self._list.line.phrase)
            return True
        return False

    @Slot(str)
    def _choose(self, id: str) -> None:
        self._take(next(line for line in self._lines if line.id == id))

    def _take(self, line: IndicatorLine) -> None:
        self._chosen = line
        self._form.show_indicator(line)
        self._turn(picking=False)
        self._form.focus_first()

    @Slot()
    def _choose_another(self) -> None:
        self._chosen = None
        self._turn(picking=True)
        self._search_field.focus_editor()
        self._search.selectAll()

    def _turn(self, *, picking: bool) -> None:
        self._search_field.set_problem("")
        self._form.say_problem("")
        self._picking.setVisible(picking)
        self._form.setVisible(not picking)
        # the list scrolls by itself; the questions scroll with the page
        self.fills = picking
        self.arranged.emit()

    def _say_found(self, found: int) -> None:
        words = "1 indicator" if found == 1 else f"{found} indicators"
        self._found.say(words if found else "Nothing found. Try fewer words.")
        announce(self._found, self._found.words)

    def _say_problem(self, problem: str) -> None:
        if self._chosen is None:
            self._search_field.set_problem(problem)
            if problem:
                self._search_field.focus_editor()
        else:
            self._form.say_problem(problem)

    @Slot()
    def _note(self) -> None:
        chosen, form = self._chosen, self._form
        self.noted.emit(
            chosen.id if chosen else "",
            form.known if chosen else "",
            form.words,
            form.where,
            form.when,
            form.rests_on,
        )

    @Slot()
    def step_back(self) -> None:
        """Go back, but never away from words that were typed without asking."""
        if self._form.typed:
            self.ask(_LOSE, self._answered)
        else:
            self.left.emit()

    def _answered(self, leave: bool) -> None:
        if leave:
            self.left.emit()
