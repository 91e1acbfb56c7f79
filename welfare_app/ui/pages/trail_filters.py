"""What is asked of the trail: by whom, what kind, when, and about which record."""

from PySide6.QtCore import QSignalBlocker, Signal, Slot
from PySide6.QtWidgets import QFrame

from welfare_app.presenters.trail import TrailScreen
from welfare_app.presenters.trail_asking import BETWEEN, EVERYONE, Wanted
from welfare_app.ui.parts import Kit, Option, Pick, column, flow, holding, reveal, row

_WHO, _WHAT, _WHEN, _DAY, _RECORD = 172, 172, 172, 132, 112


class TrailFilters(QFrame):
    """Tells what is asked for as soon as something is chosen, and on Enter in what is typed."""

    asked_for = Signal(object)

    def __init__(self, kit: Kit) -> None:
        super().__init__()
        self._by, self._kind, self._times = kit.pick([]), kit.pick([]), kit.pick([])
        self._first, self._last = kit.line(figures=True), kit.line(figures=True)
        self.record = kit.line(figures=True, placeholder="W-0012")
        for pick in (self._by, self._kind, self._times):
            pick.answered.connect(self._ask)
        for line in (self._first, self._last, self.record):
            line.editingFinished.connect(self._ask)
        self._first_field = kit.field("First day", self._first, role="small_strong", width=_DAY)
        self._last_field = kit.field("Last day", self._last, role="small_strong", width=_DAY)
        listed = (
            kit.field("Who", self._by, role="small_strong", width=_WHO),
            kit.field("What kind", self._kind, role="small_strong", width=_WHAT),
            kit.field("When", self._times, role="small_strong", width=_WHEN),
            kit.field("Record", self.record, role="small_strong", width=_RECORD),
        )
        gap = kit.space(3)
        days = row(self._first_field, self._last_field, None, gap=gap, top=True)
        self._days = holding(column(kit.space(2), days))
        self._days.hide()
        self.setLayout(column(flow(*listed, gap=gap), self._days))

    def wanted(self) -> Wanted:
        """What is chosen and typed."""
        return Wanted(
            self._by.value() or EVERYONE,
            self._kind.value() or EVERYONE,
            self._times.value() or EVERYONE,
            self._first.text(),
            self._last.text(),
            self.record.text(),
        )

    def show_screen(self, screen: TrailScreen) -> None:
        """Offer what can be chosen, and say what cannot be read; what is typed stays."""
        chosen = screen.wanted
        _offer(self._by, screen.people, chosen.by)
        _offer(self._kind, screen.kinds, chosen.kind)
        _offer(self._times, screen.times, chosen.times)
        reveal(self._days, shown=chosen.times == BETWEEN)
        problems = dict(screen.problems)
        self._first_field.set_problem(problems.get("first", ""))
        self._last_field.set_problem(problems.get("last", ""))

    @Slot()
    def _ask(self) -> None:
        reveal(self._days, shown=self._times.value() == BETWEEN)
        self.asked_for.emit(self.wanted())


def _offer(pick: Pick, options: tuple[tuple[str, str], ...], chosen: str) -> None:
    """Fill a list once, and choose in it without reporting a choice that nobody made."""
    with QSignalBlocker(pick):
        if pick.count() != len(options):
            pick.clear()
            for option in (Option(key, words) for key, words in options):
                pick.addItem(option.words, option.key)
        if pick.value() != chosen:
            pick.choose(chosen)
