"""Working an incident pack: open it, answer what each stage asks, complete or skip the stage."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from welfare_app.domain.answers import Answer, values
from welfare_app.domain.calls import Call
from welfare_app.domain.checks import page_problems
from welfare_app.domain.clocks import Ticking, ticking
from welfare_app.domain.contacts import Nation
from welfare_app.domain.errors import Refused
from welfare_app.domain.events import Event
from welfare_app.domain.form import Problem
from welfare_app.domain.ids import FieldId, InterviewId, PackId, StaffId, StageId
from welfare_app.domain.pack import CHOSEN, IncidentPack, State, held_by, stages_due
from welfare_app.domain.workflow import Workflow
from welfare_app.services.case_words import WorkflowWords
from welfare_app.services.rulebook import Rules
from welfare_app.services.shift import Shift
from welfare_app.services.versions import stages_of, workflow_of

CHOOSE = "choose"
"""What the stage does at which the path is chosen."""

Change = Callable[[IncidentPack, datetime, StaffId], tuple[IncidentPack, Event]]
"""What is done to a pack at a moment, by someone."""


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
        return self._change(id, lambda pack, *_by: pack.answer(field, answer))

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

        def leave(pack: IncidentPack, at: datetime, by: StaffId) -> tuple[IncidentPack, Event]:
            if not pack.paths:
                raise Refused("stage.waits")
            return pack.choose(outcome, reason, second, at, by)

        return self._change(id, leave)

    def call(self, id: PackId, call: Call) -> IncidentPack:
        """Write down a call to a body outside, answered or not."""
        return self._change(id, lambda pack, *by: pack.write_call(call, *by))

    def meet(self, id: PackId, clock: str, words: str) -> IncidentPack:
        """Write down that a date was kept, and what was found."""
        return self._change(id, lambda pack, *by: pack.meet(clock, words, *by))

    def skip(self, id: PackId, stage: StageId, reason: str) -> IncidentPack:
        """Pass a stage over, and say why."""
        return self._change(id, lambda pack, *by: pack.skip(stage, reason, *by))

    def clocks(self, pack: IncidentPack, nation: Nation) -> tuple[Ticking, ...]:
        """The dates that run or were kept, by the working days of a nation."""
        is_working = self.rules.definitions.working_days(nation)
        return ticking(self._workflow(pack), pack, is_working)

    def _change(self, id: PackId, change: Change) -> IncidentPack:
        with self.shift.work() as work:
            pack, event = change(work.packs.get(id), self.shift.now(), self.shift.staff.id)
            work.packs.save(pack, because=event)
            changes = work.commit()
        self.shift.announce(changes)
        return pack

    def _workflow(self, pack: IncidentPack) -> Workflow:
        return workflow_of(self.rules.definitions, pack).workflow

    def _waits(self, pack: IncidentPack, stage: StageId) -> bool:
        stages = stages_due(self._workflow(pack), pack)
        return any(one.stage.id == stage and one.state is State.WAITING for one in stages)
