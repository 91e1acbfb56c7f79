"""Cases: every incident pack and interview, the newest first."""

from dataclasses import dataclass
from typing import Protocol

from welfare_app.domain.interview import Interview
from welfare_app.domain.pack import Due, IncidentPack
from welfare_app.presenters.damage_words import cannot_be_read
from welfare_app.presenters.places import AtInterview, AtPack, Go, Place
from welfare_app.presenters.times import clock, day_and_hour
from welfare_app.presenters.visiting import visit_named
from welfare_app.services.definitions import Definitions
from welfare_app.services.look_around import LookAround
from welfare_app.services.ports import Clock
from welfare_app.services.versions import form_of, workflow_of

COLUMNS = ("Case", "Begun", "Stage", "Due")


@dataclass(frozen=True, slots=True)
class CaseRow:
    """One line of the table, and where it leads."""

    cells: tuple[str, str, str, str]
    late: bool
    place: Place


class CasesView(Protocol):
    """Whatever can draw the table."""

    def show_rows(self, rows: tuple[CaseRow, ...]) -> None:
        """Draw it."""
        ...

    def show_unreadable(self, title: str, rest: str) -> None:
        """Say above it what the table leaves out; blank where it leaves nothing out."""
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
        around = self._around.look()
        visits = {
            talk.id: visit_named(one) for one in around.visits if one.shared for talk in one.talks
        }
        due = {one.pack.id: one.due[0] for one in around.open_packs}
        packs = [self._pack(one, due.get(one.id)) for one in around.packs]
        talks = [self._talk(one, visits.get(one.id, "")) for one in around.interviews]
        self._view.show_rows((*packs, *talks))
        whole = len(packs) + len(talks)
        said = cannot_be_read(around.unreadable, whole) if around.unreadable else ("", "")
        self._view.show_unreadable(*said)

    def follow(self, place: Place) -> None:
        """Open a record."""
        self._go(place)

    def _pack(self, pack: IncidentPack, due: Due | None) -> CaseRow:
        now = self._now()
        words = workflow_of(self._definitions, pack)
        stage, when, late = "All stages done", "", False
        if due:
            stage = words.text(due.stage.id, "title")
            if due.by:
                left = clock(due.by, now)
                when, late = (left.left if left.late else left.by), left.late
        cells = (pack.number, day_and_hour(pack.opened, now), stage, when)
        return CaseRow(cells, late, AtPack(pack.id))

    def _talk(self, interview: Interview, visit: str) -> CaseRow:
        title = form_of(self._definitions, interview).title
        stage = f"{title} {'finished' if interview.finished else 'under way'}"
        stage = f"{stage}, {visit}" if visit else stage
        begun = day_and_hour(interview.started, self._now())
        return CaseRow((interview.number, begun, stage, ""), False, AtInterview(interview.id))
