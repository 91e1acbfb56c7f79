"""What the services need of the index of cards: everything lists ask, with no record opened."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Protocol

from welfare_app.domain.cards import Card, PackCard, TalkCard
from welfare_app.domain.desk_view import DeskView
from welfare_app.domain.ids import InterviewId


@dataclass(frozen=True, slots=True)
class Behind:
    """The ids and kinds of records whose cards may no longer be true, each once.

    `to` is the audit entry they will be true up to: not always the newest, when there are many.
    """

    records: tuple[tuple[str, str], ...]
    to: int


@dataclass(frozen=True, slots=True)
class Choices:
    """The sites there are cases at, and the staff who have any."""

    sites: tuple[str, ...] = field(repr=False)
    people: tuple[str, ...]


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
