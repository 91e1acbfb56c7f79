"""Paper for a site with no laptop: a blank incident pack, and a card in a worker's language."""

from pathlib import Path

from PySide6.QtCore import QSignalBlocker, Signal, Slot

from welfare_app.presenters.paper import CARD, PACK, PaperScreen
from welfare_app.ui.pages.busy_words import BusyWords
from welfare_app.ui.pages.file_ask import PDF, AskToSave, ask_to_save
from welfare_app.ui.pages.places import LAPTOP, places_rail
from welfare_app.ui.pages.trouble_card import TroubleCard, announce
from welfare_app.ui.parts import Kit, column, row
from welfare_app.ui.parts.layout import clear
from welfare_app.ui.shell import Page

_SENTENCE = "Blank, and the same for everyone. Nothing of any case is in it."
_PACK = (
    "The stages with their orders, what to say and what never to do, whom to call, and room to "
    "write: for a site with no laptop."
)
_CARD = "One page that folds to a pocket: rights, and who can help, in the worker’s own language."
_PICK_WIDTH = 360


class PaperPage(Page):
    """Offers what can be printed, and asks where to save it."""

    pack_wanted = Signal(object)
    card_wanted = Signal(object)
    language_chosen = Signal(str)

    def __init__(self, kit: Kit, person: str, ask: AskToSave = ask_to_save) -> None:
        """Make it; `ask` finds where to save."""
        super().__init__(kit, "Paper", back="This laptop")
        self.put_rail(places_rail(kit, LAPTOP, person))
        self._ask_where = ask
        self._shown: PaperScreen | None = None
        self._trouble = TroubleCard(kit, below=5)
        self._saved, self._note = column(), column()
        self._pick = kit.pick(())
        self._pick.answered.connect(self._chosen)
        pack = kit.button(
            "Save the pack", "primary", icon="printer", key="Ctrl+Enter", pressed=self._save_pack
        )
        card = kit.button("Save the card", icon="printer", pressed=self._save_card)
        self._busy = {
            PACK: BusyWords(kit, pack, "Drawing the pack…"),
            CARD: BusyWords(kit, card, "Drawing the card…"),
        }
        self.put_body(
            kit.header("Paper", sentence=_SENTENCE),
            kit.space(4),
            self._trouble,
            self._saved,
            kit.text("A blank incident pack", "heading"),
            kit.space(2),
            kit.text(_PACK, "body", "quiet"),
            kit.space(3),
            row(pack, None),
            kit.space(6),
            kit.text("A card for a worker’s pocket", "heading"),
            kit.space(2),
            kit.text(_CARD, "body", "quiet"),
            kit.space(4),
            kit.field("Language of the card", self._pick, width=_PICK_WIDTH),
            self._note,
            kit.space(3),
            row(card, None),
        )
        self.put_side(
            kit.text("Before you print", "heading"),
            kit.space(3),
            kit.point("lock", "Once written on, the pack is locked away like a vault."),
            kit.space(3),
            kit.point("hand", "Give a card only where it is safe to keep."),
            kit.space(3),
            kit.point(
                "calendar",
                "Numbers carry the day they were checked. Print anew after each new version.",
            ),
            folded="Before you print",
        )
        self.first = pack

    def show_screen(self, screen: PaperScreen) -> None:
        """Draw what changed."""
        before, self._shown = self._shown, screen
        if before is None:
            with QSignalBlocker(self._pick):
                for one in screen.languages:
                    self._pick.addItem(one.words, one.tag)
        if self._pick.value() != screen.language:
            with QSignalBlocker(self._pick):
                self._pick.choose(screen.language)
        self._trouble.show_trouble(screen.trouble)
        for what, words in self._busy.items():
            words.show_busy(busy=screen.busy == what)
        if before is None or before.note != screen.note:
            self._show_note(screen.note)
        if before is None or before.saved != screen.saved:
            self._show_saved(screen.saved)

    def _show_note(self, note: str) -> None:
        clear(self._note)
        if note:
            self._note.addSpacing(self.kit.space(3))
            self._note.addWidget(self.kit.point("circle-alert", note, ink="attention"))

    def _show_saved(self, saved: str) -> None:
        clear(self._saved)
        if saved:
            self._saved.addWidget(self.kit.notice("circle-check", saved, look="accent"))
            self._saved.addSpacing(self.kit.space(5))
            announce(self, saved)

    def _where(self, name: str) -> Path | None:
        return self._ask_where(self, "Save", name, PDF)

    @Slot()
    def _chosen(self) -> None:
        if language := self._pick.value():
            self.language_chosen.emit(language)

    @Slot()
    def _save_pack(self) -> None:
        if self._shown and not self._shown.busy and (path := self._where(self._shown.pack_file)):
            self.pack_wanted.emit(path)

    @Slot()
    def _save_card(self) -> None:
        if self._shown and not self._shown.busy and (path := self._where(self._shown.card_file)):
            self.card_wanted.emit(path)
