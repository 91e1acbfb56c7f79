"""What putting a backup in a vault's place would take away, and what it would bring back."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class Here(StrEnum):
    """What stands where the backup would go."""

    NOTHING = "nothing"
    READ = "read"
    UNREADABLE = "unreadable"


@dataclass(frozen=True, slots=True)
class Item:
    """A record, by no more than its kind, its number where it has one, and a time."""

    kind: str
    number: str
    at: datetime


@dataclass(frozen=True, slots=True)
class Comparison:
    """`lost` are only here, `older` were changed here since, `back` are only in the backup."""

    here: Here
    lost: tuple[Item, ...] = ()
    older: tuple[Item, ...] = ()
    back: tuple[Item, ...] = ()
