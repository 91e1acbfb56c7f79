"""After the recovery sheet: who are you, and what is your passphrase from now on."""

from PySide6.QtCore import Signal, Slot

from welfare_app.presenters.recovered import Chosen, RecoveredScreen
from welfare_app.ui.pages.busy_words import BusyWords
from welfare_app.ui.pages.mending import show_problems
from welfare_app.ui.pages.new_passphrase import NARROW, NewPassphrase
from welfare_app.ui.pages.trouble_card import TroubleCard
from welfare_app.ui.pages.without_keyring import WithoutKeyring
from welfare_app.ui.parts import Kit
from welfare_app.ui.shell import Page

_SENTENCE = "The code is right. The vault opens once you have a passphrase of your own again."


class RecoveredPage(Page):
    """Asks for a name and a new passphrase. The vault is not open yet."""

    passphrase_typed = Signal(str, str)
    submitted = Signal(object)
    left = Signal()

    def __init__(self, kit: Kit) -> None:
        super().__init__(kit, "A new passphrase", locked=True)
        self._people: tuple[tuple[str, str], ...] = ()
        self._who = kit.pick([], empty="Choose your name")
        self._new = NewPassphrase(
            kit, "Your new passphrase", "Four unrelated words are good. The old one stops opening."
        )
        self._new.typed.connect(self._typed)
        self._without = WithoutKeyring(kit)
        who = kit.field("Who are you?", self._who, width=NARROW)
        self._fields = {"who": who, **self._new.fields}
        self._problems, self._trouble = kit.problems(), TroubleCard(kit, below=4)
        self.put_body(
            kit.header("Set a new passphrase", sentence=_SENTENCE),
            kit.space(5),
            self._trouble,
            self._problems,
            who,
            kit.space(5),
            self._new,
            kit.space(4),
            self._without,
        )
        go = kit.button("Open the vault", "primary", key="Ctrl+Enter", pressed=self._submit)
        go.setAutoDefault(True)
        self._busy = BusyWords(kit, go, "Opening the vault…")
        self.put_foot(
            go, None, kit.button("Back to the locked screen", "quiet", pressed=self._leave)
        )
        self.first = who

    def show_screen(self, screen: RecoveredScreen) -> None:
        """Draw it, leaving alone what is being typed."""
        if screen.people != self._people:
            self._people = screen.people
            for key, words in screen.people:
                self._who.addItem(words, key)
            self._who.setCurrentIndex(0 if len(screen.people) == 1 else -1)
        self._busy.show_busy(busy=screen.busy)
        self._trouble.show_trouble(screen.trouble)
        self._new.show_weighed(screen.weighed)
        self._without.setVisible(screen.without_offered)
        show_problems(self._problems, self._fields, screen.problems)

    def forget(self) -> None:
        """Let go of what was typed."""
        self._new.forget()

    @Slot(str)
    def _typed(self, passphrase: str) -> None:
        self.passphrase_typed.emit(self._who.value(), passphrase)

    @Slot()
    def _submit(self) -> None:
        if not self._busy.busy:
            new, without = self._new, self._without.chosen
            self.submitted.emit(Chosen(self._who.value(), new.passphrase, new.again, without))

    @Slot()
    def _leave(self) -> None:
        self.left.emit()
