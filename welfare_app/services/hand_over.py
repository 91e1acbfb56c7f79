"""What became of sealed packs: handed over, the words told, received, and what was decided."""

from dataclasses import dataclass, field

from welfare_app.domain.errors import Refused
from welfare_app.domain.handover import Entry, Step
from welfare_app.domain.handover_feed import SEAL, fed
from welfare_app.domain.ids import PackId, StageId
from welfare_app.domain.pack import IncidentPack
from welfare_app.domain.referral import Referral
from welfare_app.services.ports import UnitOfWork
from welfare_app.services.shift import Shift
from welfare_app.services.versions import stages_of, workflow_of
from welfare_app.services.work_pack import WorkPack


@dataclass(frozen=True, slots=True)
class ToldStep:
    """A step as a person tells it. What a step does not ask is blank."""

    digest: str
    step: Step
    day: str = ""
    hour: str = ""
    how: str = ""
    who: str = field(default="", repr=False)
    words: str = field(default="", repr=False)


@dataclass(frozen=True, slots=True)
class HandOver:
    """Keeps what became of sealed packs. What was written stays; a newer entry corrects it."""

    shift: Shift
    packs: WorkPack

    def of(self, pack: PackId) -> Referral | None:
        """The referral of a pack with everything that was sealed of it, if anything was."""
        with self.shift.work() as work:
            found = [one for one in work.referrals.of(pack) if one.sealings]
        return found[-1] if found else None

    def write(self, pack: PackId, told: ToldStep) -> Referral:
        """Write a step down; the stages of the pack learn of it in the same piece of work.

        The stage of the hand-over is done once nothing of what it asks is left open.
        """
        now, me = self.shift.now(), self.shift.staff.id
        entry = Entry(
            told.digest,
            told.step,
            told.day.strip(),
            told.hour.strip(),
            told.how,
            told.who.strip(),
            told.words.strip(),
            now,
            me,
        )
        with self.shift.work() as work:
            found = [one for one in work.referrals.of(pack) if one.sealed_as(told.digest)]
            if not found:
                raise Refused("handover.not-sealed")
            referral, written = found[0].hand_over(entry)
            work.referrals.save(referral, because=written)
            self._feed(work, work.packs.get(pack), referral, entry)
            changes = work.commit()
        self.shift.announce(changes | {pack})
        return referral

    def _feed(self, work: UnitOfWork, pack: IncidentPack, referral: Referral, entry: Entry) -> None:
        definitions = self.packs.rules.definitions
        sealing = referral.sealed_as(entry.digest)
        second = sealing.checked.by if sealing else None
        checker = next((one.name for one in work.register.staff() if one.id == second), "")
        for id, answer in fed(stages_of(definitions, pack).form, referral, entry, checker):
            if pack.answers.get(id) != answer:
                pack, answered = pack.answer(id, answer)
                work.packs.save(pack, because=answered)
        stage = self._stage(pack)
        if entry.step is Step.RECEIVED and stage and self.packs.could_complete(pack, stage):
            pack, completed = pack.complete(stage, entry.at, entry.by)
            work.packs.save(pack, because=completed)

    def _stage(self, pack: IncidentPack) -> StageId | None:
        stages = workflow_of(self.packs.rules.definitions, pack).workflow.stages
        return next(
            (one.id for one in stages if one.does == SEAL and one.id not in pack.done), None
        )
