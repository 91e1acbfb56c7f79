"""The locked screen: who you are, your passphrase, and the way in when it is forgotten."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QSignalBlocker, Qt, QTimer, Signal, Slot
from PySide6.QtWidgets import QFrame, QSizePolicy

from welfare_app.ui.pages.busy_words import BusyWords
from welfare_app.ui.pages.trouble_card import TroubleCard
from welfare_app.ui.pages.wait_words import WaitWords
from welfare_app.ui.parts import Field, Kit, column, flow, holding, row
from welfare_app.ui.parts.link import Link
from welfare_app.ui.shell import Page

if TYPE_CHECKING:  # the first picture must not wait for what stands behind it
    from welfare_app.presenters.unlock import UnlockScreen

_WIDE = 420
_WIDENS = 0.6
_MARK = 28
_LARGE = 1.5


class UnlockPage(Page):
    """Asks for a passphrase, or for the code on the recovery sheet."""

    passphrase_given = Signal(str, str)
    code_given = Signal(str)
    recovery_asked = Signal(bool)
    practice_asked = Signal()
    rescue_asked = Signal()
    restore_asked = Signal()
    person_chosen = Signal(str)
    waited = Signal()
    """The time after a wrong try is up."""

    def __init__(self, kit: Kit, organisation: str = "", greeting: str = "") -> None:
        """Make it; `organisation` and laptop are shown only where they are known."""
        super().__init__(kit, "Locked", fills=True, wide=True, locked=True)
        self._people: tuple[tuple[str, str], ...] = ()
        self._recovering = False
        self._greeting = kit.text(greeting, "title")
        self._make_fields()
        self._trouble = TroubleCard(kit)
        self._trouble.installEventFilter(self)
        self._make_actions()
        foot = kit.text(
            "Someone in danger now? Call **999**. Emergency numbers open without unlocking.",
            "small",
            marked=True,
            centre=True,
        )
        # a fixed gap above, so that nothing moves when something is said under the field
        above = kit.space(2) if kit.theme.scale > _LARGE else kit.space(8)
        self.put_body(above, row(None, self._form(organisation), None), kit.space(6), None, foot)
        self.first = self._secret_field

    def show_screen(self, screen: "UnlockScreen") -> None:
        """Draw the screen, leaving alone what is being typed."""
        turned = screen.recovering is not self._recovering
        self._recovering = screen.recovering
        self._greeting.say(screen.greeting)
        self._show_people(screen.people)
        self._show_ways(someone=bool(screen.people))
        self._rescue.setVisible(screen.damaged)
        self._restore.setVisible(screen.restores)
        self._busy.show_busy(busy=screen.busy)
        if screen.wait and self._go.hasFocus():
            self._asked().focus_editor()  # the keyboard must not stay on a button that is off
        self._wait.begin(screen.wait)
        self._trouble.show_trouble(screen.trouble)
        nobody = screen.restores and not (screen.people or screen.recovering)
        self.first = self._restore if nobody else self._asked()
        if nobody and self.isVisible():
            self._restore.setFocus(Qt.FocusReason.OtherFocusReason)
        if turned or screen.trouble is not None:
            self._ask_again()

    # How it is made

    def _make_fields(self) -> None:
        kit = self.kit
        self._who = kit.pick([], large=True)
        self._who_field = kit.field("Who are you?", self._who)
        self._secret = kit.line(secret=True, large=True)
        self._secret_field = kit.field("Your passphrase", self._secret)
        self._code = kit.line(figures=True, large=True)
        self._code_field = kit.field(
            "The code on the recovery sheet",
            self._code,
            hint="Nine groups of four. Spaces and small letters do not matter.",
        )
        self._who.answered.connect(self._chosen)
        for line in (self._secret, self._code):
            line.returnPressed.connect(self._given)
            line.textEdited.connect(self._typed)

    def _make_actions(self) -> None:
        kit = self.kit
        self._go = kit.button(
            "Unlock",
            "primary",
            icon="lock-open",
            twins=("Ctrl+Enter",),
            large=True,
            pressed=self._given,
        )
        self._go.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._go.setAutoDefault(True)
        self._forgotten = kit.link("I cannot remember it", pressed=self._recover)
        self._remembered = kit.link("Use my passphrase", pressed=self._remember)
        self._rescue = kit.link("See what can be rescued", pressed=self._rescued)
        self._rescue.hide()
        self._practise = kit.link("Practise with a sample case", pressed=self._practice)
        self._restore = kit.link("Restore from a backup", pressed=self._restoring)
        self._restore.hide()
        self._busy = BusyWords(kit, self._go, "Opening the vault…")
        self._wait = WaitWords(self._go)
        self._wait.over.connect(self.waited)

    def _form(self, organisation: str) -> QFrame:
        kit, space = self.kit, self.kit.space
        whose = kit.text(organisation, "body", "quiet")
        if not organisation:
            whose.hide()
        # a layout's own gap, because it closes over what is hidden
        asked = column(
            self._who_field,
            self._secret_field,
            self._code_field,
            self._trouble,
            column(self._go, kit.reason(self._go), gap=space(2)),
            gap=space(5),
        )
        form = holding(
            column(
                row(kit.icon("notebook-pen", "accent", _MARK), None),
                space(4),
                column(self._greeting, whose, gap=space(1)),
                space(6),
                asked,
                space(4),
                flow(*self._links(), gap=space(4)),
            )
        )
        form.setFixedWidth(round(_WIDE * (1 + (kit.theme.scale - 1) * _WIDENS)))
        return form

    def _links(self) -> tuple[Link | None, ...]:
        ways = (self._rescue, self._restore, self._forgotten, self._remembered)
        return *ways, None, self._practise

    # What it shows

    def _show_people(self, people: tuple[tuple[str, str], ...]) -> None:
        if people == self._people:
            return
        self._people = people
        chosen = self._who.value()
        with QSignalBlocker(self._who):
            self._who.clear()
            for key, words in people:
                self._who.addItem(words, key)
            self._who.choose(chosen)
            if self._who.currentIndex() < 0 and people:
                self._who.setCurrentIndex(0)

    def _show_ways(self, *, someone: bool) -> None:
        recovering = self._recovering
        self._who_field.setVisible(someone and not recovering)
        self._secret_field.setVisible(someone and not recovering)
        self._code_field.setVisible(recovering)
        self._go.setVisible(someone or recovering)
        self._forgotten.setVisible(not recovering)
        self._remembered.setVisible(recovering)

    def _asked(self) -> Field:
        return self._code_field if self._recovering else self._secret_field

    def _ask_again(self) -> None:
        line = self._code if self._recovering else self._secret
        if line.isVisible():
            self._asked().focus_editor()
            line.selectAll()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Bring trouble into sight once it has been given its place under the field."""
        if watched is self._trouble and event.type() == QEvent.Type.Resize:
            QTimer.singleShot(0, self, self._show_trouble)
        return False

    @Slot()
    def _show_trouble(self) -> None:
        self.show_part(self._trouble)

    # What it reports

    @Slot()
    def _given(self) -> None:
        if self._busy.busy or self._wait.waiting:
            return
        code, secret = self._code.text(), self._secret.text()
        if self._recovering and code.strip():
            self.code_given.emit(code)
        elif not self._recovering and secret:
            self.passphrase_given.emit(self._who.value(), secret)
        else:
            words = "Type the code" if self._recovering else "Type your passphrase"
            self._asked().set_problem(words)
            self._asked().focus_editor()

    @Slot()
    def _chosen(self) -> None:
        self.person_chosen.emit(self._who.value())

    @Slot()
    def _typed(self) -> None:
        if self._asked().problem:
            self._asked().set_problem("")

    @Slot()
    def _recover(self) -> None:
        self.recovery_asked.emit(True)

    @Slot()
    def _remember(self) -> None:
        self.recovery_asked.emit(False)

    @Slot()
    def _rescued(self) -> None:
        self.rescue_asked.emit()

    @Slot()
    def _practice(self) -> None:
        self.practice_asked.emit()

    @Slot()
    def _restoring(self) -> None:
        self.restore_asked.emit()
