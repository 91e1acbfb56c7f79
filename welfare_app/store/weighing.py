"""Weighs gathered rows against the trail: what is proved, what is gone, and what to declare."""

import hashlib
import json
from collections.abc import Callable, Container, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any, TypeAlias

from welfare_app.domain.events.rescue import File, Hole, Remains
from welfare_app.store import audit
from welfare_app.store.audit import Head
from welfare_app.store.listing import ABOUT
from welfare_app.store.salvage import Gathered
from welfare_app.store.survey import Entry, Wrote, erasures, survey, written
from welfare_app.store.versions import HEADER

BEGINS = {
    "InterviewStarted": "interview",
    "NoteKept": "note",
    "SignNoted": "sign",
    "PackOpened": "pack",
    "EvidenceKept": "evidence",
    "KeepingAsked": "preservation",
    "ChronologyNoted": "chronology",
    "ChronologyCorrected": "chronology",
    "ReferralStarted": "referral",
    "StaffAdded": "staff",
    "HoldPlaced": "hold",
    "KeptLonger": "keeping",
    "CaseDisposed": "disposal",
    "AccessAsked": "access",
    "CircleDrawn": "circle",
    "SecondSignerKept": "second-signer",
}
"""What kind of record an event begins, where nothing else of it is left to say."""


TOLD_BY = (
    ("workflow", "pack", "interview"),
    ("indicator", "sign", "interview"),
    ("digest", "evidence", "pack"),
    ("asked_of", "preservation", "pack"),
    ("original", "note", "interview"),
    ("corrects", "chronology", "pack"),
    ("pack", "referral", "pack"),
    ("started", "interview", ""),
    ("role", "staff", ""),
    ("nation", "organisation", ""),
    ("root_key", "identity", ""),
    ("signing_key", "second-signer", ""),
    ("keeps", "circle", "keeps"),
)
"""What in a header tells its kind, the kind, and what in it names the record it belongs to."""

UNKNOWN = "unknown"

Row: TypeAlias = tuple[str, str, int, str]
"""A record, a part, the entry that wrote it, and what it says."""


@dataclass(frozen=True, slots=True)
class Record:
    """What is known of a record whatever is left of it. `entry` is the first that wrote it."""

    id: str
    kind: str
    parent: str
    entry: int


@dataclass(frozen=True, slots=True)
class Proved:
    """What may be brought over, and what must be declared to be missing.

    `torn` are the records that are not whole; `head` is where the trail goes on; `erased` are the
    records that the trail says are gone for good, with their kind and the entry that says so.
    """

    entries: tuple[Entry, ...] = field(repr=False)
    versions: tuple[Row, ...] = field(repr=False)
    records: tuple[Record, ...]
    holes: tuple[Hole, ...]
    remains: tuple[Remains, ...]
    torn: frozenset[str]
    head: Head
    declared: int = 0
    beside: tuple[Row, ...] = field(default=(), repr=False)
    erased: tuple[tuple[str, str, int], ...] = ()


def prove(gathered: Gathered, key: bytes, heads: Iterable[Head], *, sealed: bool) -> Proved:
    """Weigh everything. Where pages are not sealed, only what the trail itself proves is kept."""
    entries = [gathered.entries[number] for number in sorted(gathered.entries)]
    if not sealed:
        entries = _chained(entries, key)
    gone = erasures(entries)
    rows, beside = _rows(gathered.versions, gone), _rows(gathered.beside, gone)
    surveyed = survey(entries, _written([*rows, *beside]), key)
    by_number = {one.number: one for one in entries}
    if not sealed:
        bad = {one.entry for one in surveyed.faults if one.code == "audit.content-changed"}
        rows, beside = (
            [row for row in some if row[2] not in bad and row[2] in by_number]
            for some in (rows, beside)
        )
    wrote = _written([*rows, *beside])
    highest = max([0, *by_number, *wrote])
    head = _head(by_number, highest, heads)
    holes = _holes(entries, surveyed.declared.holes, head)
    known = surveyed.declared.remains
    remains, torn = list[Remains](), set[str]()
    for number in sorted({*by_number, *wrote}):
        record, digest = wrote.get(number, ("", audit.NOTHING))
        entry = by_number.get(number)
        if entry is not None and (
            digest == entry.digest
            or (digest == audit.NOTHING and gone.get(entry.record, 0) > number)
        ):
            continue
        if known.get(number) != digest.hex():
            remains.append((number, digest.hex()))
        torn.add(entry.record if entry is not None else record)
    return Proved(
        tuple(entries),
        tuple(rows),
        _records(gathered, entries, [*rows, *beside], gone),
        holes,
        tuple(remains),
        frozenset(torn - {"", *gone}),
        head,
        surveyed.declared.count,
        tuple(beside),
        tuple(
            (one, json.loads(by_number[at].facts)["kind"], at) for one, at in sorted(gone.items())
        ),
    )


