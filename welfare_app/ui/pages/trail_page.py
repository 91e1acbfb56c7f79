"""What was done: the audit trail in a table, what can be asked of it, and an entry in full."""

from pathlib import Path
from typing import Any, Protocol

from PySide6.QtCore import QEvent, QModelIndex, QObject, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from welfare_app.presenters.trail import MISSING, EntryDetail, TrailScreen
from welfare_app.ui.paged_table import PagedTable, Row, RowSource
from welfare_app.ui.pages.file_ask import PDF, AskToSave, ask_to_save
from welfare_app.ui.pages.places import LAPTOP, places_rail, practice_strip
from welfare_app.ui.pages.trail_filters import TrailFilters
from welfare_app.ui.pages.trouble_card import TroubleCard, announce
from welfare_app.ui.parts import Column, Item, Kit, column, row
from welfare_app.ui.parts.layout import clear
from welfare_app.ui.shell import Page

_LOOKS = (
    Column(136, figures=True, folds=True),
    Column(128, "strong"),
    Column(336, "ink", figures=True),
    Column(64, figures=True, folds=True),
)
_FIND = "/"
"""Goes by what is typed: on many keyboards it is not a key of its own."""

_SAID = 2
_SETTLED_MS = 120
"""How long the arrows must rest on an entry before it is read in full."""

_NO_ENTRY = "Choose an entry to see it in full."
_WAYS_OUT = (
    ("pdf", "Save as PDF", PDF),
    ("csv", "As a table", "Table (*.csv)"),
    ("json", "As data", "Data (*.json)"),
)


class Prints(Protocol):
    """Whatever can put pages on paper."""

    def print(self, parent: QWidget, pdf: bytes) -> bool:
        """Ask which printer, and print."""
        ...


