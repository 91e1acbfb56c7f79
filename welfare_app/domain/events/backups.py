"""Backups, and what became of the vault when one was put in its place."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class BackupPlaceChosen:
    """Somebody said where backups go. The place itself is in the record, not here."""


@dataclass(frozen=True, slots=True)
class BackupMade:
    """A backup was written whole. `entries` and `head` say how far the trail in it goes."""

    made: str
    entries: int
    head: str


@dataclass(frozen=True, slots=True)
class BackupProved:
    """A backup was copied, opened, and found whole from its first page to its last."""

    made: str
    head: str


@dataclass(frozen=True, slots=True)
class BackupFailed:
    """A backup was not made or not proved."""

    code: str


@dataclass(frozen=True, slots=True)
class BackupsDropped:
    """Older backups had served their time; these were made at these moments."""

    made: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class VaultRestored:
    """A backup became the vault. `replaced` are the heads that were kept of what it replaced.

    A head is written number:MAC. An anchor that still holds one of `replaced` is answered by
    this entry, so that the rollback somebody chose is told from one nobody did.
    """

    made: str
    head: str
    replaced: tuple[str, ...]
