"""Reading the audit trail: who did what, when, on which laptop, to which record by its number."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from welfare_app.domain.ids import StaffId
from welfare_app.domain.roles import Act
from welfare_app.domain.trail import Asked, Entry, Named
from welfare_app.services.definitions import Definitions, TrailWords
from welfare_app.services.jobs import Progress, no_progress
from welfare_app.services.shift import Shift
from welfare_app.services.vaults import TrailCheck

AT_ONCE = 500
"""Entries put into words in one piece of work, so that nobody waits long for their turn."""

SHEET = StaffId("recovery")
"""In whose name entries stand that were written before a person was known."""

GONE = "a record that is no longer here"


@dataclass(frozen=True, slots=True)
class Told:
    """One entry in words. `said` ends the sentence `who` begins; `kind` is blank if unknown."""

    entry: Entry
    who: str = field(repr=False)
    said: str
    about: str
    kind: str

    @property
    def sentence(self) -> str:
        """Who did what."""
        return f"{self.who} {self.said}"


def told(
    entry: Entry, named: Mapping[str, Named], people: Mapping[StaffId, str], words: TrailWords
) -> Told:
    """An entry in words, with the numbers of records and the names of people."""
    about = next((named[id].number for id in entry.ids if id in named), "")
    facts = {key: str(value) for key, value in entry.facts.items()}
    if "staff" in facts:
        facts["staff"] = _name(StaffId(facts["staff"]), people)
    facts["about"] = about or GONE
    said = words.said(entry.event, facts)
    said = said or f"did something this version has no words for ({entry.event})"
    return Told(entry, _name(entry.by, people), said, about, words.kind_of(entry.event))


@dataclass(frozen=True, slots=True)
class ReadTrail:
    """What those who look after the trail can ask of it."""

    shift: Shift
    definitions: Definitions

    def numbers(self, asked: Asked) -> Sequence[int]:
        """The numbers of every entry that was asked for, the newest first."""
        self.shift.must(Act.READ_TRAIL)
        with self.shift.work() as work:
            return work.audit.numbers(asked)

    def told(self, numbers: Sequence[int]) -> tuple[Told, ...]:
        """These entries in words, in the order asked for. No record is read for it."""
        self.shift.must(Act.READ_TRAIL)
        with self.shift.work() as work:
            entries = work.audit.entries(numbers)
            named = work.audit.named(id for one in entries for id in one.ids)
            people = {one.id: one.name for one in work.register.staff()}
        words = self.definitions.trail()
        return tuple(told(one, named, people, words) for one in entries)

    def all_told(self, numbers: Sequence[int]) -> Iterator[Told]:
        """Any number of entries in words, some at a time."""
        for at in range(0, len(numbers), AT_ONCE):
            yield from self.told(numbers[at : at + AT_ONCE])

    def people(self) -> tuple[tuple[StaffId, str], ...]:
        """Everyone who may have done something: id and name."""
        self.shift.must(Act.READ_TRAIL)
        with self.shift.work() as work:
            return tuple((one.id, one.name) for one in work.register.staff())

    def check(self, progress: Progress = no_progress) -> TrailCheck:
        """Check the whole trail and all it wrote. Call it in a job."""
        self.shift.must(Act.READ_TRAIL)
        return self.shift.vault.examine_trail(progress)


def _name(staff: StaffId, people: Mapping[StaffId, str]) -> str:
    unknown = "Whoever held the recovery sheet" if staff == SHEET else "Someone no longer listed"
    return people.get(staff, unknown)
