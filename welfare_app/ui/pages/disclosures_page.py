"""What left this laptop: a list to read, to save and to print."""

from typing import Protocol

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from welfare_app.presenters.disclosures import DisclosureLine, DisclosuresScreen
from welfare_app.ui.pages.done_card import DoneCard
from welfare_app.ui.pages.file_ask import PDF, AskToSave, ask_to_save
from welfare_app.ui.pages.trouble_card import TroubleCard
from welfare_app.ui.parts import Item, Kit, Question, column
from welfare_app.ui.parts.layout import clear, fill
from welfare_app.ui.shell import Page

_SENTENCE = "To whom, why, on what basis, and what was left out."
_NOT_LOCKED = Question(
    "This file is not locked",
    "Anyone who has it can read who was told of which case, and why.",
    do="Save it all the same",
    keep="Do not save",
)
_MIND = (
    ("file-lock", "Sealed packs, cases sent to colleagues, answers to access requests."),
    ("download", "Files that were saved unlocked: answers, chronologies, evidence, the trail."),
    ("circle-help", "Not in it: paper, telephone calls, and what other programs did."),
)


class Prints(Protocol):
    """Whatever can put pages on paper."""

    def print(self, parent: QWidget, pdf: bytes) -> bool:
        """Ask which printer, and print."""
        ...


class DisclosuresPage(Page):
    """Lists what left, the newest first."""

    save_wanted = Signal(object)
    print_wanted = Signal()
    cancelled = Signal()

    def __init__(
        self, kit: Kit, printing: Prints, ask: AskToSave = ask_to_save, *, back: str
    ) -> None:
        """Make it; `ask` finds where to save."""
        super().__init__(kit, "What left this laptop", back=back)
        self._printing, self._ask_where = printing, ask
        self._shown: DisclosuresScreen | None = None
        self._trouble = TroubleCard(kit, below=4)
        self._about = kit.text("", "small", "quiet", figures=True)
        self._count = kit.text("", "body", "quiet", figures=True)
        self._done, self._list = DoneCard(kit), column()
        self._busy = kit.busy()
        self._busy.cancelled.connect(self.cancelled)
        self.put_body(
            self._about,
            kit.header("What left this laptop", sentence=_SENTENCE),
            kit.space(4),
            self._trouble,
            self._done,
            self._busy,
            self._count,
            kit.space(3),
            self._list,
        )
        points: list[Item] = [kit.text("What is in it", "heading")]
        for icon, words in _MIND:
            points += [kit.space(3), kit.point(icon, words)]
        self.put_side(*points, folded="What is in it")
        save = kit.button("Save as PDF", "primary", icon="download", pressed=self._save)
        self.put_foot(save, kit.button("Print", icon="printer", pressed=self._print))
        self.first = save

    def show_screen(self, screen: DisclosuresScreen) -> None:
        """Draw what changed."""
        before, self._shown = self._shown, screen
        if self.where != screen.where:
            self.where = screen.where
            self._about.say(". ".join(filter(None, (screen.where, screen.withheld))))
            self.arranged.emit()
        self._trouble.show_trouble(screen.trouble)
        self._count.say(screen.count)
        if screen.busy and (before is None or before.busy != screen.busy):
            self._busy.start(screen.busy)
        elif not screen.busy:
            self._busy.stop()
        self._done.show_done(screen.done)
        if before is None or before.lines != screen.lines:
            clear(self._list)
            fill(self._list, tuple(self._lines(screen.lines)))

    def print_pages(self, pdf: bytes) -> None:
        """Ask which printer, and print."""
        self._printing.print(self, pdf)

    def _lines(self, lines: tuple[DisclosureLine, ...]) -> list[Item]:
        items: list[Item] = []
        for line in lines:
            items += [*self._line(line), self.kit.space(5)]
        return items

    def _line(self, line: DisclosureLine) -> list[Item]:
        kit = self.kit
        facts = [kit.fact(label, _short(words, label)) for label, words in line.parts]
        return [
            kit.text(line.title, "heading", figures=True, wide=True),
            kit.text(line.when, "small", "quiet", figures=True),
            kit.space(2),
            kit.rows(*facts),
        ]

    @Slot()
    def _save(self) -> None:
        if self._shown is not None and not self._shown.busy:
            self.ask(_NOT_LOCKED, self._sure)

    def _sure(self, sure: bool) -> None:
        if sure and self._shown is not None:
            path = self._ask_where(self, "Save", self._shown.file_name, PDF)
            if path is not None:
                self.save_wanted.emit(path)

    @Slot()
    def _print(self) -> None:
        self.print_wanted.emit()


def _short(words: str, label: str) -> str:
    """Enough of a fingerprint to compare; all of it is on paper."""
    return f"{words[:16]} …" if label == "SHA-256" else words
