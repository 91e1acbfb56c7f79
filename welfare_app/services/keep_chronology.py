"""Keeping the chronology of a case: gathered from all its records, and written to by hand."""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from dataclasses import field as part
from pathlib import Path

from welfare_app.domain.chronology import ChronologyEntry, Happening, chronology, of_entries
from welfare_app.domain.chronology_document import MARKING, compose_chronology
from welfare_app.domain.errors import Refused
from welfare_app.domain.events import ChronologyGiven
from welfare_app.domain.happenings import (
    of_calls,
    of_files,
    of_pack,
    of_paths,
    of_signs,
    of_talk,
)
from welfare_app.domain.ids import EntryId, PackId, StaffId
from welfare_app.domain.outcome import OUTCOME
from welfare_app.domain.pack import IncidentPack
from welfare_app.domain.referral_document import PRACTICE
from welfare_app.domain.roles import Act
from welfare_app.domain.sign import Known
from welfare_app.services.definitions import Definitions
from welfare_app.services.ports import UnitOfWork
from welfare_app.services.shift import Shift
from welfare_app.services.tools import Disk, Renderer
from welfare_app.services.versions import stages_of, workflow_of


@dataclass(frozen=True, slots=True)
class Told:
    """What a person says of a happening. `when` is ISO 8601 cut short, `time` HH:MM; or blank."""

    what: str = part(repr=False)
    when: str = ""
    time: str = ""
    known: Known = Known.SAID


@dataclass(frozen=True, slots=True)
class CaseChronology:
    """The chronology of a pack, and who wrote what down."""

    number: str
    happenings: tuple[Happening, ...] = part(repr=False)
    names: Mapping[StaffId, str] = part(repr=False)


@dataclass(frozen=True, slots=True)
class KeepChronology:
    """Reads the chronology, adds to it and prints it. Nothing in it is ever overwritten."""

    shift: Shift
    definitions: Definitions
    renderer: Renderer
    disk: Disk

    def of(self, pack: PackId) -> CaseChronology:
        """Everything that happened, in order."""
        with self.shift.work() as work:
            return self._gathered(work, work.packs.get(pack))

    def add(self, pack: PackId, told: Told) -> ChronologyEntry:
        """Write something down by hand."""
        return self._keep(pack, told, None)

    def correct(self, pack: PackId, entry: EntryId, told: Told) -> ChronologyEntry:
        """Correct what was written by hand, by a newer entry. The older one stays."""
        return self._keep(pack, told, entry)

    def save(self, pack: PackId, path: Path) -> None:
        """Print it to a file that is not locked.

        It is recorded before the file takes its name, so that no copy is out unrecorded.
        """
        self.shift.must(Act.SEND_CASES)
        with self.shift.work() as work:
            told = self._gathered(work, work.packs.get(pack))
            practice = work.register.organisation().practice
        marking = PRACTICE if practice else MARKING
        pdf = self.renderer.render(
            compose_chronology(told.number, told.happenings, told.names, marking)
        )
        given = ChronologyGiven(pack, hashlib.sha256(pdf).hexdigest())
        self.disk.write_whole(path, pdf, lambda: self._record(given))

    def _record(self, given: ChronologyGiven) -> None:
        with self.shift.work() as work:
            work.audit.note(given, given.pack)
            work.commit()

    def _keep(self, pack: PackId, told: Told, corrects: EntryId | None) -> ChronologyEntry:
        now = self.shift.now()
        entry = ChronologyEntry(
            EntryId(self.shift.new_id()),
            pack,
            now,
            self.shift.staff.id,
            told.what.strip(),
            told.when,
            told.time,
            told.known,
            corrects,
        )
        because = entry.keep(now.astimezone().date())
        with self.shift.work() as work:
            work.packs.get(pack)
            if corrects is not None:
                _refuse_corrected(work.chronology.of(pack), corrects)
            work.chronology.save(entry, because=because)
            changes = work.commit()
        self.shift.announce(changes | {pack})
        return entry

    def _gathered(self, work: UnitOfWork, pack: IncidentPack) -> CaseChronology:
        ours = {one.id: one.name for one in work.register.staff()}
        authors = {StaffId(id): name for id, name in work.colleagues.authors().items()}
        found = happenings(work, self.definitions, pack)
        return CaseChronology(pack.number, found, authors | ours)


def happenings(
    work: UnitOfWork, definitions: Definitions, pack: IncidentPack
) -> tuple[Happening, ...]:
    """What every record of a case tells of it, in order. A new kind of record is one more part."""
    words = workflow_of(definitions, pack)
    titles = {one.id: words.text(one.id, "title") for one in words.workflow.stages}
    phrase = definitions.catalogue().phrase
    talk = work.interviews.get(pack.interview) if pack.interview else None
    return chronology(
        of_talk(talk) if talk else (),
        of_signs(work.signs.of(talk.id), phrase) if talk else (),
        of_pack(pack, titles),
        of_paths(pack, lambda path: stages_of(definitions, pack).option(OUTCOME, path)),
        of_calls(pack),
        of_files(work.evidence.of(pack.id)),
        of_entries(work.chronology.of(pack.id)),
    )


def _refuse_corrected(entries: tuple[ChronologyEntry, ...], id: EntryId) -> None:
    """Only an entry of this pack that stands can be corrected."""
    standing = {one.record for one in of_entries(entries)}
    if id not in {one.id for one in entries}:
        raise Refused("chronology.unknown")
    if id not in standing:
        raise Refused("chronology.corrected-already")
