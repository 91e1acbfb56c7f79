"""Cases to and from colleagues: what stands twice, what came, what goes, and whom we know."""

from collections.abc import Callable

from PySide6.QtCore import Signal, SignalInstance, Slot
from PySide6.QtWidgets import QVBoxLayout

from welfare_app.presenters.courier import ColleagueLine, CourierScreen
from welfare_app.services.send_case import FILE
from welfare_app.ui.pages.courier_parts import (
    colleague_card,
    contested_card,
    digits,
    incoming_items,
)
from welfare_app.ui.pages.courier_sending import SendForm
from welfare_app.ui.pages.done_card import DoneCard
from welfare_app.ui.pages.file_ask import AskToOpen, AskToSave, ask_to_open, ask_to_save
from welfare_app.ui.pages.trouble_card import TroubleCard, announce
from welfare_app.ui.parts import Item, Kit, Question, row
from welfare_app.ui.parts.layout import clear, fill
from welfare_app.ui.shell import Page

PARCEL, CARD = "Locked case (*.notes)", "Colleague’s card (*.card)"
CARD_FILE = "laptop.card"
_ABOUT = "By USB stick, locked for one laptop. Both keep everything, and neither overwrites."
_OWN = "Give this card to a colleague by hand. Read the digits out to them by telephone."


