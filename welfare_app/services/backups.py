"""Backups of the vault: made, proved, dropped, and put in the vault's place. Nothing of files."""

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Protocol

from welfare_app.domain.backup import Backup
from welfare_app.domain.comparison import Comparison
from welfare_app.domain.events import VaultRestored
from welfare_app.domain.ids import StaffId
from welfare_app.domain.people import Organisation, Staff
from welfare_app.services.jobs import Progress


@dataclass(frozen=True, slots=True)
class Lying:
    """How a place lies to the vault's own disk."""

    same_disk: bool
    """A disk that fails or a laptop that is stolen takes both."""
    inside: bool = False
    """Within the vault's own folder, where no backup belongs."""


class BackupShelf(Protocol):
    """The backups of one open vault."""

    @property
    def size(self) -> int:
        """How many bytes the vault's records take now."""
        ...

    def lying(self, place: Path) -> Lying:
        """How a place lies to the vault."""
        ...

    def near(self, place: Path) -> bool:
        """Whether a place is on this laptop for certain. It is not touched to find out."""
        ...

    def make(self, place: Path, program: str, progress: Progress) -> Backup:
        """Write a backup into a place, whole or not at all, while work goes on."""
        ...

    def prove(self, place: Path, name: str, progress: Progress) -> Backup:
        """Copy a backup, open the copy, and look at every page, entry, record and file of it."""
        ...

    def found(self, place: Path) -> tuple[Backup, ...]:
        """What lies in a place that is vouched for as a backup of this vault."""
        ...

    def lies(self, place: Path, name: str) -> bool:
        """Whether anything of this name lies there, vouched for or not."""
        ...

    def drop(self, place: Path, name: str) -> None:
        """Delete one that is vouched for as a backup of this vault; leave anything else alone."""
        ...

    def sweep(self) -> None:
        """Take away what a proof that was cut short left beside the vault."""
        ...


@dataclass(frozen=True, slots=True)
class Brought:
    """A backup that was brought beside the vault and proved; it has replaced nothing yet."""

    backup: Backup
    organisation: Organisation = field(repr=False)
    staff: tuple[Staff, ...] = field(repr=False)
    comparison: Comparison
    key: bytes = field(repr=False)


class Restorer(Protocol):
    """Puts backups in the place of vaults."""

    def bring(
        self, backup: Path, folder: Path, key_of: Callable[[Path], bytes], progress: Progress
    ) -> Brought:
        """Copy a backup beside the vault in `folder`, prove it and compare the two.

        `key_of` is given the folder that holds the copy's ways in.
        """
        ...

    def replace(self, brought: Brought, folder: Path, by: StaffId) -> VaultRestored:
        """Put it in the vault's place. What was there is moved aside whole, never deleted."""
        ...

    def forget(self, folder: Path) -> None:
        """Take away what was brought."""
        ...

    def finish(self, folder: Path) -> None:
        """End a replacement that was cut short: either the old vault stands there or the new."""
        ...
