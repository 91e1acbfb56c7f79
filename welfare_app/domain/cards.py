"""Cards: the little that lists need of a talk or a pack, so that no list opens every record."""

from dataclasses import dataclass, field
from datetime import date, datetime, time
from typing import TypeAlias

from welfare_app.domain.answers import Answers
from welfare_app.domain.clocks import Ticking
from welfare_app.domain.folding import folded
from welfare_app.domain.form import Form
from welfare_app.domain.ids import FieldId, InterviewId, PackId, StaffId, StageId
from welfare_app.domain.interview import Interview
from welfare_app.domain.outcome import OUTCOME, asks_for_a_pack, outcome_of, review_due
from welfare_app.domain.pack import IncidentPack, State, stages_due
from welfare_app.domain.workflow import Workflow

NAMES = (FieldId("first-name"), FieldId("last-name"))
"""What two talks with the same person share."""

SITE = FieldId("site")
_ALSO_CALLED = FieldId("known-as")


@dataclass(frozen=True, slots=True)
class TalkCard:
    """A talk in a list. `visit` is the first talk of its visit; nothing for other kinds of talk.

    `review` is the day it is looked at again. `wants_pack` is whether it asks for an incident
    pack and has none. `who` tells two talks with one person together.
    """

    id: InterviewId
    number: str
    form: str
    form_version: int
    started: datetime
    by: StaffId
    worker: str = field(repr=False)
    site: str = field(repr=False)
    finished: datetime | None
    visit: InterviewId | None
    answers: int
    outcome: str
    review: date | None
    wants_pack: bool
    who: str = field(default="", repr=False)

    @property
    def open(self) -> bool:
        """Whether it still needs someone."""
        return self.finished is None or self.wants_pack or self.review is not None


@dataclass(frozen=True, slots=True)
class Running:
    """A stage that can be done now, or whose clock runs beside it."""

    stage: StageId
    by: datetime | None


@dataclass(frozen=True, slots=True)
class PackCard:
    """A pack in a list. `running` are the first stages that can be done, none where all are.

    `path` is the outcome of triage, as its form calls it; blank until it was chosen.
    """

    id: PackId
    number: str
    workflow: str
    workflow_version: int
    opened: datetime
    by: StaffId
    worker: str = field(repr=False)
    site: str = field(repr=False)
    interview: InterviewId | None
    running: tuple[Running, ...]
    path: str
    done: int
    total: int

    @property
    def open(self) -> bool:
        """Whether it still needs someone."""
        return bool(self.running)


Card: TypeAlias = TalkCard | PackCard

RECEIPT, CHASE = StageId("receipt"), StageId("chase")
"""What runs beside the stages: until somebody says that they have a sealed pack, and until those
who were asked to keep a record have answered."""

RUNNING = 4
"""How many running stages a card holds: the one to do now, and those that run out first."""


def talk_card(
    talk: Interview, form: Form, *, signs: bool = False, packed: bool = False
) -> TalkCard:
    """The card of a talk: whether any sign of it stands, and whether it has its pack."""
    return TalkCard(
        talk.id,
        talk.number,
        talk.form,
        talk.form_version,
        talk.started,
        talk.by,
        worker_of(talk.answers),
        _text(talk.answers, SITE),
        talk.finished,
        (talk.visit or talk.id) if form.visit else None,
        len(talk.answers),
        outcome_of(talk),
        review_due(talk),
        asks_for_a_pack(talk, signs=signs) and not packed,
        who(talk),
    )


def pack_card(
    pack: IncidentPack,
    workflow: Workflow,
    talk: Interview | None = None,
    clocks: tuple[Ticking, ...] = (),
    owed: tuple[Running, ...] = (),
) -> PackCard:
    """The card of a pack worked by these stages, and opened from this talk if from any.

    Beside the stage that is due stands what runs out first: another stage, a date to keep, or
    what others owe.
    """
    stages = stages_due(workflow, pack)
    now = [Running(one.stage.id, one.by) for one in stages if one.state is State.NOW]
    beside = [Running(one.stage.id, one.by) for one in stages if one.state is State.NEXT]
    dates = [Running(StageId(one.rule.id), _end(one.due)) for one in clocks if one.met is None]
    waiting = (*beside, *dates, *owed)
    soonest = sorted(waiting, key=lambda one: (one.by is None, one.by or pack.opened))
    running = (*now, *(soonest if now else ()))
    told = talk.answers if talk else {}
    return PackCard(
        pack.id,
        pack.number,
        pack.workflow,
        pack.workflow_version,
        pack.opened,
        pack.by,
        worker_of(told),
        _text(told, SITE),
        pack.interview,
        running[:RUNNING],
        _text(pack.answers, OUTCOME),
        len(pack.done),
        len(stages),
    )


def _end(day: date) -> datetime:
    return datetime.combine(day, time.max.replace(microsecond=0)).astimezone()


def worker_of(answers: Answers) -> str:
    """What a worker is called in a list: as they are known, and one letter of the last name."""
    first, last = (_text(answers, name) for name in NAMES)
    called = _text(answers, _ALSO_CALLED) or first
    return f"{called} {last[:1]}." if called and last else called or last


def who(talk: Interview) -> str:
    """Who the worker is, as far as two talks can be told to be with one; blank until named."""
    said = tuple(folded(" ".join(_text(talk.answers, name).split())) for name in NAMES)
    return "\n".join(said) if all(said) else ""


def _text(answers: Answers, name: FieldId) -> str:
    """An answer that is plain text; blank where there is none."""
    answer = answers.get(name)
    return answer.value.strip() if answer and isinstance(answer.value, str) else ""
