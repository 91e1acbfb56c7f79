"""Cases: the desk with every incident pack and interview, found, chosen and sorted."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, time, timedelta
from typing import Protocol

from welfare_app.domain.cards import PackCard, TalkCard
from welfare_app.domain.desk_view import DeskView, Order
from welfare_app.domain.ids import StaffId
from welfare_app.domain.visits import Visit
from welfare_app.presenters.damage_words import cannot_be_read
from welfare_app.presenters.places import AtInterview, AtPack, Go, Place
from welfare_app.presenters.times import clock, date
from welfare_app.presenters.visiting import visit_named
from welfare_app.services.definitions import Definitions
from welfare_app.services.look_around import Listed, LookAround
from welfare_app.services.shift import Shift
from welfare_app.services.versions import form_of, workflow_of

COLUMNS = ("Case", "Worker", "Site", "Stage", "Due", "Path", "With")
ORDERS: tuple[tuple[Order, str], ...] = (
    (Order.NUMBER, "Number"),
    (Order.WORKER, "Worker"),
    (Order.SITE, "Site"),
    (Order.STAGE, "Stage"),
    (Order.DUE, "Due"),
    (Order.PATH, "Path"),
)
"""What each of the first columns sorts by."""

OPEN, WEEK, MINE, CLOSED, ALL = "open", "week", "mine", "closed", "all"
SHOWN = (
    (OPEN, "Open"),
    (WEEK, "Due this week"),
    (MINE, "Mine"),
    (CLOSED, "Closed"),
    (ALL, "All"),
)
_SORTED = {
    Order.NUMBER: ("packs first, the oldest first", "packs first, the newest first"),
    Order.WORKER: ("by worker", "by worker, backwards"),
    Order.SITE: ("by site", "by site, backwards"),
    Order.STAGE: ("by stage", "by stage, the last first"),
    Order.DUE: ("soonest due first", "latest due first"),
    Order.PATH: ("by path", "by path, backwards"),
}
_PATHS = {
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
    place: Place


@dataclass(frozen=True, slots=True)
class CasesScreen:
    """The whole desk: every id is known, and rows are made of those that are looked at.

    `any_at_all` is whether there is anything in the vault to find or to choose from.
    """

    ids: tuple[str, ...]
    rows: Callable[[Sequence[str]], tuple[CaseRow, ...]]
    shown: str
    said: str
    any_at_all: bool
    order: Order = Order.DUE
    finding: bool = False


class CasesView(Protocol):
    """Whatever can draw the desk."""

    def show_screen(self, screen: CasesScreen) -> None:
        """Draw it."""
        ...

    def show_unreadable(self, title: str, rest: str) -> None:
        """Say above it what the table leaves out; blank where it leaves nothing out."""
        ...


class CasesPresenter:
    """Lists what there is, by the first name and one letter of the last."""

    def __init__(
        self,
        view: CasesView,
        around: LookAround,
        definitions: Definitions,
        shift: Shift,
        names: Mapping[StaffId, str],
        go: Go,
    ) -> None:
        self._view, self._around, self._definitions = view, around, definitions
        self._shift, self._names, self._go = shift, names, go
        self._shown, self._words = OPEN, ""
        self._order, self._descending = Order.DUE, False

    def begin(self) -> None:
        """Draw the desk."""
        ids = self._around.ids(self._wanted())
        some = bool(ids) or bool(self._around.all())
        finding = bool(self._words.strip())
        self._view.show_screen(
            CasesScreen(
                ids, self._rows, self._shown, self._said(len(ids)), some, self._order, finding
            )
        )
        unreadable, rest = self._around.missing()
        self._view.show_unreadable(*(cannot_be_read(unreadable, rest) if unreadable else ("", "")))

    def show(self, shown: str) -> None:
        """Show other cases."""
        self._shown = shown
        self.begin()

    def find(self, words: str) -> None:
        """Show those in which these words are. Nobody has to know whether a case is still open."""
        self._words = words
        self.begin()

    def sort(self, order: Order) -> None:
        """Sort by this; by the same again, the other way round."""
        self._descending = order is self._order and not self._descending
        self._order = order
        self.begin()

    def changed(self, _changes: object) -> None:
        """Something was saved somewhere: draw again."""
        self.begin()

    def follow(self, place: Place) -> None:
        """Open a record."""
        self._go(place)

    def _wanted(self) -> DeskView:
        view = DeskView(order=self._order, descending=self._descending)
        if self._words.strip():
            return replace(view, words=self._words)
        match self._shown:
            case "week":
                return replace(view, open=True, due_before=_week_from(self._shift.now()))
            case "mine":
                return replace(view, open=True, by=self._shift.staff.id)
            case "closed":
                return replace(view, open=False)
            case "all":
                return view
            case _:
                return replace(view, open=True)

    def _said(self, count: int) -> str:
        what = "found" if self._words.strip() else dict(SHOWN)[self._shown].lower()
        what = {"all": "in all", "mine": "of mine, open"}.get(what, what)
        return f"{count:,} {what}, {_SORTED[self._order][self._descending]}"

    def _rows(self, ids: Sequence[str]) -> tuple[CaseRow, ...]:
        return tuple(self._row(one) for one in self._around.listed(ids))

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
        cells = (card.number, worker, card.site, stage, when, _PATHS.get(path, ""), person)
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


def _week_from(now: datetime) -> datetime:
    return now + timedelta(days=7)
