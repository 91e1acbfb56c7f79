"""What an incident pack asks of people: stages in order, each with its questions and its clock."""

from dataclasses import dataclass

from welfare_app.domain.form import ALWAYS, Condition
from welfare_app.domain.ids import FieldId, StageId


@dataclass(frozen=True, slots=True)
class Stage:
    """One stage. Its questions are the page `page` of the workflow's form.

    `within_minutes` counts from the completion of `clock_from`, or from the opening of the
    pack where that is blank; `due_on` are answers that name the day instead, the first that was
    given. An `urgent` stage comes before all others. `does` is what the stage mostly is:
    `answer`, `call`, `choose`, `file`, `referral` or `seal`. `contacts` are whom to call, the
    most important first; one that `needs_call` is done by a call that was answered.
    """

    id: StageId
    page: str
    role: str
    does: str = "answer"
    waits_for: tuple[StageId, ...] = ()
    shown_when: Condition = ALWAYS
    within_minutes: int | None = None
    clock_from: StageId | None = None
    contacts: tuple[str, ...] = ()
    source: str = ""
    due_on: tuple[FieldId, ...] = ()
    urgent: bool = False
    needs_call: bool = False
    escalates: bool = False
    """Whether somebody inside the organisation is told there."""


@dataclass(frozen=True, slots=True)
class Gate:
    """What changes the path at once, from the moment its answers are given.

    It is asked at `stage`, and stands until the stage `until` is behind. The stage `met_at` says
    itself what it asks for. While one that `holds` stands, its stage cannot be called done.
    """

    id: str
    stage: StageId
    when: Condition
    until: StageId | None = None
    met_at: StageId | None = None
    holds: bool = False
    contacts: tuple[str, ...] = ()
    circle: bool = False
    """Whether it is a reason to keep the case to a few people."""


@dataclass(frozen=True, slots=True)
class ClockRule:
    """A date that follows from a stage or an answer, so many days or working days on.

    It counts from the first of the stages `after` that is done, or from the day in `from_field`.
    One that `repeats` comes round again as long as the pack is open.
    """

    id: str
    days: int
    after: tuple[StageId, ...] = ()
    from_field: FieldId | None = None
    working: bool = False
    repeats: bool = False
    shown_when: Condition = ALWAYS
    source: str = ""


@dataclass(frozen=True, slots=True)
class Workflow:
    """All the stages of an incident pack, the gates between them and its dates, at one version.

    `form` holds the questions of the stages.
    """

    id: str
    version: int
    form: str
    checked: str
    stages: tuple[Stage, ...]
    gates: tuple[Gate, ...] = ()
    clocks: tuple[ClockRule, ...] = ()

    def stage(self, id: StageId) -> Stage:
        """The stage with this id."""
        return next(stage for stage in self.stages if stage.id == id)
