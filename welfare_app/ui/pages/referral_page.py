"""The referral at a glance: what is there, what is missing, and what must hold before sealing."""

from functools import partial

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QVBoxLayout

from welfare_app.presenters.referral import GateLine, ReferralScreen, SectionLine
from welfare_app.ui.pages.job_rail import JobRail
from welfare_app.ui.pages.section_row import SectionRow
from welfare_app.ui.parts import Button, Item, Kit
from welfare_app.ui.parts.layout import clear
from welfare_app.ui.shell import Page


class ReferralPage(Page):
    """Each section is one row; the primary leads to what is missing, or on to sealing."""

    page_chosen = Signal(str)
    gap_wanted = Signal()
    reading_wanted = Signal()
    sealing_wanted = Signal()
    stage_chosen = Signal(str)

    def __init__(self, kit: Kit) -> None:
        super().__init__(kit, "Referral", back="Pack", where="Referral")
        self._rail = JobRail(self, self.stage_chosen)
        self._screen: ReferralScreen | None = None
        self._rows: dict[str, SectionRow] = {}
        self._head, self._sections = QVBoxLayout(), QVBoxLayout()
        self.put_body(self._head, kit.space(4), self._sections)

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
        if before is None or before.gates != screen.gates:
            self._show_gates(screen.gates)
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
        row = SectionRow(self.kit.theme, line)
        row.clicked.connect(partial(self._opened, line.page))
        return row

    def _show_gates(self, gates: tuple[GateLine, ...]) -> None:
        kit = self.kit
        lines: list[Item] = []
        for gate in gates:
            lines += [kit.space(3), self._gate(gate)]
        holding = sum(1 for gate in gates if gate.holds)
        folded = f"Before you seal: {holding} of {len(gates)}"
        self.put_side(kit.text("Before you seal", "heading"), *lines, folded=folded)

    def _gate(self, gate: GateLine) -> Item:
        if gate.holds:
            return self.kit.point("check", gate.text, gate.note, ink="accent")
        return self.kit.point(
            "circle-dashed", gate.text, gate.note, ink="attention", role="small_strong"
        )

    def _show_actions(self, *, ready: bool) -> None:
        kit = self.kit
        read = kit.button("Read it all through", pressed=self._read)
        go = self._seal_button() if ready else self._gap_button()
        self.put_foot(go, read, None)
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
    def _read(self) -> None:
        self.reading_wanted.emit()

    @Slot()
    def _seal(self) -> None:
        self.sealing_wanted.emit()
