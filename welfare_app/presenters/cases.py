"""Cases: every incident pack and interview, the newest first."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Protocol

from welfare_app.domain.cards import PackCard, TalkCard
from welfare_app.domain.visits import Visit
from welfare_app.presenters.places import AtInterview, AtPack, Go, Place
from welfare_app.presenters.times import clock, day_and_hour
from welfare_app.presenters.visiting import visit_named
from welfare_app.services.definitions import Definitions
from welfare_app.services.look_around import Listed, LookAround
from welfare_app.services.ports import Clock
from welfare_app.services.versions import form_of, workflow_of

COLUMNS = ("Case", "Begun", "Stage", "Due")


@dataclass(frozen=True, slots=True)
class CaseRow:
    """One line of the table, and where it leads."""

    cells: tuple[str, str, str, str]
    late: bool
    place: Place


@dataclass(frozen=True, slots=True)
class CaseList:
    """The whole table: every id is known, and rows are made of those that are looked at."""

    ids: tuple[str, ...] = ()
    rows: Callable[[Sequence[str]], tuple[CaseRow, ...]] = lambda _ids: ()


class CasesView(Protocol):
    """Whatever can draw the table."""

    def show_screen(self, cases: CaseList) -> None:
        """Draw it."""
        ...


class CasesPresenter:
    """Lists what there is. Names stay inside the records."""

    def __init__(
        self, view: CasesView, around: LookAround, definitions: Definitions, now: Clock, go: Go
    ) -> None:
        self._view, self._around, self._definitions = view, around, definitions
        self._now, self._go = now, go

    def begin(self) -> None:
        """Draw the table."""
        self._view.show_screen(CaseList(self._around.all(), self._rows))

    def follow(self, place: Place) -> None:
        """Open a record."""
        self._go(place)

    def _rows(self, ids: Sequence[str]) -> tuple[CaseRow, ...]:
        return tuple(self._row(one) for one in self._around.listed(ids))

    def _row(self, listed: Listed) -> CaseRow:
        match listed.card:
            case PackCard() as pack:
                return self._pack(pack)
            case TalkCard() as talk:
                return self._talk(talk, listed.visit)

    def _pack(self, pack: PackCard) -> CaseRow:
        now = self._now()
        words = workflow_of(self._definitions, pack)
        stage, when, late = "All stages done", "", False
        if pack.running:
            running = pack.running[0]
            stage = words.text(running.stage, "title")
            if running.by:
                left = clock(running.by, now)
                when, late = (left.left if left.late else left.by), left.late
        cells = (pack.number, day_and_hour(pack.opened, now), stage, when)
        return CaseRow(cells, late, AtPack(pack.id))

    def _talk(self, talk: TalkCard, visit: Visit | None) -> CaseRow:
        title = form_of(self._definitions, talk).title
        stage = f"{title} {'finished' if talk.finished else 'under way'}"
        stage = f"{stage}, {visit_named(visit)}" if visit else stage
        begun = day_and_hour(talk.started, self._now())
        return CaseRow((talk.number, begun, stage, ""), False, AtInterview(talk.id))
