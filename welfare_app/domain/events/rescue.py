"""A damaged vault, and the sound one that was made of what could be read."""

from dataclasses import dataclass
from typing import TypeAlias

Hole: TypeAlias = tuple[int, int, str]
"""The first and the last entry that are gone, and what binds the trail together again, in
hexadecimal: the SHA-256 of the entry that follows, or the MAC this very entry goes on from."""

Remains: TypeAlias = tuple[int, str]
"""An entry, and the digest of what is left of the rows it wrote."""

File: TypeAlias = tuple[str, str]
"""A file by its id, and the SHA-256 of the bytes that are left of it."""


@dataclass(frozen=True, slots=True)
class VaultRescued:
    """A sound vault was made of what could be read. What is missing is declared, exactly.

    `lost` counts the records that cannot be read any more, wholly or in part; `kept_as` is the
    folder in which the damaged vault lies as it was found.
    """

    holes: tuple[Hole, ...]
    remains: tuple[Remains, ...]
    files: tuple[File, ...]
    lost: int
    kept_as: str
