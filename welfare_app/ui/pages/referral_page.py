"""The referral at a glance: what is there, what is missing, and what must hold before sealing."""

from functools import partial

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QVBoxLayout

from welfare_app.presenters.referral import ReferralScreen, SectionLine
from welfare_app.ui.pages.job_rail import JobRail
from welfare_app.ui.pages.newer_card import NewerCard
from welfare_app.ui.pages.referral_side import beside, held, side_of
from welfare_app.ui.pages.section_row import SectionRow
from welfare_app.ui.parts import Button, Kit, row
from welfare_app.ui.parts.layout import clear
from welfare_app.ui.shell import Page


class ReferralPage(Page):
    """Each section is one row; the primary leads to what is missing, or on to sealing."""

    page_chosen = Signal(str)
    gap_wanted = Signal()
    reading_wanted = Signal()
    sealing_wanted = Signal()
    transcribe_wanted = Signal()
    exchange_wanted = Signal()
    move_wanted = Signal()
    stage_chosen = Signal(str)

    def __init__(self, kit: Kit) -> None:
        super().__init__(kit, "Referral", back="Pack", where="Referral")
        self._rail = JobRail(self, self.stage_chosen)
        self._screen: ReferralScreen | None = None
        self._rows: dict[str, SectionRow] = {}
        self._head, self._sections = QVBoxLayout(), QVBoxLayout()
        self._newer = NewerCard(kit, self, below=4)
        self._newer.moved.connect(self.move_wanted)
        self.put_body(
            self._head,
            kit.space(4),
            self._newer,
            self._sections,
            kit.space(4),
            row(kit.link("Answers as a file", pressed=self._exchange), None),
        )

    def show_screen(self, screen: ReferralScreen) -> None:
        """Draw the overview; what has not changed stays as it is."""
        before, self._screen = self._screen, screen
        self._rail.show_rail(screen.rail)
        if before is None or (before.about, before.title, before.intro) != (
            screen.about,
            screen.title,
            screen.intro,
        ):
            self._show_head(screen)
        if before is None or before.sections != screen.sections:
            self._show_sections(screen.sections)
        if before is None or beside(before) != beside(screen):
            self._show_side(screen)
        self._newer.show_newer(screen.newer)
        if before is None or before.ready != screen.ready:
            self._show_actions(ready=screen.ready)
        if self.back != screen.back:
            self.back = screen.back
            self.arranged.emit()

    def _show_head(self, screen: ReferralScreen) -> None:
        clear(self._head)
        header = self.kit.header(screen.title, about=screen.about, sentence=screen.intro)
        self._head.addWidget(header)

    def _show_sections(self, sections: tuple[SectionLine, ...]) -> None:
        held = next((title for title, row in self._rows.items() if row.hasFocus()), "")
        clear(self._sections)
        self._rows = {line.title: self._row(line) for line in sections}
        self._sections.addWidget(self.kit.rows(*self._rows.values()))
        if held in self._rows:
            self._rows[held].setFocus()

    def _row(self, line: SectionLine) -> SectionRow:
        made = SectionRow(self.kit.theme, line)
        made.clicked.connect(partial(self._opened, line.page))
        return made

    def _show_side(self, screen: ReferralScreen) -> None:
        self.put_side(
            *side_of(self.kit, screen, self.page_chosen.emit),
            folded=f"Before you seal: {held(screen.gates)}",
        )

    def _show_actions(self, *, ready: bool) -> None:
        kit = self.kit
        read = kit.button("Read it all through", pressed=self._read)
        go = self._seal_button() if ready else self._gap_button()
        copy = kit.button(
            "Copy into their form", "quiet", icon="copy", flush="trailing", pressed=self._transcribe
        )
        self.put_foot(go, read, None, copy)
        self.first = go

    def _gap_button(self) -> Button:
        return self.kit.button(
            "Go to the first gap",
            "primary",
            key="Ctrl+G",
            twins=("Ctrl+Enter",),
            trailing="arrow-right",
            pressed=self._to_gap,
        )

    def _seal_button(self) -> Button:
        return self.kit.button(
            "Seal the pack", "primary", icon="file-lock", key="Ctrl+Enter", pressed=self._seal
        )

    def _opened(self, page: str, _checked: bool = False) -> None:
        self.page_chosen.emit(page)

    @Slot()
    def _to_gap(self) -> None:
        self.gap_wanted.emit()

    @Slot()
    def _transcribe(self) -> None:
        self.transcribe_wanted.emit()

    @Slot()
    def _exchange(self) -> None:
        self.exchange_wanted.emit()

    @Slot()
    def _read(self) -> None:
        self.reading_wanted.emit()

    @Slot()
    def _seal(self) -> None:
        self.sealing_wanted.emit()
