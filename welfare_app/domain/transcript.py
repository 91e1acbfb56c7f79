"""What a person beside us does with each box of the Home Office form, in its order."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import StrEnum

from welfare_app.domain.answers import Address, Answers, Gap, Rows, Value, Values, is_blank, values
from welfare_app.domain.form import Field, Form, Kind, Page, asked_pages, settled, shown
from welfare_app.domain.ids import FieldId
from welfare_app.domain.partial_date import PartialDate
from welfare_app.domain.text_rules import tidied
from welfare_app.domain.wording import gap_statement


class Doing(StrEnum):
    """What is to be done with a box."""

    TYPE = "type"
    CHOOSE = "choose"
    TICK = "tick"
    ATTACH = "attach"
    EMPTY = "empty"
    UNANSWERED = "unanswered"
    THEIRS = "theirs"


@dataclass(frozen=True, slots=True)
class Box:
    """One box as their form has it. `id` is their name for it; `part` says which of several.

    `text` is what is typed, to the letter, or the id of what is chosen or ticked.
    """

    id: str
    asked: FieldId
    doing: Doing
    text: str = field(default="", repr=False)
    part: str = ""


def transcript(form: Form, answers: Answers) -> tuple[tuple[Page, tuple[Box, ...]], ...]:
    """Every page that applies with every box on it; what is hidden on this route is absent."""
    final = settled(form, values(answers))
    return tuple(
        (page, tuple(box for field in shown(page, final) for box in _boxes(field, final)))
        for page in asked_pages(form, final)
    )


_WRITTEN = frozenset({Kind.TEXT, Kind.LONG_TEXT})


def _boxes(asked: Field, final: Values) -> Iterator[Box]:
    value = final.get(asked.id)
    if value is None or is_blank(value):
        doing = Doing.THEIRS if asked.theirs else Doing.EMPTY
        yield Box(asked.id, asked.id, doing)
    elif isinstance(value, Gap):
        doing = Doing.TYPE if asked.kind in _WRITTEN else Doing.UNANSWERED
        yield Box(asked.id, asked.id, doing, gap_statement(value))
    else:
        yield from _filled(asked, value)


def _filled(asked: Field, value: Value) -> Iterator[Box]:
    match asked.kind, value:
        case Kind.DATE, str() if (known := PartialDate.read(value)) and known.day:
            yield _typed(asked, str(known.day), "day")
            yield _typed(asked, str(known.month), "month")
            yield _typed(asked, str(known.year), "year")
        case ((Kind.CHOICE | Kind.YES_NO_UNSURE | Kind.YES_NO_DECLINED), str()):
            yield Box(asked.id, asked.id, Doing.CHOOSE, value)
        case Kind.TICK, str():
            yield Box(asked.id, asked.id, Doing.TICK if value == "true" else Doing.EMPTY)
        case Kind.FILES, tuple():
            yield from (Box(asked.id, asked.id, Doing.ATTACH, name) for name in value)
        case _, tuple():
            yield from (Box(asked.id, asked.id, Doing.TICK, one) for one in value)
        case _, Address():
            for part in ("street", "town", "county", "postcode"):
                if line := getattr(value, part):
                    yield _typed(asked, line, part)
        case _, Rows(rows):
            for number, row in enumerate(rows, 1):
                for name, text in row.items():
                    yield Box(name, asked.id, Doing.TYPE, tidied(text, one_line=True), str(number))
        case _, str():
            text = tidied(value, one_line=asked.kind is not Kind.LONG_TEXT)
            yield Box(asked.id, asked.id, Doing.TYPE, text)


def _typed(asked: Field, text: str, part: str) -> Box:
    line = tidied(text, one_line=True)
    return Box(f"{asked.id}-{part}", asked.id, Doing.TYPE, line, part)
