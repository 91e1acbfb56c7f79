"""What carrying cases needs of the vault and of the machine."""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol, TypeAlias

from welfare_app.domain.courier import (
    Arrival,
    Card,
    CaseContents,
    Colleague,
    Contested,
    CourierKeys,
    Sending,
    Stamp,
)
from welfare_app.domain.events import Event
from welfare_app.domain.ids import StaffId
from welfare_app.services.jobs import Progress

ReadFile: TypeAlias = Callable[[str], Iterable[bytes]]
"""The bytes of a piece of evidence, in parts."""

KeepFile: TypeAlias = Callable[[str, Iterator[bytes]], None]
"""Told of each file that comes, and handed its bytes in parts."""


@dataclass(frozen=True, slots=True)
class Opened:
    """A parcel that was read to its end and vouched for.

    `sender` is the key that signed it; `files` are the SHA-256 of the bytes of each file;
    `digest` tells this parcel from any other.
    """

    sender: str
    case: CaseContents
    files: Mapping[str, str]
    digest: str


class Courier(Protocol):
    """Locks cases for colleagues and opens theirs."""

    def new_keys(
        self, name: str, organisation: str, laptop: str, vault: str, *, practice: bool
    ) -> CourierKeys:
        """Make this laptop's own pair."""
        ...

    def write_card(self, keys: CourierKeys) -> bytes:
        """Our card, as a file."""
        ...

    def read_card(self, data: bytes) -> Card:
        """The card in a file; refused where it is none."""
        ...

    def pack(
        self, case: CaseContents, read_file: ReadFile, keys: CourierKeys, to: Card
    ) -> Iterator[bytes]:
        """A case locked for one colleague, in pieces."""
        ...

    def open(
        self,
        path: Path,
        keys: CourierKeys,
        known: Collection[str],
        keep_file: KeepFile,
        progress: Progress,
    ) -> Opened:
        """Read a parcel to its end. `known` are the signing keys it may be from."""
        ...


class Crossing(Protocol):
    """The histories of cases in the vault."""

    @property
    def vault(self) -> str:
        """What versions written here are stamped with."""
        ...

    def root_of(self, id: str) -> str:
        """The record that a case's other records stand under; refused where there is none."""
        ...

    def contents(self, id: str) -> CaseContents:
        """The whole case a record belongs to, without names."""
        ...

    def take(self, case: CaseContents) -> tuple[Arrival, ...]:
        """Take in what is new of a case, and say what that did to each record."""
        ...

    def contested(self) -> tuple[Contested, ...]:
        """Every part that people should choose a version of."""
        ...

    def settle(self, record: str, part: str, chosen: Stamp, *, both: bool = False) -> None:
        """Make one version current over all that stand there."""
        ...

    def is_here(self, record: str) -> bool:
        """Whether there is such a record in this vault."""
        ...

    def called(self, record: str) -> str:
        """What a record is called on this laptop; blank where it has no number."""
        ...


class Colleagues(Protocol):
    """Our own keys for cases that travel, and whom they go to."""

    def keys(self) -> CourierKeys | None:
        """This laptop's own pair, once there is one."""
        ...

    def save_keys(self, keys: CourierKeys, *, because: Event) -> None:
        """Keep them, and say why."""
        ...

    def all(self) -> tuple[Colleague, ...]:
        """Everyone, in the order added, also those who were removed."""
        ...

    def get(self, id: str) -> Colleague:
        """One colleague; refused where there is none."""
        ...

    def save(self, record: Colleague, *, because: Event) -> None:
        """Keep one, and say why."""
        ...

    def authors(self) -> Mapping[str, str]:
        """The names of those who wrote on other laptops, by their staff id."""
        ...

    def name_author(self, staff: StaffId, name: str) -> bool:
        """Keep the name of somebody not known here, and say whether it was new."""
        ...

    def sendings(self, root: str) -> tuple[Sending, ...]:
        """Where a case went, the oldest first."""
        ...

    def save_sending(self, record: Sending, *, because: Event) -> None:
        """Keep that a case left, and say why."""
        ...
