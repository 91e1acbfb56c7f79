"""One exhibit: the page in sight, what it tells beside that, and whose hands it was in."""

from functools import partial

from PySide6.QtCore import QTimer, Signal, Slot
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from welfare_app.presenters.exhibit_screen import ExhibitScreen
from welfare_app.ui.pages.custody_form import CustodyForm, DescribeForm
from welfare_app.ui.pages.exhibit_picture import ExhibitPicture
from welfare_app.ui.pages.file_ask import AskToSave, ask_to_save
from welfare_app.ui.pages.kept_files import leave_drops_to_the_page
from welfare_app.ui.pages.trouble_card import TroubleCard, announce
from welfare_app.ui.parts import Item, Kit, column, flow, holding, row
from welfare_app.ui.parts.dialog import Question
from welfare_app.ui.parts.layout import clear, fill
from welfare_app.ui.passing_copy import PassingCopy
from welfare_app.ui.shell import Page

_LEAVES = Question(
    "Save a copy outside the vault?",
    "It will not be locked there, and the chain will say that you saved it.",
    do="Save a copy",
    keep="Leave it here",
)


class ExhibitPage(Page):
    """Shows a file and never alters it."""

    turned = Signal(int)
    zoomed = Signal(int)
    described = Signal(str, str)
    handled = Signal(str, str, str, str, str)
    copy_wanted = Signal(object)
    """The path."""
    cancelled = Signal()

    def __init__(self, kit: Kit, ask: AskToSave = ask_to_save) -> None:
        """Make it; `ask` finds where to save."""
        super().__init__(kit, "An exhibit", back="Evidence")
        self._ask_where = ask
        self._shown: ExhibitScreen | None = None
        self._copying = PassingCopy(self)
        self._picture = ExhibitPicture(kit)
        self._picture.turned.connect(self.turned)
        self._picture.zoomed.connect(self.zoomed)
        self._trouble, self._cannot = TroubleCard(kit, below=4), TroubleCard(kit, below=4)
        self._head, self._warned = QVBoxLayout(), QVBoxLayout()
        self._told, self._chain = QVBoxLayout(), QVBoxLayout()
        self._describe = DescribeForm(kit)
        self._custody: CustodyForm | None = None
        self._describe.given.connect(self.described)
        self._forms = QVBoxLayout()
        self._describing = kit.button(
            "Say what it is", icon="pen-line", pressed=self._open_describe
        )
        self._adding = kit.button("Add to the chain", icon="plus", pressed=self._open_custody)
        saving = kit.button("Save a copy", "quiet", icon="download", pressed=self._save)
        self.put_body(
            self._head,
            kit.space(4),
            self._trouble,
            self._cannot,
            self._warned,
            self._picture,
            self._told,
            kit.space(5),
            self._describe,
            kit.text("Whose hands it was in", "heading"),
            kit.space(2),
            self._chain,
            self._forms,
        )
        self._busy = kit.busy()
        self._busy.cancelled.connect(self.cancelled)
        actions = flow(self._adding, self._describing, None, saving, gap=kit.space(3))
        self.put_foot_column(holding(column(self._busy, holding(actions), gap=kit.space(3))))
        self.first = self._adding

    def show_screen(self, screen: ExhibitScreen) -> None:
        """Draw what changed, and leave alone what is being typed."""
        before, self._shown = self._shown, screen
        if before is None:
            self._begin(screen)
        self._trouble.show_trouble(screen.trouble)
        self._cannot.show_trouble(screen.cannot)
        self._picture.setVisible(screen.cannot is None)
        page = (screen.picture, screen.page, screen.pages, screen.zoom, screen.looking)
        if before is None or page != (
            *(before.picture, before.page, before.pages, before.zoom, before.looking),
        ):
            self._picture.show_page(*page)
        if before is None or (before.warnings, before.told) != (screen.warnings, screen.told):
            self._show_told(screen)
        if before is None or before.about != screen.about:
            self._show_about(screen)
        self._show_kept(screen, before)

    def forget(self) -> None:
        """Let go of the picture and of what was copied."""
        self._picture.forget()
        self._copying.forget()

    def _begin(self, screen: ExhibitScreen) -> None:
        self.where = screen.where
        header = self.kit.header(screen.title, about=screen.where, sentence=screen.name)
        self._head.addWidget(header)
        self._custody = CustodyForm(self.kit, screen.deeds, screen.me)
        self._custody.given.connect(self.handled)
        fill(self._forms, (self.kit.space(3), self._custody))
        self._describe.put(screen.about.description, screen.about.dated)
        leave_drops_to_the_page(self)
        self.arranged.emit()

    def _show_kept(self, screen: ExhibitScreen, before: ExhibitScreen | None) -> None:
        was = before.kept if before else screen.kept
        for form in (self._describe, self._custody):
            if form is not None and form.isVisible():
                form.show_problems(screen.problems)
                if screen.problems and (before is None or before.problems != screen.problems):
                    self._show_whole(form.problems)
        if screen.kept != was:
            self._describe.hide()
            if self._custody is not None:
                self._custody.begin_again()
            self.say(screen.notice)
        if screen.busy and (before is None or before.busy != screen.busy):
            self._busy.start(screen.busy)
            announce(self._busy, screen.busy)
        elif not screen.busy:
            self._busy.stop()

    def _show_told(self, screen: ExhibitScreen) -> None:
        kit = self.kit
        clear(self._warned)
        clear(self._told)
        for title, sentence in screen.warnings:
            self._warned.addWidget(kit.notice("triangle-alert", title, sentence))
            self._warned.addSpacing(kit.space(4))
        items: list[Item] = []
        if screen.told:
            items += [kit.space(5), kit.text("What it tells beside that", "heading"), kit.space(2)]
            items.append(kit.rows(*(kit.fact(*one) for one in screen.told)))
        fill(self._told, tuple(items))

    def _show_about(self, screen: ExhibitScreen) -> None:
        kit, about = self.kit, screen.about
        copying = kit.button("Copy", compact=True, icon="copy", name="Copy the fingerprint")
        copying.clicked.connect(self._copy)
        items: list[Item] = [kit.text("About this file", "heading")]
        for label, value in about.facts:
            items += [kit.space(3), kit.text(label, "small", "quiet")]
            items.append(kit.text(value, "body", wide=True, figures=True))
        digest = kit.text(_in_groups(about.digest), "small", figures=True, wide=True)
        digest.setAccessibleName(f"SHA-256 {about.digest}")
        items += [kit.space(3), kit.text("Fingerprint (SHA-256)", "small", "quiet"), digest]
        items += [kit.space(2), row(copying, None)]
        self.put_side(*items, folded="About this file")
        clear(self._chain)
        self._chain.addWidget(kit.rows(*(self._link(*one) for one in about.chain)))

    def _link(self, what: str, told: str, stamp: str) -> QFrame:
        kit, pad = self.kit, self.kit.space(2)
        lines: list[Item] = [kit.text(what, "strong", wide=True)]
        if told:
            lines.append(kit.text(told, "body", figures=True, wide=True))
        lines.append(kit.text(stamp, "caption", "quiet", figures=True, wide=True))
        made = holding(column(*lines, margins=(0, pad, 0, pad)))
        made.setAccessibleName(f"{what}. {told}. {stamp}")
        return made

    @Slot()
    def _open_describe(self) -> None:
        if self._shown is not None and not self._describe.isVisible():
            self._describe.put(self._shown.about.description, self._shown.about.dated)
        self._describe.open()
        self._show_whole(self._describe)

    @Slot()
    def _open_custody(self) -> None:
        if self._custody is not None:
            self._custody.open()
            self._show_whole(self._custody)

    def _show_whole(self, part: QWidget) -> None:
        """Scroll something into sight once it has its place."""
        QTimer.singleShot(0, part, partial(self.show_part, part))

    @Slot()
    def _copy(self) -> None:
        if self._shown is not None:
            self._copying.copy(self._shown.about.digest)
            self.say("The fingerprint is copied")

    @Slot()
    def _save(self) -> None:
        self.ask(_LEAVES, self._sure)

    def _sure(self, sure: bool) -> None:
        if sure and self._shown is not None:
            path = self._ask_where(self, "Save a copy", self._shown.name, "All files (*)")
            if path is not None:
                self.copy_wanted.emit(path)


def _in_groups(digest: str) -> str:
    """A fingerprint in groups of eight, to be read out and compared."""
    return " ".join(digest[at : at + 8] for at in range(0, len(digest), 8))
