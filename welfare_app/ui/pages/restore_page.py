"""Restoring from a backup: choose it, open it, see what would be lost, and decide."""

from PySide6.QtCore import Qt, QTimer, Signal, Slot
from PySide6.QtWidgets import QFrame, QWidget

from welfare_app.presenters.restore import Group, RestoreScreen
from welfare_app.ui.pages.file_ask import AskForFolder, ask_for_folder
from welfare_app.ui.pages.trouble_card import TroubleCard, announce
from welfare_app.ui.parts import Field, Item, Kit, Question, column, flow, row
from welfare_app.ui.parts.layout import clear, fill
from welfare_app.ui.shell import Page

_SENTENCE = "Nothing changes until you have seen what would be lost, and have said yes."
_SURE = Question(
    "Put this backup in the vault’s place?",
    "What is here now is moved aside whole, into a folder beside it. Nothing is deleted.",
    do="Put it in place",
    keep="Leave everything as it is",
)


class RestorePage(Page):
    """Three steps on one page: open a backup, compare, done."""

    backup_chosen = Signal(object)
    recovery_asked = Signal(bool)
    look_wanted = Signal(str, str)
    restore_wanted = Signal()
    cancelled = Signal()
    left = Signal()

    def __init__(self, kit: Kit, ask: AskForFolder = ask_for_folder) -> None:
        """Make it; `ask` finds a folder."""
        super().__init__(kit, "Restore from a backup", back="Locked screen", locked=True)
        self._ask_where = ask
        self._step = ""
        self._shown = RestoreScreen()
        self._trouble = TroubleCard(kit, below=4)
        self._busy = kit.busy()
        self._busy.cancelled.connect(self.cancelled)
        self._middle = column()
        self._title = column()
        self.put_body(self._title, kit.space(4), self._trouble, self._busy, self._middle)

    def show_screen(self, screen: RestoreScreen) -> None:
        """Draw the step we are at, leaving alone what is being typed."""
        before, self._shown = self._shown, screen
        if screen.step != self._step:
            self._step = screen.step
            self._show_step(screen)
        self._trouble.show_trouble(screen.trouble)
        if screen.step == "choose":
            self._show_choice(screen, before)
        if screen.busy != before.busy:
            self._show_busy(screen.busy)

    def show_progress(self, done: int, total: int) -> None:
        """Say how far what is under way has got."""
        self._busy.progress(done, total)

    def forget(self) -> None:
        """Let go of what was typed."""
        if self._step == "choose":
            self._secret.clear()
            self._code.clear()

    # Opening one

    def _show_step(self, screen: RestoreScreen) -> None:
        clear(self._title)
        clear(self._middle)
        if (area := self._scroll_area()) is not None:
            area.verticalScrollBar().setValue(0)
        if screen.step == "compare":
            self._show_comparison(screen)
        elif screen.step == "done":
            self._show_done()
        else:
            self._ask_for_one()

    def _ask_for_one(self) -> None:
        kit, space = self.kit, self.kit.space
        fill(self._title, (kit.header("Restore from a backup", sentence=_SENTENCE),))
        self._name = kit.text("", "strong", figures=True)
        self._choose = kit.button("Choose the backup", icon="folder", pressed=self._ask_folder)
        self._who = kit.pick([], large=True)
        self._who_field = kit.field("Who are you?", self._who)
        self._secret = kit.line(secret=True, large=True)
        self._secret_field = kit.field(
            "Your passphrase", self._secret, hint="The one you had on the day it was made."
        )
        self._code = kit.line(figures=True, large=True)
        self._code_field = kit.field(
            "The code on the recovery sheet",
            self._code,
            hint="Nine groups of four. On another laptop, only the sheet opens a backup.",
        )
        for line in (self._secret, self._code):
            line.returnPressed.connect(self._look)
        self._by_sheet = kit.link("Use the recovery sheet", pressed=self._recover)
        self._by_words = kit.link("Use my passphrase", pressed=self._remember)
        fields = column(
            self._who_field,
            self._secret_field,
            self._code_field,
            flow(self._by_sheet, self._by_words, gap=space(4)),
            gap=space(4),
        )
        self._fields = QFrame()
        self._fields.setLayout(fields)
        self._fields.hide()
        items: tuple[Item, ...] = (
            kit.text("The backup", "heading"),
            space(2),
            self._name,
            space(2),
            row(self._choose, None),
            space(5),
            self._fields,
        )
        fill(self._middle, items)
        self._go = kit.button(
            "Open it and compare", "primary", key="Ctrl+Enter", pressed=self._look
        )
        self.put_foot(self._go, None, kit.button("Go back", "quiet", pressed=self.go_back))
        self.first = self._choose

    def _show_choice(self, screen: RestoreScreen, before: RestoreScreen) -> None:
        chosen = bool(screen.backup)
        self._name.say(screen.backup or "None chosen yet")
        self._choose.say("Choose another" if chosen else "Choose the backup")
        if screen.people != before.people or not self._who.count():
            self._who.clear()
            for key, words in screen.people:
                self._who.addItem(words, key)
        ready = chosen and bool(screen.people)
        self._fields.setVisible(ready)
        self._go.setVisible(ready)
        self._who_field.setVisible(not screen.recovering)
        self._secret_field.setVisible(not screen.recovering)
        self._by_sheet.setVisible(not screen.recovering)
        self._code_field.setVisible(screen.recovering)
        self._by_words.setVisible(screen.recovering)
        turned = screen.recovering != before.recovering or screen.people != before.people
        if ready and (turned or (screen.trouble and screen.trouble != before.trouble)):
            self._settle(self._asked())

    # Comparing, and afterwards

    def _show_comparison(self, screen: RestoreScreen) -> None:
        kit, space = self.kit, self.kit.space
        header = kit.header("What would change", about=screen.backup, sentence=screen.here)
        fill(self._title, (header,))
        items: list[Item] = [kit.point("circle-check", screen.made, ink="accent"), space(5)]
        for group in screen.groups:
            items += [self._group(group), space(4)]
        fill(self._middle, tuple(items))
        do = kit.button("Put it in place", "primary", key="Ctrl+Enter", pressed=self._decide)
        keep = kit.button("Leave everything as it is", pressed=self.go_back)
        self.put_foot(do, keep)
        self.first = keep
        announce(self, f"What would change. {screen.here}")
        self._settle(keep)

    def _group(self, group: Group) -> QWidget:
        kit = self.kit
        icon, ink = ("circle-alert", "attention") if group.grave else ("info", "quiet")
        mark = kit.icon(icon, ink, line="strong")
        words: list[Item] = [
            kit.text(group.title, "strong", "attention" if group.grave else "ink"),
            kit.text(group.note, "small", "quiet"),
        ]
        if group.lines:
            words.append(kit.space(2))
        words += [kit.text(line, "body", figures=True) for line in group.lines]
        return kit.card(row(mark, kit.space(3), column(*words), top=True), pad=4)

    def _show_done(self) -> None:
        kit = self.kit
        fill(self._title, (kit.header("The backup is the vault now"),))
        words = (
            "What was here before was moved aside whole, into a folder beside the vault with "
            "today’s date in its name. The record of who did what says that it was restored."
        )
        fill(self._middle, (kit.notice("circle-check", "Restored", words, look="accent"),))
        unlock = kit.button("Go to the locked screen", "primary", pressed=self.go_back)
        self.put_foot(unlock)
        self.first = unlock
        announce(self, f"Restored. {words}")
        self._settle(unlock)

    def _show_busy(self, words: str) -> None:
        for part in (*self._middle_widgets(), self.foot):
            part.setEnabled(not words)
        if words:
            self._busy.start(words)
        else:
            self._busy.stop()

    def _middle_widgets(self) -> list[QWidget]:
        items = (self._middle.itemAt(at) for at in range(self._middle.count()))
        return [one for item in items if item is not None and (one := item.widget())]

    def _asked(self) -> Field:
        return self._code_field if self._shown.recovering else self._secret_field

    def _settle(self, part: QWidget) -> None:
        """Give the keyboard to a part once it can be seen."""

        def focus() -> None:
            if isinstance(part, Field):
                part.focus_editor()
            else:
                part.setFocus(Qt.FocusReason.TabFocusReason)

        QTimer.singleShot(0, part, focus)

    # What it reports

    @Slot()
    def _ask_folder(self) -> None:
        path = self._ask_where(self, "Choose the folder of a backup")
        if path is not None:
            self.backup_chosen.emit(path)

    @Slot()
    def _recover(self) -> None:
        self.recovery_asked.emit(True)

    @Slot()
    def _remember(self) -> None:
        self.recovery_asked.emit(False)

    @Slot()
    def _look(self) -> None:
        if self._shown.busy or not self._shown.people:
            return
        line = self._code if self._shown.recovering else self._secret
        if line.text().strip():
            self._asked().set_problem("")
            self.look_wanted.emit(self._who.value(), line.text())
            return
        words = "Type the code" if self._shown.recovering else "Type your passphrase"
        self._asked().set_problem(words)
        self._asked().focus_editor()

    @Slot()
    def _decide(self) -> None:
        if not self._shown.busy:
            self.ask(_SURE, self._sure)

    def _sure(self, sure: bool) -> None:
        if sure:
            self.restore_wanted.emit()

    @Slot()
    def go_back(self) -> None:
        """Leave everything as it is."""
        self.left.emit()
