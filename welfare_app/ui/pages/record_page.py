"""A signed-off interview, read through, with the way to add to each line."""

from functools import partial

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QApplication

from welfare_app.presenters.notes import NoteLine
from welfare_app.presenters.reading import ReadLine
from welfare_app.presenters.record import RecordScreen
from welfare_app.ui.pages.reading_page import ReadRow
from welfare_app.ui.pages.reason_panel import ReasonAsked
from welfare_app.ui.pages.record_note import RecordNote
from welfare_app.ui.pages.talk_side import TalkSide
from welfare_app.ui.pages.trouble_card import TroubleCard
from welfare_app.ui.parts import Item, Kit, Link
from welfare_app.ui.shell import Page
from welfare_app.ui.shell.fold import Fold


class RecordPage(Page):
    """Everything in the order it was held. Nothing can be changed; anything can be added to."""

    added = Signal(str, str)
    """The field's id and the words."""
    added_to_note = Signal(str, str)
    """The line's id and the words."""

    def __init__(self, kit: Kit) -> None:
        super().__init__(kit, "Interview", back="Home", tight=True)
        self._rows: list[ReadRow] = []
        self._adds: dict[str, Link] = {}
        self._adding: ReasonAsked | None = None
        self._adding_to, self._half = "", dict[str, str]()
        self._shown: RecordScreen | None = None
        self.side_panel = TalkSide(self, signed_off=True)
        self.folded.connect(self._stack)

    def show_screen(self, screen: RecordScreen) -> None:
        """Draw the record."""
        self.side_panel.show_aside(screen.beside)
        if screen == self._shown:
            return
        self._shown, self.where, self._rows, self._adds = screen, screen.where, [], {}
        kit, gap = self.kit, self.kit.space(2)
        if self._adding is not None and screen.trouble:
            self._half[self._adding_to] = self._adding.typed  # nobody has kept it
        kept = self._adding_to if self._adding is not None and not screen.trouble else ""
        self._adding = None
        self.put_foot_column()
        trouble = TroubleCard(kit, below=4)
        trouble.show_trouble(screen.trouble)
        head = kit.header(screen.title, about=screen.where, sentence=screen.signed)
        body: list[Item] = [head, trouble]
        if screen.visit:
            body += [gap, kit.text(screen.visit, "small", "quiet", figures=True)]
        if screen.course:
            body += [kit.space(5), kit.text("How it went", "heading"), gap]
            for line in screen.course:
                body += [kit.point("minus", line), gap]
        if screen.notes:
            body += [kit.space(5), kit.text("What was said", "heading"), gap]
            body += [self._note(line) for line in screen.notes]
        for title, lines in screen.sections:
            rows = [self._row(line) for line in lines]
            self._rows += rows
            body += [kit.space(5), kit.text(title, "heading"), gap, kit.rows(*rows)]
        self.put_body(*body)
        self._stack(self.fold)
        self._focus_again(kept)

    def _focus_again(self, key: str) -> None:
        """Put the keyboard back where something has just been added."""
        link = self._adds.get(key)
        if link is not None:
            link.setFocus(Qt.FocusReason.OtherFocusReason)

    def _row(self, line: ReadLine) -> ReadRow:
        made = ReadRow(self.kit, line, "Add")
        made.changed.connect(partial(self._open, line.label, self.added, line.page))
        if made.change is not None:
            self._adds[line.page] = made.change
        return made

    def _note(self, line: NoteLine) -> RecordNote:
        made = RecordNote(self.kit, line)
        made.pressed.connect(partial(self._open, line.words[:60], self.added_to_note, line.id))
        self._adds[line.id] = made.add
        return made

    def _open(self, label: str, told: object, key: str) -> None:
        kit = self.kit
        opener = QApplication.focusWidget()
        if self._adding is not None:
            self._half[self._adding_to] = self._adding.typed
        panel = ReasonAsked(kit, f"Add to: {label}", "Add it with today’s date", "Not now")
        panel.put_back(self._half.pop(key, ""))
        panel.given.connect(lambda words: told.emit(key, words))  # type: ignore[attr-defined]
        self._adding, self._adding_to = panel, key
        self.put_foot_column(panel)
        panel.open_from(opener or self)

    @Slot(object)
    def _stack(self, fold: Fold) -> None:
        for one in self._rows:
            one.stack(stacked=fold is Fold.ONE)
