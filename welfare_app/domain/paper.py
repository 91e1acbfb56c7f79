"""What is printed blank, for a site with no laptop: sheets to fill in, and the words on them."""

from dataclasses import dataclass
from typing import Protocol


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a sheet; `share` is its width, of a hundred."""

    id: str
    share: int


@dataclass(frozen=True, slots=True)
class Sheet:
    """A table to fill in by hand."""

    id: str
    rows: int
    columns: tuple[Column, ...]


@dataclass(frozen=True, slots=True)
class PaperPlan:
    """What the paper pack is made of, and what that rests on.

    `points` is the section of the worker's pages that says what a referral means, `card` are those
    of a card: who we are, rights, who can help, and what a worker shows to others.
    """

    workflow: str
    talk: str
    points: str
    consent_stage: str
    card: tuple[str, str, str, str]
    sheets: tuple[Sheet, ...]
    source: str
    checked: str


class PaperWords(Protocol):
    """What is said on paper alone."""

    @property
    def plan(self) -> PaperPlan:
        """What they are for."""
        ...

    def said(self, key: str, **facts: str) -> str:
        """One text, by dotted key, its blanks filled."""
        ...

    def lines(self, key: str, **facts: str) -> tuple[str, ...]:
        """Lines that stand one under another."""
        ...
