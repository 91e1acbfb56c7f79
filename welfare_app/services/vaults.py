"""The vault as a whole: made, opened, looked over and let go. Nothing about its file."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Protocol

from welfare_app.domain.ids import StaffId
from welfare_app.services.backups import BackupShelf
from welfare_app.services.jobs import Progress, no_progress
from welfare_app.services.ports import Work


class Anchor(Protocol):
    """Somewhere outside the vault's file to remember a short text, so that a rollback shows.

    `place` is a word for where that is, such as `folder` or `keyring`.
    """

    @property
    def place(self) -> str:
        """Where it is."""
        ...

    def remember(self, name: str, value: str) -> None:
        """Keep it, if this place can."""
        ...

    def recall(self, name: str) -> str | None:
        """What was kept, if anything."""
        ...


@dataclass(frozen=True, slots=True)
class Fault:
    """One thing that is wrong: its code, and the pages, entries and records it touches."""

    code: str
    pages: tuple[int, ...] = ()
    entries: tuple[int, ...] = ()
    records: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Soundness:
    """What a check of the vault found. `faults` are codes with words in resources/messages.

    `found` says of each where it is. `readable` and `unreadable` count records; `declared` counts
    the entries that a rescue said are gone, which is no fault.
    """

    entries: int
    faults: tuple[str, ...]
    found: tuple[Fault, ...] = field(default=(), compare=False)
    readable: int = field(default=0, compare=False)
    unreadable: int = field(default=0, compare=False)
    declared: int = field(default=0, compare=False)

    @property
    def sound(self) -> bool:
        """Whether everything is as it was left."""
        return not self.faults


@dataclass(frozen=True, slots=True)
class Kept:
    """Somewhere outside the file that remembers an entry, and which one."""

    place: str
    number: int


@dataclass(frozen=True, slots=True)
class TrailCheck:
    """What a check of the trail alone found, and where its newest entries are kept besides."""

    entries: int
    faults: tuple[str, ...]
    kept: tuple[Kept, ...] = ()

    @property
    def sound(self) -> bool:
        """Whether every entry is in its place."""
        return not self.faults


class OpenVault(Protocol):
    """An unlocked vault."""

    @property
    def work(self) -> Work:
        """Begins units of work."""
        ...

    @property
    def upkeep(self) -> Work:
        """Begins those that no circle shuts out, for what shows nobody a word of what it reads."""
        ...

    @property
    def backups(self) -> BackupShelf:
        """Makes, proves and drops its backups."""
        ...

    def examine(self) -> Soundness:
        """Check every page, the audit trail from first entry to last, and the kept head."""
        ...

    def examine_trail(self, progress: Progress = no_progress, /) -> TrailCheck:
        """Check the audit trail and what it wrote against the kept heads, and nothing else."""
        ...

    def clear_remains(self) -> None:
        """Clear what erased records left in free space, in the log and in older copies here."""
        ...

    def close(self) -> None:
        """Lock: let go of the key and the file. Safe to call twice."""
        ...


class VaultDoor(Protocol):
    """Makes and opens vaults."""

    def exists(self, folder: Path) -> bool:
        """Whether there is a vault in the folder, sound or not."""
        ...

    def create(self, folder: Path, key: bytes) -> OpenVault:
        """Make an empty vault. One that exists is refused, never replaced."""
        ...

    def open(self, folder: Path, key: bytes) -> OpenVault:
        """Open a vault with its 32-byte key."""
        ...


@dataclass(frozen=True, slots=True)
class Lost:
    """A record that could not be brought over whole. `number` is blank where it has none.

    `wholly` is whether nothing of it can be shown; `day` is when it was begun, where that is known.
    """

    kind: str
    number: str
    day: str
    wholly: bool


@dataclass(frozen=True, slots=True)
class Rescued:
    """What came of a rescue. `kinds` counts what was brought over whole, by kind."""

    kinds: Mapping[str, int]
    lost: tuple[Lost, ...]
    entries: int
    gone: int
    kept_as: str
    drafts_lost: bool = False


class VaultRescuer(Protocol):
    """Looks over and rescues vaults that may not open any more."""

    def look_over(self, folder: Path, key: bytes) -> Soundness:
        """Examine a vault, opened if it can be and page by page if it cannot."""
        ...

    def rescue(self, folder: Path, key: bytes, by: StaffId, progress: Progress) -> Rescued:
        """Put a sound vault of all that can be read in its place, and keep the damaged one."""
        ...
