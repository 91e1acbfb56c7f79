"""Cases as they cross to another laptop: read with all their history, and taken in beside ours."""

import json
from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby
from typing import Any

from sqlcipher3.dbapi2 import Connection

from welfare_app.domain.courier import (
    KINDS,
    Arrival,
    CaseContents,
    Contested,
    Stamp,
    Standing,
    Written,
)
from welfare_app.domain.errors import Refused, Tampered
from welfare_app.domain.events import ConflictSettled, VersionReceived
from welfare_app.domain.merging import LISTS, Tree, Version
from welfare_app.store import calls
from welfare_app.store.guard import Guard
from welfare_app.store.listing import ABOUT
from welfare_app.store.memory import Memory
from welfare_app.store.reading import history_of, made_of, written_rows
from welfare_app.store.repository import Repository
from welfare_app.store.versions import HEADER, Versions


class VaultCrossing:
    """The histories of cases, for what carries them between laptops."""

    def __init__(
        self,
        connection: Connection,
        versions: Versions,
        memory: Memory,
        guard: Guard,
        repositories: Mapping[str, Repository[Any]],
    ) -> None:
        self._connection, self._versions, self._guard = connection, versions, guard
        self._repositories = repositories
        self.vault, self._contested = memory.name, memory.contested

    def root_of(self, id: str) -> str:
        """The record that a case's other records stand under."""
        self._guard.must_be_in(id)
        while True:
            row = self._connection.execute(
                "SELECT kind, parent FROM record WHERE id = ?", (id,)
            ).fetchone()
            if row is None or row[0] not in KINDS:
                raise Refused("courier.no-such-case")
            if not row[1]:
                return id
            id = row[1]

    def contents(self, id: str) -> CaseContents:
        """The whole case a record belongs to. One kept to a circle is refused.

        The other laptop knows other people, and could not keep it to anyone.
        """
        root = self.root_of(id)
        if self._guard.keeps(root):
            raise Refused("circle.not-sent")
        records = [root]
        for one in records:  # grows as those under each are found
            rows = self._connection.execute(
                "SELECT id, kind FROM record WHERE parent = ? ORDER BY entry", (one,)
            )
            records += [id for id, kind in rows if kind in KINDS]
        files = [one for one in records if self._kind(one) == "evidence"]
        entries = tuple(entry for one in records for entry in self.written(one))
        return CaseContents(root, entries, tuple(files))

    def written(self, record: str) -> list[Written]:
        """Every entry that wrote in a record, each after those it wrote over."""
        self._guard.must_be_in(record)
        found: list[Written] = []
        current: dict[str, Stamp] = {}
        rows = written_rows(self._connection, record)
        for entry, lines in groupby(rows, lambda row: row[0]):
            parts = [(part, body, shown) for _, part, body, shown in lines]
            given = {part: (current[part],) for part, _, _ in parts if part in current}
            one = history_of(self.vault, record, entry, [row[:2] for row in parts], given)
            current |= {part: one.stamp for part, _, shown in parts if shown}
            found.append(one)
        return found

    def take(self, case: CaseContents) -> tuple[Arrival, ...]:
        """Take in what is new of a case, a record at a time; what is known is only compared.

        Raises:
            Refused: "courier.unreadable" where it is no case of ours, "courier.erased" where a
                record of it was erased here.
            Tampered: "courier.differs" where an entry that is known here says something else.
        """
        grouped: dict[str, list[Written]] = {}
        for entry in case.entries:
            grouped.setdefault(entry.record, []).append(entry)
        self._refuse_other_shapes(case.root, grouped)
        self._refuse_erased(grouped)
        arrivals = tuple(self._take_one(id, theirs) for id, theirs in grouped.items())
        for one in arrivals:
            if not one.same:
                self._read_again(one)
        return arrivals

    def contested(self) -> tuple[Contested, ...]:
        """Every part that people should choose a version of."""
        rows = self._connection.execute(
            "SELECT DISTINCT record FROM audit WHERE event = 'VersionReceived' ORDER BY record"
        ).fetchall()
        ids = self._guard.visible(id for (id,) in rows)
        return tuple(one for id in ids for one in self._known_contested(id))

    def settle(self, record: str, part: str, chosen: Stamp, *, both: bool = False) -> None:
        """Make one version current over all that stand there; the others stay in the history.

        With `both`, in a list, what was current before stays too, as the next line.
        """
        entries = self.written(record)
        standing = next((one for one in self._contested_in(record) if one.part == part), None)
        if standing is None or chosen not in {one.stamp for one in standing.standing}:
            raise Refused("courier.settled-already")
        heads = _tree(entries, part).heads()
        bodies = {one.stamp: dict(one.rows).get(part, "") for one in entries}
        parts = {part: json.loads(bodies[chosen])}
        if both and standing.listed:
            start = next(kind for kind in LISTS if part.startswith(kind))
            lines = [one for entry in entries for one, _ in entry.rows if one.startswith(start)]
            following = 1 + max(int(line.removeprefix(start)) for line in lines)
            others = [one.stamp for one in standing.standing if one.stamp != chosen]
            for at, stamp in enumerate(others, start=following):
                parts[f"{start}{at:04}"] = json.loads(bodies[stamp])
        over = {part: tuple(one.text for one in heads)}
        self._versions.forget(record)
        self._versions.write(record, "", "", parts, ConflictSettled(record, part, over), new=False)

    def is_here(self, record: str) -> bool:
        """Whether there is such a record in this vault."""
        return bool(self._kind(record))

    def called(self, record: str) -> str:
        """What a record is called on this laptop; blank where it has no number."""
        return calls.called(self._connection, record)

    def _kind(self, id: str) -> str:
        row = self._connection.execute("SELECT kind FROM record WHERE id = ?", (id,)).fetchone()
        return str(row[0]) if row else ""

    def _parent(self, id: str) -> str:
        row = self._connection.execute("SELECT parent FROM record WHERE id = ?", (id,)).fetchone()
        return str(row[0]) if row else ""

    def _take_one(self, id: str, theirs: Sequence[Written]) -> Arrival:
        known = self.written(id)
        seen = {one.stamp: one for one in known}
        for one in theirs:
            if (ours := seen.get(one.stamp)) and _content(ours) != _content(one):
                raise Tampered("courier.differs")
        new = [one for one in theirs if one.stamp not in seen]
        made = _made(known, new)
        parts = {part for one in new for part, _ in one.rows}
        try:
            trees = {part: _tree([*known, *new], part) for part in parts}
        except KeyError as error:
            raise Refused("courier.unreadable") from error
        before = {part for part in parts if any(part in dict(one.rows) for one in known)}
        chosen = _now_current(trees, new)
        for at, one in enumerate(new):
            beside = {part for part, _ in one.rows if one.stamp not in chosen[part]}
            self._versions.receive(
                id, one.rows, beside, _received(one), made if made and at == 0 else None
            )
        if made:
            self._call_apart(id, made, new[0])
        return Arrival(
            id,
            self._kind(id),
            self.called(id),
            len(new),
            made is not None,
            tuple(sorted(before)),
            tuple(sorted(part for part, tree in trees.items() if tree.contested())),
        )

    def _call_apart(self, id: str, made: tuple[str, str], first: Written) -> None:
        header = json.loads(dict(first.rows).get(HEADER, "null"))
        if isinstance(header, dict) and isinstance(number := header.get(calls.NUMBER), str):
            calls.call_apart(self._connection, id, *made, number, first.stamp.vault)

    def _known_contested(self, record: str) -> tuple[Contested, ...]:
        """As found before, unless the record was written in since."""
        if record in self._versions.changed:
            return tuple(self._contested_in(record))
        if record not in self._contested:
            self._contested[record] = tuple(self._contested_in(record))
        return self._contested[record]

    def _contested_in(self, record: str) -> Iterator[Contested]:
        entries = self.written(record)
        known = {one.stamp: one for one in entries}
        for part in sorted({part for one in entries for part, _ in one.rows}):
            heads = _tree(entries, part).contested()
            if not heads:
                continue
            standing = tuple(
                Standing(
                    one,
                    dict(known[one].rows)[part],
                    known[one].at,
                    known[one].by,
                    known[one].device,
                )
                for one in heads
            )
            kind, root = self._kind(record), self.root_of(record)
            yield Contested(record, kind, root, part, standing, part.startswith(LISTS))

    def _refuse_other_shapes(self, root: str, grouped: Mapping[str, Sequence[Written]]) -> None:
        """Refuse what is not one case: every record in it stands where its kind may."""
        places = {}
        for id, entries in grouped.items():
            place = made_of(entries[0].rows)
            if place is None:
                raise Refused("courier.unreadable")
            ours = self._connection.execute(
                "SELECT kind, parent FROM record WHERE id = ?", (id,)
            ).fetchone()
            if ours is not None and tuple(ours) != place:
                raise Refused("courier.unreadable")
            places[id] = place
        for id, (kind, parent) in places.items():
            above = places[parent][0] if parent in places else ""
            if above not in KINDS.get(kind, ()) or bool(parent) == (id == root):
                raise Refused("courier.unreadable")
            if parent and parent not in places:
                raise Refused("courier.unreadable")
        if root not in places:
            raise Refused("courier.unreadable")

    def _refuse_erased(self, ids: Mapping[str, object]) -> None:
        rows = self._connection.execute(
            "SELECT DISTINCT record FROM audit WHERE record IN (SELECT value FROM json_each(?)) "
            "AND record NOT IN (SELECT id FROM record)",
            (json.dumps(list(ids)),),
        ).fetchall()
        if rows:
            raise Refused("courier.erased")

    def _read_again(self, one: Arrival) -> None:
        """Read a record as everyone will; what cannot be read is not taken in."""
        try:
            repository = self._repositories[one.kind]
            fits = repository.parent(repository.get(one.record)) == self._parent(one.record)
        except (KeyError, ValueError, TypeError, AttributeError, LookupError) as error:
            raise Refused("courier.unreadable") from error
        if not fits:
            raise Refused("courier.unreadable")


