"""Recordings: files of any size that lie beside a pack, locked; the key is inside the pack."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import PurePath
from typing import TypeAlias

KEY_NAME = "recordings.key"
"""The key, as it is called inside the pack."""

LOCKED = ".age"
"""What is added to the name of a recording once it is locked."""

COMMAND = f"age -d -i {KEY_NAME} -o FILE FILE{LOCKED}"
"""What opens a recording with the tool of that name."""

MOST = 99
"""Recordings beside one pack."""

NAME = re.compile(r"recording-[1-9][0-9]?(\.[a-z0-9]{1,4})?", re.ASCII)
_ENDING = re.compile(r"\.[a-z0-9]{1,4}", re.ASCII)


@dataclass(frozen=True, slots=True)
class Recording:
    """A recording as it went, or is to go. Sizes in bytes, SHA-256 in hexadecimal.

    It is called by its number, because the name somebody gave a file can name a person.
    Before it is locked its digests are blank.
    """

    name: str
    size: int
    digest: str = ""
    locked_size: int = 0
    locked_digest: str = ""
    description: str = field(default="", repr=False)

    @property
    def locked_as(self) -> str:
        """What the locked file beside the pack is called."""
        return f"{self.name}{LOCKED}"


class FoundBeside(StrEnum):
    """What a look beside a pack finds of one of its recordings."""

    AS_LISTED = "as-listed"
    ALTERED = "altered"
    MISSING = "missing"
    UNREADABLE = "unreadable"


Found: TypeAlias = tuple[tuple[Recording, FoundBeside], ...]
"""Each of a pack's recordings, and what a look beside it finds."""


def numbered(number: int, own_name: str) -> str:
    """What a recording is called on its way: its number, and the ending that says its kind."""
    ending = PurePath(own_name).suffix.lower()
    return f"recording-{number}{ending if _ENDING.fullmatch(ending) else ''}"


def counted(recordings: Sequence[object]) -> str:
    """How many there are, in words."""
    return "1 recording" if len(recordings) == 1 else f"{len(recordings)} recordings"


def as_listed(recording: Recording) -> dict[str, object]:
    """A recording as JSON, as the list in a pack has it."""
    return {
        "name": recording.name,
        "size": recording.size,
        "sha256": recording.digest,
        "description": recording.description,
        "age": {
            "name": recording.locked_as,
            "size": recording.locked_size,
            "sha256": recording.locked_digest,
        },
    }


def listed(recordings: Sequence[Recording]) -> str:
    """Each by its number, how large it is and what it is; blank where there are none."""
    return "; ".join(
        f"{one.name}, {one.size:,} bytes{f': {one.description}' if one.description else ''}"
        for one in recordings
    )
