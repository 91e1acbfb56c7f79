"""The part of the audit trail that goes with a case: what was done to its records, and by whom."""

from collections.abc import Collection, Iterable, Iterator

from welfare_app.domain.ids import EvidenceId
from welfare_app.domain.leaving_out import Part
from welfare_app.domain.recorded import ABOUT_PARTS, Recorded, counted
from welfare_app.domain.trail import Asked
from welfare_app.services.definitions import Definitions
from welfare_app.services.ports import UnitOfWork
from welfare_app.services.read_trail import AT_ONCE, told

READS = "reads"
"""The kind of entry that says who looked: it stays with us."""


def extract(
    work: UnitOfWork,
    definitions: Definitions,
    numbers: Iterable[str],
    held_back: Collection[EvidenceId] = (),
) -> tuple[Recorded, ...]:
    """What was done to the records that go by these numbers, the like of one day together.

    Nothing of a file that is held back is told, nor counted.
    """
    return counted(_entries(work, definitions, numbers, frozenset(held_back)))


def _entries(
    work: UnitOfWork, definitions: Definitions, records: Iterable[str], held_back: frozenset[str]
) -> Iterator[Recorded]:
    words = definitions.trail()
    people = {one.id: one.name for one in work.register.staff()}
    asked = {number for record in records for number in work.audit.numbers(Asked(record=record))}
    numbers = sorted(asked)
    for start in range(0, len(numbers), AT_ONCE):
        entries = work.audit.entries(numbers[start : start + AT_ONCE])
        named = work.audit.named(id for one in entries for id in one.ids)
        for entry in entries:
            one = told(entry, named, people, words)
            of_files = entry.event.startswith(ABOUT_PARTS[Part.EVIDENCE])
            silent = of_files and not held_back.isdisjoint(entry.ids)
            if one.kind and one.kind != READS and not silent:
                yield Recorded(entry.at, entry.at, one.who, one.said, one.about, entry.event)
