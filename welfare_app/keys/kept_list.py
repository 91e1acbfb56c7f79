"""Remembers outside the list of slots how far it had got, so that an older one put back shows."""

from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass, replace

from welfare_app.domain.errors import Unavailable
from welfare_app.keys.slots import Slots
from welfare_app.services.vaults import Anchor

NEWEST = "slots"
OLDER_LIST = "key.slots-rolled-back"
MARK = 8


@dataclass(frozen=True, slots=True)
class Newest:
    """The newest list one place knows; `older` once an older one was seen in its place."""

    revision: int
    mark: str
    older: bool = False

    def __str__(self) -> str:
        """How it is remembered."""
        return f"{self.revision}:{self.mark}:{'older' if self.older else ''}"

    def after(self, slots: Slots) -> "Newest":
        """What to remember once this list was seen. That it was an older one is not forgotten."""
        if self.older or slots.revision < self.revision:
            return replace(self, older=True)
        here = _newest(slots)
        forked = here.revision == self.revision and here.mark != self.mark
        return replace(self, older=True) if forked else here


class KeptList:
    """The newest list seen, in the places given. It keeps nobody out: it only tells."""

    def __init__(self, anchors: Sequence[Anchor]) -> None:
        self._anchors = anchors

    def notice(self, slots: Slots) -> None:
        """Remember this list, or that it is an older one: until `accept`."""
        for anchor in self._anchors:
            kept = _read(anchor.recall(NEWEST))
            seen = kept.after(slots) if kept else _newest(slots)
            if seen != kept:
                _remember(anchor, seen)

    def faults(self, slots: Slots) -> tuple[str, ...]:
        """What there is to tell of this list."""
        older = any(kept.after(slots).older for kept in self._kept())
        return (OLDER_LIST,) if older else ()

    def highest(self, slots: Slots) -> int:
        """The highest revision there ever was, as far as is known."""
        return max(slots.revision, *(kept.revision for kept in self._kept()), 0)

    def accept(self, slots: Slots) -> None:
        """A lead has looked into it: from now on this is the newest list."""
        for anchor in self._anchors:
            _remember(anchor, _newest(slots))

    def _kept(self) -> list[Newest]:
        found = (_read(anchor.recall(NEWEST)) for anchor in self._anchors)
        return [one for one in found if one]


def _newest(slots: Slots) -> Newest:
    return Newest(slots.revision, slots.tag[:MARK].hex())


def _read(kept: str | None) -> Newest | None:
    number, _, rest = (kept or "").partition(":")
    mark, _, older = rest.partition(":")
    if not (number.isascii() and number.isdigit() and len(number) < 16):
        return None
    return Newest(int(number), mark, older == "older")


def _remember(anchor: Anchor, newest: Newest) -> None:
    with suppress(Unavailable):  # a disk that is full must keep nobody out
        anchor.remember(NEWEST, str(newest))
