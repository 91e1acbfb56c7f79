"""Reads conditions, and refuses those that could never be asked of the answers so far."""

from collections.abc import Mapping
from typing import Any

from welfare_app.content.tables import Table
from welfare_app.domain.form import (
    ALWAYS,
    Condition,
    Either,
    Every,
    Field,
    Filled,
    Includes,
    Is,
    Kind,
    Unless,
)
from welfare_app.domain.ids import FieldId

Lists = Mapping[str, tuple[str, ...]]

_FIXED = frozenset({Kind.CHOICE, Kind.YES_NO_UNSURE, Kind.YES_NO_DECLINED, Kind.TICK, Kind.LIST})


def condition(table: Table, name: str = "shown-when") -> Condition:
    """The condition under a key; always, where there is none."""
    return _read(table, name, table.raw(name)) if name in table else ALWAYS


def _read(table: Table, name: str, raw: Any) -> Condition:
    match raw:
        case {"field": str(field), "is": str(value), **rest} if not rest:
            return Is(FieldId(field), (value,))
        case {"field": str(field), "is": [*values], **rest} if not rest and _texts(values):
            return Is(FieldId(field), tuple(values))
        case {"field": str(field), "includes": str(value), **rest} if not rest:
            return Includes(FieldId(field), value)
        case {"field": str(field), "filled": True, **rest} if not rest:
            return Filled(FieldId(field))
        case {"any": [*parts], **rest} if parts and not rest:
            return Either(tuple(_read(table, name, part) for part in parts))
        case {"every": [*parts], **rest} if parts and not rest:
            return Every(tuple(_read(table, name, part) for part in parts))
        case {"unless": dict(part), **rest} if not rest:
            return Unless(_read(table, name, part))
    raise table.refusal("content.bad-condition", name)


def _texts(values: list[Any]) -> bool:
    return bool(values) and all(isinstance(value, str) for value in values)


def check(
    table: Table, name: str, condition: Condition, asked: Mapping[FieldId, Field], lists: Lists
) -> None:
    """Refuse a condition on what has not been asked yet, or on an answer that cannot be given."""
    match condition:
        case Either(parts) | Every(parts):
            for part in parts:
                check(table, name, part, asked, lists)
        case Unless(part):
            check(table, name, part, asked, lists)
        case Is(field) | Includes(field) | Filled(field) if field not in asked:
            table.refuse("content.looks-ahead", name)
        case Is(field, values) if not set(values) <= _answers(asked[field], lists):
            table.refuse("content.unknown-option", name)
        case Includes(field, value):
            if asked[field].kind is not Kind.CHOICES or value not in asked[field].options:
                table.refuse("content.unknown-option", name)
        case _:
            return


def _answers(field: Field, lists: Lists) -> set[str]:
    """Every answer a field of fixed answers can have; free text has none to speak of."""
    if field.kind not in _FIXED:
        return set()
    return set(field.options) | set(lists.get(field.list, ())) | _tick(field)


def _tick(field: Field) -> set[str]:
    return {"true"} if field.kind is Kind.TICK else set()
