"""Adding a sign: find the indicator, then say how it is known and what it rests on."""

from PySide6.QtCore import QEvent, QObject, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QFrame

from welfare_app.presenters.signs import IndicatorLine, SignsScreen
from welfare_app.ui.pages.indicator_list import IndicatorList
from welfare_app.ui.pages.sign_form import SignForm
from welfare_app.ui.pages.trouble_card import TroubleCard, announce
from welfare_app.ui.parts import Field, Kit, Question, column, holding
from welfare_app.ui.shell import Page

_MOVES = frozenset({Qt.Key.Key_Down, Qt.Key.Key_Up, Qt.Key.Key_PageDown, Qt.Key.Key_PageUp})
_ENTER = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter})

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
    """Indicator, how it is known, words, where, when, and the field it rests on."""
    left = Signal()

    def __init__(self, kit: Kit) -> None:
        super().__init__(kit, "Add a sign", back="Interview", where="Signs", fills=True, tight=True)
        self._lines: tuple[IndicatorLine, ...] = ()
        self._chosen: IndicatorLine | None = None
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
        if screen.lines != self._lines:
            self._lines = screen.lines
            self._list.show_lines(screen.lines)
            self._say_found(screen.found)
        self._say_problem(screen.problem)

    def _make_picking(self) -> QFrame:
        kit = self.kit
        self._search = kit.line(placeholder="Any words, in any order", icon="search")
        self._search.textChanged.connect(self.searched)
        self._search.installEventFilter(self)
        self._search_field: Field = kit.field("What did you notice?", self._search)
        self._found = kit.text("", "caption", "quiet", figures=True)
        self._list = IndicatorList(kit.theme)
        self._list.chosen.connect(self._choose)
        space = kit.space
        return holding(column(self._search_field, space(1), self._found, space(1), self._list))

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
        self._chosen = next(line for line in self._lines if line.id == id)
        self._form.show_indicator(self._chosen)
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
        form = self._form
        if any(text.strip() for text in (form.words, form.where, form.when)):
            self.ask(_LOSE, self._answered)
        else:
            self.left.emit()

    def _answered(self, leave: bool) -> None:
        if leave:
            self.left.emit()
