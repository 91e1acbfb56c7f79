"""Home: what needs me now, and the ways to begin."""

from functools import partial

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QFrame, QWidget

from welfare_app.presenters.emergency import Number
from welfare_app.presenters.home import HomeScreen, Need
from welfare_app.presenters.visiting import VisitCard
from welfare_app.ui.pages.call_lines import call_lines
from welfare_app.ui.pages.half_typed_card import HalfTypedCard
from welfare_app.ui.pages.kinds_panel import KindsPanel
from welfare_app.ui.pages.places import HOME, places_rail, practice_strip
from welfare_app.ui.parts import Button, Item, Kit, column, flow, holding, row
from welfare_app.ui.parts.layout import clear, fill
from welfare_app.ui.shell import Page

_WHEN = 148
_LEAST = 78
_WORRIES = (
    ("Someone may be hurt today", "Call 999 first. Nothing here is more urgent."),
    (
        "Someone told you something serious",
        "Stop asking. Open an incident pack; it tells you the next step.",
    ),
    ("A feeling, and no facts yet", "Talk it through. You need not give a name."),
)


class HomePage(Page):
    """Lists what needs someone, with the button that leads there."""

    interview_wanted = Signal()
    talk_wanted = Signal(str)
    """The form of another kind of talk."""
    next_wanted = Signal()
    pack_wanted = Signal()
    followed = Signal(object)

    def __init__(self, kit: Kit, person: str) -> None:
        super().__init__(kit, "Home")
        self._screen: HomeScreen | None = None
        self.put_rail(places_rail(kit, HOME, person))
        self._today = kit.text("", "small", "quiet", figures=True)
        self._practice = holding(column(practice_strip(kit), kit.space(4)))
        self._practice.hide()
        self._needs, self._later, self._backup = column(), column(), column()
        self._buttons: dict[Need, Button] = {}
        self._visit = column()
        self._interview_button = kit.button(
            "Start a welfare interview",
            "primary",
            icon="message-square-text",
            key="Ctrl+N",
            large=True,
            pressed=self._interview,
        )
        pack = kit.button(
            "Open an incident pack",
            icon="clipboard-list",
            key="Ctrl+Shift+N",
            large=True,
            pressed=self._pack,
        )
        self._kinds = KindsPanel(kit)
        self.half_typed = HalfTypedCard(kit)
        self.half_typed.let_go.connect(partial(self.say, "The words are let go of"))
        self._kinds.chosen.connect(self.talk_wanted)
        title = kit.text("What needs me now", "title")
        title.setAccessibleDescription("heading")
        self.put_body(
            self._practice,
            column(self._today, title),
            kit.space(5),
            self.half_typed,
            self._visit,
            flow(self._interview_button, pack, gap=kit.space(3)),
            kit.space(1),
            row(self._kinds.button, None),
            self._kinds,
            kit.space(4),
            self._needs,
            self._later,
            self._backup,
        )
        self._show_help(None)
        self.first = self._interview_button

    def show_screen(self, screen: HomeScreen) -> None:
        """Draw what needs someone, keeping the keyboard on the row where it was."""
        before, self._screen = self._screen, screen
        self._today.say(screen.today)
        self._practice.setVisible(screen.practice)
        self._kinds.show_kinds(screen.kinds)
        if before is None or before.visit != screen.visit:
            self._show_visit(screen.visit)
        if before is None or before.needs != screen.needs:
            self._show_needs(screen.needs)
        if before is None or before.later != screen.later:
            self._show_later(screen.later)
        if before is None or before.backup != screen.backup:
            self._show_backup(screen.backup)
        if before is None or before.helpline != screen.helpline:
            self._show_help(screen.helpline)

    # The middle

    def _show_visit(self, visit: VisitCard | None) -> None:
        """Stand the next person before everything else, while a visit is under way."""
        kit = self.kit
        clear(self._visit)
        self._interview_button.dress("secondary" if visit else "primary")
        self.first = self._interview_button
        if visit is None:
            return
        button = kit.button("Next person", "primary", icon="users", pressed=self.next_wanted.emit)
        about = kit.text(visit.about, "small", "quiet", figures=True)
        words = holding(column(kit.text(visit.title, "strong"), about))
        card = kit.card(flow(words, None, button, gap=kit.space(4)), pad=4)
        fill(self._visit, (card, kit.space(5)))
        self.first = button

    def _show_needs(self, needs: tuple[Need, ...]) -> None:
        kit = self.kit
        here = next((one.place for one, made in self._buttons.items() if made.hasFocus()), None)
        clear(self._needs)
        self._buttons = {}
        if needs:
            self._needs.addWidget(kit.rows(*(self._need(one) for one in needs)))
        else:
            words = "What is due, and what is not finished, will stand here."
            self._needs.addWidget(kit.empty("circle-check", "Nothing needs you now", words))
        for one, button in self._buttons.items():
            if here is not None and one.place == here:
                button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _need(self, need: Need) -> QWidget:
        kit, gap = self.kit, self.kit.space(4)
        ink = "attention" if need.late else "quiet"
        mark = kit.icon(need.icon, "attention" if need.late else "accent", line="strong")
        about = kit.text(need.about, "small", "quiet", figures=True)
        lead = holding(row(mark, gap, column(kit.text(need.what, "strong"), about)))
        role = "small_strong" if need.late else "small"
        when = kit.text(need.when, role, ink, figures=True, one_line=True)
        button = kit.button(
            need.action,
            compact=True,
            least=_LEAST,
            name=f"{need.action}: {need.what}, {need.about}",
            pressed=partial(self._follow, need),
        )
        self._buttons[need] = button
        pad = kit.space(3)
        return holding(flow(lead, None, when, button, gap=gap, margins=(0, pad, 0, pad)))

    def _show_later(self, later: tuple[tuple[str, str], ...]) -> None:
        kit = self.kit
        clear(self._later)
        if not later:
            return
        rows: list[Item] = [kit.space(6), kit.text("Later", "heading"), kit.space(2)]
        fill(self._later, (*rows, *(self._later_line(when, what) for when, what in later)))

    def _later_line(self, when: str, what: str) -> QFrame:
        kit = self.kit
        label = kit.text(when, "small", "quiet", figures=True)
        label.setFixedWidth(kit.theme.scaled(_WHEN))
        words = kit.text(what, "small", figures=True, wide=True)
        edge = kit.space(1)
        return holding(row(label, kit.space(2), words, top=True, margins=(0, edge, 0, edge)))

    def _show_backup(self, words: str) -> None:
        kit = self.kit
        clear(self._backup)
        if words:
            mark = kit.icon("hard-drive", "quiet", "icon_small")
            said = kit.text(words, "caption", "quiet", figures=True, wide=True)
            fill(self._backup, (kit.space(5), holding(row(mark, kit.space(2), said))))

    # Beside it

    def _show_help(self, helpline: Number | None) -> None:
        kit, space = self.kit, self.kit.space
        call = (space(3), call_lines(kit, helpline)) if helpline else ()
        self.put_side(
            kit.text("If you are not sure", "heading"),
            space(3),
            *_worry(kit, *_WORRIES[0]),
            *(item for worry in _WORRIES[1:] for item in (*_ruled(kit), *_worry(kit, *worry))),
            *call,
            folded="If you are not sure",
        )

    # What it reports

    @Slot()
    def _interview(self) -> None:
        self.interview_wanted.emit()

    @Slot()
    def _pack(self) -> None:
        self.pack_wanted.emit()

    def _follow(self, need: Need, _checked: bool = False) -> None:
        self.followed.emit(need.place)


def _worry(kit: Kit, title: str, sentence: str) -> tuple[Item, ...]:
    return kit.text(title, "small_strong"), kit.text(sentence, "small", "quiet")


def _ruled(kit: Kit) -> tuple[Item, ...]:
    return kit.space(3), kit.hair(), kit.space(3)
