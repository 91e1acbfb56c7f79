"""Copying into their form, box by box, with someone who may send it."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QVBoxLayout

from welfare_app.presenters.transcribe import PageLines, TranscribeScreen
from welfare_app.ui.pages.job_rail import JobRail
from welfare_app.ui.pages.transcribe_row import TranscribeRow
from welfare_app.ui.pages.trouble_card import announce
from welfare_app.ui.parts import Item, Kit
from welfare_app.ui.parts.layout import clear, fill
from welfare_app.ui.passing_copy import PassingCopy
from welfare_app.ui.shell import Page

_SENTENCE = "They type or choose; you read out or copy. Everything stands in the order of the form."
_FORGET = "The copy is forgotten after 30 seconds"


class TranscribePage(Page):
    """One box at a time is the one being copied; Enter copies it and goes on."""

    reached = Signal(str)
    """The section of the box that is being copied now."""
    section_chosen = Signal(str)
    copied = Signal(str)
    """The box that is about to be copied."""

    def __init__(self, kit: Kit) -> None:
        super().__init__(kit, "Copy into their form", back="Referral")
        self.copying = PassingCopy(self)
        self.copying.forgotten.connect(self._forgotten)
        self._rail = JobRail(self, self.section_chosen)
        self.section_chosen.connect(self._go_to_section)
        self._shown: tuple[PageLines, ...] = ()
        self._rows: list[TranscribeRow] = []
        self._now = 0
        self._boxes = QVBoxLayout()
        self.put_body(self._boxes)
        self._told = kit.text(_FORGET, "small", "quiet")
        self.put_foot(
            kit.button("Copy and go on", "primary", key="Ctrl+Enter", pressed=self._copy_and_go),
            kit.button("Copy", icon="copy", key="Ctrl+C", pressed=self._copy),
            self._told,
        )
        self._make_side()

    def show_screen(self, screen: TranscribeScreen) -> None:
        """Draw the boxes; where only the rail has moved they stay as they are."""
        self._rail.show_rail(screen.rail)
        if self.where != screen.where:
            self.where = screen.where
            self.arranged.emit()
        if screen.pages == self._shown:
            return
        self._shown, self._rows, self._now = screen.pages, [], 0
        clear(self._boxes)
        head = self.kit.header("Copy into their form", about=screen.about, sentence=_SENTENCE)
        body: list[Item] = [head]
        for page in screen.pages:
            body += self._page(page)
        fill(self._boxes, tuple(body))
        if self._rows:
            self._rows[0].show_now(now=True)
            self.first = self._rows[0].link

    def forget(self) -> None:
        """The page is going away: take the copy along."""
        self.copying.forget()

    def _page(self, page: PageLines) -> list[Item]:
        kit = self.kit
        title = kit.text(page.title, "heading")
        title.setAccessibleDescription("heading")
        rows = [TranscribeRow(kit, line, page.section) for line in page.lines]
        for row in rows:
            row.reached.connect(self._reached)
            row.copied.connect(self._copy)
            row.entered.connect(self._copy_and_go)
            row.moved.connect(self._move)
        self._rows += rows
        return [kit.space(5), title, kit.space(2), kit.rows(*rows)]

    def _make_side(self) -> None:
        kit = self.kit
        points: list[Item] = []
        for icon, words, note in (
            ("user", "They sign in and send it", "Only a first responder can."),
            ("copy", "Enter copies, and goes on", "Ctrl+C copies and stays. Arrows move."),
            ("arrow-right", "Some boxes are theirs", "Each is marked. Leave those to them."),
        ):
            points += [kit.space(3), kit.point(icon, words, note)]
        self.put_side(kit.text("Side by side", "heading"), *points, folded="Side by side")

    @Slot()
    def _reached(self) -> None:
        row = self.sender()
        if isinstance(row, TranscribeRow) and row in self._rows:
            self._rows[self._now].show_now(now=False)
            self._now = self._rows.index(row)
            row.show_now(now=True)
            self.reached.emit(row.section)

    @Slot()
    def _copy(self) -> None:
        if not self._rows:
            return
        line = self._rows[self._now].line
        if not line.typed:
            self._tell(f"Nothing to type in this one. {line.doing}")
            return
        self.copied.emit(line.id)
        self.copying.copy(line.text)
        self._tell(f"Copied: {line.id}. {_FORGET}")

    @Slot()
    def _copy_and_go(self) -> None:
        if self._rows and self._rows[self._now].line.typed:
            self._copy()
        self._move(1)

    @Slot(int)
    def _move(self, by: int) -> None:
        at = self._now + by
        if 0 <= at < len(self._rows):
            self._rows[at].link.setFocus(Qt.FocusReason.TabFocusReason)
            self.show_part(self._rows[at])

    @Slot(str)
    def _go_to_section(self, section: str) -> None:
        row = next((one for one in self._rows if one.section == section), None)
        if row is not None:
            row.link.setFocus(Qt.FocusReason.TabFocusReason)
            self.show_part(row)

    @Slot()
    def _forgotten(self) -> None:
        self._tell("The copy is forgotten")

    def _tell(self, words: str) -> None:
        self._told.say(words)
        announce(self._told, words)
