"""Asking others to keep what they hold, before it is lost; and knowing whom to ask again."""

from dataclasses import dataclass
from datetime import datetime

from welfare_app.domain.custody import day_fault
from welfare_app.domain.errors import Refused
from welfare_app.domain.ids import PackId, PreservationId
from welfare_app.domain.preserving import Given, Preservation, RecordKind, Reply
from welfare_app.domain.roles import Act
from welfare_app.services.definitions import Definitions
from welfare_app.services.record_words import RecordWords, due_by
from welfare_app.services.shift import Shift


@dataclass(frozen=True, slots=True)
class AskToKeep:
    """The legal-hold list."""

    shift: Shift
    definitions: Definitions

    def words(self) -> RecordWords:
        """The kinds of records, and what to say of each."""
        return self.definitions.records_to_keep()

    def of(self, pack: PackId) -> tuple[Preservation, ...]:
        """What was asked for in a pack, the oldest first."""
        with self.shift.work() as work:
            return work.preservations.of(pack)

    def ask(
        self, pack: PackId, record: str, which: str, asked_of: str, covers: str
    ) -> Preservation:
        """Write down that someone was asked, now, to keep a record."""
        self.shift.must(Act.WORK_CASES)
        now = self.shift.now()
        if not record.strip() or not asked_of.strip():
            raise Refused("preservation.no-one")
        if fault := day_fault(covers, now.date()):
            raise Refused("evidence.future" if fault == "custody.future" else "preservation.day")
        one = Preservation(
            PreservationId(self.shift.new_id()),
            pack,
            record.strip(),
            which.strip(),
            asked_of.strip(),
            covers,
            now,
            self.shift.staff.id,
        )
        with self.shift.work() as work:
            work.packs.get(pack)
            work.preservations.save(one, because=one.ask())
            changes = work.commit()
        self.shift.announce(changes | {pack})
        return one

    def answered(self, id: PreservationId, reply: Reply, words: str) -> Preservation:
        """Write down what they answered, beside what they answered before."""
        given = Given(reply, words.strip(), self.shift.now(), self.shift.staff.id)
        with self.shift.work() as work:
            one, event = work.preservations.get(id).answer(given)
            work.preservations.save(one, because=event)
            changes = work.commit()
        self.shift.announce(changes | {one.pack})
        return one

    def due(self, one: Preservation) -> datetime | None:
        """By when to have heard; nothing once it is safe."""
        return due_by(self.words(), one)

    def kind(self, record: str) -> RecordKind | None:
        """The kind of a record that is on the list."""
        return next((one for one in self.words().kinds if one.id == record), None)
