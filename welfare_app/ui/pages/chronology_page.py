"""What happened in a case, in order: a list to read, to write to, and to print."""

from functools import partial

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QFrame

from welfare_app.presenters.chronology import ChronologyScreen, HappeningLine
from welfare_app.ui.pages.busy_words import BusyWords
from welfare_app.ui.pages.chronology_form import ChronologyForm
from welfare_app.ui.pages.done_card import DoneCard
from welfare_app.ui.pages.file_ask import PDF, AskToSave, ask_to_save
from welfare_app.ui.pages.trouble_card import TroubleCard
from welfare_app.ui.parts import Item, Kit, Question, column, flow
from welfare_app.ui.parts.layout import clear, fill
from welfare_app.ui.shell import Page

_SENTENCE = "By the day it happened. When it was written down stands beneath."
_NONE = "Nothing has happened yet that was written down."
_NOT_LOCKED = Question(
    "This file is not locked",
    "Anyone who has it can read every line. In a sealed pack the list is there already, locked.",
    do="Save it all the same",
    keep="Do not save",
)


class ChronologyPage(Page):
    """Lists what happened; nothing in the list is ever written over."""

    write_wanted = Signal()
    correct_wanted = Signal(str)
    given = Signal(str, str, str, str)
    left = Signal()
    save_wanted = Signal(object)

    def __init__(self, kit: Kit, ask: AskToSave = ask_to_save) -> None:
        """Make it; `ask` finds where to save."""
        super().__init__(kit, "Chronology", back="Incident pack")
        self._ask_where = ask
        self._shown: ChronologyScreen | None = None
        self._trouble = TroubleCard(kit, below=4)
        self._about = kit.text("", "small", "quiet", figures=True)
        self._done, self._list = DoneCard(kit), column()
        self._write = kit.button("Write something down", icon="pen-line", pressed=self._begin)
        self._print = kit.button("Print it", "quiet", icon="printer", pressed=self._save)
        self._busy = BusyWords(kit, self._print, "Drawing it…")
        self._form = ChronologyForm(kit)
        self._form.given.connect(self.given)
        self._form.left.connect(self.left)
        self.put_body(
            self._about,
            kit.header("What happened, in order", sentence=_SENTENCE),
            kit.space(4),
            self._trouble,
            self._done,
            flow(self._write, self._print, gap=kit.space(3)),
            self._form,
            kit.space(4),
            self._list,
        )
        self.put_side(
            kit.text("How to write it", "heading"),
            kit.space(3),
            kit.point("calendar", "Only as much of the day as is known. Never make one up."),
            kit.space(3),
            kit.point("ear", "Keep what was said apart from what was seen, checked, or thought."),
            kit.space(3),
            kit.point("undo-2", "A mistake is corrected by a newer entry. Both stay."),
            folded="How to write it",
        )
        self.first = self._write

    def show_screen(self, screen: ChronologyScreen) -> None:
        """Draw what changed; what is being typed stays."""
        before, self._shown = self._shown, screen
        if self.where != screen.where:
            self.where = screen.where
            self._about.say(screen.where)
            self.arranged.emit()
        self._trouble.show_trouble(screen.trouble)
        self._busy.show_busy(busy=screen.busy)
        writing = screen.form is not None
        was_writing = before is not None and before.form is not None
        self._write.setVisible(screen.may_write and not writing)
        self._print.setVisible(screen.may_print and not writing)
        self._form.show_form(screen.form, screen.problem)
        self._done.show_done(screen.done)
        if before is None or before.lines != screen.lines or writing is not was_writing:
            self._show_list(screen.lines, writing=writing)
        if was_writing and not writing:
            self._write.setFocus()

    def forget(self) -> None:
        """Let go of what was typed."""
        self._form.forget()

    def _show_list(self, lines: tuple[HappeningLine, ...], *, writing: bool) -> None:
        kit = self.kit
        clear(self._list)
        items: tuple[Item, ...] = (kit.text(_NONE, "body", "quiet"),)
        if lines:
            items = (kit.rows(*(self._line(one, writing=writing) for one in lines)),)
        fill(self._list, items)

    def _line(self, line: HappeningLine, *, writing: bool) -> QFrame:
        note = "\n".join(line.notes)
        if not line.entry or writing:
            return self.kit.fact(line.when, line.what, note)
        correct = partial(self.correct_wanted.emit, line.entry)
        return self.kit.fact(line.when, line.what, note, change=correct, change_words="Correct")

    @Slot()
    def _begin(self) -> None:
        self.write_wanted.emit()

    @Slot()
    def _save(self) -> None:
        if not self._busy.busy:
            self.ask(_NOT_LOCKED, self._sure)

    def _sure(self, sure: bool) -> None:
        if sure and self._shown is not None:
            path = self._ask_where(self, "Save", self._shown.file_name, PDF)
            if path is not None:
                self.save_wanted.emit(path)
