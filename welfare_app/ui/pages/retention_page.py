"""What may be disposed of: cases to decide about, certificates to print again, the schedule."""

from functools import partial

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QFrame, QVBoxLayout

from welfare_app.presenters.retention import CertificateLine, DueLine, RetentionScreen
from welfare_app.ui.pages.file_ask import PDF, AskToSave, ask_to_save
from welfare_app.ui.pages.places import LAPTOP, places_rail, practice_strip
from welfare_app.ui.pages.trouble_card import TroubleCard, announce
from welfare_app.ui.parts import Item, Kit, column, flow, holding, row
from welfare_app.ui.parts.layout import clear, fill
from welfare_app.ui.shell import Page

_SENTENCE = "Nothing goes by itself. Each case is read and decided, and a colleague says yes too."
_NUMBER = 200


class RetentionPage(Page):
    """Lists and leads on; nothing is disposed of here."""

    opened = Signal(str)
    """The case to look at."""
    found = Signal(str)
    """A number that was typed."""
    clear_asked = Signal()
    certificate_wanted = Signal(str, object)

    def __init__(
        self, kit: Kit, person: str, ask: AskToSave = ask_to_save, *, practice: bool = False
    ) -> None:
        """Make it; `ask` finds where to save."""
        super().__init__(kit, "What may be disposed of")
        self.put_rail(places_rail(kit, LAPTOP, person))
        self._ask_where = ask
        self._shown: RetentionScreen | None = None
        self._trouble = TroubleCard(kit, below=5)
        self._busy = kit.text("", "small", "quiet")
        self._due, self._rest, self._schedule = QVBoxLayout(), QVBoxLayout(), QVBoxLayout()
        self._number = kit.line()
        self._number.returnPressed.connect(self._find)
        self._number_field = kit.field(
            "Another case, by its number", self._number, hint="Such as W-0012.", width=_NUMBER
        )
        strip = (practice_strip(kit), kit.space(4)) if practice else ()
        self.put_body(
            *strip,
            kit.header("What may be disposed of", sentence=_SENTENCE),
            kit.space(4),
            self._trouble,
            self._due,
            kit.space(5),
            self._number_field,
            kit.space(2),
            row(kit.button("Look at it", pressed=self._find), None),
            self._rest,
            kit.space(5),
            kit.text("How long each kind is kept", "heading"),
            kit.space(2),
            self._schedule,
        )
        self.first = self._number_field

    def show_screen(self, screen: RetentionScreen) -> None:
        """Draw what changed, and leave alone what is being typed."""
        before, self._shown = self._shown, screen
        self._trouble.show_trouble(screen.trouble)
        if self._number_field.problem != screen.problem:
            self._number_field.set_problem(screen.problem)
            if screen.problem:
                announce(self, screen.problem)
        if before is None or _listed(before) != _listed(screen):
            self._show_due(screen)
        if before is None or _kept(before) != _kept(screen):
            self._show_rest(screen)
        if before is None:
            rows = (self.kit.fact(one.name, one.keeps, one.why) for one in screen.schedule)
            self._schedule.addWidget(self.kit.rows(*rows))

    def _show_due(self, screen: RetentionScreen) -> None:
        kit = self.kit
        clear(self._due)
        items: list[Item] = []
        if screen.busy:
            items.append(kit.text(screen.busy, "body", "quiet"))
        elif screen.looked and not screen.due:
            items.append(kit.notice("circle-check", "Nothing is due today.", look="accent"))
        if screen.due:
            items += [kit.text("To be decided", "heading"), kit.space(2)]
            items.append(kit.rows(*(self._case(one) for one in screen.due)))
        if screen.rest:
            items += [kit.space(2), kit.text(screen.rest, "small", "quiet", figures=True)]
        fill(self._due, tuple(items))

    def _case(self, one: DueLine) -> QFrame:
        kit = self.kit
        title = kit.text(one.numbers, "strong", figures=True)
        since = kit.text(one.since, "small", "quiet" if one.held else "ink", figures=True)
        told = holding(column(title, kit.text(one.kept_as, "small", "quiet"), since))
        button = kit.button("Decide", compact=True, name=f"Decide: {one.numbers}")
        button.clicked.connect(partial(self.opened.emit, one.case))
        pad = kit.space(2)
        return holding(flow(told, None, button, gap=kit.space(3), margins=(0, pad, 0, pad)))

    def _show_rest(self, screen: RetentionScreen) -> None:
        kit = self.kit
        clear(self._rest)
        items: list[Item] = []
        if screen.to_clear:
            words = "A case is gone from the records. What it left in free space is still to clear."
            button = kit.button("Clear what is left", pressed=self._clear)
            notice = kit.notice("circle-alert", "One step is left", words, button=button)
            items += [kit.space(5), notice]
        if screen.certificates:
            lines = kit.rows(*(self._certificate(one) for one in screen.certificates))
            items += [kit.space(5), kit.text("Certificates", "heading"), kit.space(2), lines]
        if screen.done:
            items += [kit.space(3), kit.notice("check", screen.done, look="accent")]
            announce(self, screen.done)
        fill(self._rest, tuple(items))

    def _certificate(self, one: CertificateLine) -> QFrame:
        save = partial(self._save, one)
        return self.kit.fact(one.title, one.note, change=save, change_words="Save as PDF")

    def _save(self, one: CertificateLine, _pressed: bool = False) -> None:
        path = self._ask_where(self, "Save", one.file_name, PDF)
        if path is not None:
            self.certificate_wanted.emit(one.id, path)

    @Slot()
    def _find(self) -> None:
        self.found.emit(self._number.text())

    @Slot()
    def _clear(self) -> None:
        if self._shown is not None and not self._shown.busy:
            self.clear_asked.emit()


def _listed(screen: RetentionScreen) -> object:
    return screen.due, screen.rest, screen.looked, screen.busy


def _kept(screen: RetentionScreen) -> object:
    return screen.to_clear, screen.certificates, screen.done
