"""Minimisation: what is left out of a pack, and why. The referral itself is always in."""

from collections.abc import Collection
from dataclasses import dataclass, field
from enum import StrEnum

from welfare_app.domain.chronology import Source


class Part(StrEnum):
    """What can be left out of a pack, whole."""

    EVIDENCE = "evidence"
    INTERVIEW = "interview"
    SIGNS = "signs"
    CHRONOLOGY = "chronology"
    CALLS = "calls"


CALLED = {
    Part.EVIDENCE: "the evidence files",
    Part.INTERVIEW: "the record of the interview",
    Part.SIGNS: "the signs noticed",
    Part.CHRONOLOGY: "what happened, in order",
    Part.CALLS: "calls and the advice given",
}
"""What each is called where it is said that it is left out."""

TELLS = {
    Part.EVIDENCE: Source.FILE,
    Part.INTERVIEW: Source.TALK,
    Part.SIGNS: Source.SIGN,
    Part.CALLS: Source.CALL,
}
"""What each would otherwise still tell in the chronology."""


@dataclass(frozen=True, slots=True)
class LeftOut:
    """The parts that do not go, in the order of a pack, and why the reader does not need them."""

    parts: tuple[Part, ...] = ()
    because: str = field(default="", repr=False)

    @property
    def said(self) -> str:
        """The parts and the reason in one sentence; blank where nothing is left out."""
        if not self.parts:
            return ""
        return f"{listed(self.parts).capitalize()}, because: {self.because}"


NOTHING_LEFT_OUT = LeftOut()


def listed(parts: Collection[Part]) -> str:
    """The parts as a list in words."""
    return "; ".join(CALLED[part] for part in Part if part in parts)
