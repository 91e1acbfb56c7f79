"""What the services need of the machine: keys, drawing, sealing and the disk."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Any, Protocol

from welfare_app.domain.checks import PhoneRule
from welfare_app.domain.document import Document
from welfare_app.domain.ids import StaffId
from welfare_app.domain.people import Staff
from welfare_app.domain.prefill import Rule
from welfare_app.domain.seal import Identity, PackContents, SealReport
from welfare_app.services.definitions import Definitions
from welfare_app.services.jobs import Progress
from welfare_app.services.ports import Clock
from welfare_app.services.vaults import VaultDoor, VaultRescuer


@dataclass(frozen=True, slots=True)
class WayIn:
    """A person who can unlock the vault, as the locked screen may know them."""

    staff: StaffId
    name: str = field(repr=False)
    role: str


class Keys(Protocol):
    """Keeps one vault's key behind passphrases and a recovery sheet."""

    def create(self, staff: Staff, passphrase: str) -> tuple[bytes, str]:
        """Make the key and the first way in: the key, and the recovery code to print."""
        ...

    def people(self) -> Sequence[WayIn]:
        """Who can unlock."""
        ...

    def unlock(self, staff: StaffId, passphrase: str) -> bytes:
        """The key, for someone who knows their passphrase."""
        ...

    def recover(self, code: str) -> bytes:
        """The key, for someone who holds the recovery sheet."""
        ...


class KeysFor(Protocol):
    """Finds the keys of the vault in a folder."""

    def __call__(self, folder: Path, /) -> Keys:
        """Its keys."""
        ...


@dataclass(frozen=True, slots=True)
class Strength:
    """How long a passphrase would last. `score` is 0 to 4; `advice` are codes."""

    score: int
    enough: bool
    advice: tuple[str, ...]


class Renderer(Protocol):
    """Turns a document into PDF bytes."""

    def render(self, document: Document) -> bytes:
        """The same document always gives the same bytes."""
        ...


class Sealer(Protocol):
    """Signs and encrypts packs."""

    def seal(
        self,
        contents: PackContents,
        identity: Identity,
        passphrase: str,
        at: datetime,
        progress: Progress,
    ) -> bytes:
        """The sealed pack, whole, as one PDF."""
        ...


class SealChecker(Protocol):
    """Checks packs, more strictly than a viewer does."""

    def check(self, pack: bytes, passphrase: str, root: bytes) -> SealReport:
        """What can be said of a file. It never raises for what is in the file."""
        ...


class PackWords(Protocol):
    """The words that open one pack, for reading out by telephone."""

    @property
    def words(self) -> tuple[str, ...]:
        """The words, in order."""
        ...

    @property
    def text(self) -> str:
        """The words as they are typed."""
        ...

    @property
    def bits(self) -> float:
        """Their strength."""
        ...


class IdentityMaker(Protocol):
    """Makes what an organisation seals with."""

    def __call__(self, organisation: str, device: str, at: datetime, /) -> Identity:
        """A root certificate, and this laptop's own under it."""
        ...


class Disk(Protocol):
    """Writes files so that they are there whole or not at all."""

    def write_whole(self, path: Path, data: bytes, before_rename: Callable[[], None] = ...) -> None:
        """Write beside, flush, call `before_rename`, then rename into place."""
        ...


@dataclass(frozen=True, slots=True)
class Sample:
    """An invented case as data: answers by field, signs, stages completed and a file to attach.

    `notes` are the lines of the talk, `disclosure` the reason its questions were closed.
    """

    interview: Mapping[str, Any]
    notes: tuple[Mapping[str, Any], ...]
    disclosure: str
    signs: tuple[Mapping[str, Any], ...]
    answers: Mapping[str, Any]
    stages: tuple[str, ...]
    referral: Mapping[str, Any]
    evidence: Path
    evidence_is: str
    evidence_dated: str


class StrengthJudge(Protocol):
    """Estimates how long a passphrase would last."""

    def __call__(self, passphrase: str, known: tuple[str, ...] = ..., /) -> Strength:
        """Its strength, given words an acquaintance would try first."""
        ...


@dataclass(frozen=True, slots=True)
class Tools:
    """Everything the services work with, handed in once.

    `keys_for` mixes in this laptop's own secret where it can; `portable_keys_for` never does,
    for vaults of made-up cases that may be looked at elsewhere.
    """

    definitions: Definitions
    prefill_rules: Callable[[], tuple[Rule, ...]]
    sample: Callable[[], Sample]
    door: VaultDoor
    rescuer: VaultRescuer
    keys_for: KeysFor
    portable_keys_for: KeysFor
    new_identity: IdentityMaker
    renderer: Renderer
    sealer: Sealer
    checker: SealChecker
    new_words: Callable[[], PackWords]
    strength: StrengthJudge
    disk: Disk
    is_phone: PhoneRule
    page_count: Callable[[bytes], int]
    now: Clock
    new_id: Callable[[], str]
    laptop: str
    version: str
