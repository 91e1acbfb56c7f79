"""Requests for access: the warning first, then those there are, then beginning one."""

from functools import partial

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QFrame, QVBoxLayout

from welfare_app.presenters.access_list import AccessListScreen, RequestLine
from welfare_app.ui.pages.day_boxes import DayBoxes
from welfare_app.ui.pages.places import LAPTOP, places_rail, practice_strip
from welfare_app.ui.pages.trouble_card import TroubleCard
from welfare_app.ui.parts import Item, Kit, column, flow, holding, row
from welfare_app.ui.parts.layout import clear, fill
from welfare_app.ui.shell import Page

_TITLE = "Answer an access request"
_SENTENCE = "Anyone may ask, in any words, what is held about them. They have a right to an answer."
_NUMBER = 200


class AccessListPage(Page):
    """Lists requests by number only, and begins one."""

    opened = Signal(str)
    started = Signal(str, str)
    """The number of their case, and the day they asked."""

    def __init__(self, kit: Kit, person: str, *, practice: bool = False) -> None:
        super().__init__(kit, _TITLE)
        self.put_rail(places_rail(kit, LAPTOP, person))
        self._shown: AccessListScreen | None = None
        self._trouble = TroubleCard(kit, below=4)
        self._above, self._listed = QVBoxLayout(), QVBoxLayout()
        self._number = kit.line()
        self._received = DayBoxes(kit, "On which day did they ask?")
        self._fields = {
            "number": kit.field(
                "The number of their talk or pack",
                self._number,
                hint="Such as W-0012.",
                width=_NUMBER,
            ),
            "received": kit.field("On which day did they ask?", self._received),
        }
        self._problems = kit.problems()
        strip = (practice_strip(kit), kit.space(4)) if practice else ()
        self.put_body(
            *strip,
            kit.header(_TITLE, sentence=_SENTENCE),
            kit.space(4),
            self._above,
            kit.space(5),
            self._trouble,
            self._listed,
            kit.text("Somebody asks now", "heading"),
            kit.space(2),
            self._problems,
            column(*self._fields.values(), gap=kit.space(4)),
            kit.space(4),
            row(kit.button("Begin", "primary", key="Ctrl+Enter", pressed=self._begin), None),
        )
        self.first = self._fields["number"]

    def show_screen(self, screen: AccessListScreen) -> None:
        """Draw it, leaving alone what is being typed."""
        before, self._shown = self._shown, screen
        self._trouble.show_trouble(screen.trouble)
        if before is None:
            self._above.addWidget(self.kit.notice("ear", *screen.warning))
        if before is None or before.requests != screen.requests:
            self._show_requests(screen)
        found = dict(screen.problems)
        for key, field in self._fields.items():
            if field.problem != found.get(key, ""):
                field.set_problem(found.get(key, ""))
        count = "One answer needs" if len(found) == 1 else f"{len(found)} answers need"
        self._problems.show_problems(f"{count} another look", list(self._fields.values()))

    def _show_requests(self, screen: AccessListScreen) -> None:
        kit = self.kit
        clear(self._listed)
        if screen.requests:
            lines = kit.rows(*(self._line(one) for one in screen.requests))
            items: tuple[Item, ...] = (kit.text("Requests", "heading"), kit.space(2), lines)
            fill(self._listed, (*items, kit.space(5)))

    def _line(self, one: RequestLine) -> QFrame:
        kit = self.kit
        state = kit.text(one.state, "small", "attention" if one.late else "quiet", figures=True)
        told = holding(column(kit.text(one.number, "strong", figures=True), state))
        button = kit.button("Go on", compact=True, name=f"Go on: {one.number}")
        button.clicked.connect(partial(self.opened.emit, one.id))
        pad = kit.space(2)
        return holding(flow(told, None, button, gap=kit.space(3), margins=(0, pad, 0, pad)))

    @Slot()
    def _begin(self) -> None:
        self.started.emit(self._number.text(), self._received.value)
