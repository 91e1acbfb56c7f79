"""An incident pack: what is done, what is due and on what evidence, while a case is worked."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from enum import StrEnum
from types import MappingProxyType

from welfare_app.domain.answers import Answer, Answers, values
from welfare_app.domain.errors import Refused
from welfare_app.domain.events import PackOpened, StageAnswered, StageCompleted, StageSkipped
from welfare_app.domain.form import holds
from welfare_app.domain.ids import FieldId, InterviewId, PackId, StaffId, StageId
from welfare_app.domain.workflow import Stage, Workflow


@dataclass(frozen=True, slots=True)
class Done:
    """A stage that is behind us: when, by whom, and the reason where it was skipped."""

    at: datetime
    by: StaffId
    skipped: str = field(default="", repr=False)


class State(StrEnum):
    """How a stage stands."""

    DONE = "done"
    SKIPPED = "skipped"
    NOW = "now"
    NEXT = "next"
    WAITING = "waiting"


@dataclass(frozen=True, slots=True)
class Due:
    """A stage as it stands at a moment. `by` is its deadline, where it has one."""

    stage: Stage
    state: State
    by: datetime | None
    done: Done | None

    def late(self, now: datetime) -> bool:
        """Whether its time has passed and it is not behind us."""
        return self.done is None and self.by is not None and now > self.by


@dataclass(frozen=True, slots=True)
class IncidentPack:
    """Never changed in place. `number` is what people call it, such as P-0001."""

    id: PackId
    number: str
    workflow: str
    workflow_version: int
    opened: datetime
    by: StaffId
    interview: InterviewId | None = None
    answers: Answers = field(default_factory=dict, repr=False)
    done: Mapping[StageId, Done] = field(default_factory=dict)

    @classmethod
    def open(
        cls,
        id: PackId,
        number: str,
        workflow: Workflow,
        interview: InterviewId | None,
        at: datetime,
        by: StaffId,
    ) -> "tuple[IncidentPack, PackOpened]":
        """Open a pack, from an interview or from nothing but a worry."""
        pack = cls(id, number, workflow.id, workflow.version, at, by, interview)
        return pack, PackOpened(id, interview)

    def answer(self, field: FieldId, answer: Answer) -> "tuple[IncidentPack, StageAnswered]":
        """Write down one thing a stage asks for."""
        answers = MappingProxyType({**self.answers, field: answer})
        return replace(self, answers=answers), StageAnswered(self.id, field)

    def complete(
        self, stage: StageId, at: datetime, by: StaffId
    ) -> "tuple[IncidentPack, StageCompleted]":
        """Declare a stage done. Done twice is refused: the first stamp stands."""
        return self._stamp(stage, Done(at, by)), StageCompleted(self.id, stage)

    def skip(
        self, stage: StageId, reason: str, at: datetime, by: StaffId
    ) -> "tuple[IncidentPack, StageSkipped]":
        """Pass a stage over, and say why."""
        if not reason.strip():
            raise Refused("stage.no-reason")
        return self._stamp(stage, Done(at, by, reason)), StageSkipped(self.id, stage)

    def _stamp(self, stage: StageId, done: Done) -> "IncidentPack":
        if stage in self.done:
            raise Refused("stage.done-already")
        return replace(self, done=MappingProxyType({**self.done, stage: done}))


def stages_due(workflow: Workflow, pack: IncidentPack) -> tuple[Due, ...]:
    """Every stage that applies, in order, as it stands. The first that can be done is now."""
    given = values(pack.answers)
    stages = [stage for stage in workflow.stages if holds(stage.shown_when, given)]
    applies = {stage.id for stage in stages}
    result, found_now = [], False
    for stage in stages:
        done = pack.done.get(stage.id)
        waits = any(id in applies and id not in pack.done for id in stage.waits_for)
        if done:
            state = State.SKIPPED if done.skipped else State.DONE
        elif waits:
            state = State.WAITING
        elif found_now:
            state = State.NEXT
        else:
            state, found_now = State.NOW, True
        result.append(Due(stage, state, deadline(stage, pack), done))
    return tuple(result)


def deadline(stage: Stage, pack: IncidentPack) -> datetime | None:
    """When a stage should be done by, once its clock has started."""
    if stage.within_minutes is None:
        return None
    if stage.clock_from is None:
        started: datetime | None = pack.opened
    else:
        since = pack.done.get(stage.clock_from)
        started = since.at if since else None
    return started + timedelta(minutes=stage.within_minutes) if started else None