def file_remains(
    proved: Proved, read: Callable[[str], Iterable[bytes]]
) -> tuple[tuple[File, ...], frozenset[str]]:
    """The files whose bytes are not all there, and the SHA-256 of what is left of each."""
    found = list[File]()
    expected = {
        record: json.loads(body).get("digest")
        for record, part, _, body in sorted(proved.versions, key=lambda row: row[2])
        if part == HEADER
    }
    for one in proved.records:
        if one.kind != "evidence":
            continue
        left = hashlib.sha256()
        for data in read(one.id):
            left.update(data)
        if left.hexdigest() != expected.get(one.id):
            found.append((one.id, left.hexdigest()))
    return tuple(found), frozenset(id for id, _ in found)


def _rows(found: Mapping[tuple[str, str, int], str], gone: Container[str]) -> list[Row]:
    """Rows but for those of erased records: what lay on in free pages does not come back."""
    return [
        (record, part, entry, body)
        for (record, part, entry), body in found.items()
        if record not in gone
    ]


def _written(rows: Iterable[Row]) -> Wrote:
    return written((entry, record, part, body) for record, part, entry, body in rows)


def _chained(entries: list[Entry], key: bytes) -> list[Entry]:
    """Those that follow the one before them; the first behind a hole is not among them."""
    at = {one.number: one for one in entries}
    true = set[int]()
    for one in entries:
        before = at.get(one.number - 1)
        if one.follows(key, before.mac if before else audit.START):
            true.add(one.number)
    return [one for one in entries if one.number in true]


def _head(entries: Mapping[int, Entry], highest: int, heads: Iterable[Head]) -> Head:
    """Where the trail goes on: after the newest entry that is known of, here or outside."""
    known = [one for one in heads if one.number >= highest]
    newest = max(known, key=lambda one: one.number, default=Head(highest, audit.START))
    here = entries.get(newest.number)
    return Head(newest.number, here.mac) if here else newest


def _holes(entries: list[Entry], declared: Mapping[int, Hole], head: Head) -> tuple[Hole, ...]:
    """The stretches of the trail that are not there and were not declared before."""
    found, expected = list[Hole](), 1
    for one in entries:
        if one.number > expected:
            found.append((expected, one.number - 1, one.imprint()))
        expected = one.number + 1
    if head.number >= expected:
        found.append((expected, head.number, head.mac.hex()))
    return tuple(
        hole for hole in found if hole[0] not in declared or declared[hole[0]][1] != hole[1]
    )


def _records(
    gathered: Gathered, entries: list[Entry], rows: list[Row], gone: Container[str]
) -> tuple[Record, ...]:
    """Every record that anything is left of, or that the trail tells of."""
    found = dict[str, Record]()
    for record, part, entry, body in rows:
        if part == ABOUT:
            about = json.loads(body)
            found[record] = Record(record, about["kind"], about["parent"], entry)
    for id, (kind, parent, entry) in gathered.kinds.items():
        found.setdefault(id, Record(id, kind, parent, entry))
    for one in entries:
        if one.record and one.record not in found and one.event in BEGINS:
            found[one.record] = Record(one.record, BEGINS[one.event], "", one.number)
    for record, part, entry, body in rows:
        if record not in found and part == HEADER:
            found[record] = _by_header(record, entry, json.loads(body))
    for record, _, entry, _ in rows:
        found.setdefault(record, Record(record, UNKNOWN, "", entry))
    left = (one for one in found.values() if one.id not in gone)
    return tuple(sorted(left, key=lambda one: (one.entry, one.id)))


def _by_header(record: str, entry: int, header: Mapping[str, Any]) -> Record:
    for told, kind, over in TOLD_BY:
        if told in header:
            return Record(record, kind, str(header.get(over) or ""), entry)
    return Record(record, UNKNOWN, "", entry)
