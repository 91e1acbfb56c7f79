"""Cards: the little that lists need of a talk or a pack, so that no list opens every record."""

from dataclasses import dataclass, field
from datetime import date, datetime
from typing import TypeAlias
from unicodedata import normalize

from welfare_app.domain.form import Form
from welfare_app.domain.ids import FieldId, InterviewId, PackId, StageId
from welfare_app.domain.interview import Interview
from welfare_app.domain.outcome import asks_for_a_pack, outcome_of, review_due
from welfare_app.domain.pack import IncidentPack, State, stages_due
from welfare_app.domain.workflow import Workflow

NAMES = (FieldId("first-name"), FieldId("last-name"))
"""What two talks with the same person share."""


@dataclass(frozen=True, slots=True)
class TalkCard:
    """A talk in a list. `visit` is the first talk of its visit; nothing for other kinds of talk.

    `review` is the day it is looked at again. `who` tells two talks with one person together,
    and stays out of `repr`.
    """

    id: InterviewId
    number: str
    form: str
    form_version: int
    started: datetime
    finished: datetime | None
    visit: InterviewId | None
    answers: int
    outcome: str
    review: date | None
    wants_pack: bool
    who: str = field(default="", repr=False)


@dataclass(frozen=True, slots=True)
class Running:
    """A stage that can be done now, or whose clock runs beside it."""

    stage: StageId
    by: datetime | None


@dataclass(frozen=True, slots=True)
class PackCard:
    """A pack in a list. `running` are the first stages that can be done, none where all are."""

    id: PackId
    number: str
    workflow: str
    workflow_version: int
    opened: datetime
    interview: InterviewId | None
    running: tuple[Running, ...]
    done: int
    total: int


Card: TypeAlias = TalkCard | PackCard

RUNNING = 2
"""How many running stages a card holds: the one to do now, and one beside it."""


def talk_card(talk: Interview, form: Form, *, signs: bool) -> TalkCard:
    """The card of a talk; `signs` is whether any sign of it stands."""
    return TalkCard(
        talk.id,
        talk.number,
        talk.form,
        talk.form_version,
        talk.started,
        talk.finished,
        (talk.visit or talk.id) if form.visit else None,
        len(talk.answers),
        outcome_of(talk),
        review_due(talk),
        asks_for_a_pack(talk, signs=signs),
        who(talk),
    )


def pack_card(pack: IncidentPack, workflow: Workflow) -> PackCard:
    """The card of a pack worked by these stages."""
    stages = stages_due(workflow, pack)
    running = (one for one in stages if one.state in {State.NOW, State.NEXT})
    return PackCard(
        pack.id,
        pack.number,
        pack.workflow,
        pack.workflow_version,
        pack.opened,
        pack.interview,
        tuple(Running(one.stage.id, one.by) for one in running)[:RUNNING],
        len(pack.done),
        len(stages),
    )


def who(talk: Interview) -> str:
    """Who the worker is, as far as two talks can be told to be with one; blank until named."""
    parts = (talk.answers.get(name) for name in NAMES)
    said = tuple(
        " ".join(normalize("NFKC", part.value).casefold().split())
        for part in parts
        if part and isinstance(part.value, str)
    )
    return "\n".join(said) if len(said) == len(NAMES) and all(said) else ""