class CourierPage(Page):
    """Reports what is pressed; what a file would do is shown before it is done."""

    card_wanted = Signal(object)
    added = Signal(object)
    confirmed = Signal(str)
    removed = Signal(str)
    send_wanted = Signal(str, str, str)
    place_chosen = Signal(object)
    look_wanted = Signal(object)
    taken = Signal()
    left = Signal()
    cancelled = Signal()
    chosen = Signal(int, int)
    both_kept = Signal(int)

    def __init__(
        self, kit: Kit, to_open: AskToOpen = ask_to_open, to_save: AskToSave = ask_to_save
    ) -> None:
        """Make it; `to_open` and `to_save` find files."""
        super().__init__(kit, "Cases to and from colleagues", back="This laptop")
        self._to_open, self._to_save = to_open, to_save
        self._shown: CourierScreen | None = None
        self._trouble = TroubleCard(kit, below=4)
        self._busy = kit.busy()
        self._busy.cancelled.connect(self.cancelled)
        self._sending = SendForm(kit)
        self._sending.sent.connect(self.send_wanted)
        self._done = DoneCard(kit)
        self._contested, self._came, self._people, self._own = (QVBoxLayout() for _ in range(4))
        look = kit.button("Choose the file", icon="usb", pressed=self._look)
        add = kit.button("Add a colleague’s card", icon="plus", pressed=self._add)
        save = kit.button("Save our card", icon="download", pressed=self._save_card)
        self.put_body(
            kit.header("Cases to and from colleagues", sentence=_ABOUT),
            kit.space(4),
            self._trouble,
            self._busy,
            self._done,
            self._contested,
            kit.text("Take in a case", "heading"),
            kit.space(2),
            kit.text("You see what is in the file before anything is kept.", "body", "quiet"),
            kit.space(3),
            row(look, None),
            self._came,
            kit.space(6),
            kit.text("Send a case", "heading"),
            kit.space(3),
            self._sending,
            kit.space(6),
            kit.text("Colleagues", "heading"),
            self._people,
            kit.space(3),
            row(add, None),
            kit.space(6),
            kit.text("Our own card", "heading"),
            kit.space(2),
            kit.text(_OWN, "body", "quiet"),
            self._own,
            kit.space(3),
            row(save, None),
        )
        self.first = look

    def show_screen(self, screen: CourierScreen) -> None:
        """Draw what changed, leaving alone what is being typed."""
        before, self._shown = self._shown or CourierScreen(), screen
        self._trouble.show_trouble(screen.trouble)
        if screen.busy != before.busy:
            self._show_busy(screen.busy)
        self._done.show_done(screen.done)
        if screen.contested != before.contested:
            self._show_contested(screen)
        if screen.incoming != before.incoming:
            self._show_incoming(screen)
        if screen.colleagues != before.colleagues:
            self._show_people(screen)
        if screen.own != before.own:
            self._show_own(screen)
        self._sending.show_screen(screen)

    def show_progress(self, done: int, total: int) -> None:
        """Say how far a job has got."""
        self._busy.progress(done, total)

    def ask_where(self) -> None:
        """Ask where the locked case is to be written."""
        path = self._to_save(self, "Save", FILE, PARCEL)
        if path is not None:
            self.place_chosen.emit(path)

    def forget_reason(self) -> None:
        """Empty what was typed."""
        self._sending.forget()

    def _show_busy(self, words: str) -> None:
        if words:
            self._busy.start(words)
        else:
            self._busy.stop()

    def _show_contested(self, screen: CourierScreen) -> None:
        kit = self.kit
        clear(self._contested)
        if not screen.contested:
            return
        items: list[Item] = [kit.text("Choose which one stands", "heading"), kit.space(3)]
        for at, card in enumerate(screen.contested):
            items += [contested_card(kit, card, self._choose(at), self._keep(at)), kit.space(3)]
        fill(self._contested, (*items, kit.space(3)))

    def _show_incoming(self, screen: CourierScreen) -> None:
        kit, card = self.kit, screen.incoming
        clear(self._came)
        if card is None:
            self.put_foot_column()
            return
        fill(self._came, (kit.space(4), *incoming_items(kit, card)))
        announce(self, f"{card.title}. {card.sender}")
        if card.take:
            take = kit.button(card.take, "primary", key="Ctrl+Enter", pressed=self._take)
            self.put_foot(take, kit.button("Take none of it", pressed=self._leave))
        else:
            self.put_foot_column()

    def _show_people(self, screen: CourierScreen) -> None:
        clear(self._people)
        for line in screen.colleagues:
            card = colleague_card(self.kit, line, self._compared(line), self._remove(line))
            fill(self._people, (self.kit.space(3), card))

    def _show_own(self, screen: CourierScreen) -> None:
        kit, (name, fingerprint) = self.kit, screen.own
        clear(self._own)
        words = kit.text(name, "strong", wide=True)
        fill(self._own, (kit.space(3), kit.card(words, digits(kit, fingerprint), pad=4)))

    def _choose(self, card: int) -> Callable[[int], None]:
        return lambda line: self.chosen.emit(card, line)

    def _keep(self, card: int) -> Callable[[], None]:
        return lambda: self.both_kept.emit(card)

    def _compared(self, line: ColleagueLine) -> Callable[[], None]:
        question = Question(
            "Do the digits agree?",
            f"Say so only once {line.name} has read theirs out to you, on a number you already "
            "had. Whoever holds this card can then be sent cases.",
            do="They agree",
            keep="Not yet",
        )
        return lambda: self._ask_about(question, line.id, self.confirmed)

    def _remove(self, line: ColleagueLine) -> Callable[[], None]:
        question = Question(
            f"Remove {line.name}?",
            "No case goes to them or comes from them any more. What they have already, they keep.",
            do="Remove",
            keep="Keep",
        )
        return lambda: self._ask_about(question, line.id, self.removed)

    def _ask_about(self, question: Question, id: str, then: SignalInstance) -> None:
        def answered(yes: bool) -> None:
            if yes:
                then.emit(id)

        self.ask(question, answered)

    @Slot()
    def _look(self) -> None:
        if (path := self._to_open(self, "Open", PARCEL)) is not None:
            self.look_wanted.emit(path)

    @Slot()
    def _add(self) -> None:
        if (path := self._to_open(self, "Open", CARD)) is not None:
            self.added.emit(path)

    @Slot()
    def _save_card(self) -> None:
        if (path := self._to_save(self, "Save", CARD_FILE, CARD)) is not None:
            self.card_wanted.emit(path)

    @Slot()
    def _take(self) -> None:
        self.taken.emit()

    @Slot()
    def _leave(self) -> None:
        self.left.emit()
