"""The run-book: what do I do now, by when, whom to call, and what not to do."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QVBoxLayout

from welfare_app.presenters.emergency import Number
from welfare_app.presenters.pack_screen import PackScreen
from welfare_app.ui.editors import Languages, QuestionList
from welfare_app.ui.pages.branch_cards import BranchCards
from welfare_app.ui.pages.call_panel import CallPanel
from welfare_app.ui.pages.dates_panel import DatesPanel
from welfare_app.ui.pages.files_page import FilesPage
from welfare_app.ui.pages.handover_card import HandoverCard
from welfare_app.ui.pages.job_rail import JobRail
from welfare_app.ui.pages.kept_files import (
    KeptFiles,
    leave_drops_to_the_page,
)
from welfare_app.ui.pages.ladder_side import climb_items
from welfare_app.ui.pages.path_panel import PathPanel
from welfare_app.ui.pages.reason_panel import ReasonPanel
from welfare_app.ui.pages.safe_contact import safe_contact_items
from welfare_app.ui.pages.stage_view import StageView
from welfare_app.ui.pages.trouble_card import TroubleCard, announce
from welfare_app.ui.parts import Item, Kit, column, flow, holding
from welfare_app.ui.parts.layout import clear, fill
from welfare_app.ui.shell.fold import Fold

_TITLES = {
    "done": "This is done",
    "skipped": "This was passed over",
    "waiting": "Not yet",
}
_BEHIND = frozenset({"done", "skipped"})


class PackPage(FilesPage):
    """One stage at a time. Files may be dropped anywhere on it."""

    answered = Signal(str, object)
    """The field's id and the `Answer`."""
    acted = Signal()
    stage_chosen = Signal(str)
    cancelled = Signal()
    skipped = Signal(str)
    path_chosen = Signal(str, str, str)
    """The outcome, why, and who gave the second opinion."""
    date_met = Signal(str, str)
    """Which date of the case was kept, and what is written about it."""
    called = Signal(object)
    """A `CallAsked`, as it was typed."""
    referral_wanted = Signal()
    evidence_wanted = Signal()
    chronology_wanted = Signal()
    handover_wanted = Signal()
    circle_wanted = Signal()
    kept = Signal(str)
    """When the work was last kept, in words for the top bar."""

    def __init__(self, kit: Kit, languages: Languages = ()) -> None:
        super().__init__(kit, "What do I do now?", back="Home")
        self._screen: PackScreen | None = None
        self._asked_on = False
        self._rail = JobRail(self, self.stage_chosen)
        self._trouble = TroubleCard(kit)
        self._trouble.setContentsMargins(0, 0, 0, kit.space(4))
        self._head, self._meanwhile = QVBoxLayout(), QVBoxLayout()
        self._gates, self._paths = BranchCards(kit), PathPanel(kit)
        self._gates.circle_wanted.connect(self._to_circle)
        self._paths.chosen.connect(self.path_chosen)
        self._calls = CallPanel(kit)
        self._calls.written.connect(self.called)
        self._dates = DatesPanel(kit)
        self._dates.met.connect(self.date_met)
        self._sealed = HandoverCard(kit)
        self._sealed.wanted.connect(self._to_handover)
        self._stage = StageView(kit, self._calls)
        self._questions = QuestionList(kit, languages)
        self._questions.answered.connect(self.answered)
        self._files = KeptFiles(kit)
        self._files.add_wanted.connect(self._ask_which)
        self._files.all_wanted.connect(self.evidence_wanted)
        self.put_body(
            self._trouble,
            self._head,
            kit.space(4),
            self._gates,
            self._sealed,
            self._stage,
            kit.space(4),
            self._paths,
            self._questions,
            self._meanwhile,
            self._dates,
            kit.hair(),
            kit.space(4),
            self._files,
            kit.space(4),
            flow(
                kit.button("What happened, in order", "quiet", pressed=self._to_chronology),
                kit.button("Who may see this case", "quiet", pressed=self._to_circle),
            ),
        )
        self._make_foot()
        self.setAcceptDrops(True)
        self.setFocusProxy(self._stage.card)
        self.folded.connect(self._refold)

    def report_all(self) -> None:
        """Report every answer now, as before the page goes."""
        self._questions.report_all()

    def show_screen(self, screen: PackScreen) -> None:
        """Draw the run-book, leaving alone what is being typed."""
        before, self._screen, at = self._screen, screen, self._rail.now
        self._rail.show_rail(screen.rail)
        self._trouble.show_trouble(screen.trouble)
        if screen.notice:
            self.say(screen.notice)
        self._gates.show_gates(screen.gates)
        self._paths.show_paths(screen.paths)
        self._calls.show_calls(screen.calls)
        self._dates.show_dates(screen.dates)
        self._sealed.show_sealed(screen.sealed)
        self._draw_folding(screen, before)
        self._questions.show_questions(screen.card.questions)
        leave_drops_to_the_page(self._questions)
        self._files.show_files(screen.files)
        self._show_actions(screen)
        self._show_busy(screen.busy, before.busy if before else "")
        if before is None or _beside(before) != _beside(screen):
            self._show_side(screen)
        if self._rail.now != at:
            self._begin_stage(screen.card.order)
        if screen.problems:
            self._questions.show_problems(screen.problems, focus=self._asked_on)
        self._asked_on = False
        self._say_where(screen, before)

    # Parts of the page

    def _draw_folding(self, screen: PackScreen, before: PackScreen | None) -> None:
        """Draw what is laid out otherwise where there is less room."""
        narrow = self.fold is Fold.ONE
        self._stage.show_card(screen.card, narrow=narrow)
        if before is None or _head(before) != _head(screen):
            self._show_head(screen, narrow=narrow)
        if before is None or before.meanwhile != screen.meanwhile:
            self._show_meanwhile(screen.meanwhile, narrow=narrow)

    @Slot(object)
    def _refold(self, _fold: Fold) -> None:
        if self._screen is not None:
            self._draw_folding(self._screen, None)

    def _show_head(self, screen: PackScreen, *, narrow: bool) -> None:
        kit = self.kit
        clear(self._head)
        left = screen.clock
        timed = kit.clock(left.left, left.by, soon=left.soon) if left else None
        title = _TITLES.get(screen.card.state, self.name)
        about = "" if narrow else _stage_title(screen)
        self._head.addWidget(kit.header(title, about=about, trailing=timed))
        if screen.clock_doubt:
            doubt = kit.point("triangle-alert", screen.clock_doubt, ink="attention", role="body")
            self._head.addWidget(doubt)

    def _show_meanwhile(self, running: tuple[tuple[str, str, bool], ...], *, narrow: bool) -> None:
        kit, space = self.kit, self.kit.space
        clear(self._meanwhile)
        if not running:
            return
        lines: list[Item] = [kit.hair(), space(4), kit.text("At the same time", "heading")]
        for words, left, soon in running:
            role, ink = ("small_strong", "attention") if soon else ("small", "quiet")
            time = kit.text(left, role, ink, figures=True, one_line=True)
            time.setFixedHeight(kit.theme.leading("small" if narrow else "body"))
            beside = None if narrow else time
            line = kit.point("circle", words, ink="control", role="body", trailing=beside)
            lines += [space(2), line, *([time] if narrow else [])]
        fill(self._meanwhile, (*lines, space(4)))

    def _show_side(self, screen: PackScreen) -> None:
        kit, space = self.kit, self.kit.space
        items = safe_contact_items(kit, screen.safe_contact)
        if items and (screen.never or screen.numbers):
            items += [space(4), kit.hair(), space(4)]
        if screen.never:
            items += [kit.text("Please do not", "heading"), space(1)]
            for line in screen.never:
                items += [space(2), kit.point("ban", line)]
        if screen.never and screen.numbers:
            items += [space(4), kit.hair(), space(4)]
        if screen.numbers:
            items += [kit.text("Numbers to call", "heading"), *self._numbers(screen.numbers)]
        if screen.climb:
            items += [space(4), kit.hair(), space(4), *climb_items(kit, screen.climb)]
        self.put_side(*items)

    def _numbers(self, numbers: tuple[Number, ...]) -> list[Item]:
        kit, space = self.kit, self.kit.space
        days = {one.checked for one in numbers if one.checked}
        together = len(days) == 1
        items: list[Item] = []
        for one in numbers:
            note = "" if together else one.checked
            shown = kit.number(one.name, one.digits, note, danger=one.danger)
            items += [space(3), shown]
        if together:
            words = f"All {days.pop()}"
            items += [space(3), kit.text(words, "caption", "quiet", figures=True)]
        return items

    # What is pressed

    def _make_foot(self) -> None:
        kit = self.kit
        self._go = kit.button("", "primary", icon="check", key="Ctrl+Enter", pressed=self._act)
        self._pass_over = ReasonPanel(
            kit,
            kit.button("Skip this stage", "quiet"),
            "Why is this stage skipped?",
            "Skip it",
            "Keep it",
        )
        leave_drops_to_the_page(self._pass_over)
        self._pass_over.given.connect(self.skipped)
        referral = kit.button("Referral", "quiet", icon="file-text", pressed=self._to_referral)
        self._busy = kit.busy()
        self._busy.cancelled.connect(self.cancelled)
        actions = flow(self._go, self._pass_over.button, None, referral, gap=kit.space(3))
        parts = (self._busy, self._pass_over, holding(actions))
        self.put_foot_column(holding(column(*parts, gap=kit.space(3))))

    def _show_actions(self, screen: PackScreen) -> None:
        if self._go.words != screen.card.action:
            self._go.say(screen.card.action)
        behind = screen.card.state in _BEHIND
        self._pass_over.button.setVisible(not behind)
        if behind:
            self._pass_over.begin_again()

    def _show_busy(self, busy: str, before: str) -> None:
        if busy and busy != before:
            self._busy.start(busy)
            announce(self._busy, busy)
        elif not busy:
            self._busy.stop()

    def _begin_stage(self, order: str) -> None:
        self._pass_over.begin_again()
        self._questions.show_problems(focus=False)
        if not self.isVisible():
            return
        announce(self._stage.card, order)
        area = self._scroll_area()
        if area is not None:
            area.verticalScrollBar().setValue(0)
        self.setFocus()

    def _say_where(self, screen: PackScreen, before: PackScreen | None) -> None:
        if self.where != screen.where:
            self.where = screen.where
            self.arranged.emit()
        if screen.kept != (before.kept if before else ""):
            self.kept.emit(screen.kept)

    @Slot()
    def _act(self) -> None:
        self.report_all()
        self._asked_on = True
        self.acted.emit()
        self._asked_on = False

    @Slot()
    def _to_chronology(self) -> None:
        self.report_all()
        self.chronology_wanted.emit()

    @Slot()
    def _to_handover(self) -> None:
        self.report_all()
        self.handover_wanted.emit()

    @Slot()
    def _to_circle(self) -> None:
        self.report_all()
        self.circle_wanted.emit()

    @Slot()
    def _to_referral(self) -> None:
        self.report_all()
        self.referral_wanted.emit()


def _head(screen: PackScreen) -> tuple[object, ...]:
    return screen.clock, screen.card.state, _stage_title(screen), screen.clock_doubt


def _beside(screen: PackScreen) -> tuple[object, ...]:
    return screen.never, screen.numbers, screen.climb


def _stage_title(screen: PackScreen) -> str:
    steps = (one for group in screen.rail.groups for one in group.steps)
    title = next((one.title for one in steps if one.state == "now"), "")
    return ": ".join(filter(None, (title, screen.card.who)))
