"""An incident pack: what is done, what is due and on what evidence, while a case is worked."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime, time, timedelta
from enum import StrEnum
from types import MappingProxyType

from welfare_app.domain.answers import Answer, Answers, values
from welfare_app.domain.calls import Call, Written
from welfare_app.domain.errors import Refused
from welfare_app.domain.events import (
    CallWritten,
    ClockMet,
    PackOpened,
    PathChosen,
    StageAnswered,
    StageCompleted,
    StageSkipped,
)
from welfare_app.domain.form import holds
from welfare_app.domain.ids import FieldId, InterviewId, PackId, StaffId, StageId
from welfare_app.domain.outcome import OUTCOME
from welfare_app.domain.partial_date import PartialDate
from welfare_app.domain.workflow import Gate, Stage, Workflow

REASON, SECOND = FieldId("outcome-reason"), FieldId("second-opinion")
CHOSEN = (OUTCOME, REASON, SECOND)
"""The answers that are given when a path is chosen."""

END_OF_DAY = time(17)
"""When what is due on a day is due, by the laptop's own time zone."""


@dataclass(frozen=True, slots=True)
class Done:
    """A stage that is behind us: when, by whom, and the reason where it was skipped."""

    at: datetime
    by: StaffId
    skipped: str = field(default="", repr=False)


@dataclass(frozen=True, slots=True)
class Path:
    """The path that was chosen at triage, why, and on whose second opinion."""

    outcome: str
    reason: str = field(repr=False)
    second: str = field(repr=False)
    at: datetime
    by: StaffId


@dataclass(frozen=True, slots=True)
class Met:
    """What was written down when a date was kept."""

    words: str = field(repr=False)
    at: datetime
    by: StaffId


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
    """Never changed in place. `number` is what people call it, such as P-0001.

    `paths` are all that were chosen, the one that holds last; `calls` are in the order they were
    written down; `met` are the dates that were kept, by what they are called.
    """

    id: PackId
    number: str
    workflow: str
    workflow_version: int
    opened: datetime
    by: StaffId
    interview: InterviewId | None = None
    answers: Answers = field(default_factory=dict, repr=False)
    done: Mapping[StageId, Done] = field(default_factory=dict)
    paths: tuple[Path, ...] = ()
    calls: tuple[Written, ...] = ()
    met: Mapping[str, Met] = field(default_factory=dict)

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
        """Write down one thing a stage asks for. A chosen path is only left by `choose`."""
        if self.paths and field in CHOSEN and answer != self.answers.get(field):
            raise Refused("stage.path-is-chosen")
        answers = MappingProxyType({**self.answers, field: answer})
        return replace(self, answers=answers), StageAnswered(self.id, field)

    def choose(
        self, outcome: str, reason: str, second: str, at: datetime, by: StaffId
    ) -> "tuple[IncidentPack, PathChosen]":
        """Choose the path, or leave it for another. What was chosen before stays written down."""
        if not reason.strip():
            raise Refused("stage.no-reason")
        if not second.strip():
            raise Refused("stage.no-second-opinion")
        if self.paths and self.paths[-1].outcome == outcome:
            raise Refused("stage.same-path")
        said = zip(CHOSEN, (outcome, reason, second), strict=True)
        answers = {**self.answers, **{field: Answer(value) for field, value in said}}
        paths = (*self.paths, Path(outcome, reason, second, at, by))
        chosen = replace(self, answers=MappingProxyType(answers), paths=paths)
        return chosen, PathChosen(self.id, outcome)

    def write_call(
        self, call: Call, at: datetime, by: StaffId
    ) -> "tuple[IncidentPack, CallWritten]":
        """Write a call down. It is never changed: what was wrong in it is said in another."""
        call.must_say_enough(at)
        written = replace(self, calls=(*self.calls, Written(call, at, by)))
        return written, CallWritten(self.id, call.stage, call.answered)

    def meet(
        self, clock: str, words: str, at: datetime, by: StaffId
    ) -> "tuple[IncidentPack, ClockMet]":
        """Write down that a date was kept, and what was found. The first entry stands."""
        if not words.strip():
            raise Refused("clock.no-words")
        if clock in self.met:
            raise Refused("clock.met-already")
        met = MappingProxyType({**self.met, clock: Met(words, at, by)})
        return replace(self, met=met), ClockMet(self.id, clock)

    def reached(self, stage: StageId) -> bool:
        """Whether somebody outside was spoken to at a stage."""
        return any(one.call.stage == stage and one.call.answered for one in self.calls)

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
    """Every stage that applies, in order, as it stands. The first that can be done is now.

    An urgent one is, before any that is not.
    """
    given = values(pack.answers)
    stages = [stage for stage in workflow.stages if holds(stage.shown_when, given)]
    applies = {stage.id for stage in stages}
    ready = [
        stage
        for stage in stages
        if stage.id not in pack.done
        and not any(id in applies and id not in pack.done for id in stage.waits_for)
    ]
    now = next((stage for stage in ready if stage.urgent), ready[0] if ready else None)
    result = []
    for stage in stages:
        done = pack.done.get(stage.id)
        if done:
            state = State.SKIPPED if done.skipped else State.DONE
        elif stage is now:
            state = State.NOW
        else:
            state = State.NEXT if stage in ready else State.WAITING
        result.append(Due(stage, state, deadline(stage, pack), done))
    return tuple(result)


def gates_standing(workflow: Workflow, pack: IncidentPack) -> tuple[Gate, ...]:
    """Every gate that changes the path now."""
    given = values(pack.answers)
    return tuple(
        gate for gate in workflow.gates if gate.until not in pack.done and holds(gate.when, given)
    )


def held_by(workflow: Workflow, pack: IncidentPack, stage: StageId) -> tuple[Gate, ...]:
    """The gates that keep a stage from being called done."""
    return tuple(
        gate for gate in gates_standing(workflow, pack) if gate.holds and gate.stage == stage
    )


def deadline(stage: Stage, pack: IncidentPack) -> datetime | None:
    """When a stage should be done by, once its clock has started."""
    for named in stage.due_on:
        if (answer := pack.answers.get(named)) and isinstance(answer.value, str):
            known = PartialDate.read(answer.value)
            return datetime.combine(known.first_day(), END_OF_DAY).astimezone() if known else None
    if stage.within_minutes is None:
        return None
    if stage.clock_from is None:
        started: datetime | None = pack.opened
    else:
        since = pack.done.get(stage.clock_from)
        started = since.at if since else None
    return started + timedelta(minutes=stage.within_minutes) if started else None
