"""Who sees a case. `case` is the id of its root; names and reasons stay in the circle itself."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class CircleDrawn:
    """A case was kept to some of the staff, or to others than before."""

    case: str


@dataclass(frozen=True, slots=True)
class CircleLifted:
    """A case was opened to everyone again, with a reason."""

    case: str


@dataclass(frozen=True, slots=True)
class GlassBroken:
    """Someone outside the circle opened a case in an emergency, with a reason."""

    case: str


@dataclass(frozen=True, slots=True)
class GlassSeen:
    """Someone in the circle read who had opened the case, and why."""

    case: str
