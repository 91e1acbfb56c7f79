"""Who may see a case: letting people in, keeping others out, and who opened it from outside."""

from PySide6.QtCore import Signal, Slot

from welfare_app.presenters.circle import CircleScreen, Person
from welfare_app.ui.pages.done_card import DoneCard
from welfare_app.ui.pages.reason_panel import ReasonPanel
from welfare_app.ui.pages.trouble_card import TroubleCard
from welfare_app.ui.parts import Choices, Field, Item, Kit, Option, column, flow, holding, row
from welfare_app.ui.parts.layout import clear, fill
from welfare_app.ui.shell import Page

_SENTENCE = (
    "While a case is kept to a few people nobody else finds it: not its number, not a name, not a "
    "word of it, in any list or search."
)
_IN = "Who else may see it?"
_IN_HINT = "You are always in it yourself."
_OUT = "Who may be part of it, or stands over or under whoever is?"
_OUT_HINT = "They cannot open it in an emergency either, and read nothing of it in what was done."
_ALONE = "Nobody else has a way in yet."


class CirclePage(Page):
    """Two lists of the same people, and what each of them means."""

    drawn = Signal(object, object, str)
    """The ids of those let in, of those kept out, and why."""
    lifted = Signal(str)
    seen = Signal()

    def __init__(self, kit: Kit) -> None:
        super().__init__(kit, "Who may see this case", back="Back")
        self._people: tuple[object, ...] = ()
        self._done = DoneCard(kit)
        self._trouble, self._told = TroubleCard(kit, below=4), column()
        self._state = kit.text("", "strong", wide=True)
        self._since = kit.text("", "small", "quiet", figures=True, wide=True)
        self._ticks = column()
        self._in, self._out = kit.choices([], many=True), kit.choices([], many=True)
        self._why = kit.area()
        self._problem: Field | None = None
        why = kit.field("Why?", self._why, hint="Those in the circle read it. It may stay empty.")
        self._lift = ReasonPanel(
            kit,
            kit.button("Open it to everyone again", "quiet"),
            "Why may everyone see it again?",
            "Open it to everyone",
            "Keep the circle",
        )
        self._lift.given.connect(self._lifting)
        self._form = holding(column(self._ticks, why))
        self.put_body(
            kit.header("Who may see this case", sentence=_SENTENCE),
            kit.space(4),
            self._trouble,
            self._done,
            row(
                kit.icon("users", "accent"),
                kit.space(3),
                column(self._state, self._since),
                top=True,
            ),
            kit.space(5),
            self._told,
            self._form,
        )
        self._go = kit.button(
            "Keep it to these people", "primary", icon="lock-keyhole", key="Ctrl+Enter"
        )
        self._go.clicked.connect(self._draw)
        self._actions = holding(flow(self._go, None, self._lift.button, gap=kit.space(3)))
        self.put_foot_column(holding(column(self._lift, self._actions, gap=kit.space(3))))
        self.put_side(
            kit.text("What a circle does", "heading"),
            kit.space(3),
            kit.point("eye-off", "Whoever is outside sees nothing of the case, whatever they do."),
            kit.space(3),
            kit.point("life-buoy", "In an emergency a lead can open it, with a reason."),
            kit.space(3),
            kit.point("house", "You then read on Home who did, when and why."),
            kit.space(3),
            kit.point("hard-drive", "It does not go to other laptops while it is kept."),
            kit.space(4),
            kit.hair(),
            kit.space(4),
            kit.text(
                "The program keeps it, not a second key. Whoever has a way in holds the one key "
                "there is.",
                "caption",
                "quiet",
            ),
            folded="What a circle does",
        )

    def show_screen(self, screen: CircleScreen) -> None:
        """Draw it; who is ticked stays ticked until something was decided."""
        self.where = screen.where
        self.arranged.emit()
        self._state.say(screen.now)
        self._since.say(screen.since)
        self._since.setVisible(bool(screen.since))
        self._trouble.show_trouble(screen.trouble)
        known = (screen.people, screen.members, screen.barred)
        if known != self._people:
            self._people = known
            self._show_people(screen)
        self._show_told(screen)
        if self._problem is not None:
            self._problem.set_problem(screen.problem)
            if screen.problem:
                self._problem.focus_editor()
        self._form.setVisible(screen.may_change)
        self._actions.setVisible(screen.may_change)
        self._lift.button.setVisible(screen.stands)
        if self._done.show_done(screen.done):
            self._why.clear()
            self._lift.begin_again()

    def _show_people(self, screen: CircleScreen) -> None:
        kit = self.kit
        clear(self._ticks)
        self._problem = None
        if not screen.people:
            fill(self._ticks, (kit.text(_ALONE, "body", "quiet"), kit.space(5)))
            return
        reading = [one for one in screen.people if one.readable]
        self._in = self._choices(reading, screen.members)
        self._out = self._choices(list(screen.people), screen.barred)
        self._problem = kit.field(_OUT, self._out, hint=_OUT_HINT)
        items: list[Item] = [self._problem, kit.space(5)]
        if reading:
            let_in = kit.field(_IN, self._in, hint=_IN_HINT)
            items, self.first = [let_in, kit.space(5), *items], let_in
        fill(self._ticks, tuple(items))

    def _choices(self, people: list[Person], chosen: tuple[str, ...]) -> Choices:
        return self.kit.choices([Option(one.id, one.name) for one in people], chosen, many=True)

    def _show_told(self, screen: CircleScreen) -> None:
        kit = self.kit
        clear(self._told)
        if not screen.told:
            return
        items: list[Item] = []
        for what, why in screen.told:
            said = row(kit.bar("attention"), kit.text(f"“{why}”", wide=True), gap=kit.space(3))
            items += [kit.text(what, "strong", figures=True, wide=True), said, kit.space(3)]
        if screen.unseen:
            seen = kit.button("I have read this", compact=True, pressed=self.seen.emit)
            items += [row(seen, None)]
            self.first = seen
        card = kit.card(*items, look="attention" if screen.unseen else "well", pad=4)
        fill(self._told, (card, kit.space(5)))

    @Slot()
    def _draw(self) -> None:
        self.drawn.emit(self._in.values(), self._out.values(), self._why.toPlainText())

    @Slot(str)
    def _lifting(self, reason: str) -> None:
        self.lifted.emit(reason)
