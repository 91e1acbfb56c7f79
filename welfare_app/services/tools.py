"""What the services need of the machine: keys, drawing, sealing and the disk."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Any, Protocol

from welfare_app.domain.checks import PhoneRule
from welfare_app.domain.document import Document
from welfare_app.domain.exhibit import Photograph, Picture, Seen
from welfare_app.domain.folded_sheet import FoldedSheet
from welfare_app.domain.ids import StaffId
from welfare_app.domain.people import Role, Staff
from welfare_app.domain.prefill import Rule
from welfare_app.domain.seal import Identity, PackContents, SealReport, Stamp
from welfare_app.services.backups import Restorer
from welfare_app.services.certifying import Certifier
from welfare_app.services.couriers import Courier
from welfare_app.services.definitions import Definitions
from welfare_app.services.jobs import Progress, no_progress
from welfare_app.services.ports import Clock
from welfare_app.services.recording_ports import Batches, RecordingLocks, Sink
from welfare_app.services.signing_ports import SecondSignatures
from welfare_app.services.vaults import VaultDoor, VaultRescuer


@dataclass(frozen=True, slots=True)
class WayIn:
    """A person who can unlock the vault, as the locked screen may know them."""

    staff: StaffId
    name: str = field(repr=False)
    role: str
    enabled: bool = True
    device_secret: bool = False
    """Whether it opens only beside this laptop's keyring."""


@dataclass(frozen=True, slots=True)
class WrongTry:
    """Wrong tries the audit trail has yet to hear of; `staff` is blank where it was no one's."""

    staff: StaffId
    times: int
    first: datetime
    last: datetime


class Keys(Protocol):
    """Keeps one vault's key behind passphrases and a recovery sheet."""

    def create(self, staff: Staff, passphrase: str) -> tuple[bytes, str]:
        """Make the key and the first way in: the key, and the recovery code to print."""
        ...

    def people(self, *, everyone: bool = False) -> Sequence[WayIn]:
        """Who can unlock; with `everyone`, also those whose way in is switched off."""
        ...

    def unlock(self, staff: StaffId, passphrase: str) -> bytes:
        """The key, for someone who knows their passphrase."""
        ...

    def unlock_any(self, passphrase: str) -> tuple[StaffId, bytes]:
        """Whose passphrase it is, and the key. Where it is nobody's that is one wrong try."""
        ...

    def recover(self, code: str) -> bytes:
        """The key, for someone who holds the recovery sheet."""
        ...

    def wait(self, staff: StaffId | None) -> int:
        """Seconds until someone may try again; with no one, the recovery sheet."""
        ...

    def wrong_tries(self) -> Sequence[WrongTry]:
        """The wrong tries the audit trail has not heard of."""
        ...

    def wrong_tries_told(self) -> None:
        """The audit trail has heard of them."""
        ...

    def add(self, key: bytes, staff: Staff, passphrase: str) -> None:
        """Give someone a way in."""
        ...

    def remove(self, key: bytes, staff: StaffId) -> None:
        """Take someone's way in away."""
        ...

    def switch(self, key: bytes, staff: StaffId, *, on: bool) -> None:
        """Switch someone's way in off for a while, or on again."""
        ...

    def change_role(self, key: bytes, staff: StaffId, role: Role) -> None:
        """Give someone another role."""
        ...

    def change_passphrase(self, key: bytes, staff: StaffId, new: str) -> None:
        """Give someone another passphrase, and a device secret made anew."""
        ...

    def replace_recovery(self, key: bytes) -> str:
        """The code of a new recovery sheet. The old one no longer opens."""
        ...

    def renewal(self, staff: StaffId) -> Sequence[str]:
        """Codes of why someone's way in could be made stronger here. It takes some seconds."""
        ...

    def faults(self) -> Sequence[str]:
        """Codes of what is wrong with the list of ways in, though it opens."""
        ...

    def accept(self, key: bytes) -> None:
        """Take the list as it is for the newest, once someone has looked into its faults."""
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

    def fold(self, sheet: FoldedSheet) -> bytes:
        """One page that folds to a pocket; refused where its words do not fit."""
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

    def check(
        self,
        pack: bytes,
        passphrase: str,
        root: bytes,
        progress: Progress = no_progress,
        revoked: bytes = b"",
    ) -> SealReport:
        """What can be said of a file. It never raises for what is in the file."""
        ...


class Stamps(Protocol):
    """Asks time services about packs, and reads what they answer. It sends nothing."""

    def request(self, pack: bytes) -> bytes:
        """What to send to a time service."""
        ...

    def read(self, answer: bytes, pack: bytes, authority: bytes = b"") -> Stamp:
        """What an answer says of this very file; refused if it says nothing of it."""
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

    def write_parts(
        self, path: Path, parts: Iterable[bytes], before_rename: Callable[[], None] = ...
    ) -> None:
        """The same for what is too large to hold at once."""
        ...

    def write_new(
        self, path: Path, parts: Iterable[bytes], before_rename: Callable[[], None] = ...
    ) -> None:
        """The same where nothing lies under the name; otherwise "disk.taken", and it stays."""
        ...

    def writing(self, path: Path) -> AbstractContextManager[Sink]:
        """The same for what is written as it comes, and only this account may read."""
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
    calls: tuple[Mapping[str, str], ...]
    stages: tuple[str, ...]
    referral: Mapping[str, Any]
    evidence: Path
    evidence_is: str
    evidence_dated: str


class Examiner(Protocol):
    """Reads files that strangers made, where they can do no harm."""

    def see(self, data: bytes, progress: Progress = ..., /) -> Seen:
        """What a file is, and what it tells. It never fails for what is in the file."""
        ...

    def draw(self, data: bytes, page: int, width: int, progress: Progress = ..., /) -> Picture:
        """Page `page` (from 1), about so many pixels wide."""
        ...


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
    restorer: Restorer
    keys_for: KeysFor
    portable_keys_for: KeysFor
    new_identity: IdentityMaker
    certifier: Certifier
    renderer: Renderer
    sealer: Sealer
    checker: SealChecker
    stamps: Stamps
    signatures: SecondSignatures
    new_words: Callable[[], PackWords]
    strength: StrengthJudge
    disk: Disk
    recording_locks: RecordingLocks
    batches: Batches
    courier: Courier
    is_phone: PhoneRule
    page_count: Callable[[bytes], int]
    examiner: Examiner
    to_print: Callable[[Picture, int], Photograph]
    """A picture as a JPEG of at most so many bytes."""
    now: Clock
    new_id: Callable[[], str]
    laptop: str
    version: str
