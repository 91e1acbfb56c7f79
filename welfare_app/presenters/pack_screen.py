"""What the run-book shows: the stage that is due, what changes the path, and what is kept."""

from dataclasses import dataclass, field
from typing import Protocol

from welfare_app.domain.evidence import Evidence
from welfare_app.presenters.call_log import CallsScreen
from welfare_app.presenters.emergency import Number
from welfare_app.presenters.ladder_words import Climb
from welfare_app.presenters.questions import Question
from welfare_app.presenters.steps import RailScreen
from welfare_app.presenters.telling import Trouble
from welfare_app.presenters.times import Clock


@dataclass(frozen=True, slots=True)
class StageCard:
    """The stage in the middle: an order, why, whom to call, what to say and what it asks."""

    order: str
    why: str
    call: Number | None
    say: tuple[str, ...]
    tasks: tuple[str, ...]
    questions: tuple[Question, ...]
    action: str
    does: str
    state: str
    stamp: str
    waits_for: str
    who: str = ""
    """Whose stage it is."""


@dataclass(frozen=True, slots=True)
class GateLine:
    """Something that changes the path now: what, what it asks for, and whom to call."""

    key: str
    title: str
    tasks: tuple[str, ...]
    numbers: tuple[Number, ...]
    holds: bool
    circle: bool = False
    """Whether it is a reason to keep the case to a few people."""


@dataclass(frozen=True, slots=True)
class PathLine:
    """A path that was chosen: which, by whom and when, why, and whose second opinion."""

    title: str
    stamp: str
    reason: str = field(repr=False)
    second: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class PathsScreen:
    """The paths chosen so far, the one that holds last, and the others there are to choose."""

    chosen: tuple[PathLine, ...]
    others: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class DateLine:
    """A date of the case: what it is about, when, and what was written where it was kept."""

    key: str
    title: str
    when: str
    late: bool
    now: bool
    """Whether it can be written about: its day has come."""
    words: str = field(default="", repr=False)


@dataclass(frozen=True, slots=True)
class SealedCard:
    """That a pack was sealed, and what is to be written down of it next."""

    title: str
    said: str
    late: bool


@dataclass(frozen=True, slots=True)
class FileLine:
    """A file that is kept: its exhibit number, name, size in words, and fingerprint."""

    exhibit: str
    name: str = field(repr=False)
    size: str
    digest: str


@dataclass(frozen=True, slots=True)
class PackScreen:
    """Everything the run-book shows."""

    where: str
    rail: RailScreen
    card: StageCard
    clock: Clock | None
    meanwhile: tuple[tuple[str, str, bool], ...]
    never: tuple[str, ...]
    numbers: tuple[Number, ...]
    files: tuple[FileLine, ...]
    problems: str = ""
    busy: str = ""
    trouble: Trouble | None = None
    kept: str = ""
    notice: str = ""
    safe_contact: tuple[str, ...] = field(default=(), repr=False)
    gates: tuple[GateLine, ...] = ()
    paths: PathsScreen | None = None
    calls: CallsScreen | None = None
    dates: tuple[DateLine, ...] = ()
    sealed: SealedCard | None = None
    climb: Climb | None = None
    """Whom to tell in the company, at a stage where somebody is told."""
    clock_doubt: str = ""
    """That the laptop's clock contradicts what is written down, and what that means."""


class PackView(Protocol):
    """Whatever can draw the run-book."""

    def show_screen(self, screen: PackScreen) -> None:
        """Draw it."""
        ...


def file_line(evidence: Evidence) -> FileLine:
    """A file as the list shows it."""
    return FileLine(
        f"Exhibit {evidence.exhibit}", evidence.name, size_words(evidence.size), evidence.digest
    )


def size_words(size: int) -> str:
    """A size in bytes as people read it."""
    if size < 1000:
        return f"{size} bytes"
    if size < 1_000_000:
        return f"{size / 1000:,.0f} KB"
    large = f"{size / 1_000_000:,.1f} MB"
    return large if size < 1_000_000_000 else f"{size / 1_000_000_000:,.1f} GB"
