"""Rescuing a damaged vault: a way in, what was found, and what came of it."""

from PySide6.QtCore import QTimer, Signal, Slot
from PySide6.QtWidgets import QFrame

from welfare_app.presenters.rescue import RescueScreen
from welfare_app.ui.pages.trouble_card import TroubleCard, announce
from welfare_app.ui.parts import Button, Item, Kit, Line, Option, column, holding, row
from welfare_app.ui.parts.dialog import Question
from welfare_app.ui.parts.layout import clear, fill
from welfare_app.ui.shell import Page

_TITLE = "Rescue the vault"
_FIRST = (
    ("Leave the folder as it is.", "Do not copy over it, repair it or tidy it up."),
    ("Stop other programs that work on it.", "A backup or virus program, for example."),
    ("If there is a good backup, think of it first.", "It may hold what cannot be read here."),
)
_SURE = Question(
    "Make a sound vault from what can be read?",
    "It takes the place of the damaged one, which is kept whole in a folder of its own. "
    "What cannot be read is written down as missing.",
    "Make a sound vault",
    "Leave it as it is",
)
_CAN = "A sound vault can be made of what can be read."
_RESTORE = (
    "What is missing may be in a backup. Restore from a backup, or compare with one, before the "
    "damaged vault is thrown away."
)