class TrailPage(Page):
    """Lists entries, shows the one the arrows are at, and gives out what is listed."""

    asked_for = Signal(object)
    looked = Signal(int)
    save_wanted = Signal(str, object)
    print_wanted = Signal()
    check_wanted = Signal()
    cancelled = Signal()

    def __init__(
        self,
        kit: Kit,
        person: str,
        rows: RowSource[Any],
        printing: Prints,
        ask: AskToSave = ask_to_save,
        *,
        here: str = LAPTOP,
        practice: bool = False,
    ) -> None:
        """Make it; `rows` are read as they are seen, `ask` says where a file is saved.

        `here` is the line of the rail it is under: for an auditor it has one of its own.
        """
        super().__init__(kit, "What was done", fills=True, wide=True)
        self.put_rail(places_rail(kit, here, person))
        self._printing, self._ask_where = printing, ask
        self._screen = TrailScreen()
        self._model = PagedTable(rows, _missing, self)
        self._table = kit.table(self._model, _LOOKS, "What was done")
        self._table.installEventFilter(self)
        self._table.selectionModel().currentRowChanged.connect(self._moved)
        self._table.looked.connect(self._look_at)
        self._table.opened.connect(self._look_at)
        self._settle = QTimer(self)
        self._settle.setSingleShot(True)
        self._settle.setInterval(_SETTLED_MS)
        self._settle.timeout.connect(self._look)
        self._filters = TrailFilters(kit)
        self._filters.asked_for.connect(self.asked_for)
        self._trouble = TroubleCard(kit, below=3)
        self._said = column()
        self._busy = kit.busy()
        self._busy.cancelled.connect(self.cancelled)
        self._busy_words = ""
        self._count = kit.text("", "caption", "quiet", figures=True, one_line=True)
        self._keys = kit.text(f"{_FIND} finds a record", "caption", "quiet", one_line=True)
        strip = (practice_strip(kit), kit.space(4)) if practice else ()
        self.put_body(
            *strip,
            kit.header("What was done"),
            kit.space(2),
            self._trouble,
            self._said,
            self._busy,
            self._filters,
            kit.space(3),
            self._table,
            kit.space(2),
            row(self._count, None, self._keys),
        )
        self.put_foot(*self._ways_out())
        self.show_entry(None)
        self.first = self._table

    def show_screen(self, screen: TrailScreen) -> None:
        """Draw what stands round the rows."""
        before, self._screen = self._screen, screen
        self._trouble.show_trouble(screen.trouble)
        self._filters.show_screen(screen)
        self._count.say(screen.count)
        self._show_busy(screen)
        if (screen.verdict, screen.kept, screen.saved) != (
            before.verdict,
            before.kept,
            before.saved,
        ):
            self._show_said(screen, before)

    def show_rows(self) -> None:
        """Read the rows again, and stand at the newest."""
        self._model.refresh()
        if self._model.rowCount():
            self._table.selectRow(0)
        else:
            self.show_entry(None)

    def show_entry(self, entry: EntryDetail | None) -> None:
        """Show an entry in full, or say how to see one."""
        kit = self.kit
        if entry is None:
            self.put_side(kit.text(_NO_ENTRY, "small", "quiet"), folded="The entry")
            return
        facts: list[Item] = []
        for label, value in entry.facts:
            facts += [kit.space(3), kit.text(label, "caption", "quiet")]
            facts.append(kit.text(value, "small", figures=True))
        self.put_side(
            kit.text("The entry", "heading"),
            kit.space(2),
            kit.text(entry.sentence, "body", figures=True),
            *facts,
            kit.space(4),
            kit.text("It never says what anyone answered.", "caption", "quiet"),
            folded="The entry",
        )

    def print_pages(self, pdf: bytes) -> None:
        """Ask which printer, and print."""
        self._printing.print(self, pdf)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """In the table, / goes to the number of a record."""
        slash = isinstance(event, QKeyEvent) and event.text() == _FIND
        if slash and watched is self._table and event.type() == QEvent.Type.KeyPress:
            self._filters.record.setFocus(Qt.FocusReason.ShortcutFocusReason)
            self._filters.record.selectAll()
            return True
        return super().eventFilter(watched, event)

    def _ways_out(self) -> list[QWidget | None]:
        kit = self.kit
        saves: list[QWidget | None] = [
            kit.button(
                words,
                "primary" if at == 0 else "secondary",
                icon="download",
                name=words if at == 0 else f"Save {words[0].lower()}{words[1:]}",
                pressed=self._saving(at),
            )
            for at, (_, words, _) in enumerate(_WAYS_OUT)
        ]
        again = kit.button("Check again", "quiet", icon="scan-eye", pressed=self._check)
        return [*saves, kit.button("Print", icon="printer", pressed=self._print), None, again]

    def _saving(self, at: int) -> Any:
        form, _, filter = _WAYS_OUT[at]

        def save() -> None:
            path = self._ask_where(self, "Save", self._screen.names[at], filter)
            if path is not None:
                self.save_wanted.emit(form, Path(path))

        return save

    def _show_busy(self, screen: TrailScreen) -> None:
        if screen.busy != self._busy_words:
            self._busy_words = screen.busy
            if screen.busy:
                self._busy.start(screen.busy)
            else:
                self._busy.stop()
        if screen.busy:
            self._busy.progress(*screen.done)

    def _show_said(self, screen: TrailScreen, before: TrailScreen) -> None:
        kit = self.kit
        clear(self._said)
        if screen.verdict:
            self._said.addWidget(
                kit.point(
                    "shield-check", screen.verdict, screen.kept, ink="accent", role="small_strong"
                )
            )
            self._said.addSpacing(kit.space(3))
        if screen.saved:
            self._said.addWidget(kit.point("circle-check", screen.saved, ink="accent"))
            self._said.addSpacing(kit.space(3))
        if screen.saved and screen.saved != before.saved:
            announce(self, screen.saved)
        elif screen.verdict and screen.verdict != before.verdict:
            announce(self, screen.verdict)

    @Slot(QModelIndex, QModelIndex)
    def _moved(self, _now: QModelIndex, _before: QModelIndex) -> None:
        self._settle.start()

    @Slot()
    def _look(self) -> None:
        at = self._table.currentIndex().row()
        if 0 <= at < self._model.rowCount():
            self._look_at(at)

    @Slot(int)
    def _look_at(self, at: int) -> None:
        self._settle.stop()
        self.looked.emit(self._model.id_at(at))

    @Slot()
    def _print(self) -> None:
        self.print_wanted.emit()

    @Slot()
    def _check(self) -> None:
        self.check_wanted.emit()


def _missing(row: Row, column: int) -> bool:
    """An entry that is gone needs attention."""
    return column == _SAID and row[column] == MISSING
