"""The first run: whose laptop this is and a passphrase, then the recovery sheet."""

from functools import partial

from PySide6.QtCore import Qt, QTimer, Signal, Slot

from welfare_app.presenters.first_run import FirstRunScreen
from welfare_app.ui.pages.busy_words import BusyWords
from welfare_app.ui.pages.file_ask import PDF, AskToSave, ask_to_save
from welfare_app.ui.pages.first_run_form import FirstRunForm
from welfare_app.ui.pages.recovery_card import RecoveryCard
from welfare_app.ui.pages.trouble_card import TroubleCard, announce
from welfare_app.ui.parts import Kit, Question, Rail, StepGroup, StepLine
from welfare_app.ui.parts.step import Step
from welfare_app.ui.shell import Page

SHEET = "recovery-sheet.pdf"

_STEPS = ("Whose laptop this is", "The recovery sheet")
_WITHOUT = Question(
    "Go on without the sheet?",
    "The code is shown only now. If the passphrase is forgotten, nobody can open the records.",
    do="Go on without it",
    keep="Stay here",
)


class FirstRunPage(Page):
    """Two steps. The second stays until the sheet is saved, or left behind on purpose."""

    passphrase_typed = Signal(str, tuple)
    submitted = Signal(object)
    sheet_wanted = Signal(object)
    gone_on = Signal()
    practice_asked = Signal()
    restore_asked = Signal()

    def __init__(self, kit: Kit, ask: AskToSave = ask_to_save) -> None:
        """Make it; `ask` finds a place for the sheet."""
        super().__init__(kit, "First run", locked=True)
        self._ask_for_place = ask
        self._step = 0
        self._saved = False
        self._trouble = TroubleCard(kit, below=5)
        self._form = FirstRunForm(kit)
        self._form.passphrase_typed.connect(self.passphrase_typed)
        self._begin()
        self.first = self._form.fields["organisation"]

    def show_screen(self, screen: FirstRunScreen) -> None:
        """Draw the step we are at, leaving alone what is being typed."""
        if screen.code and self._step == 0:
            self._go_to_sheet()
        self._trouble.show_trouble(screen.trouble)
        if self._step == 0:
            self._busy.show_busy(busy=screen.busy)
            self._form.show_screen(screen)
            return
        self._code.show_code(screen.code)
        if screen.sheet_saved and not self._saved:
            self._show_saved()

    # The first step

    def _begin(self) -> None:
        kit, space = self.kit, self.kit.space
        self.put_rail(_rail(kit, 0))
        self.put_body(
            kit.header(
                "Before the first interview",
                sentence="Everything stays on this laptop, locked with your passphrase.",
            ),
            space(5),
            self._trouble,
            self._form,
        )
        self.put_side(
            kit.text("About the passphrase", "heading"),
            space(3),
            kit.point("key-round", "Nobody can look it up or reset it, and that includes us."),
            space(3),
            kit.point("file-text", "The next step gives you a sheet for the day it is forgotten."),
            folded="About the passphrase",
        )
        make = kit.button("Make the vault", "primary", key="Ctrl+Enter", pressed=self._submit)
        make.setAutoDefault(True)
        self._busy = BusyWords(kit, make, "Making the vault…")
        practise = kit.button("Try it with a sample case", "quiet", pressed=self._practice)
        restore = kit.button("Restore from a backup", "quiet", pressed=self._restoring)
        self.put_foot(make, None, restore, practise)

    # The second step

    def _go_to_sheet(self) -> None:
        kit, space = self.kit, self.kit.space
        self._step = 1
        self.put_rail(_rail(kit, 1))
        self._trouble, self._code = TroubleCard(kit, below=5), RecoveryCard(kit)
        self._saved_part = kit.notice(
            "circle-check",
            "The sheet is saved",
            "Print it and lock it away. Then delete the file.",
            look="accent",
        )
        self._saved_part.hide()
        self.put_body(
            kit.header(
                "Save the recovery sheet",
                sentence="It opens everything here without a passphrase. It is shown only now.",
            ),
            space(5),
            self._trouble,
            self._code,
            space(4),
            self._saved_part,
        )
        self.put_side(
            kit.text("Where to keep it", "heading"),
            space(3),
            kit.point("lock", "In a safe that the lead and a deputy can open."),
            space(3),
            kit.point("ban", "Not with the laptop."),
            space(3),
            kit.point("printer", "On paper. Delete the file once it is printed."),
        )
        self._save = kit.button(
            "Save the recovery sheet",
            "primary",
            icon="download",
            key="Ctrl+Enter",
            pressed=self._ask_where,
        )
        on = kit.button("Go on", pressed=self._go_on)
        self.put_foot(self._save, on)
        self.first = self._save
        self._save.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_saved(self) -> None:
        kit = self.kit
        self._saved = True
        self._saved_part.show()
        announce(self, "The sheet is saved")
        on = kit.button("Go on", "primary", key="Ctrl+Enter", pressed=self._go_on)
        self.put_foot(on, kit.button("Save it again", icon="download", pressed=self._ask_where))
        self.first = on
        # only once it can be seen: while the question for a file is shutting, this window is
        # not the active one, and would forget what it never showed
        QTimer.singleShot(0, on, partial(on.setFocus, Qt.FocusReason.TabFocusReason))

    # What it reports

    @Slot()
    def _submit(self) -> None:
        if not self._busy.busy:
            self.submitted.emit(self._form.said())

    @Slot()
    def _practice(self) -> None:
        self.practice_asked.emit()

    @Slot()
    def _restoring(self) -> None:
        self.restore_asked.emit()

    @Slot()
    def _ask_where(self) -> None:
        path = self._ask_for_place(self, "Save", SHEET, PDF)
        if path is not None:
            self.sheet_wanted.emit(path)

    @Slot()
    def _go_on(self) -> None:
        if self._saved:
            self.gone_on.emit()
        else:
            self.ask(_WITHOUT, self._sure)

    def _sure(self, sure: bool) -> None:
        if sure:
            self.gone_on.emit()


def _rail(kit: Kit, at: int) -> Rail:
    """The two steps, to be read and not pressed: neither can be gone back to."""
    lines = [
        StepLine(words, words, "done" if here < at else "now" if here == at else "next")
        for here, words in enumerate(_STEPS)
    ]
    rail = kit.steps(f"Step {at + 1} of {len(_STEPS)}", [StepGroup("", lines)])
    for step in rail.findChildren(Step):
        step.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        step.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
    return rail
