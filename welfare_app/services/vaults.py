"""The vault as a whole: made, opened, looked over and let go. Nothing about its file."""

from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

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
class Soundness:
    """What a check of the vault found. `faults` are codes with words in resources/messages."""

    entries: int
    faults: tuple[str, ...]

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

    def examine(self) -> Soundness:
        """Check every page, the audit trail from first entry to last, and the kept head."""
        ...

    def examine_trail(self, progress: Progress = no_progress, /) -> TrailCheck:
        """Check the audit trail and what it wrote against the kept heads, and nothing else."""
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
