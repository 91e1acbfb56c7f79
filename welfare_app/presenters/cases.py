"""Cases: the desk with every incident pack and interview, found, chosen, filtered and sorted."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from typing import Protocol

from welfare_app.domain.desk_view import DeskView, Order
from welfare_app.domain.ids import StaffId
from welfare_app.domain.kept_view import Looking, Narrowing
from welfare_app.presenters.case_rows import CaseRow, CaseRows
from welfare_app.presenters.damage_words import cannot_be_read
from welfare_app.presenters.desk_filters import Filter, Filters, filters, without_each
from welfare_app.presenters.places import Go, Place
from welfare_app.services.definitions import Definitions
from welfare_app.services.look_around import LookAround
from welfare_app.services.shift import Shift

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
_NOTHING = "Nothing here"
_NOBODY = (_NOTHING, "Look under All, or find another word.")


@dataclass(frozen=True, slots=True)
class CasesScreen:
    """The whole desk: every id is known, and rows are made of those that are looked at.

    `any_at_all` is whether there is anything in the vault to find or to choose from. `filters`
    are there once they were asked for or any is on; `filtering` is whether they lie open.
    `nothing` is what to say, and what to do, where nothing is listed.
    """

    ids: tuple[str, ...]
    rows: Callable[[Sequence[str]], tuple[CaseRow, ...]]
    shown: str
    said: str
    any_at_all: bool
    order: Order = Order.DUE
    words: str = field(default="", repr=False)
    filters: tuple[Filter, ...] = ()
    filtering: bool = False
    nothing: tuple[str, str] = field(default=_NOBODY, repr=False)

    @property
    def finding(self) -> bool:
        """Whether words are looked for."""
        return bool(self.words.strip())

    @property
    def on(self) -> tuple[Filter, ...]:
        """The filters that are on."""
        return tuple(one for one in self.filters if one.chosen)


class CasesView(Protocol):
    """Whatever can draw the desk."""

    def show_screen(self, screen: CasesScreen) -> None:
        """Draw it."""
        ...

    def show_unreadable(self, title: str, rest: str) -> None:
        """Say above it what the table leaves out; blank where it leaves nothing out."""
        ...


class CasesPresenter:
    """Lists what there is, as it is looked at."""

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
        self._rows = CaseRows(around, definitions, shift, names)
        self._looking, self._filtering = Looking(OPEN), False
        self._known: Filters | None = None
        self._drawn: Callable[[], None] = lambda: None

    @property
    def looking(self) -> Looking:
        """All that makes up what is looked at now."""
        return self._looking

    def when_drawn(self, told: Callable[[], None]) -> None:
        """Tell somebody each time the desk was drawn."""
        self._drawn = told

    def begin(self) -> None:
        """Draw the desk."""
        looking = self._looking
        ids = self._around.ids(self._wanted(looking))
        some = bool(ids) or bool(self._around.all())
        known = self._filters().shown(looking.narrowing) if self._told_apart else ()
        self._view.show_screen(
            CasesScreen(
                ids,
                self._rows.rows,
                looking.shown,
                self._said(len(ids)),
                some,
                looking.order,
                looking.words,
                known,
                self._filtering,
                self._nothing(known) if some and not ids else _NOBODY,
            )
        )
        unreadable, rest = self._around.missing()
        self._view.show_unreadable(*(cannot_be_read(unreadable, rest) if unreadable else ("", "")))
        self._drawn()

    def show(self, shown: str) -> None:
        """Show other cases, and look for no words. The filters that are on stay on."""
        self.look(replace(self._looking, shown=shown, words=""))

    def find(self, words: str) -> None:
        """Show those in which these words are. Nobody has to know whether a case is still open."""
        self.look(replace(self._looking, words=words))

    def sort(self, order: Order) -> None:
        """Sort by this; by the same again, the other way round."""
        now = self._looking
        descending = order is now.order and not now.descending
        self.look(replace(now, order=order, descending=descending))

    def narrow(self, key: str, chosen: str) -> None:
        """Set one filter; blank turns it off."""
        narrowing = replace(self._looking.narrowing, **{key: chosen})
        self.look(replace(self._looking, narrowing=narrowing))

    def clear(self) -> None:
        """Turn every filter off."""
        self.look(replace(self._looking, narrowing=Narrowing()))

    def open_filters(self, wanted: bool) -> None:
        """Lay the filters open, or put them away. What is on stays on."""
        self._filtering = wanted
        self.begin()

    def look(self, looking: Looking) -> None:
        """Look at something else."""
        self._looking = looking
        self.begin()

    def changed(self, _changes: object) -> None:
        """Something was saved somewhere: draw again."""
        self._known = None
        self.begin()

    def follow(self, place: Place | None) -> None:
        """Open a record; draw again where it is no longer there."""
        if place is None:
            self.begin()
        else:
            self._go(place)

    def filters_on(self) -> tuple[Filter, ...]:
        """The filters that are on, in words."""
        return tuple(one for one in self._filters().shown(self._looking.narrowing) if one.chosen)

    @property
    def _told_apart(self) -> bool:
        """Whether it matters what cases can be told apart by."""
        return self._filtering or bool(self._looking.narrowing)

    def _filters(self) -> Filters:
        if self._known is None:
            self._known = filters(self._around.choices(), self._definitions, self._names)
        return self._known

    def _wanted(self, looking: Looking) -> DeskView:
        view = DeskView(order=looking.order, descending=looking.descending)
        view = self._of_shown(view, looking)
        if not looking.narrowing:
            return view
        return self._filters().narrowed(view, looking.narrowing, self._shift.now())

    def _of_shown(self, view: DeskView, looking: Looking) -> DeskView:
        if looking.words.strip():
            return replace(view, words=looking.words)
        match looking.shown:
            case "week":
                return replace(view, open=True, due_before=_week_from(self._shift.now()))
            case "mine":
                return replace(view, open=True, by=frozenset({self._shift.staff.id}))
            case "closed":
                return replace(view, open=False)
            case "all":
                return view
            case _:
                return replace(view, open=True)

    def _said(self, count: int) -> str:
        looking = self._looking
        what = "found" if looking.words.strip() else dict(SHOWN).get(looking.shown, "Open").lower()
        what = {"all": "in all", "mine": "of mine, open"}.get(what, what)
        filtered = ", filtered" if looking.narrowing else ""
        return f"{count:,} {what}{filtered}, {_SORTED[looking.order][looking.descending]}"

    def _nothing(self, known: Sequence[Filter]) -> tuple[str, str]:
        """Why nothing is listed: which filter keeps everything away, where it is one."""
        looking = self._looking
        if not looking.narrowing:
            return _NOBODY
        named = {one.key: one for one in known}
        for key, rest in without_each(looking.narrowing):
            if count := self._count(replace(looking, narrowing=rest)):
                one = named[key]
                return _NOTHING, f"Without “{one.label}: {one.said}” there {_cases(count)}."
        if count := self._count(replace(looking, narrowing=Narrowing())):
            return (
                _NOTHING,
                f"The filters together leave nothing. Without them there {_cases(count)}.",
            )
        return _NOTHING, "It is not the filters. Look under All, or find another word."

    def _count(self, looking: Looking) -> int:
        return len(self._around.ids(self._wanted(looking)))


def _cases(count: int) -> str:
    return "is 1 case" if count == 1 else f"are {count:,} cases"


def _week_from(now: datetime) -> datetime:
    return now + timedelta(days=7)
