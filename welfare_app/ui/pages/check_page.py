"""Checking a sealed file: choose it, type the words, read one word first."""

from pathlib import Path

from PySide6.QtCore import Qt, QTimer, Signal, Slot
from PySide6.QtWidgets import QFrame

from welfare_app.domain.seal import Verdict
from welfare_app.presenters.check import CheckScreen
from welfare_app.ui.pages.check_result import beside, result
from welfare_app.ui.pages.file_ask import HTML, AskToOpen, AskToSave, ask_to_open, ask_to_save
from welfare_app.ui.pages.file_well import FileWell
from welfare_app.ui.pages.foot_work import FootWork
from welfare_app.ui.pages.places import CHECK, places_rail
from welfare_app.ui.pages.trouble_card import TroubleCard, announce
from welfare_app.ui.parts import Field, Kit, Line, column
from welfare_app.ui.parts.layout import clear
from welfare_app.ui.shell import Page

_SENTENCE = "Find out whether it was changed since it was sealed. The file is only read."
_FOR_OTHERS = "For those who receive packs"
_ABOUT_PAGE = (
    "They need not install anything. This small page checks our packs in any browser, "
    "with no network, and says the same as here."
)
_PAGE = "check-a-sealed-file.html"
_CHECKING = "Checking the file…"


class CheckPage(Page):
    """Asks for a file and its words, then says what was found."""

    checked = Signal(object, str)
    """The path or nothing, and the words as they were typed."""
    cancelled = Signal()
    restarted = Signal()
    page_wanted = Signal(object)
    """Where to save the page for receivers."""

    def __init__(
        self,
        kit: Kit,
        person: str,
        ask: AskToOpen = ask_to_open,
        to_save: AskToSave = ask_to_save,
    ) -> None:
        """Make it; `ask` says how a file is chosen, and `to_save` where one is put."""
        super().__init__(kit, "Check a sealed file")
        self._to_save = to_save
        self._ask = ask
        self._shown: CheckScreen | None = None
        self._kept: Path | None = None
        self._asked = False
        self._words: Line | None = None
        self.put_rail(places_rail(kit, CHECK, person))
        self._start()

    def show_screen(self, screen: CheckScreen) -> None:
        """Draw it, leaving alone what is being typed."""
        before, self._shown = self._shown, screen
        if screen.verdict:
            if screen != before:
                self._show_result(screen)
            return
        if before is not None and before.verdict:
            self._start()
            self._settle("Check a sealed file")
        self._work.show_busy(_CHECKING if screen.busy else "", screen.progress)
        self._trouble.show_trouble(screen.trouble)
        if before is None or before.saved != screen.saved:
            self._show_saved(screen.saved)
        if self._asked or before is None or before.problem != screen.problem:
            self._show_problem(screen.problem)

    def forget(self) -> None:
        """Let go of the words that were typed."""
        if self._words is not None:
            self._words.clear()

    # Asking for a file

    def _start(self) -> None:
        kit = self.kit
        self._well = FileWell(kit, self._ask)
        self._well.show_path(self._kept)
        self._well_field = kit.field("The sealed file", self._well)
        self._well.chosen.connect(self._file_chosen)
        self._words = line = kit.line()
        line.setInputMethodHints(
            Qt.InputMethodHint.ImhSensitiveData | Qt.InputMethodHint.ImhNoPredictiveText
        )
        words = kit.field(
            "The seven words",
            line,
            hint="Read out to you by telephone. Capitals and extra spaces do not matter.",
        )
        self._problems = kit.problems()
        self._gap = QFrame()
        self._gap.setFixedHeight(kit.space(4))
        self._trouble = TroubleCard(kit, below=4)
        self._saved = column()
        self.put_body(
            kit.header("Check a sealed file", sentence=_SENTENCE),
            kit.space(4),
            self._trouble,
            self._saved,
            self._problems,
            self._gap,
            self._well_field,
            kit.space(5),
            words,
        )
        self._gap.hide()
        self.put_side(
            kit.text(_FOR_OTHERS, "heading"),
            kit.space(3),
            kit.text(_ABOUT_PAGE, "small"),
            kit.space(3),
            kit.button("Save the page", icon="download", pressed=self._save_page),
            folded=_FOR_OTHERS,
        )
        go = kit.button("Check the file", "primary", key="Ctrl+Enter", pressed=self._check)
        line.returnPressed.connect(self._check)
        self._work = FootWork(kit, go)
        self._work.cancelled.connect(self.cancelled)
        self.put_foot_column(self._work)
        self.first = line if self._kept else self._well.button

    def _show_saved(self, saved: str) -> None:
        clear(self._saved)
        if saved:
            self._saved.addWidget(self.kit.notice("circle-check", saved, look="accent"))
            self._saved.addSpacing(self.kit.space(4))
            announce(self, saved)

    @Slot()
    def _save_page(self) -> None:
        if not self._work.busy and (path := self._to_save(self, "Save", _PAGE, HTML)):
            self.page_wanted.emit(path)

    def _show_problem(self, problem: str) -> None:
        self._well_field.set_problem(problem)
        self._gap.setVisible(bool(problem))
        self._problems.show_problems("One thing is missing", [self._well_field], focus=self._asked)

    @Slot(object)
    def _file_chosen(self, path: Path) -> None:
        self._kept = path
        self._show_problem("")

    @Slot()
    def _check(self) -> None:
        if self._words is None or self._work.busy:
            return
        self._asked = True
        self.checked.emit(self._well.path, self._words.text())
        self._asked = False

    # Saying what was found

    def _show_result(self, screen: CheckScreen) -> None:
        kit = self.kit
        self.forget()
        self._words = None
        doubtful = screen.verdict == Verdict.CANNOT_TELL
        if not doubtful:
            self._kept = None
        self.put_body(*result(kit, screen))
        self.put_side(*beside(kit, screen))
        again = kit.button(
            "Try again" if doubtful else "Check another file",
            "primary" if doubtful else "secondary",
            key="Ctrl+Enter",
            pressed=self._again,
        )
        self.put_foot(again)
        self.first = again
        self._settle(f"{screen.title}. {screen.sentence}")

    @Slot()
    def _again(self) -> None:
        self.restarted.emit()

    def _settle(self, aloud: str) -> None:
        """Give the keyboard to what is now first, once it can be seen, and say what came."""
        if not self.isVisible():
            return
        announce(self, aloud)
        if (area := self._scroll_area()) is not None:
            area.verticalScrollBar().setValue(0)
        QTimer.singleShot(0, self, self._focus_first)

    @Slot()
    def _focus_first(self) -> None:
        if isinstance(self.first, Field):
            self.first.focus_editor()
        elif self.first is not None:
            self.first.setFocus(Qt.FocusReason.TabFocusReason)
