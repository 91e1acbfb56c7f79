"""Your passphrase: changed with the old one, or what it opens made stronger."""

from PySide6.QtCore import Signal, Slot

from welfare_app.presenters.own_key import Change, OwnKeyScreen
from welfare_app.ui.pages.busy_words import BusyWords
from welfare_app.ui.pages.done_card import DoneCard
from welfare_app.ui.pages.mending import show_problems
from welfare_app.ui.pages.new_passphrase import NARROW, NewPassphrase
from welfare_app.ui.pages.places import LAPTOP, places_rail
from welfare_app.ui.pages.trouble_card import TroubleCard
from welfare_app.ui.pages.without_keyring import WithoutKeyring
from welfare_app.ui.parts import Kit, column, holding, row
from welfare_app.ui.parts.layout import clear
from welfare_app.ui.shell import Page

_SENTENCE = "Nobody can look it up or reset it, and that includes us."
_PRACTICE = "The practice vault opens without a passphrase, so there is none to change here."


class OwnKeyPage(Page):
    """Asks for the old passphrase and a new one. A stronger way in is offered, never forced."""

    passphrase_typed = Signal(str)
    changed = Signal(object)
    renewed = Signal(str)

    def __init__(self, kit: Kit, person: str) -> None:
        super().__init__(kit, "Your passphrase", back="This laptop")
        self.put_rail(places_rail(kit, LAPTOP, person))
        self._old = kit.line(secret=True)
        old = kit.field("The passphrase you have now", self._old, width=NARROW)
        self._new = NewPassphrase(
            kit, "Your new passphrase", "Four unrelated words are good. You type it to unlock."
        )
        self._new.typed.connect(self.passphrase_typed)
        self._without = WithoutKeyring(kit)
        self._fields = {"old": old, "own": old, **self._new.fields}
        self._problems, self._trouble = kit.problems(), TroubleCard(kit, below=4)
        self._done = DoneCard(kit)
        self._offer, self._offered = column(), tuple[str, ...]()
        self._form = holding(
            column(self._problems, old, kit.space(5), self._offer, self._new, self._without)
        )
        self._practice = kit.notice("info", _PRACTICE, look="well")
        self._practice.hide()
        self.put_body(
            kit.header("Your passphrase", sentence=_SENTENCE),
            kit.space(5),
            self._trouble,
            self._done,
            self._practice,
            self._form,
        )
        self._go = kit.button(
            "Change the passphrase", "primary", key="Ctrl+Enter", pressed=self._change
        )
        self._busy = BusyWords(kit, self._go, "Changing it…")
        self.put_foot(self._go)
        self.first = old

    def show_screen(self, screen: OwnKeyScreen) -> None:
        """Draw it, leaving alone what is being typed."""
        self._practice.setVisible(screen.practice)
        self._form.setVisible(not screen.practice)
        self._go.setVisible(not screen.practice)
        self._busy.show_busy(busy=screen.busy)
        self._trouble.show_trouble(screen.trouble)
        self._new.show_weighed(screen.weighed)
        self._without.setVisible(screen.without_offered)
        if self._done.show_done(screen.done):
            self.forget()
        self._show_offer(screen.renewal)
        named = {key: field for key, field in self._fields.items() if key != "own"}
        problems = tuple(("old" if key == "own" else key, words) for key, words in screen.problems)
        show_problems(self._problems, named, problems)

    def forget(self) -> None:
        """Let go of what was typed."""
        self._old.clear()
        self._new.forget()

    def _show_offer(self, reasons: tuple[str, ...]) -> None:
        if reasons == self._offered:
            return
        self._offered = reasons
        kit = self.kit
        clear(self._offer)
        if not reasons:
            return
        renew = kit.button("Make it stronger", pressed=self._renew)
        words = (*reasons, "Your passphrase stays the same. Type it above first.")
        self._offer.addWidget(
            kit.card(
                kit.text("Your way in can be made stronger", "strong"),
                *(kit.text(one, "body", "quiet") for one in words),
                kit.space(3),
                row(renew, None),
                look="well",
            )
        )
        self._offer.addSpacing(kit.space(5))

    @Slot()
    def _change(self) -> None:
        if not self._busy.busy:
            new, without = self._new, self._without.chosen
            self.changed.emit(Change(self._old.text(), new.passphrase, new.again, without))

    @Slot()
    def _renew(self) -> None:
        if not self._busy.busy:
            self.renewed.emit(self._old.text())
