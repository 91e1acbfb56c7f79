"""Remembers outside the list of slots how far it had got, so that an older one put back shows."""

from collections.abc import Sequence
from contextlib import suppress

from welfare_app.domain.errors import Unavailable
from welfare_app.keys.slots import Slots
from welfare_app.services.vaults import Anchor

NEWEST, OLDER = "slots", "slots-older"
OLDER_LIST = "key.slots-rolled-back"
MARK = 8


class KeptList:
    """The newest list seen, in the places given. It keeps nobody out: it only tells."""

    def __init__(self, anchors: Sequence[Anchor]) -> None:
        self._anchors = anchors

    def notice(self, slots: Slots) -> None:
        """Remember this list, unless it is an older one: then remember that, until `accept`."""
        if self._older(slots):
            self._remember(OLDER, "yes")
        elif not self._told():
            self._remember(NEWEST, _mark(slots))

    def faults(self, slots: Slots) -> tuple[str, ...]:
        """What there is to tell of this list."""
        return (OLDER_LIST,) if self._told() or self._older(slots) else ()

    def highest(self, slots: Slots) -> int:
        """The highest revision there ever was, as far as is known."""
        return max(slots.revision, *(kept for kept, _ in self._kept()), 0)

    def accept(self, slots: Slots) -> None:
        """A lead has looked into it: from now on this is the newest list."""
        self._remember(OLDER, "")
        self._remember(NEWEST, _mark(slots))

    def _older(self, slots: Slots) -> bool:
        mark = _mark(slots)
        return any(
            revision > slots.revision or (revision == slots.revision and kept != mark)
            for revision, kept in self._kept()
        )

    def _told(self) -> bool:
        return any(anchor.recall(OLDER) for anchor in self._anchors)

    def _kept(self) -> list[tuple[int, str]]:
        found = []
        for anchor in self._anchors:
            kept = anchor.recall(NEWEST) or ""
            number, _, _ = kept.partition(":")
            if number.isascii() and number.isdigit() and len(number) < 16:
                found.append((int(number), kept))
        return found

    def _remember(self, name: str, value: str) -> None:
        for anchor in self._anchors:
            if (anchor.recall(name) or "") != value:
                with suppress(Unavailable):  # a disk that is full must keep nobody out
                    anchor.remember(name, value)


def _mark(slots: Slots) -> str:
    return f"{slots.revision}:{slots.tag[:MARK].hex()}"
