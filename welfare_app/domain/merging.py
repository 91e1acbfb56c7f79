"""What is current when the same part was written on more than one laptop.

The same versions give the same answer on every laptop, in whatever order they came: the
answer looks only at what was written over what, never at when it arrived.
"""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any, TypeAlias

from welfare_app.domain.courier import Stamp

Rank: TypeAlias = tuple[bool, int, str, Stamp]

LISTS = ("turn:", "addition:", "sealing:", "handover:", "handled:", "given:", "path:", "call:")
"""Parts that are lines of a list: two laptops may each have added one in the same place."""

MOST_SHOWN = 20
"""How many versions of one part are ever set side by side."""

_PASSING = frozenset({"page", "number"})
"""What a header says that nobody would choose between: the page a talk was left at."""


@dataclass(frozen=True, slots=True)
class Version:
    """One version of one part, as far as merging needs to know it."""

    stamp: Stamp
    at: str
    over: frozenset[Stamp]
    body: str


class Tree:
    """The versions of one part, each after those it was written over."""

    def __init__(self, versions: Iterable[Version]) -> None:
        self._versions: dict[Stamp, Version] = {}
        self._rank: dict[Stamp, Rank] = {}
        for one in versions:
            self._add(one)

    def _add(self, one: Version) -> None:
        """Add a version; one written over what is not here is a `KeyError`."""
        ranks = [self._rank[parent] for parent in one.over]
        self._versions[one.stamp] = one
        self._rank[one.stamp] = (
            _finished(one.body) or any(rank[0] for rank in ranks),
            1 + max((rank[1] for rank in ranks), default=0),
            one.at,
            one.stamp,
        )

    def before(self, stamp: Stamp) -> frozenset[Stamp]:
        """Everything that was written over on the way to a version."""
        found = set[Stamp]()
        waiting = list(self._versions[stamp].over)
        while waiting:
            one = waiting.pop()
            if one not in found:
                found.add(one)
                waiting += self._versions[one].over
        return frozenset(found)

    def heads(self) -> tuple[Stamp, ...]:
        """Those nobody has written over, what is current first.

        A version outranks what it was written over, so what stands beside never becomes current
        by itself: what was signed off, then what was worked on more, then what is later.
        """
        over = {parent for one in self._versions.values() for parent in one.over}
        found = [stamp for stamp in self._versions if stamp not in over]
        return tuple(sorted(found, key=self._rank.__getitem__, reverse=True))

    def contested(self) -> tuple[Stamp, ...]:
        """The heads a person should choose between; none where there is nothing to choose."""
        heads = self.heads()[:MOST_SHOWN]
        if not heads:
            return ()
        shown = [heads[0]]
        for head in heads[1:]:
            others = [one for one in heads if one != head]
            if not any(self._covers(g, head) and not self._covers(head, g) for g in others) and (
                self._matter(head) not in [self._matter(one) for one in shown]
            ):
                shown.append(head)
        return tuple(shown) if len(shown) > 1 else ()

    def _covers(self, head: Stamp, other: Stamp) -> bool:
        """Whether whoever wrote a head had already written over the same words themselves."""
        own = self.before(head) - self.before(other)
        return self._matter(other) in [self._matter(one) for one in own]

    def _matter(self, stamp: Stamp) -> Any:
        return matter(self._versions[stamp].body)


def _said(body: str) -> Mapping[str, Any] | None:
    found = json.loads(body)
    return found if isinstance(found, dict) else None


def _finished(body: str) -> bool:
    """Whether a header says that its record was signed off."""
    return '"finished"' in body and bool((_said(body) or {}).get("finished"))


def matter(body: str) -> Any:
    """What a version says, without what is passing."""
    said = _said(body)
    if said is None:
        return json.loads(body)
    return {key: value for key, value in said.items() if key not in _PASSING}
