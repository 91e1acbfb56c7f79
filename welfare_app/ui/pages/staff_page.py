"""Staff and ways in: everyone there is, and whether their way in stands."""

from functools import partial

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QFrame

from welfare_app.presenters.staff import StaffLine, StaffScreen
from welfare_app.ui.pages.busy_words import BusyWords
from welfare_app.ui.pages.mending import show_problems
from welfare_app.ui.pages.new_passphrase import NARROW
from welfare_app.ui.pages.places import LAPTOP, places_rail
from welfare_app.ui.pages.trouble_card import TroubleCard
from welfare_app.ui.parts import Item, Kit, column, flow, holding, row
from welfare_app.ui.parts.layout import clear
from welfare_app.ui.shell import Page

_SENTENCE = "Everyone has a passphrase of their own. No two share one, and nobody types another’s."
_PRACTICE = "Practice. Nobody has a way in of their own here, so nothing on this page changes."
_KEEP = "Keep the list as it is"
_NAME = 216
_KEEP_HINT = "Once you know who put it back, and everyone on it should be there."


class StaffPage(Page):
    """Lists people, a line each, with a way to each of them."""

    opened = Signal(str)
    add_wanted = Signal()
    sheet_wanted = Signal()
    accepted = Signal(str)

    def __init__(self, kit: Kit, person: str) -> None:
        super().__init__(kit, "Staff and ways in", back="This laptop")
        self.put_rail(places_rail(kit, LAPTOP, person))
        self._trouble = TroubleCard(kit, below=4)
        self._make_keeping()
        self._lines, self._shown = column(), tuple[StaffLine, ...]()
        self._strip = holding(column(kit.notice("info", _PRACTICE), kit.space(4)))
        self._strip.hide()
        self.put_body(
            kit.header("Staff and ways in", sentence=_SENTENCE),
            kit.space(5),
            self._strip,
            self._trouble,
            self._keeping,
            self._lines,
        )
        add = kit.button("Add someone", "primary", icon="plus", key="Ctrl+N", pressed=self._add)
        sheet = kit.button("New recovery sheet", icon="printer", pressed=self._sheet)
        self.put_foot(add, sheet)
        self.first = add

    def show_screen(self, screen: StaffScreen) -> None:
        """Draw the list."""
        self._strip.setVisible(screen.practice)
        self._trouble.show_trouble(screen.trouble)
        self._keeping.setVisible(screen.older)
        self._busy.show_busy(busy=screen.busy)
        show_problems(self._problems, {"own": self._own_field}, screen.problems)
        if screen.lines != self._shown:
            self._shown = screen.lines
            self._show_lines(screen.lines)

    def forget(self) -> None:
        """Let go of what was typed."""
        self._own.clear()

    def _make_keeping(self) -> None:
        kit = self.kit
        self._own, self._problems = kit.line(secret=True), kit.problems()
        self._own_field = kit.field("Your own passphrase", self._own, hint=_KEEP_HINT, width=NARROW)
        keep = kit.button(_KEEP, pressed=self._keep)
        self._busy = BusyWords(kit, keep, "Keeping it…")
        inside = (self._problems, self._own_field, kit.space(3), row(keep, None), kit.space(5))
        self._keeping = holding(column(*inside))
        self._keeping.hide()

    def _show_lines(self, lines: tuple[StaffLine, ...]) -> None:
        kit = self.kit
        clear(self._lines)
        here = [one for one in lines if not one.gone]
        gone = [one for one in lines if one.gone]
        if here:
            self._lines.addWidget(kit.rows(*(self._line(one) for one in here)))
        if gone:
            self._lines.addSpacing(kit.space(5))
            self._lines.addWidget(kit.text("No longer here", "heading"))
            self._lines.addSpacing(kit.space(2))
            self._lines.addWidget(kit.rows(*(self._gone(one) for one in gone)))

    def _line(self, one: StaffLine) -> QFrame:
        kit, pad = self.kit, self.kit.space(3)
        change = kit.button(
            "Change", compact=True, name=f"Change: {one.name}", pressed=partial(self._open, one.id)
        )
        state = kit.point(
            "circle-check" if one.stands else "circle-dashed",
            one.state,
            ink="accent" if one.stands else "attention",
        )
        about: list[Item] = [kit.text(one.name, "strong"), kit.text(one.role, "small", "quiet")]
        words = [state, *([kit.text(one.note, "small", "quiet")] if one.note else [])]
        who, how = holding(column(*about)), holding(column(*words))
        who.setMinimumWidth(kit.theme.scaled(_NAME))
        return holding(flow(who, how, None, change, gap=kit.space(4), margins=(0, pad, 0, pad)))

    def _gone(self, one: StaffLine) -> QFrame:
        kit, pad = self.kit, self.kit.space(3)
        words = (kit.text(one.name, "body", "quiet"), kit.text(one.role, "small", "quiet"))
        return holding(column(*words, margins=(0, pad, 0, pad)))

    def _open(self, staff: str, _checked: bool = False) -> None:
        self.opened.emit(staff)

    @Slot()
    def _add(self) -> None:
        self.add_wanted.emit()

    @Slot()
    def _sheet(self) -> None:
        self.sheet_wanted.emit()

    @Slot()
    def _keep(self) -> None:
        if not self._busy.busy:
            self.accepted.emit(self._own.text())
