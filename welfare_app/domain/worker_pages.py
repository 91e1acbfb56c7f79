"""What a worker reads when the laptop is turned round: the same for everyone, about nobody."""

from dataclasses import dataclass
from typing import Protocol


@dataclass(frozen=True, slots=True)
class WorkerLine:
    """A sentence or two, where what it says is from, and the day that was last checked.

    `from_knowledge` is for a line whose source is named but has not been read.
    """

    id: str
    source: str
    checked: str
    from_knowledge: bool = False


@dataclass(frozen=True, slots=True)
class WorkerSection:
    """Lines that are read together, and whom to call.

    `instead` names the section that takes its place while nobody has checked the translation.
    """

    id: str
    lines: tuple[WorkerLine, ...]
    contacts: tuple[str, ...] = ()
    instead: str = ""


@dataclass(frozen=True, slots=True)
class Translation:
    """Who held the words against the English, and on which day; blank while nobody has."""

    checked_by: str = ""
    checked: str = ""


class WorkerWords(Protocol):
    """What a worker reads, turned to them or on a card, in one language."""

    @property
    def sections(self) -> tuple[WorkerSection, ...]:
        """What is read together, in order."""
        ...

    @property
    def translation(self) -> Translation:
        """Who checked the words, and when."""
        ...

    @property
    def trusted(self) -> bool:
        """Whether a person may decide by these words."""
        ...

    def title(self, section: str) -> str:
        """What a section is called."""
        ...

    def line(self, section: str, line: str) -> str:
        """What a line of a section says."""
        ...

    def contact(self, contact: str) -> str:
        """Who answers, and what they can do."""
        ...

    def said(self, key: str) -> str:
        """What a button (`buttons.next`) or a notice (`notices.unchecked`) says."""
        ...
