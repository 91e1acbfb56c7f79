"""Answers that come from a file: what they say, and what taking them would change."""

from dataclasses import dataclass, field, replace
from datetime import date

from welfare_app.domain.answers import Address, Answers, Gap, Rows, Value, is_blank
from welfare_app.domain.body_map import PARTS
from welfare_app.domain.checks import Upload
from welfare_app.domain.form import Field, Kind
from welfare_app.domain.ids import FieldId

ORIGIN = "import"
"""Where an answer came from, until a person accepts it."""


@dataclass(frozen=True, slots=True)
class AnswersFile:
    """What a file says of one form. `elsewhere` are names that only another version asks."""

    answers: Answers = field(repr=False)
    elsewhere: tuple[str, ...] = ()
    uploads: tuple[Upload, ...] = field(default=(), repr=False)
    day: date | None = None


@dataclass(frozen=True, slots=True)
class Incoming:
    """What taking a file would do. `answers` are those it would bring, marked with their origin.

    `new` were not answered here, `differs` were answered otherwise, `same` are as they stand.
    `files` counts those that are named in the file but do not come with it.
    """

    new: tuple[FieldId, ...]
    differs: tuple[FieldId, ...]
    same: tuple[FieldId, ...]
    elsewhere: tuple[str, ...]
    files: int
    answers: Answers = field(repr=False)


def incoming(current: Answers, told: AnswersFile) -> Incoming:
    """Compare a file with what is here. A blank in the file says nothing and takes nothing away."""
    new, differs, same = [], [], []
    for id, answer in told.answers.items():
        here = current.get(id)
        if is_blank(answer.value):
            continue
        if here is None or is_blank(here.value):
            new.append(id)
        elif (here.value, here.language) == (answer.value, answer.language):
            same.append(id)
        else:
            differs.append(id)
    brought = {id: replace(told.answers[id], origin=ORIGIN) for id in (*new, *differs)}
    return Incoming(
        tuple(new), tuple(differs), tuple(same), told.elsewhere, len(told.uploads), brought
    )


def fitting(asked: Field, value: Value) -> Value | None:
    """The value as this kind of question holds it, or nothing where it cannot be its answer.

    A single tick may come as text, as browsers send it.
    """
    match asked.kind, value:
        case Kind.FILES, _:
            return None
        case _, Gap():
            return value
        case Kind.CHOICES, str(tick):
            return (tick,) if tick.strip() else ()
        case (Kind.CHOICES, tuple()) | (Kind.ADDRESS, Address()):
            return value
        case Kind.REPEAT, Rows(rows):
            parts = {part.id for part in asked.parts}
            return value if all(row.keys() <= parts for row in rows) else None
        case Kind.BODY_MAP, Rows(rows):
            return value if all(row.keys() == PARTS for row in rows) else None
        case ((Kind.CHOICES | Kind.ADDRESS | Kind.REPEAT | Kind.BODY_MAP), _):
            return None
        case _, str():
            return value
    return None
