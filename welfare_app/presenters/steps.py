"""The steps of a job, as the rail shows them."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class RailStep:
    """One line: `state` is done, now, next, waiting, late or skipped; `stamp` says who and when."""

    key: str
    title: str
    state: str = "next"
    stamp: str = ""


@dataclass(frozen=True, slots=True)
class RailGroup:
    """Steps that belong together; a blank title is no title."""

    title: str
    steps: tuple[RailStep, ...]


@dataclass(frozen=True, slots=True)
class RailScreen:
    """A whole rail. `folded` is what stands for it where there is no room."""

    title: str
    groups: tuple[RailGroup, ...]
    folded: str
