"""Answers as a file: what leaves is not locked, and what comes is looked through first."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QFrame, QVBoxLayout

from welfare_app.presenters.exchange import ExchangeScreen, IncomingGroup
from welfare_app.ui.pages.busy_words import BusyWords
from welfare_app.ui.pages.file_ask import AskToOpen, AskToSave, ask_to_open, ask_to_save
from welfare_app.ui.pages.trouble_card import TroubleCard, announce
from welfare_app.ui.parts import Item, Kit, Question, row
from welfare_app.ui.parts.layout import clear, fill
from welfare_app.ui.shell import Page

JSON = "Answers (*.json)"
_NOT_LOCKED = Question(
    "This file is not locked",
    "Anyone who has it can read every answer. A sealed pack is the safe way to hand a referral "
    "over. Save a file only where their system must read one.",
    do="Save it all the same",
    keep="Do not save",
)


class ExchangePage(Page):
    """Saves the answers, or looks a file through and takes all of it or none."""

    save_wanted = Signal(object)
    look_wanted = Signal(object)
    taken = Signal()
    left = Signal()

    def __init__(
        self, kit: Kit, to_open: AskToOpen = ask_to_open, to_save: AskToSave = ask_to_save
    ) -> None:
        """Make it; `to_open` and `to_save` find files."""
        super().__init__(kit, "Answers as a file", back="Referral")
        self._to_open, self._to_save = to_open, to_save
        self._shown: ExchangeScreen | None = None
        self._trouble = TroubleCard(kit, below=4)
        self._about = kit.text("", "small", "quiet", figures=True)
        self._found = QVBoxLayout()
        look = kit.button("Choose a file", icon="file-text", pressed=self._look)
        self._busy = BusyWords(kit, look, "Reading the file…")
        self.put_body(
            self._about,
            kit.header("Answers as a file"),
            kit.space(4),
            self._trouble,
            kit.text("Take answers from a file", "heading"),
            kit.space(2),
            kit.text(
                "A file of answers by the form’s own names. You see what it would change before "
                "anything is taken.",
                "body",
                "quiet",
            ),
            kit.space(3),
            row(look, None),
            self._found,
            kit.space(6),
            kit.text("Save the answers to a file", "heading"),
            kit.space(2),
            kit.text(
                "What would be sent on this way, and nothing else. The file is not locked.",
                "body",
                "quiet",
            ),
            kit.space(3),
            row(kit.button("Save the answers", icon="download", pressed=self._save), None),
        )
        self.first = look

    def show_screen(self, screen: ExchangeScreen) -> None:
        """Draw the page."""
        before, self._shown = self._shown, screen
        if self.where != screen.where:
            self.where = screen.where
            self._about.say(screen.where)
            self.arranged.emit()
        self._trouble.show_trouble(screen.trouble)
        self._busy.show_busy(busy=screen.busy)
        if before is None or _told(before) != _told(screen):
            self._show_found(screen)

    def _show_found(self, screen: ExchangeScreen) -> None:
        kit = self.kit
        clear(self._found)
        items: list[Item] = []
        if screen.done:
            items += [kit.space(4), kit.notice("circle-check", screen.done, look="accent")]
        if screen.looked:
            heading = kit.text(screen.looked, "strong")
            items += [kit.space(4), heading, kit.space(2)]
            if screen.groups:
                items.append(kit.rows(*(self._group(one) for one in screen.groups)))
        fill(self._found, tuple(items))
        if screen.take:
            take = kit.button(screen.take, "primary", key="Ctrl+Enter", pressed=self._take)
            leave = kit.button("Take none of it", pressed=self._leave)
            self.put_foot(take, leave)
        else:
            self.put_foot_column()
        if words := screen.done or screen.looked:
            announce(self, words)

    def _group(self, group: IncomingGroup) -> QFrame:
        shown = "\n".join(group.labels)
        return self.kit.fact(f"{group.title}: {len(group.labels)}", shown, group.note)

    @Slot()
    def _look(self) -> None:
        if not self._busy.busy and (path := self._to_open(self, "Open", JSON)):
            self.look_wanted.emit(path)

    @Slot()
    def _save(self) -> None:
        self.ask(_NOT_LOCKED, self._sure)

    def _sure(self, sure: bool) -> None:
        if sure and self._shown is not None:
            path = self._to_save(self, "Save", self._shown.file_name, JSON)
            if path is not None:
                self.save_wanted.emit(path)

    @Slot()
    def _take(self) -> None:
        self.taken.emit()

    @Slot()
    def _leave(self) -> None:
        self.left.emit()


def _told(screen: ExchangeScreen) -> object:
    return screen.groups, screen.looked, screen.take, screen.done
