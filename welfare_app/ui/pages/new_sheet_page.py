"""A new recovery sheet: made with the lead's own passphrase, shown once, saved to print."""

from functools import partial

from PySide6.QtCore import Qt, QTimer, Signal, Slot

from welfare_app.presenters.new_sheet import SheetScreen
from welfare_app.ui.pages.busy_words import BusyWords
from welfare_app.ui.pages.file_ask import PDF, AskToSave, ask_to_save
from welfare_app.ui.pages.first_run_page import SHEET
from welfare_app.ui.pages.mending import show_problems
from welfare_app.ui.pages.new_passphrase import NARROW
from welfare_app.ui.pages.places import LAPTOP, places_rail
from welfare_app.ui.pages.recovery_card import RecoveryCard
from welfare_app.ui.pages.trouble_card import TroubleCard, announce
from welfare_app.ui.parts import Kit, Question
from welfare_app.ui.shell import Page

_SENTENCE = "The sheet there is now stops opening the vault as soon as the new one is made."
_WHEN = "Make one when the old sheet is lost, or somebody saw it who should not have."
_SHOWN = "It opens everything here without a passphrase. It is shown only now."
_SAVED = "Print it and lock it away in place of the old one. Then delete the file."
_WITHOUT = Question(
    "Go back without the sheet?",
    "The code is shown only now, and the old sheet no longer opens the vault.",
    do="Go back without it",
    keep="Stay here",
)


class NewSheetPage(Page):
    """Two steps, like the first run's: make it, then save it."""

    wanted = Signal(str)
    sheet_wanted = Signal(object)
    gone_on = Signal()

    def __init__(self, kit: Kit, person: str, ask: AskToSave = ask_to_save) -> None:
        """Make it; `ask` finds a place for the sheet."""
        super().__init__(kit, "New recovery sheet", back="Staff")
        self.put_rail(places_rail(kit, LAPTOP, person))
        self._ask_for_place = ask
        self._code, self._saved = "", False
        self._own, self._problems = kit.line(secret=True), kit.problems()
        self._field = kit.field("Your own passphrase", self._own, width=NARROW)
        self._trouble = TroubleCard(kit, below=4)
        self.put_body(
            kit.header("New recovery sheet", sentence=_SENTENCE),
            kit.space(5),
            self._trouble,
            self._problems,
            kit.text(_WHEN),
            kit.space(5),
            self._field,
        )
        make = kit.button("Make the new sheet", "primary", key="Ctrl+Enter", pressed=self._make)
        self._busy = BusyWords(kit, make, "Making it…")
        self.put_foot(make)
        self.first = self._field

    def show_screen(self, screen: SheetScreen) -> None:
        """Draw the step we are at."""
        if screen.code and not self._code:
            self._show_code(screen.code)
        self._trouble.show_trouble(screen.trouble)
        if not self._code:
            self._busy.show_busy(busy=screen.busy)
            show_problems(self._problems, {"own": self._field}, screen.problems)
        elif screen.saved and not self._saved:
            self._show_saved()

    def go_back(self) -> None:
        """Leave, after asking where the code would be lost."""
        if self._code and not self._saved:
            self.ask(_WITHOUT, self._sure)
        else:
            self.gone_on.emit()

    def forget(self) -> None:
        """Let go of what was typed."""
        if not self._code:
            self._own.clear()

    def _show_code(self, code: str) -> None:
        kit = self.kit
        self._code = code
        self._trouble, card = TroubleCard(kit, below=4), RecoveryCard(kit)
        card.show_code(code)
        self._notice = kit.notice("circle-check", "The sheet is saved", _SAVED, look="accent")
        self._notice.hide()
        self.put_body(
            kit.header("Save the recovery sheet", sentence=_SHOWN),
            kit.space(5),
            self._trouble,
            card,
            kit.space(4),
            self._notice,
        )
        save = kit.button(
            "Save the recovery sheet",
            "primary",
            icon="download",
            key="Ctrl+Enter",
            pressed=self._ask_where,
        )
        self.put_foot(save, kit.button("Go back", pressed=self.go_back))
        self.first = save
        save.setFocus(Qt.FocusReason.OtherFocusReason)
        announce(self, "The new sheet is made. Save it now.")

    def _show_saved(self) -> None:
        kit = self.kit
        self._saved = True
        self._notice.show()
        announce(self, "The sheet is saved")
        on = kit.button("Go back to staff", "primary", key="Ctrl+Enter", pressed=self.go_back)
        self.put_foot(on, kit.button("Save it again", icon="download", pressed=self._ask_where))
        self.first = on
        # only once it can be seen, when the question for a file has shut
        QTimer.singleShot(0, on, partial(on.setFocus, Qt.FocusReason.TabFocusReason))

    @Slot()
    def _make(self) -> None:
        if not self._busy.busy:
            self.wanted.emit(self._own.text())

    @Slot()
    def _ask_where(self) -> None:
        path = self._ask_for_place(self, "Save", SHEET, PDF)
        if path is not None:
            self.sheet_wanted.emit(path)

    def _sure(self, sure: bool) -> None:
        if sure:
            self.gone_on.emit()
