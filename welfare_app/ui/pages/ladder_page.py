"""Whom to tell in the company: each rung with who stands there, and a form to change it."""

from functools import partial

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QFrame, QVBoxLayout

from welfare_app.domain.ladder import Standing
from welfare_app.presenters.ladder import LadderScreen, RungLine, Typed
from welfare_app.ui.pages.call_lines import left_to_right
from welfare_app.ui.pages.done_card import DoneCard
from welfare_app.ui.pages.new_passphrase import NARROW
from welfare_app.ui.pages.panel import Panel
from welfare_app.ui.pages.places import LAPTOP, places_rail
from welfare_app.ui.pages.trouble_card import TroubleCard
from welfare_app.ui.parts import Button, Item, Kit, Option, column, flow, holding
from welfare_app.ui.parts.layout import clear
from welfare_app.ui.shell import Page

_SENTENCE = (
    "In a pack the lowest of them who cannot be part of it is told first. Whoever may be is passed "
    "over."
)
_CHECKED = "checked"


class LadderPage(Page):
    """Six rungs, one under another, and the form of the one that is changed."""

    change_wanted = Signal(str)
    given = Signal(object)

    def __init__(self, kit: Kit, person: str) -> None:
        super().__init__(kit, "Whom to tell in the company", back="This laptop")
        self.put_rail(places_rail(kit, LAPTOP, person))
        self._trouble, self._done = TroubleCard(kit, below=4), DoneCard(kit)
        self._rows = column()
        self._buttons: dict[str, Button] = {}
        self._lines: tuple[RungLine, ...] = ()
        self._place = QVBoxLayout()
        self._place.setContentsMargins(0, 0, 0, 0)
        self._form: RungForm | None = None
        self._changing: Standing | None = None
        self.put_body(
            kit.header("Whom to tell in the company", sentence=_SENTENCE),
            kit.space(4),
            self._trouble,
            self._done,
            self._rows,
            kit.space(4),
            self._place,
        )

    def show_screen(self, screen: LadderScreen) -> None:
        """Draw it, leaving alone what is being typed."""
        self._trouble.show_trouble(screen.trouble)
        if screen.lines != self._lines:
            self._lines = screen.lines
            self._show_lines(screen.lines)
        self._show_form(screen)
        self._done.show_done(screen.done)

    def _show_lines(self, lines: tuple[RungLine, ...]) -> None:
        clear(self._rows)
        self._buttons = {}
        self._rows.addWidget(self.kit.rows(*(self._line(one) for one in lines)))
        self.first = next(iter(self._buttons.values()))

    def _line(self, one: RungLine) -> QFrame:
        kit, pad = self.kit, self.kit.space(3)
        said: list[Item] = [kit.text(one.title, "small", "quiet")]
        said.append(kit.text(one.name or "Nobody yet", "strong" if one.name else "body", wide=True))
        if one.ways:
            said.append(kit.text(left_to_right(one.ways), "body", figures=True, wide=True))
        if one.note:
            ink = "attention" if one.stale else "quiet"
            icon = "clock" if one.stale else "check"
            words = f"{one.note[:1].upper()}{one.note[1:]}"
            said.append(kit.point(icon, words, ink=ink, colour=ink))
        button = kit.button("Change", compact=True, name=f"Change: {one.title}")
        button.clicked.connect(partial(self.change_wanted.emit, one.rung.value))
        self._buttons[one.rung.value] = button
        lead = holding(column(*said))
        return holding(flow(lead, None, button, gap=kit.space(4), margins=(0, pad, 0, pad)))

    def _show_form(self, screen: LadderScreen) -> None:
        if screen.changing != self._changing:
            self._changing = screen.changing
            clear(self._place)
            self._form = None
            if screen.changing is not None:
                form = self._form = RungForm(self.kit, screen.title, screen.changing, screen.staff)
                form.told.connect(self.given)
                self._place.addWidget(form)
        if self._form is not None:
            self._form.show_problems(screen.problems)
            if not screen.problems:
                self._form.open()


class RungForm(Panel):
    """Who stands on one rung."""

    told = Signal(object)

    def __init__(
        self, kit: Kit, title: str, one: Standing, staff: tuple[tuple[str, str], ...]
    ) -> None:
        super().__init__(kit, "Keep this")
        self.setAccessibleName(title)
        self._name, self._email = kit.line(one.name), kit.line(one.email)
        self._phone = kit.line(one.phone, figures=True)
        self._staff = kit.pick(
            [Option(key, words) for key, words in staff], one.staff or "", empty="Nobody of them"
        )
        self._checked = kit.choices([Option(_CHECKED, "I reached them this way today")], many=True)
        self.arrange(
            kit,
            {
                "name": kit.field(f"{title}: who is it?", self._name, width=NARROW),
                "phone": kit.field("Their telephone", self._phone, width=NARROW),
                "email": kit.field("Their e-mail", self._email, width=NARROW),
                "staff": kit.field(
                    "Do they have a way into this vault?", self._staff, width=NARROW
                ),
                _CHECKED: kit.field("Was it checked?", self._checked),
            },
        )

    @Slot()
    def give(self) -> None:
        """Report what is typed."""
        self.told.emit(
            Typed(
                self._name.text(),
                self._phone.text(),
                self._email.text(),
                self._staff.value(),
                bool(self._checked.values()),
            )
        )
