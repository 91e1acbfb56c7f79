"""Keeps cases from whoever is outside their circle: every reading and writing passes it.

It is held by the program alone. Whoever has a way into the vault holds the key to all of it.
"""

import json
from collections.abc import Iterable

from welfare_app.domain.errors import Refused
from welfare_app.store.around_damage import Reading
from welfare_app.store.memory import Memory

CIRCLE = "circle"
"""The kind of record that says who a case is kept to; it stands under the case's root."""
DRAWN = "drawn:"
"""What the parts of it are called that say so, the last of them holding."""

_UNDER = """
    WITH RECURSIVE under (id) AS (
        SELECT value FROM json_each(?)
        UNION SELECT record.id FROM record JOIN under ON record.parent = under.id
    ) SELECT id FROM under
"""
_SAID = """
    SELECT record, part, body, MAX(entry) FROM version
    WHERE record IN (SELECT id FROM record WHERE kind = ?) AND substr(part, 1, ?) = ?
    GROUP BY record, part ORDER BY record, part
"""


class Guard:
    """Knows, for one piece of work, which records its author is shut out from.

    `memory` knows the cases whose glass was broken since the vault was opened, and by whom; and
    whether there is any circle at all, for in most vaults there is none and every saving asks.
    With `everything` nothing is shut: for what keeps the vault in order and shows nobody anything.
    """

    def __init__(
        self, reading: Reading, by: str, memory: Memory, *, everything: bool = False
    ) -> None:
        self._reading, self._by, self._memory = reading, by, memory
        self._everything = everything
        self._entered = set[str]()
        self._kept: frozenset[str] | None = None
        self._shut = self._barred = frozenset[str]()

    @property
    def shut(self) -> frozenset[str]:
        """The ids of every record that its author may not read."""
        self._look()
        return self._shut

    @property
    def barred(self) -> frozenset[str]:
        """The ids of those of whose trail its author is not to read either."""
        self._look()
        return self._barred

    def must_be_in(self, *ids: str) -> None:
        """Refuse what lies in a case kept to others."""
        if not self.shut.isdisjoint(ids):
            raise Refused("circle.shut")

    def keeps(self, root: str) -> bool:
        """Whether a case is kept to a circle, whoever is in it."""
        self._look()
        return self._kept is not None and root in self._kept

    def visible(self, ids: Iterable[str]) -> tuple[str, ...]:
        """Those of some ids that its author may know of."""
        return tuple(id for id in ids if id not in self.shut)

    def enter(self, root: str) -> None:
        """Break the glass of a case, for good once the work is committed."""
        self._entered.add(root)
        self.look_again()

    def look_again(self) -> None:
        """A circle was drawn, or a case was begun in one: what was known may have changed."""
        self._kept, self._memory.no_circles = None, False

    def committed(self) -> None:
        """What was entered stays open until the vault is closed."""
        self._memory.broken |= {(self._by, root) for root in self._entered}

    def _look(self) -> None:
        if self._kept is not None:
            return
        roots = {} if self._everything else self._circled()
        self._kept, self._shut, self._barred = (frozenset[str]() for _ in range(3))
        if not roots:
            return
        members, barred = self._said()
        # one that cannot be read any more shuts everybody out, until a lead breaks the glass
        kept = {roots[id]: members.get(id) for id in roots if members.get(id) != []}
        entered = self._entered | {root for by, root in self._memory.broken if by == self._by}
        out = [
            root
            for root, among in kept.items()
            if root not in entered and (among is None or self._by not in among)
        ]
        self._kept = frozenset(kept)
        self._shut = self._under(out)
        self._barred = self._under(
            [roots[id] for id, some in barred.items() if id in roots and self._by in some]
        )

    def _circled(self) -> dict[str, str]:
        """The case each circle is drawn round."""
        if self._memory.no_circles:
            return {}
        found = self._reading.rows("SELECT id, parent FROM record WHERE kind = ?", (CIRCLE,))
        self._memory.no_circles = found.whole and not found.rows
        return dict(found.rows)

    def _said(self) -> tuple[dict[str, list[str]], dict[str, list[str]]]:
        members, barred = dict[str, list[str]](), dict[str, list[str]]()
        for id, _, body, _ in self._reading.rows(_SAID, (CIRCLE, len(DRAWN), DRAWN)).rows:
            try:
                said = json.loads(body)
                members[id], barred[id] = list(said["members"]), list(said["barred"])
            except (ValueError, KeyError, TypeError):
                members.pop(id, None)
        return members, barred

    def _under(self, roots: list[str]) -> frozenset[str]:
        if not roots:
            return frozenset()
        found = self._reading.rows(_UNDER, (json.dumps(roots),))
        return frozenset({*roots, *(id for (id,) in found.rows)})
