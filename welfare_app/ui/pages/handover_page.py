"""What became of each sealed pack: a list to write to, where nothing is ever written over."""

from functools import partial

from PySide6.QtCore import Qt, QTimer, Signal, Slot
from PySide6.QtWidgets import QFrame, QWidget

from welfare_app.presenters.handover import HandoverScreen, SealedLine, StepLine
from welfare_app.ui.pages.handover_form import StepForm
from welfare_app.ui.pages.panel import Panel
from welfare_app.ui.pages.trouble_card import TroubleCard, announce
from welfare_app.ui.parts import Item, Kit, Link, column, flow, holding, row
from welfare_app.ui.parts.layout import clear, fill
from welfare_app.ui.shell import Page

_SENTENCE = "Write each thing down as soon as you know it. What you write stays."
_MIND = (
    ("phone", "Read the words out on a number from their own page, never in writing."),
    ("ear", "Stay on the line until the file opens, and ask their name."),
    ("calendar", "Only as much of a day as is known. Never make one up."),
    ("undo-2", "A mistake is corrected by a further entry. Both stay."),
)


class HandoverPage(Page):
    """Each sealed pack with its steps. One form is open at a time."""

    given = Signal(object)
    """A `ToldStep`."""
    register_wanted = Signal()

    def __init__(self, kit: Kit) -> None:
        super().__init__(kit, "Hand-over", back="Incident pack")
        self._shown: HandoverScreen | None = None
        self._open: Panel | None = None
        self._links: list[tuple[StepLine, Link]] = []
        self._trouble = TroubleCard(kit, below=4)
        self._about = kit.text("", "small", "quiet", figures=True)
        self._list = column()
        self._all = kit.button(
            "All that left of this case", "quiet", icon="file-text", pressed=self._register
        )
        self.put_body(
            self._about,
            kit.header("What became of the sealed pack", sentence=_SENTENCE),
            kit.space(4),
            self._trouble,
            self._list,
            kit.space(4),
            flow(self._all),
        )
        points: list[Item] = [kit.text("Mind", "heading")]
        for icon, words in _MIND:
            points += [kit.space(3), kit.point(icon, words)]
        self.put_side(*points, folded="Mind")

    def show_screen(self, screen: HandoverScreen) -> None:
        """Draw what changed; while a form is open, only what stands against it."""
        before, self._shown = self._shown, screen
        if self.where != screen.where:
            self.where = screen.where
            self._about.say(screen.where)
            self.arranged.emit()
        self._trouble.show_trouble(screen.trouble)
        self._all.setVisible(screen.may_read_register)
        kept = before is None or before.kept != screen.kept
        if self._open is not None and not self._open.isHidden() and not kept:
            self._open.show_problems(screen.problems)
            self.show_part(self._open.problems)
            return
        if kept or before is None or before.packs != screen.packs:
            self._draw(screen)
        if before is not None and kept:
            announce(self, "Written down")
            QTimer.singleShot(0, self, self._go_on)

    def _draw(self, screen: HandoverScreen) -> None:
        self._open = None
        self._links = []
        clear(self._list)
        fill(self._list, tuple(self._packs(screen)))
        self.first = next((link for _, link in self._links), self._all)

    def _packs(self, screen: HandoverScreen) -> list[Item]:
        kit = self.kit
        if not screen.packs:
            sentence = "Once a pack is sealed, what becomes of it is written down here."
            return [kit.empty("file-lock", "Nothing is sealed yet", sentence)]
        items: list[Item] = []
        for at, pack in enumerate(screen.packs):
            heading = pack.title if at == 0 else f"{pack.title}: an earlier pack"
            items += [kit.text(heading, "heading", figures=True), kit.space(2)]
            items.append(kit.rows(*(kit.fact(*fact) for fact in pack.facts)))
            items += [kit.space(3), self._steps(pack, screen), kit.space(6)]
        return items[:-1]

    def _steps(self, pack: SealedLine, screen: HandoverScreen) -> QFrame:
        return self.kit.rows(*(self._step(one, screen) for one in pack.steps))

    def _step(self, line: StepLine, screen: HandoverScreen) -> QFrame:
        kit, pad = self.kit, self.kit.space(2)
        icon, ink = ("circle-check", "accent") if line.said else ("circle-dashed", "quiet")
        if line.late or line.warning:
            icon, ink = "circle-alert", "attention"
        title: QWidget = kit.text(line.title, "strong" if line.said else "body", wide=True)
        form = None
        if screen.may_write:
            form = StepForm(kit, line, screen.choices.get(line.step, ()))
            form.given.connect(self.given)
            words = "Correct it" if line.said else "Write it down"
            link = kit.link(words, name=f"{words}: {line.title}")
            link.clicked.connect(partial(self._toggle, form))
            self._links.append((line, link))
            title = holding(flow(title, None, link, gap=kit.space(3)))
        told = column(title, *self._told(line))
        head = holding(row(kit.icon(icon, ink), kit.space(3), told, top=True))
        items: list[Item] = [head] if form is None else [head, kit.space(2), form]
        return holding(column(*items, margins=(0, pad, 0, pad)))

    def _told(self, line: StepLine) -> list[Item]:
        """What stands, what is wrong or due, and what stood before."""
        kit = self.kit
        items: list[Item] = []
        if line.said:
            items.append(kit.text(line.said, "body", figures=True, wide=True))
        if line.due:
            words = f"Nobody has said so: {line.due}" if line.late else f"Ask {line.due}"
            colour = "attention" if line.late else "quiet"
            items.append(kit.text(words, "small", colour, figures=True))
        if line.warning:
            items.append(kit.text(line.warning, "small", "attention", wide=True))
        notes = filter(None, (line.note, *line.earlier))
        items += [kit.text(said, "small", "quiet", figures=True, wide=True) for said in notes]
        return items

    def _toggle(self, form: Panel) -> None:
        if self._open is not None and self._open is not form:
            self._open.hide()
        self._open = form
        form.open()
        first = next(iter(form.fields.values()))
        QTimer.singleShot(0, form, partial(self.show_part, first))

    @Slot()
    def _go_on(self) -> None:
        """Stand at what is to be written down next."""
        following = next((link for line, link in self._links if not line.said), None)
        if following is not None:
            following.setFocus(Qt.FocusReason.TabFocusReason)

    @Slot()
    def _register(self) -> None:
        self.register_wanted.emit()
