"""One person on the staff: their role, their way in, and a new passphrase for them."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QFrame

from welfare_app.presenters.staff import ROLES
from welfare_app.presenters.staff_member import MemberScreen
from welfare_app.ui.pages.busy_words import BusyWords
from welfare_app.ui.pages.done_card import DoneCard
from welfare_app.ui.pages.mending import show_problems
from welfare_app.ui.pages.new_passphrase import NARROW, NewPassphrase
from welfare_app.ui.pages.places import LAPTOP, places_rail
from welfare_app.ui.pages.trouble_card import TroubleCard
from welfare_app.ui.pages.without_keyring import WithoutKeyring
from welfare_app.ui.parts import Kit, Option, Question, column, flow, holding, row
from welfare_app.ui.parts.layout import clear
from welfare_app.ui.shell import Page

_OWN = "Each change below asks for it: it shows that it is you."
_MINE = "This is you. Only another lead can change your role or your way in."
_FORGOTTEN = "For when they have forgotten theirs. They type it; nobody else needs to know it."
_SURE = Question(
    "Take their way in away?",
    "They can no longer open the vault. What they wrote keeps their name.",
    do="Take it away",
    keep="Leave it",
)


class StaffMemberPage(Page):
    """Three things a lead may do about someone, under one question for their own passphrase."""

    passphrase_typed = Signal(str)
    role_chosen = Signal(str, str)
    switched = Signal(str)
    taken_away = Signal(str)
    given = Signal(str, str, str, bool)

    def __init__(self, kit: Kit, person: str) -> None:
        super().__init__(kit, "Someone on the staff", back="Staff")
        self.put_rail(places_rail(kit, LAPTOP, person))
        self._trouble, self._problems = TroubleCard(kit, below=4), kit.problems()
        self._head, self._done = column(), DoneCard(kit)
        self._shown: MemberScreen | None = None
        self._own = kit.line(secret=True)
        self._role = kit.choices([Option(role, name, hint) for role, name, hint in ROLES])
        self._new = NewPassphrase(kit, "Their new passphrase, typed by them", _FORGOTTEN)
        self._new.typed.connect(self.passphrase_typed)
        self._without = WithoutKeyring(kit)
        self._fields = {
            "own": kit.field("Your own passphrase", self._own, hint=_OWN, width=NARROW),
            **self._new.fields,
        }
        self._mine = kit.notice("info", _MINE, look="well")
        self._mine.hide()
        self._make_buttons()
        self._changes = self._make_changes()
        self.put_body(
            self._head, self._trouble, self._done, self._problems, self._mine, self._changes
        )
        self.first = self._fields["own"]

    def show_screen(self, screen: MemberScreen) -> None:
        """Draw it, leaving alone what is being typed."""
        before, self._shown = self._shown, screen
        if before is None or before.who != screen.who or before.ways != screen.ways:
            self._show_head(screen)
        if before is None or before.role != screen.role:
            self._role.choose(screen.role)
        for busy in self._busy:
            busy.show_busy(busy=screen.busy)
        self._trouble.show_trouble(screen.trouble)
        self._new.show_weighed(screen.weighed)
        self._without.setVisible(screen.without_offered)
        if self._done.show_done(screen.done):
            self.forget()
        shown = screen.who is not None and not screen.who.gone
        self._mine.setVisible(screen.mine)
        self._changes.setVisible(shown and not screen.mine)
        self._switch.say("Switch it off for a while" if screen.on else "Switch it on again")
        self._switch.setVisible(screen.has_way)
        show_problems(self._problems, self._fields, screen.problems)

    def forget(self) -> None:
        """Let go of what was typed."""
        self._own.clear()
        self._new.forget()

    def _make_buttons(self) -> None:
        kit = self.kit
        self._role_go = kit.button("Change the role", pressed=self._change_role)
        self._switch = kit.button("Switch it off for a while", pressed=self._switch_it)
        self._take = kit.button("Take it away", pressed=self._take_it)
        self._give = kit.button("Set this passphrase", pressed=self._give_it)
        self._busy = (
            BusyWords(kit, self._role_go, "Changing it…"),
            BusyWords(kit, self._switch, "Switching it…"),
            BusyWords(kit, self._take, "Taking it away…"),
            BusyWords(kit, self._give, "Setting it…"),
        )

    def _make_changes(self) -> QFrame:
        kit, space = self.kit, self.kit.space
        return holding(
            column(
                self._fields["own"],
                space(6),
                kit.field("What do they do?", self._role, role="heading"),
                space(3),
                row(self._role_go, None),
                space(6),
                kit.text("Their way in", "heading"),
                space(3),
                flow(self._switch, self._take, gap=space(3)),
                space(6),
                kit.text("A new passphrase for them", "heading"),
                space(3),
                self._new,
                self._without,
                space(4),
                row(self._give, None),
            )
        )

    def _show_head(self, screen: MemberScreen) -> None:
        kit = self.kit
        clear(self._head)
        if screen.who is None:
            return
        about = ". ".join(part for part in (screen.who.state, screen.who.note) if part)
        self._head.addWidget(kit.header(screen.who.name, about=screen.who.role, sentence=about))
        for way in screen.ways:
            self._head.addWidget(kit.text(way, "small", "quiet", figures=True))
        self._head.addSpacing(kit.space(5))

    def _free(self) -> bool:
        return not any(one.busy for one in self._busy)

    @Slot()
    def _change_role(self) -> None:
        if self._free():
            self.role_chosen.emit(self._role.value(), self._own.text())

    @Slot()
    def _switch_it(self) -> None:
        if self._free():
            self.switched.emit(self._own.text())

    @Slot()
    def _take_it(self) -> None:
        if self._free():
            self.ask(_SURE, self._sure)

    def _sure(self, sure: bool) -> None:
        if sure:
            self.taken_away.emit(self._own.text())

    @Slot()
    def _give_it(self) -> None:
        if self._free():
            new, without = self._new, self._without.chosen
            self.given.emit(new.passphrase, new.again, self._own.text(), without)
