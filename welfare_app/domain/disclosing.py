"""What giving a case to somebody outside rests on, and how a pack and its words can travel."""

from dataclasses import dataclass
from datetime import timedelta

FILE, WORDS = "file", "words"
"""What travels."""


@dataclass(frozen=True, slots=True)
class Basis:
    """A lawful basis for giving personal data out, from resources/."""

    id: str
    source: str
    checked: str


@dataclass(frozen=True, slots=True)
class Way:
    """How a file or its words travel. Two of one `channel` are in the same hands; blank is none."""

    id: str
    channel: str
    carries: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Disclosing:
    """Every basis and way, and how soon a receipt is asked after."""

    bases: tuple[Basis, ...]
    ways: tuple[Way, ...]
    receipt_within: timedelta

    def basis(self, id: str) -> Basis | None:
        """The basis called so, if there is one."""
        return next((one for one in self.bases if one.id == id), None)

    def carrying(self, what: str) -> tuple[Way, ...]:
        """The ways a file, or its words, can travel."""
        return tuple(one for one in self.ways if what in one.carries)

    def same_channel(self, file: str, words: str) -> bool:
        """Whether a file and its words went where one person can take both."""
        channels = {one.id: one.channel for one in self.ways}
        return bool(channels.get(file)) and channels.get(file) == channels.get(words)
