"""How others know it is us: what to give them, and what a lead does about the certificates."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QFrame, QGridLayout

from welfare_app.presenters.identity import IdentityScreen
from welfare_app.ui.pages.day_boxes import DayBoxes
from welfare_app.ui.pages.done_card import DoneCard
from welfare_app.ui.pages.file_ask import (
    HTML,
    PDF,
    AskToOpen,
    AskToSave,
    ask_to_open,
    ask_to_save,
)
from welfare_app.ui.pages.mending import show_problems
from welfare_app.ui.pages.places import LAPTOP, places_rail
from welfare_app.ui.pages.signer_part import SignerPart
from welfare_app.ui.pages.trouble_card import TroubleCard
from welfare_app.ui.parts import Kit, Question, column, flow
from welfare_app.ui.parts.layout import clear
from welfare_app.ui.shell import Page

CRT, CRL = "Certificate (*.crt)", "List (*.crl)"
CARD_FILE, ROOT_FILE = "organisation-root.pdf", "organisation-root.crt"
PAGE_FILE, LIST_FILE = "check-a-sealed-file.html", "organisation-root.crl"
_ACROSS = 4
PICK_WIDTH = 480
_SENTENCE = "Those who receive packs hold our root certificate. Its fingerprint is read out once."
_LOST = (
    "Nothing sealed with it from that day on is believed by anyone who has the list. "
    "Packs from before are in doubt until you confirm them. Take the root if somebody may have "
    "opened the vault, because its key lies in there."
)
_SURE = Question(
    "Declare this certificate lost?",
    "It cannot be taken back. A new one is made at once where it was in use.",
    do="Declare it lost",
    keep="Go back",
    danger=True,
)
_NEXT = Question(
    "Make the next root?",
    "From now on packs are sealed under it. Everyone who receives packs needs the new card.",
    do="Make the next root",
    keep="Not yet",
)


class Fingerprint(QFrame):
    """A fingerprint large, in rows of four groups, as it is read out and stands on the card."""

    def __init__(self, kit: Kit) -> None:
        super().__init__()
        self._kit, self._groups, self._box = kit, tuple[str, ...](), column()
        self.setLayout(self._box)
        self.setAccessibleName("The fingerprint")
        self.setLayoutDirection(Qt.LayoutDirection.LeftToRight)

    def show_groups(self, groups: tuple[str, ...]) -> None:
        """Show this one."""
        if groups == self._groups:
            return
        self._groups = groups
        clear(self._box)
        grid = QGridLayout()
        grid.setHorizontalSpacing(self._kit.space(6))
        grid.setVerticalSpacing(self._kit.space(2))
        for at, group in enumerate(groups):
            words = self._kit.text(group, "spoken", figures=True, one_line=True)
            grid.addWidget(words, at // _ACROSS, at % _ACROSS)
        grid.setColumnStretch(_ACROSS, 1)
        self._box.addWidget(self._kit.card(grid))


class IdentityPage(Page):
    """The fingerprint, what is handed out, and the certificates."""

    card_wanted = Signal(object)
    root_wanted = Signal(object)
    page_wanted = Signal(object)
    lists_wanted = Signal(object)
    list_brought = Signal(object)
    renewal_wanted = Signal()
    next_root_wanted = Signal()
    loss_told = Signal(str, str)
    """The fingerprint of what is lost, and the day, ISO 8601."""

    def __init__(
        self,
        kit: Kit,
        person: str,
        to_save: AskToSave = ask_to_save,
        to_open: AskToOpen = ask_to_open,
    ) -> None:
        """Make it; `to_save` and `to_open` find files."""
        super().__init__(kit, "How others know it is us", back="This laptop")
        self.put_rail(places_rail(kit, LAPTOP, person))
        self._to_save, self._to_open = to_save, to_open
        self._shown: IdentityScreen | None = None
        self._trouble = TroubleCard(kit, below=5)
        self._done = DoneCard(kit, below=5)
        self._facts, self._which = column(), column()
        self._print = Fingerprint(kit)
        self._whose = kit.text("", "small", "quiet")
        self._problems, self._gap = kit.problems(), QFrame()
        self._gap.setFixedHeight(kit.space(4))
        self._make_parts()
        self.signer = SignerPart(kit, to_open)
        self.signer.asked.connect(self.ask)
        self.put_body(
            self._whose,
            kit.header("How others know it is us", sentence=_SENTENCE),
            kit.space(4),
            self._trouble,
            self._done,
            kit.text("The fingerprint of our root certificate", "heading"),
            kit.space(3),
            self._print,
            kit.space(4),
            flow(*self._given, gap=kit.space(3)),
            kit.space(6),
            kit.text("The certificates we seal with", "heading"),
            kit.space(2),
            self._facts,
            kit.space(3),
            flow(self._renew, self._next, gap=kit.space(3)),
            kit.space(6),
            kit.text("If a laptop is lost, or somebody may know a passphrase", "heading"),
            kit.space(2),
            kit.text(_LOST, "body", "quiet"),
            kit.space(4),
            self._problems,
            self._gap,
            self._which_field,
            kit.space(4),
            self._since_field,
            kit.space(4),
            flow(self._declare, self._lists, self._bring, gap=kit.space(3)),
            kit.space(6),
            self.signer,
        )
        self._put_beside()
        self.first = self._given[0]

    def show_screen(self, screen: IdentityScreen) -> None:
        """Draw what changed."""
        before, self._shown = self._shown, screen
        self._trouble.show_trouble(screen.trouble)
        self._whose.say(screen.organisation)
        self._print.show_groups(screen.groups)
        if before is None or (before.known, before.root) != (screen.known, screen.root):
            self._show_certificates(screen)
        if self._done.show_done(screen.done) and (area := self._scroll_area()) is not None:
            area.verticalScrollBar().setValue(0)
        fields = {"which": self._which_field, "since": self._since_field}
        self._gap.setVisible(bool(screen.problems))
        show_problems(self._problems, fields, screen.problems)

    def forget(self) -> None:
        """Let go of what was typed: the laptop is being locked."""
        self.signer.forget()

    def _make_parts(self) -> None:
        kit = self.kit
        save = "download"
        self._given = (
            kit.button("Save the card", "primary", icon="printer", pressed=self._save_card),
            kit.button("Save our certificate", icon=save, pressed=self._save_root),
            kit.button("Save the page for receivers", icon=save, pressed=self._save_page),
        )
        self._renew = kit.button("Renew this laptop’s certificate", pressed=self._renewed)
        self._next = kit.button("Make the next root", pressed=self._follow)
        self._choices = kit.pick((), empty="Choose one")
        self._which_field = kit.field("Which certificate is lost?", self._choices, width=PICK_WIDTH)
        self._since = DayBoxes(kit, "Day of the loss")
        self._since_field = kit.field(
            "From which day on?",
            self._since,
            hint="The day after the last one on which it was surely in the right hands.",
        )
        self._declare = kit.button("Declare it lost", "danger", pressed=self._lost)
        self._lists = kit.button("Save the list", icon=save, pressed=self._save_lists)
        self._bring = kit.button("Take in another laptop’s list", pressed=self._brought)

    def _put_beside(self) -> None:
        kit = self.kit
        self.put_side(
            kit.text("When they call", "heading"),
            kit.space(3),
            kit.point("phone", "Ask who is speaking. They call you, on a number they had before."),
            kit.space(3),
            kit.point(
                "ear", "Read a row at a time, sign by sign. A to F are letters, 0 is nought."
            ),
            kit.space(3),
            kit.point("check-check", "They follow on their card, and say each row back."),
            kit.space(3),
            kit.point("hand", "Hand the card over yourself, once. None of it is secret."),
            folded="When they call",
        )

    def _show_certificates(self, screen: IdentityScreen) -> None:
        kit = self.kit
        clear(self._facts)
        self._facts.addWidget(
            kit.rows(*(kit.fact(one.title, one.about, one.note) for one in screen.known))
        )
        self._choices.clear()
        for one in screen.known:
            if not one.lost:
                self._choices.addItem(f"{one.title}. {one.about}", one.fingerprint)
        self._choices.choose("")
        self._since.put("")
        due = screen.laptop is not None and screen.laptop.due
        self._renew.dress("primary" if due else "secondary")
        self._next.setVisible(screen.root is not None and screen.root.due)
        self._lists.setVisible(screen.listed)

    # What is asked for

    @Slot()
    def _save_card(self) -> None:
        self._save(CARD_FILE, PDF, self.card_wanted.emit)

    @Slot()
    def _save_root(self) -> None:
        self._save(ROOT_FILE, CRT, self.root_wanted.emit)

    @Slot()
    def _save_page(self) -> None:
        self._save(PAGE_FILE, HTML, self.page_wanted.emit)

    @Slot()
    def _save_lists(self) -> None:
        self._save(LIST_FILE, CRL, self.lists_wanted.emit)

    @Slot()
    def _brought(self) -> None:
        if path := self._to_open(self, "Choose the list", CRL):
            self.list_brought.emit(path)

    @Slot()
    def _renewed(self) -> None:
        self.renewal_wanted.emit()

    @Slot()
    def _follow(self) -> None:
        self.ask(_NEXT, self._follow_sure)

    @Slot()
    def _lost(self) -> None:
        if self._choices.value() and self._since.value:
            self.ask(_SURE, self._lost_sure)
        else:
            self._lost_sure(sure=True)  # nothing happens but that the gap is named

    def _follow_sure(self, sure: bool) -> None:
        if sure:
            self.next_root_wanted.emit()

    def _lost_sure(self, sure: bool) -> None:
        if sure:
            self.loss_told.emit(self._choices.value(), self._since.value)

    def _save(self, name: str, kind: str, wanted: Callable[[Path], object]) -> None:
        if path := self._to_save(self, "Save", name, kind):
            wanted(path)
