"""What the services need of the index of cards: everything lists ask, with no record opened."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Protocol

from welfare_app.domain.cards import Card, PackCard, TalkCard
from welfare_app.domain.desk_view import DeskView
from welfare_app.domain.events import Event
from welfare_app.domain.ids import InterviewId, StaffId, ViewId
from welfare_app.domain.kept_view import KeptView


@dataclass(frozen=True, slots=True)
class Behind:
    """The ids and kinds of records whose cards may no longer be true, each once.

    `to` is the audit entry they will be true up to: not always the newest, when there are many.
    """

    records: tuple[tuple[str, str], ...]
    to: int


@dataclass(frozen=True, slots=True)
class Reached:
    """A stage some pack stands at, and the newest workflow that one there is worked by."""

    stage: str
    workflow: str
    workflow_version: int


@dataclass(frozen=True, slots=True)
class Choices:
    """What cases in the vault can be told apart by: nothing that none of them has.

    A site stands once for each way it is spelt. `standings` are those that are not stages.
    """

    sites: tuple[str, ...] = field(default=(), repr=False)
    people: tuple[str, ...] = ()
    paths: tuple[str, ...] = ()
    stages: tuple[Reached, ...] = ()
    standings: tuple[str, ...] = ()


class CardIndex(Protocol):
    """The cards in the vault. They follow from the records, and can be made anew from them."""

    def behind(self) -> "Behind | None":
        """What has changed since the cards were last true; nothing where they still are."""
        ...

    def set_aside(self) -> None:
        """Go on with cards in memory alone, none yet: those in the vault are damaged."""
        ...

    def without(self) -> tuple[tuple[str, str], ...]:
        """The ids and kinds of talks and packs that have no card though all are made."""
        ...

    def put(self, card: Card, words: str) -> None:
        """Put a card in the place of the one before; it is found by any of the words."""
        ...

    def drop(self, id: str) -> None:
        """Take a card out, because its record is no longer there."""
        ...

    def caught_up(self, to: int) -> None:
        """Every card is true up to this audit entry."""
        ...

    def unfinished(self, most: int) -> tuple[TalkCard, ...]:
        """The talks that are not signed off, the oldest first."""
        ...

    def waiting_for_a_pack(self, most: int) -> tuple[TalkCard, ...]:
        """The talks that ask for an incident pack and have none, the oldest first."""
        ...

    def under_watch(self, most: int) -> tuple[TalkCard, ...]:
        """The talks that are looked at again on a day, the earliest day first."""
        ...

    def open_packs(self, most: int) -> tuple[PackCard, ...]:
        """The packs with a stage to do, the one due first before the others."""
        ...

    def last_visit(self) -> tuple[TalkCard, ...]:
        """The talks of the visit on which somebody talked last, the first talk first."""
        ...

    def visit(self, first: InterviewId) -> tuple[TalkCard, ...]:
        """The talks of the visit that this talk began, the first one first."""
        ...

    def same_name(self, who: str) -> tuple[TalkCard, ...]:
        """The talks not signed off with a person of this name, as cards write it."""
        ...

    def ids(self, view: DeskView) -> tuple[str, ...]:
        """The ids of all that a view shows, in its order."""
        ...

    def cards(self, ids: Sequence[str]) -> tuple[Card, ...]:
        """The cards of these records, in the order asked for."""
        ...

    def choices(self) -> Choices:
        """What cases can be told apart by."""
        ...


class KeptViews(Protocol):
    """The views of the desk that people keep, each person their own."""

    def of(self, staff: StaffId) -> tuple[KeptView, ...]:
        """Someone's views, in the order they were kept."""
        ...

    def put(self, staff: StaffId, view: KeptView, *, because: Event) -> None:
        """Keep a view in the place of what it was, and say why."""
        ...

    def drop(self, view: ViewId, *, because: Event) -> None:
        """Leave nothing of a view, and say why."""
        ...

    def forget(self, staff: StaffId) -> None:
        """Leave nothing of someone's views."""
        ...