def _tree(entries: Sequence[Written], part: str) -> Tree:
    return Tree(
        Version(one.stamp, one.at, frozenset(one.over[part]), rows[part])
        for one in entries
        if part in (rows := dict(one.rows))
    )


def _now_current(trees: Mapping[str, Tree], new: Sequence[Written]) -> dict[str, frozenset[Stamp]]:
    """For each part, those that become or lead to what is current; the rest stand beside."""
    came = {one.stamp for one in new}
    chosen = {}
    for part, tree in trees.items():
        head = tree.heads()[0]
        chosen[part] = tree.before(head) | {head} if head in came else frozenset[Stamp]()
    return chosen


def _made(known: Sequence[Written], new: Sequence[Written]) -> tuple[str, str] | None:
    """The kind and parent of a record that is new here. One record is made once."""
    making = [at for at, one in enumerate(new) if ABOUT in dict(one.rows)]
    begun = [at for at, one in enumerate(new) if HEADER in one.over and not one.over[HEADER]]
    first = [] if known else [0]
    if making != first or begun != first or len({one.stamp for one in new}) != len(new):
        raise Refused("courier.unreadable")
    return None if known else made_of(new[0].rows)


def _content(one: Written) -> object:
    over = {part: frozenset(stamps) for part, stamps in one.over.items()}
    return one.record, sorted(one.rows), over, one.at, one.by, one.event


def _received(one: Written) -> VersionReceived:
    over = {part: tuple(stamp.text for stamp in stamps) for part, stamps in one.over.items()}
    return VersionReceived(*_stamp(one), one.at, one.by, one.device, one.event, over)


def _stamp(one: Written) -> tuple[str, int, str]:
    return one.stamp.vault, one.stamp.number, one.stamp.mark
