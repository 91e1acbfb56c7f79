"""A provider's certificate, as a part of the page on how others know it is us."""

from pathlib import Path

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QFrame, QWidget

from welfare_app.presenters.signer import SignerScreen, Step
from welfare_app.ui.pages.done_card import DoneCard
from welfare_app.ui.pages.file_ask import PDF, AskToOpen
from welfare_app.ui.pages.file_well import FileWell
from welfare_app.ui.pages.mending import show_problems
from welfare_app.ui.pages.trouble_card import TroubleCard
from welfare_app.ui.parts import Item, Kit, Question, column, flow, holding
from welfare_app.ui.parts.layout import clear

PKCS12 = "Certificate with its key (*.p12 *.pfx)"
_NARROW = 360
_ABOUT = (
    "If your organisation has a certificate from a provider, in a file, each pack can be signed "
    "with it too. It is never needed. It tells who signed, not that what is written is true."
)
_WHOSE = (
    "Everyone who seals on this laptop signs with it. So it should be made out to the "
    "organisation, and not to a person."
)
_PRACTICE = "The practice vault opens without a passphrase, so none is taken in here."
_SEEN = "This is what the certificate says. Nothing is kept yet."
_AFTERWARDS = (
    "Once it is kept, delete the file or put it away: whoever has it and its password can sign "
    "in your name."
)
_SURE = Question(
    "Take the certificate away?",
    "Its key is cleared from this vault for good. Backups made before still hold it. "
    "What was signed stays signed.",
    do="Take it away",
    keep="Keep it",
)


class SignerPart(QFrame):
    """Takes a provider's file in, shows what is kept, and takes it away again."""

    looked_at = Signal(object, str)
    """The path or nothing, and the password of the file."""
    kept = Signal()
    dropped = Signal()
    removed = Signal()
    file_signed = Signal(object)
    """The path of a sealed file to sign."""
    asked = Signal(object, object)
    """A question, and what to do with its answer."""

    def __init__(self, kit: Kit, to_open: AskToOpen) -> None:
        super().__init__()
        self._kit, self._to_open = kit, to_open
        self._shown: SignerScreen | None = None
        self._trouble, self._done = TroubleCard(kit, below=4), DoneCard(kit, below=4)
        self._problems, self._law, self._facts = kit.problems(), column(), column()
        self._busy = kit.text("", "body", "quiet")
        self._practice = kit.notice("info", _PRACTICE, look="well")
        self._practice.hide()
        self._make_asking()
        self._make_shown()
        self.setLayout(
            column(
                kit.text("A certificate from a provider", "heading"),
                kit.space(2),
                kit.text(_ABOUT, "body", "quiet"),
                kit.space(2),
                kit.text(_WHOSE, "body", "quiet"),
                kit.space(3),
                self._law,
                kit.space(4),
                self._trouble,
                self._done,
                self._problems,
                self._practice,
                self._asking,
                self._facts,
                self._busy,
                self._seen,
                self._standing,
            )
        )

    def show_signer(self, screen: SignerScreen) -> None:
        """Draw what changed, leaving alone what is being typed."""
        before, self._shown = self._shown, screen
        held = (at := self.focusWidget()) is not None and at.hasFocus()
        self._trouble.show_trouble(screen.trouble)
        self._done.show_done(screen.done)
        if before is None or before.law != screen.law:
            self._show_law(screen)
        if before is None or (before.facts, before.warning) != (screen.facts, screen.warning):
            self._show_facts(screen)
        turned = before is None or before.step != screen.step
        if turned:
            self.forget()
        self._busy.say(screen.busy)
        self._busy.setVisible(bool(screen.busy))
        self._practice.setVisible(screen.practice)
        self._asking.setVisible(screen.step is Step.NONE and not screen.practice)
        self._seen.setVisible(screen.step is Step.SEEN)
        self._standing.setVisible(screen.step is Step.KEPT)
        show_problems(self._problems, {"file": self._file_field}, screen.problems)
        if turned and held:
            self._first[screen.step].setFocus(Qt.FocusReason.TabFocusReason)

    def forget(self) -> None:
        """Let go of the file that was chosen and of what was typed."""
        self._well.show_path(None)
        self._password.clear()

    def _make_asking(self) -> None:
        kit = self._kit
        self._well = FileWell(kit, self._ask_for_file)
        self._file_field = kit.field("The provider’s file", self._well)
        self._password = kit.line(secret=True)
        self._password.setInputMethodHints(
            Qt.InputMethodHint.ImhSensitiveData | Qt.InputMethodHint.ImhNoPredictiveText
        )
        self._password.returnPressed.connect(self._look)
        password = kit.field(
            "Its password",
            self._password,
            hint="The provider gave it to you with the file. It is not kept.",
            width=_NARROW,
        )
        look = kit.button("See what it says", icon="eye", pressed=self._look)
        self._asking = holding(
            column(self._file_field, kit.space(4), password, kit.space(4), flow(look))
        )

    def _make_shown(self) -> None:
        kit, gap = self._kit, self._kit.space(3)
        keep = kit.button("Keep it", "primary", icon="check", pressed=self._kept)
        drop = kit.button("Do not keep it", pressed=self._dropped)
        self._seen = holding(
            column(
                kit.space(3),
                kit.text(_SEEN, "body", "quiet"),
                kit.space(2),
                kit.text(_AFTERWARDS, "body", "quiet"),
                kit.space(4),
                flow(keep, drop, gap=gap),
            )
        )
        sign = kit.button("Sign a sealed file", icon="pen-line", pressed=self._sign)
        away = kit.button("Take it away", pressed=self._remove)
        self._standing = holding(column(kit.space(4), flow(sign, away, gap=gap)))
        self._first = {Step.NONE: self._well.button, Step.SEEN: keep, Step.KEPT: sign}

    def _show_law(self, screen: SignerScreen) -> None:
        kit = self._kit
        clear(self._law)
        for said, rests in screen.law:
            self._law.addWidget(kit.point("book-open", said, rests))
            self._law.addSpacing(kit.space(2))

    def _show_facts(self, screen: SignerScreen) -> None:
        kit = self._kit
        clear(self._facts)
        items: list[Item] = []
        if screen.warning:
            items += [kit.notice("clock", screen.warning, look="attention"), kit.space(3)]
        if screen.facts:
            items.append(kit.rows(*(kit.fact(*one) for one in screen.facts)))
        if items:
            self._facts.addWidget(holding(column(*items)))

    def _ask_for_file(self, parent: QWidget, title: str, _filter: str) -> Path | None:
        return self._to_open(parent, title, PKCS12)

    @Slot()
    def _look(self) -> None:
        self.looked_at.emit(self._well.path, self._password.text())

    @Slot()
    def _kept(self) -> None:
        self.kept.emit()

    @Slot()
    def _dropped(self) -> None:
        self.dropped.emit()

    @Slot()
    def _sign(self) -> None:
        if path := self._to_open(self, "Choose the sealed file", PDF):
            self.file_signed.emit(path)

    @Slot()
    def _remove(self) -> None:
        self.asked.emit(_SURE, self._removal_sure)

    def _removal_sure(self, sure: bool) -> None:
        if sure:
            self.removed.emit()
