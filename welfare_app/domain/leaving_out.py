"""Minimisation: what is left out of a pack, and why. The referral itself is always in."""

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
    """What does not go, in the order of a pack, and why the reader does not need it.

    `exhibits` are single files that stay while the others go.
    """

    parts: tuple[Part, ...] = ()
    because: str = field(default="", repr=False)
    exhibits: tuple[int, ...] = ()

    @property
    def anything(self) -> bool:
        """Whether something is left out at all."""
        return bool(self.parts or self.exhibits)

    def holds_back(self, exhibit: int) -> bool:
        """Whether this file does not go."""
        return Part.EVIDENCE in self.parts or exhibit in self.exhibits

    @property
    def listed(self) -> str:
        """What is left out, in words; blank where nothing is."""
        named = [CALLED[part] for part in Part if part in self.parts]
        if self.exhibits and Part.EVIDENCE not in self.parts:
            numbers = ", ".join(str(one) for one in sorted(self.exhibits))
            named.insert(0, f"{'exhibit' if len(self.exhibits) == 1 else 'exhibits'} {numbers}")
        return "; ".join(named).capitalize()

    @property
    def said(self) -> str:
        """What is left out and the reason in one sentence; blank where nothing is."""
        return f"{self.listed}, because: {self.because}" if self.anything else ""


NOTHING_LEFT_OUT = LeftOut()
