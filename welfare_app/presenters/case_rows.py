"""The rows of the case desk: each case by the first name and one letter of the last."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, time, timedelta

from welfare_app.domain.cards import PackCard, TalkCard
from welfare_app.domain.ids import StaffId
from welfare_app.domain.visits import Visit
from welfare_app.presenters.places import AtInterview, AtPack, Place
from welfare_app.presenters.times import clock, date
from welfare_app.presenters.visiting import visit_named
from welfare_app.services.definitions import Definitions
from welfare_app.services.look_around import Listed, LookAround
from welfare_app.services.shift import Shift
from welfare_app.services.versions import form_of, workflow_of

PATHS = {
    "strong": "Referral",
    "exploited": "Labour rights",
    "labour-rights": "Labour rights",
    "weak": "Watch list",
    "watch": "Watch list",
    "explained": "Explained",
    "no-concern": "No concern",
    "incident-pack": "Incident pack",
    "told": "Incident pack",
}
"""What the outcomes of packs and talks are called where there is room for two words."""


@dataclass(frozen=True, slots=True)
class CaseRow:
    """One line of the table, and where it leads."""

    cells: tuple[str, ...]
    late: bool
    place: Place | None


GONE = CaseRow(("", "No longer here", *[""] * 5), late=False, place=None)
"""What stands for a case that went while the desk was looked at, or whose record is damaged."""


class CaseRows:
    """Makes rows of the records that are looked at."""

    def __init__(
        self,
        around: LookAround,
        definitions: Definitions,
        shift: Shift,
        names: Mapping[StaffId, str],
    ) -> None:
        self._around, self._definitions = around, definitions
        self._shift, self._names = shift, names

    def rows(self, ids: Sequence[str]) -> tuple[CaseRow, ...]:
        """The rows of these records, in the order asked for, one for each."""
        found: dict[str, Listed] = {one.card.id: one for one in self._around.listed(ids)}
        return tuple(self._row(found[id]) if id in found else GONE for id in ids)

    def _row(self, listed: Listed) -> CaseRow:
        match listed.card:
            case PackCard() as pack:
                return self._pack(pack)
            case TalkCard() as talk:
                return self._talk(talk, listed.visit)

    def _pack(self, pack: PackCard) -> CaseRow:
        words = workflow_of(self._definitions, pack)
        stage, when, late = "All stages done", "", False
        if pack.running:
            running = pack.running[0]
            stage = words.text(running.stage, "title")
            when, late = self._due(running.by)
        return self._made(pack, stage, when, pack.path, AtPack(pack.id), late=late)

    def _talk(self, talk: TalkCard, visit: Visit | None) -> CaseRow:
        title = form_of(self._definitions, talk).title
        stage = f"{title} {'finished' if talk.finished else 'under way'}"
        if talk.wants_pack:
            stage = "Asks for an incident pack"
        stage = f"{stage}, {visit_named(visit)}" if visit else stage
        review = datetime.combine(talk.review, time(23, 59)).astimezone() if talk.review else None
        when, late = self._due(review)
        return self._made(talk, stage, when, talk.outcome, AtInterview(talk.id), late=late)

    def _made(
        self,
        card: PackCard | TalkCard,
        stage: str,
        when: str,
        path: str,
        place: Place,
        *,
        late: bool,
    ) -> CaseRow:
        person = self._names.get(card.by, "").partition(" ")[0]
        worker = card.worker or "No name yet"
        cells = (card.number, worker, card.site, stage, when, PATHS.get(path, ""), person)
        return CaseRow(cells, late, place)

    def _due(self, by: datetime | None) -> tuple[str, bool]:
        """By when, as short as a cell: what is late says how late it is."""
        if by is None:
            return "", False
        now = self._shift.now()
        left = clock(by, now)
        if left.late:
            return left.left, True
        near = by - now < timedelta(days=2)
        return (left.by.removeprefix("by ") if near else date(by)), False
