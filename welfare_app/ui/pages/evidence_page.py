"""The evidence of a pack: exhibits, new scans, and what others were asked to keep."""

from functools import partial

from PySide6.QtCore import QTimer, Signal, Slot
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from welfare_app.presenters.evidence import EvidenceScreen, ExhibitLine, NotTaken, OfferLine
from welfare_app.presenters.preserving import KeepScreen
from welfare_app.ui.pages.file_ask import AskForFolder, ask_for_folder
from welfare_app.ui.pages.files_page import FilesPage
from welfare_app.ui.pages.keep_list import KeepList
from welfare_app.ui.pages.kept_files import leave_drops_to_the_page
from welfare_app.ui.pages.trouble_card import TroubleCard, announce
from welfare_app.ui.parts import Item, Kit, column, flow, holding
from welfare_app.ui.parts.layout import clear, fill

_SENTENCE = "Files are kept exactly as they came. Drop them anywhere on this page."
_SCANS = "Nothing in it is taken in by itself, changed or deleted."


class EvidencePage(FilesPage):
    """Lists, and takes in what a person chose."""

    opened = Signal(str)
    cancelled = Signal()
    folder_chosen = Signal(object)
    """The path, or nothing to forget it."""
    look_wanted = Signal()
    keep_asked = Signal(str, str, str, str)
    answered = Signal(str, str, str)

    def __init__(self, kit: Kit, ask: AskForFolder = ask_for_folder) -> None:
        """Make it; `ask` finds a folder."""
        super().__init__(kit, "Evidence", back="Incident pack")
        self._ask_where = ask
        self._shown: EvidenceScreen | None = None
        self._head, self._exhibits, self._scans = QVBoxLayout(), QVBoxLayout(), QVBoxLayout()
        self._not_taken = QVBoxLayout()
        self._trouble = TroubleCard(kit, below=4)
        self._keeping = KeepList(kit)
        self._keeping.asked.connect(self.keep_asked)
        self._keeping.answered.connect(self.answered)
        self._keeping.part_wanted.connect(self._show_later)
        self.put_body(
            self._head,
            kit.space(4),
            self._trouble,
            self._not_taken,
            self._exhibits,
            kit.space(6),
            self._scans,
            kit.space(6),
            self._keeping,
        )
        add = kit.button("Add files", "primary", icon="paperclip", key="Ctrl+O")
        add.clicked.connect(self._ask_which)
        self._busy = kit.busy()
        self._busy.cancelled.connect(self.cancelled)
        self.put_foot_column(holding(column(self._busy, holding(flow(add)), gap=kit.space(3))))
        self.setAcceptDrops(True)
        self.first = add

    def show_screen(self, screen: EvidenceScreen) -> None:
        """Draw what changed."""
        before, self._shown = self._shown, screen
        if before is None:
            self.where = screen.where
            self._head.addWidget(
                self.kit.header("Evidence", about=screen.where, sentence=_SENTENCE)
            )
            self.arranged.emit()
        self._trouble.show_trouble(screen.trouble)
        if before is None or before.not_taken != screen.not_taken:
            self._show_not_taken(screen.not_taken)
        if before is None or _exhibits(before) != _exhibits(screen):
            self._show_exhibits(screen)
        if before is None or _scans(before) != _scans(screen):
            self._show_scans(screen)
        if screen.busy and (before is None or before.busy != screen.busy):
            self._busy.start(screen.busy)
            announce(self._busy, screen.busy)
        elif not screen.busy:
            self._busy.stop()
        if screen.notice and (before is None or before.notice != screen.notice):
            self.say(screen.notice)

    def show_keeping(self, screen: KeepScreen) -> None:
        """Draw the list of what others should keep."""
        self._keeping.show_keeping(screen)
        leave_drops_to_the_page(self._keeping)

    # Drawing

    def _show_exhibits(self, screen: EvidenceScreen) -> None:
        kit = self.kit
        clear(self._exhibits)
        items: list[Item] = []
        if screen.too_many:
            items += [kit.notice("triangle-alert", screen.too_many), kit.space(4)]
        if screen.exhibits:
            items.append(kit.rows(*(self._exhibit(one) for one in screen.exhibits)))
        elif screen.trouble is None:
            items.append(
                kit.empty(
                    "paperclip",
                    "No files yet",
                    "Photos, scans and papers, as they came: PDF, Word, JPEG or PNG under 25 MB.",
                )
            )
        fill(self._exhibits, tuple(items))

    def _exhibit(self, one: ExhibitLine) -> QFrame:
        kit, pad = self.kit, self.kit.space(2)
        lines: list[Item] = [kit.text(f"{one.exhibit}: {one.name}", "strong", wide=True)]
        if one.what or one.source:
            what = ". ".join(part for part in (one.what, one.source) if part)
            lines.append(kit.text(what, "body", figures=True, wide=True))
        about = f"{one.size}. {one.kept}"
        lines.append(kit.text(about, "small", "quiet", figures=True, wide=True))
        if one.open:
            lines.append(kit.point("circle-dashed", one.open, ink="attention"))
        button = kit.button("Open", compact=True, name=f"Open: {one.exhibit}, {one.name}")
        button.clicked.connect(partial(self.opened.emit, one.id))
        told = holding(column(*lines))
        made = holding(flow(told, None, button, gap=kit.space(3), margins=(0, pad, 0, pad)))
        made.setAccessibleName(f"{one.exhibit}: {one.name}. {about}")
        return made

    def _show_not_taken(self, lines: tuple[NotTaken, ...]) -> None:
        kit = self.kit
        clear(self._not_taken)
        for one in lines:
            why = one.why
            rest = " ".join(part for part in (why.happened, why.safe, why.todo) if part)
            self._not_taken.addWidget(kit.notice("circle-alert", f"Not taken in: {one.name}", rest))
            self._not_taken.addSpacing(kit.space(3))
        if lines:
            announce(self, f"Not taken in: {lines[0].name}. {lines[0].why.sentence()}")
            self.show_part(self)

    def _show_scans(self, screen: EvidenceScreen) -> None:
        kit = self.kit
        clear(self._scans)
        items: list[Item] = [kit.text("From the scan folder", "heading"), kit.space(1)]
        items += [kit.text(_SCANS, "small", "quiet"), kit.space(2)]
        if not screen.folder:
            choose = kit.button("Choose the folder", icon="folder", pressed=self._choose)
            items.append(holding(flow(choose)))
            fill(self._scans, tuple(items))
            return
        if screen.offers:
            items.append(kit.rows(*(self._offer(one) for one in screen.offers)))
            items.append(kit.space(2))
        elif screen.looked:
            items += [kit.text("Nothing new in it.", "body", "quiet"), kit.space(2)]
        again = kit.button("Look again", compact=True)
        again.clicked.connect(self.look_wanted)
        other = kit.button("Another folder", "quiet", compact=True, pressed=self._choose)
        forget = kit.button("Stop looking there", "quiet", compact=True, pressed=self._forget)
        items += [kit.text(screen.folder, "small", "quiet", wide=True), kit.space(2)]
        items.append(holding(flow(again, other, forget, gap=kit.space(2))))
        fill(self._scans, tuple(items))

    def _offer(self, one: OfferLine) -> QFrame:
        kit, pad = self.kit, self.kit.space(2)
        lines: list[Item] = [kit.text(one.name, "strong", wide=True)]
        lines.append(kit.text(one.about, "small", "quiet", figures=True, wide=True))
        if one.cannot:
            lines.append(kit.text(one.cannot, "small", "attention", wide=True))
            return holding(column(*lines, margins=(0, pad, 0, pad)))
        button = kit.button("Take it in", compact=True, name=f"Take it in: {one.name}")
        button.clicked.connect(partial(self._give, (one.path,)))
        told = holding(column(*lines))
        return holding(flow(told, None, button, gap=kit.space(3), margins=(0, pad, 0, pad)))

    @Slot(object)
    def _show_later(self, part: QWidget) -> None:
        """Scroll something into sight once it has its place."""
        QTimer.singleShot(0, part, partial(self.show_part, part))

    # Files

    @Slot()
    def _choose(self) -> None:
        folder = self._ask_where(self, "Where do scans arrive?")
        if folder is not None:
            self.folder_chosen.emit(folder)

    @Slot()
    def _forget(self) -> None:
        self.folder_chosen.emit(None)


def _exhibits(screen: EvidenceScreen) -> object:
    return screen.exhibits, screen.too_many, screen.trouble is None


def _scans(screen: EvidenceScreen) -> object:
    return screen.folder, screen.offers, screen.looked
