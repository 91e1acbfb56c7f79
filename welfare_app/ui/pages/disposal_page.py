"""One case to decide about: what it is, what holds it, and the two ways on."""

from functools import partial

from PySide6.QtCore import Qt, QTimer, Signal, Slot
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from welfare_app.presenters.disposal import DisposalScreen, HoldLine
from welfare_app.ui.pages.busy_words import BusyWords
from welfare_app.ui.pages.day_boxes import DayBoxes
from welfare_app.ui.pages.file_ask import PDF, AskToSave, ask_to_save
from welfare_app.ui.pages.follow_ups import FollowUps
from welfare_app.ui.pages.reason_panel import ReasonPanel
from welfare_app.ui.pages.trouble_card import TroubleCard, announce
from welfare_app.ui.pages.vouching import Vouching
from welfare_app.ui.parts import Button, Field, Item, Kit, Option, Question, column, holding, row
from welfare_app.ui.parts.layout import clear, fill
from welfare_app.ui.shell import Page

KEEP, DISPOSE = "keep", "dispose"
_WAYS = (Option(KEEP, "Keep it longer"), Option(DISPOSE, "Dispose of it for good"))
_SURE = (
    "Every word, file and sign in it is erased from this vault, and what is left is cleared from "
    "free space. Nobody can bring it back, and neither can we. A certificate stays."
)
_HELD = "A legal hold stands on it, so it cannot be disposed of until the hold is lifted."


