"""Looking around: what is unfinished, what is due, and everything there is."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from welfare_app.domain.cards import Card, PackCard, TalkCard
from welfare_app.domain.desk_view import DeskView, Order
from welfare_app.domain.errors import Unavailable
from welfare_app.domain.interview import Interview
from welfare_app.domain.roles import Act
from welfare_app.domain.visits import Visit
from welfare_app.services.card_index import CardIndex, Choices
from welfare_app.services.definitions import Definitions
from welfare_app.services.keep_cards import DAMAGED, UNREADABLE, KeepCards
from welfare_app.services.ports import UnitOfWork
from welfare_app.services.shift import Shift
from welfare_app.services.versions import form_of

MOST = 50
"""More of one kind than anyone looks at on one screen; the rest is in the list of all."""


@dataclass(frozen=True, slots=True)
class Around:
    """What needs someone, what has waited longest first, at most fifty of each kind.

    `unanswered` are finished talks that wait for a pack, `reviews` those kept under watch.
    `visit` is the one on which somebody talked last. `contested` is how many things were written
    on two laptops and wait for a choice.
    """

    unfinished: tuple[TalkCard, ...]
    open_packs: tuple[PackCard, ...]
    unanswered: tuple[TalkCard, ...]
    reviews: tuple[TalkCard, ...]
    visit: Visit | None
    contested: int = 0
    unreadable: int = 0
    """How many interviews and packs cannot be read, because the vault is damaged."""
    listed: int = 0
    """How many can, where some cannot."""


@dataclass(frozen=True, slots=True)
class Listed:
    """A record in the list of all, and the visit a talk was held on where others talked too."""

    card: Card
    visit: Visit | None


@dataclass(frozen=True, slots=True)
class LookAround:
    """Answers what needs someone now, and lists what there is, without opening any record."""

    shift: Shift
    definitions: Definitions

    def look(self) -> Around:
        """What needs someone now."""
        around = self._cards.ask(_around)
        unreadable = self._cards.unreadable()
        listed = len(self.all()) if unreadable else 0
        contested = self._contested()
        return replace(around, contested=contested, unreadable=unreadable, listed=listed)

    def missing(self) -> tuple[int, int]:
        """How many interviews and packs cannot be read, and how many of the others there are."""
        unreadable = self._cards.unreadable()
        return unreadable, len(self.all()) if unreadable else 0

    def ids(self, view: DeskView) -> tuple[str, ...]:
        """The ids of all that a view of the desk shows, in its order."""
        return self._cards.ask(lambda work: work.cards.ids(view))

    def all(self) -> tuple[str, ...]:
        """The ids of every pack, then of every talk, each the newest first."""
        return self.ids(DeskView(order=Order.NUMBER, descending=True))

    def choices(self) -> Choices:
        """What cases can be told apart by."""
        return self._cards.ask(lambda work: work.cards.choices())

    def listed(self, ids: Sequence[str]) -> tuple[Listed, ...]:
        """Some of them as they stand in the list, in the order asked for.

        One that was erased since is left out, and so is one whose record cannot be read.
        """
        found = self._listed(ids)
        if len(found) < len(ids):
            known = {one.card.id for one in found}
            self._cards.mend([id for id in ids if id not in known])
            found = self._listed(ids)
        return found

    def _listed(self, ids: Sequence[str]) -> tuple[Listed, ...]:
        return self._cards.ask(
            lambda work: tuple(
                Listed(one, _shared(one, work.cards)) for one in work.cards.cards(ids)
            ),
            fresh=False,
        )

    def visit_of(self, interview: Interview) -> Visit | None:
        """The visit a talk belongs to, where others talked on it too."""
        if not form_of(self.definitions, interview).form.visit:
            return None
        first = interview.visit or interview.id
        visit = Visit(self._cards.ask(lambda work: work.cards.visit(first)))
        return visit if visit.shared else None

    def _contested(self) -> int:
        """What waits for a choice. Where damage keeps that from being known, it waits there."""
        if not self.shift.may(Act.SEND_CASES):
            return 0
        try:
            with self.shift.work() as work:
                return len(work.crossing.contested())
        except Unavailable as error:
            if error.code not in {DAMAGED, UNREADABLE}:
                raise
            return 0

    @property
    def _cards(self) -> KeepCards:
        return KeepCards(self.shift, self.definitions)


def _around(work: UnitOfWork) -> Around:
    cards, last = work.cards, work.cards.last_visit()
    return Around(
        cards.unfinished(MOST),
        cards.open_packs(MOST),
        cards.waiting_for_a_pack(MOST),
        cards.under_watch(MOST),
        Visit(last) if last else None,
    )


def _shared(card: Card, cards: CardIndex) -> Visit | None:
    if not isinstance(card, TalkCard) or card.visit is None:
        return None
    visit = Visit(cards.visit(card.visit))
    return visit if visit.shared else None
