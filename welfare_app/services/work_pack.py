"""Working an incident pack: open it, answer what each stage asks, complete or skip the stage."""

from dataclasses import dataclass

from welfare_app.domain.answers import Answer, values
from welfare_app.domain.calls import Call
from welfare_app.domain.checks import page_problems
from welfare_app.domain.clocks import Ticking, ticking
from welfare_app.domain.errors import Refused
from welfare_app.domain.form import Problem
from welfare_app.domain.ids import FieldId, InterviewId, PackId, StageId
from welfare_app.domain.pack import CHOSEN, IncidentPack, State, held_by, stages_due
from welfare_app.domain.workflow import Workflow
from welfare_app.services.case_words import WorkflowWords
from welfare_app.services.rulebook import Rules
from welfare_app.services.shift import Shift
from welfare_app.services.versions import stages_of, workflow_of

CHOOSE = "choose"
"""What the stage does at which the path is chosen."""


@dataclass(frozen=True, slots=True)
class WorkPack:
    """What staff can do with an incident pack. `words` are the newest stages, to open one with."""

    shift: Shift
    words: WorkflowWords
    rules: Rules

    def open(self, interview: InterviewId | None) -> IncidentPack:
        """Open a pack. An interview that has one already gives that one back."""
        with self.shift.work() as work:
            if interview and (there := work.packs.of(interview)):
                return there[0]
            pack, opened = IncidentPack.open(
                PackId(self.shift.new_id()),
                work.packs.next_number(),
                self.words.workflow,
                interview,
                self.shift.now(),
                self.shift.staff.id,
            )
            work.packs.save(pack, because=opened)
            changes = work.commit()
        self.shift.announce(changes | ({interview} if interview else frozenset()))
        return pack

    def get(self, id: PackId) -> IncidentPack:
        """The pack as it stands."""
        with self.shift.work() as work:
            return work.packs.get(id)

    def answer(self, id: PackId, field: FieldId, answer: Answer) -> IncidentPack:
        """Keep one thing a stage asks for."""
        with self.shift.work() as work:
            pack, answered = work.packs.get(id).answer(field, answer)
            work.packs.save(pack, because=answered)
            changes = work.commit()
        self.shift.announce(changes)
        return pack

    def missing(self, pack: IncidentPack, stage: StageId) -> tuple[Problem, ...]:
        """What must still be written before the stage can be called done."""
        definitions = self.rules.definitions
        page = stages_of(definitions, pack).form.page(
            workflow_of(definitions, pack).workflow.stage(stage).page
        )
        return tuple(page_problems(page, values(pack.answers), self.rules.today()))

    def complete(self, id: PackId, stage: StageId) -> IncidentPack:
        """Call a stage done, on what it holds."""
        with self.shift.work() as work:
            before = work.packs.get(id)
            self._refuse_unready(before, stage)
            workflow = self._workflow(before)
            if workflow.stage(stage).does == CHOOSE and not before.paths:
                given = values(before.answers)
                outcome, reason, second = (str(given.get(name, "")) for name in CHOSEN)
                now, me = self.shift.now(), self.shift.staff.id
                before, chosen = before.choose(outcome, reason, second, now, me)
                work.packs.save(before, because=chosen)
            pack, completed = before.complete(stage, self.shift.now(), self.shift.staff.id)
            work.packs.save(pack, because=completed)
            changes = work.commit()
        self.shift.announce(changes)
        return pack

    def could_complete(self, pack: IncidentPack, stage: StageId) -> bool:
        """Whether nothing stands against calling a stage done."""
        try:
            self._refuse_unready(pack, stage)
        except Refused:
            return False
        return stage not in pack.done

    def _refuse_unready(self, pack: IncidentPack, stage: StageId) -> None:
        if self._waits(pack, stage):
            raise Refused("stage.waits")
        if left := self.missing(pack, stage):
            raise Refused("stage.not-ready", count=len(left))
        workflow = self._workflow(pack)
        if held_by(workflow, pack, stage):
            raise Refused("stage.gate-holds")
        if workflow.stage(stage).needs_call and not pack.reached(stage):
            raise Refused("stage.no-call")

    def choose(self, id: PackId, outcome: str, reason: str, second: str) -> IncidentPack:
        """Leave the path for another, with a reason and a second opinion."""
        with self.shift.work() as work:
            before = work.packs.get(id)
            if not before.paths:
                raise Refused("stage.waits")
            now, me = self.shift.now(), self.shift.staff.id
            pack, chosen = before.choose(outcome, reason, second, now, me)
            work.packs.save(pack, because=chosen)
            changes = work.commit()
        self.shift.announce(changes)
        return pack

    def call(self, id: PackId, call: Call) -> IncidentPack:
        """Write down a call to a body outside, answered or not."""
        with self.shift.work() as work:
            now, me = self.shift.now(), self.shift.staff.id
            pack, written = work.packs.get(id).write_call(call, now, me)
            work.packs.save(pack, because=written)
            changes = work.commit()
        self.shift.announce(changes)
        return pack

    def meet(self, id: PackId, clock: str, words: str) -> IncidentPack:
        """Write down that a date was kept, and what was found."""
        with self.shift.work() as work:
            now, me = self.shift.now(), self.shift.staff.id
            pack, met = work.packs.get(id).meet(clock, words, now, me)
            work.packs.save(pack, because=met)
            changes = work.commit()
        self.shift.announce(changes)
        return pack

    def clocks(self, pack: IncidentPack) -> tuple[Ticking, ...]:
        """The dates that run or were kept, by the working days of this laptop's nation."""
        with self.shift.work() as work:
            nation = work.register.organisation().nation
        is_working = self.rules.definitions.working_days(nation)
        return ticking(self._workflow(pack), pack, is_working)

    def _workflow(self, pack: IncidentPack) -> Workflow:
        return workflow_of(self.rules.definitions, pack).workflow

    def _waits(self, pack: IncidentPack, stage: StageId) -> bool:
        stages = stages_due(self._workflow(pack), pack)
        return any(one.stage.id == stage and one.state is State.WAITING for one in stages)

    def skip(self, id: PackId, stage: StageId, reason: str) -> IncidentPack:
        """Pass a stage over, and say why."""
        with self.shift.work() as work:
            pack, skipped = work.packs.get(id).skip(
                stage, reason, self.shift.now(), self.shift.staff.id
            )
            work.packs.save(pack, because=skipped)
            changes = work.commit()
        self.shift.announce(changes)
        return pack