class DisposalPage(Page):
    """Asks for a decision. What cannot be undone is asked twice, the second time of two people."""

    read_wanted = Signal()
    hold_wanted = Signal(str, str)
    """Why, and the reference."""
    lift_wanted = Signal(str, str)
    keep_wanted = Signal(str, str)
    """Until which day, and why."""
    dispose_wanted = Signal(str, str, str)
    """The ground, the colleague, and their passphrase."""
    certificate_wanted = Signal(object)

    def __init__(self, kit: Kit, ask: AskToSave = ask_to_save) -> None:
        """Make it; `ask` finds where to save."""
        super().__init__(kit, "A case to decide about", back="What may be disposed of")
        self._ask_where, self._asked, self._ended = ask, False, False
        self._shown = DisposalScreen()
        self._trouble = TroubleCard(kit, below=4)
        self._head, self._about, self._holds = QVBoxLayout(), QVBoxLayout(), QVBoxLayout()
        self._ways = kit.choices(_WAYS)
        self._problems = kit.problems()
        self._make_keeping()
        self._make_disposing()
        self._ways.answered.connect(self._show_way)
        self._go = kit.button("Go on", "primary", key="Ctrl+Enter", pressed=self._decide)
        self._busy = BusyWords(kit, self._go, "Disposing of it…")
        self._stage_for_decision()

    def show_screen(self, screen: DisposalScreen) -> None:
        """Draw what changed; what is typed stays."""
        before, self._shown = self._shown, screen
        if screen.done:
            if not before.done:
                self.forget()
            if _outcome(before) != _outcome(screen):
                self._show_done(screen)
            return
        self._trouble.show_trouble(screen.trouble)
        self._busy.show_busy(busy=screen.busy)
        if screen.trouble:
            self._vouching.forget()
        if (before.numbers, before.facts, before.backups) != (
            screen.numbers,
            screen.facts,
            screen.backups,
        ):
            self._show_case(screen)
        if not before.numbers or before.holds != screen.holds:
            self._show_holds(screen)
        if before.grounds != screen.grounds:
            self._grounds_shown(screen)
        self._vouching.show_people(screen.people)
        self._say_held(screen)
        self._show_problems(screen)

    def forget(self) -> None:
        """Let go of the passphrase."""
        if not self._ended:
            self._vouching.forget()

    # How it is made

    def _make_keeping(self) -> None:
        kit = self.kit
        self._until, self._why = DayBoxes(kit, "Until which day?"), kit.area(rows=2)
        self._keeping = {
            "until": kit.field("Until which day?", self._until),
            "why": kit.field(
                "Why is it still needed?",
                self._why,
                hint="Such as a claim, a tribunal, an inquest or a police case.",
            ),
        }
        self._kept = holding(column(*self._keeping.values(), gap=kit.space(4)))

    def _make_disposing(self) -> None:
        kit = self.kit
        self._ground_box = QVBoxLayout()
        self._grounds = kit.choices([])
        self._ground = kit.field("Why is it disposed of?", self._grounds)
        self._ground_box.addWidget(self._ground)
        self._vouching = Vouching(kit)
        self._no = kit.notice("lock", _HELD)
        self._no.hide()
        self._asks = holding(column(self._ground_box, kit.space(4), self._vouching))
        gone = holding(column(self._no, self._asks))
        self._after = FollowUps(kit, self._ways, {KEEP: self._kept, DISPOSE: gone})

    def _stage_for_decision(self) -> None:
        kit = self.kit
        self.put_body(
            self._head,
            kit.space(4),
            self._trouble,
            self._about,
            kit.space(5),
            kit.text("Legal hold", "heading"),
            kit.space(2),
            self._holds,
            kit.space(5),
            self._problems,
            kit.field("What is decided?", self._ways, role="heading"),
            self._after,
        )
        self.put_foot(self._go)

    # What it shows

    def _show_case(self, screen: DisposalScreen) -> None:
        kit = self.kit
        self.where = screen.numbers
        self.arranged.emit()
        clear(self._head)
        read = kit.link("Read it first", pressed=self._read)
        sentence = "Whoever decides has read it. So has the colleague who says yes too."
        fill(self._head, (kit.header(screen.numbers, sentence=sentence), row(read, None)))
        self.first = read
        clear(self._about)
        items: list[Item] = []
        if screen.warning:
            warning = kit.notice("circle-alert", "Somebody may have been a child", screen.warning)
            items += [warning, kit.space(4)]
        facts = [kit.fact(*one) for one in screen.facts]
        held_in = "\n".join(screen.backups) or "None that the program knows of"
        facts.append(kit.fact("In backups", held_in, "Those go in turn as new ones are made"))
        fill(self._about, (*items, kit.rows(*facts)))

    def _show_holds(self, screen: DisposalScreen) -> None:
        kit = self.kit
        clear(self._holds)
        items: list[Item] = []
        for one in screen.holds:
            items += [self._hold(one), kit.space(3)]
        if not screen.held:
            words = "A hold stops everything: a claim, an order, or an authority asked for it."
            button = kit.button("Put a hold on it", icon="lock", compact=True)
            panel = _HoldPanel(kit, button)
            panel.told.connect(self.hold_wanted)
            items += [kit.text(words, "body", "quiet"), kit.space(2), row(button, None), panel]
        fill(self._holds, tuple(items))

    def _hold(self, one: HoldLine) -> QFrame:
        kit = self.kit
        chip = kit.chip("Stands" if one.stands else "Lifted")
        items: list[Item] = [row(kit.text(one.words, "strong", wide=True), None, chip)]
        items += [kit.text(line, "small", "quiet", figures=True) for line in one.notes]
        if one.stands:
            button = kit.button("Lift the hold", "quiet", compact=True, flush="leading")
            panel = ReasonPanel(kit, button, "Why may it be lifted?", "Lift it", "Leave it on")
            panel.given.connect(partial(self.lift_wanted.emit, one.id))
            items += [kit.space(2), row(button, None), panel]
        return kit.card(*items, pad=4)

    def _grounds_shown(self, screen: DisposalScreen) -> None:
        self._grounds = self.kit.choices([Option(key, words) for key, words in screen.grounds])
        self._ground = self.kit.field("Why is it disposed of?", self._grounds)
        clear(self._ground_box)
        self._ground_box.addWidget(self._ground)

    def _say_held(self, screen: DisposalScreen) -> None:
        self._no.setVisible(screen.held)
        self._asks.setVisible(not screen.held)

    def _fields(self) -> dict[str, Field]:
        if self._ways.value() == KEEP:
            return self._keeping
        return {"ground": self._ground, **self._vouching.fields}

    def _show_problems(self, screen: DisposalScreen) -> None:
        found = dict(screen.problems)
        fields = self._fields()
        for key, field in fields.items():
            if field.problem != found.get(key, ""):
                field.set_problem(found.get(key, ""))
        count = "One answer needs" if len(found) == 1 else f"{len(found)} answers need"
        shown = list(fields.values())
        self._problems.show_problems(f"{count} another look", shown, focus=self._asked)

    def _show_done(self, screen: DisposalScreen) -> None:
        kit, self._ended = self.kit, True
        self.first = None
        items: list[Item] = [kit.header("Decided"), kit.space(4)]
        items.append(kit.notice("circle-check", screen.done, look="accent"))
        if screen.note:
            items += [kit.space(3), kit.notice("circle-alert", "One step is left", screen.note)]
        if screen.file_name:
            save = kit.button(
                "Save the certificate", "primary", icon="file-text", pressed=self._save
            )
            words = "It names nobody the records were about. It is kept here, too."
            items += [kit.space(4), kit.text(words, "body", "quiet"), kit.space(3)]
            items.append(row(save, None))
            self.first = save
        if screen.saved:
            items += [kit.space(3), kit.notice("check", screen.saved, look="accent")]
        self._trouble = TroubleCard(kit, below=4)
        self._trouble.show_trouble(screen.trouble)
        self.put_body(self._trouble, *items)
        self.put_foot_column()
        announce(self, screen.saved or screen.done)
        if self.isVisible() and (area := self._scroll_area()) is not None:
            area.verticalScrollBar().setValue(0)
        QTimer.singleShot(0, self, self._focus_first)

    @Slot()
    def _focus_first(self) -> None:
        if isinstance(self.first, QWidget):
            self.first.setFocus(Qt.FocusReason.TabFocusReason)

    # What is pressed

    @Slot()
    def _show_way(self) -> None:
        disposing = self._ways.value() == DISPOSE
        self._go.say("Dispose of it" if disposing else "Keep it")
        self._problems.show_problems("", [])

    @Slot()
    def _read(self) -> None:
        self.read_wanted.emit()

    @Slot()
    def _decide(self) -> None:
        if self._ended or self._busy.busy:
            return
        self._asked = True
        if self._ways.value() == KEEP:
            self.keep_wanted.emit(self._until.value, self._why.toPlainText())
        elif self._ways.value() == DISPOSE and not self._shown.held:
            self._ask_before()
        elif not self._ways.value():
            self._ways.focus_first()
        self._asked = False

    def _ask_before(self) -> None:
        said = (self._grounds.value(), *self._vouching.said)
        if not all(said):  # nothing to be sure of yet: the presenter says what is missing
            self.dispose_wanted.emit(*said)
            return
        title = f"Dispose of {self._shown.numbers} for good?"
        self.ask(Question(title, _SURE, do="Dispose of it", keep="Keep it"), self._sure)

    def _sure(self, sure: bool) -> None:
        if sure:
            self.dispose_wanted.emit(self._grounds.value(), *self._vouching.said)

    @Slot()
    def _save(self) -> None:
        path = self._ask_where(self, "Save", self._shown.file_name, PDF)
        if path is not None:
            self.certificate_wanted.emit(path)


class _HoldPanel(ReasonPanel):
    """Asks why a case is held, and for the reference of whoever asked."""

    told = Signal(str, str)

    def __init__(self, kit: Kit, button: Button) -> None:
        super().__init__(kit, button, "Why must it be kept?", "Put the hold on", "No hold")
        self._reference = kit.line()
        field = kit.field("Their reference, if there is one", self._reference)
        box = self.layout()
        assert isinstance(box, QVBoxLayout)  # noqa: S101 - a panel is a column
        box.insertSpacing(1, kit.space(3))
        box.insertWidget(2, field)
        self.given.connect(self._tell)

    @Slot(str)
    def _tell(self, why: str) -> None:
        self.told.emit(why, self._reference.text())


def _outcome(screen: DisposalScreen) -> object:
    return screen.done, screen.saved, screen.trouble