class RescuePage(Page):
    """Asks for a way in first, because nothing can be read without the key."""

    looked = Signal(str, str)
    rescue_wanted = Signal()
    cancelled = Signal()
    left = Signal()
    restore_wanted = Signal()

    def __init__(self, kit: Kit) -> None:
        super().__init__(kit, _TITLE, locked=True)
        self._shown: RescueScreen | None = None
        self._trouble = TroubleCard(kit, below=4)
        self._busy = kit.busy("Stop")
        self._busy.cancelled.connect(self.cancelled)
        self._secret: Line | None = None
        self._step = column()
        self.put_body(
            kit.header(_TITLE),
            kit.space(4),
            self._trouble,
            self._busy,
            self._step,
        )

    def show_screen(self, screen: RescueScreen) -> None:
        """Draw it, leaving alone what is being typed."""
        before, self._shown = self._shown, screen
        self._trouble.show_trouble(screen.trouble)
        if before is None or before.step != screen.step:
            self._draw(screen, moved=before is not None)
        self._show_busy(screen.busy, before.busy if before else "")

    def show_progress(self, done: int, total: int) -> None:
        """Say how far the work has got."""
        self._busy.progress(done, total)

    def forget(self) -> None:
        """Let go of what was typed."""
        if self._secret is not None:
            self._secret.clear()

    # The steps

    def _draw(self, screen: RescueScreen, *, moved: bool) -> None:
        steps = {"ask": self._ask_for_key, "found": self._found, "done": self._done}
        body, said = steps[screen.step](screen)
        clear(self._step)
        fill(self._step, body)
        if moved:
            announce(self, said)
            QTimer.singleShot(0, self, self._settle)

    def _ask_for_key(self, screen: RescueScreen) -> tuple[tuple[Item, ...], str]:
        kit = self.kit
        self._who = kit.pick([Option(key, words) for key, words in screen.people], large=True)
        self._who.setCurrentIndex(0)
        self._secret = kit.line(secret=True, large=True)
        self._secret_field = kit.field(
            "Your passphrase, or the code on the recovery sheet", self._secret
        )
        self._secret.returnPressed.connect(self._given)
        self._secret.textEdited.connect(self._typed)
        look = kit.button("See what can be read", "primary", key="Ctrl+Enter", pressed=self._given)
        self._put_actions(look, "Leave it for now")
        steps: list[Item] = [
            item
            for at, (title, sentence) in enumerate(_FIRST, 1)
            for item in (kit.numbered(at, title, sentence), kit.space(3))
        ]
        self.first = self._secret
        return (
            kit.text("What to do first", "heading"),
            kit.space(3),
            kit.card(*steps[:-1]),
            kit.space(5),
            kit.text("Then look at it. A lead’s passphrase or the recovery sheet opens it."),
            kit.space(4),
            kit.field("Who are you?", self._who),
            kit.space(4),
            self._secret_field,
        ), ""

    def _found(self, screen: RescueScreen) -> tuple[tuple[Item, ...], str]:
        kit = self.kit
        self.forget()
        self._secret = None
        if screen.sound:
            self._put_actions(kit.button("Unlock", "primary", pressed=self._leave), "")
            well = "The vault is well. There is nothing to rescue."
            return (kit.notice("shield-check", well, screen.counts, look="accent"),), well
        make = kit.button(
            "Make a sound vault from what can be read",
            "primary",
            key="Ctrl+Enter",
            pressed=self._make,
        )
        self._put_actions(make, "Leave it as it is")
        faults = [
            kit.point("circle-alert", happened, todo, ink="attention", role="body")
            for happened, todo in screen.faults
        ]
        return (
            kit.text("What was found", "heading"),
            kit.space(3),
            kit.rows(*map(_padded, faults)),
            kit.space(4),
            kit.text(screen.counts, "strong", figures=True, wide=True),
            kit.space(4),
            kit.text(f"{_CAN} {_SURE.sentence}", "body", "quiet"),
            kit.space(2),
            kit.text(_RESTORE, "body", "quiet"),
            kit.space(2),
            self._restore(),
        ), " ".join([happened for happened, _ in screen.faults] + [screen.counts])

    def _done(self, screen: RescueScreen) -> tuple[tuple[Item, ...], str]:
        kit = self.kit
        self._put_actions(kit.button("Unlock", "primary", pressed=self._leave), "")
        well = "The vault is sound again"
        whole = "Nothing was lost." if not screen.lost else "What is missing is listed here."
        lost: tuple[Item, ...] = ()
        if screen.lost:
            lines = [
                _padded(kit.point("circle-alert", line, ink="attention", role="body"))
                for line in screen.lost
            ]
            lost = (
                kit.space(5),
                kit.text("What is missing", "heading"),
                kit.space(2),
                kit.text(_RESTORE, "body", "quiet"),
                kit.space(2),
                self._restore(),
                kit.space(3),
                kit.rows(*lines),
            )
        return (
            kit.notice("shield-check", well, whole, look="accent"),
            *lost,
            kit.space(5),
            kit.text("What came over whole", "heading"),
            kit.space(3),
            kit.rows(*(kit.fact(kind, count) for kind, count in screen.kept)),
            kit.space(4),
            kit.text(
                f"The damaged vault is kept in the folder {screen.folder}, beside the new one. "
                "It is locked with the same passphrases.",
                "body",
                "quiet",
                figures=True,
            ),
        ), f"{well}. {whole}"

    def _restore(self) -> Item:
        return row(self.kit.link("Restore from a backup", pressed=self._restoring), None)

    def _put_actions(self, primary: Button, leave: str) -> None:
        quiet = (None, self.kit.button(leave, "quiet", pressed=self._leave)) if leave else ()
        self.put_foot(primary, *quiet)
        self.first = primary

    def _show_busy(self, busy: str, before: str) -> None:
        if busy == before:
            return
        self.foot.setEnabled(not busy)
        if busy:
            self._busy.start(busy)
        else:
            self._busy.stop()

    # What it reports

    @Slot()
    def _settle(self) -> None:
        if self.isVisible() and self.first is not None:
            self.first.setFocus()

    @Slot()
    def _typed(self) -> None:
        if self._secret_field.problem:
            self._secret_field.set_problem("")

    @Slot()
    def _given(self) -> None:
        if self._secret is None or (self._shown is not None and self._shown.busy):
            return
        if not self._secret.text().strip():
            self._secret_field.set_problem("Type your passphrase, or the code on the sheet")
            self._secret_field.focus_editor()
            return
        self.looked.emit(self._who.value(), self._secret.text())

    @Slot()
    def _make(self) -> None:
        self.ask(_SURE, self._sure)

    def _sure(self, sure: bool) -> None:
        if sure:
            self.rescue_wanted.emit()

    @Slot()
    def _leave(self) -> None:
        self.left.emit()

    @Slot()
    def _restoring(self) -> None:
        self.restore_wanted.emit()


def _padded(line: QFrame) -> QFrame:
    return holding(column(line, margins=(0, 12, 0, 12)))
