"""What a question can be answered with, and how that is written down."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from enum import StrEnum
from typing import Any, TypeAlias

from welfare_app.domain.errors import Refused
from welfare_app.domain.ids import FieldId


class Why(StrEnum):
    """Why there is no answer. Each is an answer in its own right, so that nobody asks again."""

    NOT_ASKED = "not-asked"
    DOES_NOT_KNOW = "does-not-know"
    DECLINED = "declined"
    NOT_SAFE = "not-safe"


@dataclass(frozen=True, slots=True)
class Gap:
    """There is no answer, and this is why."""

    why: Why
    reason: str = field(default="", repr=False)


@dataclass(frozen=True, slots=True)
class Address:
    """A postal address; every line may be blank."""

    street: str = field(default="", repr=False)
    town: str = field(default="", repr=False)
    county: str = field(default="", repr=False)
    postcode: str = field(default="", repr=False)

    def lines(self) -> tuple[str, ...]:
        """The lines that are filled, top to bottom."""
        return tuple(line for line in (self.street, self.town, self.county, self.postcode) if line)


@dataclass(frozen=True, slots=True)
class Rows:
    """The answers to a question that repeats: one mapping of part to text for each row."""

    rows: tuple[Mapping[str, str], ...] = field(default=(), repr=False)


Value: TypeAlias = str | tuple[str, ...] | Address | Rows | Gap
"""Text of any kind is `str` (a half-remembered date is ISO 8601 cut short); ticks are a tuple."""

Values: TypeAlias = Mapping[FieldId, Value]


@dataclass(frozen=True, slots=True)
class Answer:
    """A value with the language its words are in and where it came from.

    `language` is an IETF tag. `origin` says what it was copied from, such as
    `interview:how-found-job`; it is blank once a person has written or accepted it.
    """

    value: Value = field(repr=False)
    language: str = "en"
    origin: str = ""


Answers: TypeAlias = Mapping[FieldId, Answer]


def values(answers: Answers) -> Values:
    """The bare values, as the form rules want them."""
    return {id: answer.value for id, answer in answers.items()}


def is_blank(value: Value | None) -> bool:
    """Whether nothing has been said. A gap is something said."""
    match value:
        case None:
            return True
        case str():
            return not value.strip()
        case tuple():
            return not value
        case Address():
            return not value.lines()
        case Rows():
            return not any(text.strip() for row in value.rows for text in row.values())
        case Gap():
            return False


def to_json(value: Value) -> Any:
    """The value as JSON can hold it: text and ticks as they are, the others with their kind."""
    match value:
        case str():
            return value
        case tuple():
            return list(value)
        case Address():
            return {"address": asdict(value)}
        case Rows():
            return {"rows": [dict(row) for row in value.rows]}
        case Gap():
            return {"gap": value.why.value, "reason": value.reason}


def from_json(raw: Any) -> Value:
    """The value that `to_json` wrote. Anything else is refused."""
    match raw:
        case str():
            return raw
        case list() if all(isinstance(item, str) for item in raw):
            return tuple(raw)
        case {"address": dict(parts)} if _all_text(parts) and parts.keys() <= _ADDRESS_PARTS:
            return Address(**parts)
        case {"rows": list(rows)} if all(isinstance(row, dict) and _all_text(row) for row in rows):
            return Rows(tuple(rows))
        case {"gap": str(why), "reason": str(reason)} if why in set(Why):
            return Gap(Why(why), reason)
    raise Refused("answer.unreadable")


_ADDRESS_PARTS = frozenset({"street", "town", "county", "postcode"})


def _all_text(parts: Mapping[str, Any]) -> bool:
    return all(isinstance(value, str) for value in parts.values())
