"""What an incident pack asks of people: stages in order, each with its questions and its clock."""

from dataclasses import dataclass

from welfare_app.domain.form import ALWAYS, Condition
from welfare_app.domain.ids import StageId


@dataclass(frozen=True, slots=True)
class Stage:
    """One stage. Its questions are the page `page` of the workflow's form.

    `within_minutes` counts from the completion of `clock_from`, or from the opening of the
    pack where that is blank. `does` is what the stage mostly is: `answer`, `call`, `file`,
    `referral` or `seal`. `contacts` are whom to call, most important first.
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


@dataclass(frozen=True, slots=True)
class Workflow:
    """All the stages of an incident pack, at one version. `form` holds their questions."""

    id: str
    version: int
    form: str
    checked: str
    stages: tuple[Stage, ...]

    def stage(self, id: StageId) -> Stage:
        """The stage with this id."""
        return next(stage for stage in self.stages if stage.id == id)
