"""Looking around: what is unfinished, what is due, and everything there is."""

from collections.abc import Sequence
from dataclasses import dataclass

from welfare_app.domain.cards import Card, PackCard, TalkCard
from welfare_app.domain.desk_view import DeskView, Order
from welfare_app.domain.interview import Interview
from welfare_app.domain.roles import Act
from welfare_app.domain.visits import Visit
from welfare_app.services.card_index import CardIndex, Choices
from welfare_app.services.definitions import Definitions
from welfare_app.services.keep_cards import KeepCards
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
        self._catch_up()
        with self.shift.work() as work:
            cards, last = work.cards, work.cards.last_visit()
            contested = work.crossing.contested() if self.shift.may(Act.SEND_CASES) else ()
            return Around(
                cards.unfinished(MOST),
                cards.open_packs(MOST),
                cards.waiting_for_a_pack(MOST),
                cards.under_watch(MOST),
                Visit(last) if last else None,
                len(contested),
            )

    def ids(self, view: DeskView) -> tuple[str, ...]:
        """The ids of all that a view of the desk shows, in its order."""
        self._catch_up()
        with self.shift.work() as work:
            return work.cards.ids(view)

    def all(self) -> tuple[str, ...]:
        """The ids of every pack, then of every talk, each the newest first."""
        return self.ids(DeskView(order=Order.NUMBER, descending=True))

    def choices(self) -> Choices:
        """What cases can be told apart by."""
        with self.shift.work() as work:
            return work.cards.choices()

    def listed(self, ids: Sequence[str]) -> tuple[Listed, ...]:
        """Some of them as they stand in the list, in the order asked for."""
        with self.shift.work() as work:
            return tuple(Listed(one, _shared(one, work.cards)) for one in work.cards.cards(ids))

    def visit_of(self, interview: Interview) -> Visit | None:
        """The visit a talk belongs to, where others talked on it too."""
        if not form_of(self.definitions, interview).form.visit:
            return None
        self._catch_up()
        with self.shift.work() as work:
            visit = Visit(work.cards.visit(interview.visit or interview.id))
        return visit if visit.shared else None

    def _catch_up(self) -> None:
        KeepCards(self.shift, self.definitions).catch_up()


def _shared(card: Card, cards: CardIndex) -> Visit | None:
    if not isinstance(card, TalkCard) or card.visit is None:
        return None
    visit = Visit(cards.visit(card.visit))
    return visit if visit.shared else None
