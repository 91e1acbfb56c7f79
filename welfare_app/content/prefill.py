"""Reads what one form can already tell another."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from welfare_app.content import forms
from welfare_app.content.conditions import Lists
from welfare_app.content.tables import Table, agree, read, words
from welfare_app.content.words import Words
from welfare_app.domain.form import Field, Kind
from welfare_app.domain.ids import FieldId
from welfare_app.domain.prefill import Copy, Given, Join, Part, Rule, Translate

_WRITTEN = frozenset({Kind.TEXT, Kind.LONG_TEXT})
_READABLE = _WRITTEN | {
    Kind.LIST,
    Kind.NUMBER,
    Kind.PHONE,
    Kind.EMAIL,
    Kind.DATE,
    Kind.PARTIAL_DATE,
    Kind.TIME,
    Kind.ADDRESS,
    Kind.REPEAT,
}
"""What can be written out without the words of its form."""

_LINES = frozenset({"street", "town", "county", "postcode"})

Fields = Mapping[FieldId, Field]


@dataclass(frozen=True, slots=True)
class Prefill:
    """Rules from the form `source` to the form `target`, most trusted first."""

    source: str
    target: str
    rules: tuple[Rule, ...]


def prefill(root: Path, name: str, language: str, lists: Lists) -> Prefill:
    """The rules of a file, with the labels of joined answers in one language."""
    top = read(root, f"forms/{name}.toml")
    ends = top.text("from"), top.text("to")
    source, target = (
        {field.id: field for field in forms.structure(root, end, lists).fields()} for end in ends
    )
    file = f"forms/{name}.{language}.toml"
    said = words(root, file)
    rules = tuple(_rules(top, source, target, said))
    top.done()
    agree(file, said, set(_labels(rules)), set())
    return Prefill(*ends, rules)


def _labels(rules: tuple[Rule, ...]) -> Iterator[str]:
    for rule in rules:
        if isinstance(rule, Join):
            yield from (f"{rule.to}.{part.source}" for part in rule.parts)


def _rules(top: Table, source: Fields, target: Fields, said: Words) -> Iterator[Rule]:
    for table in top.tables("copy"):
        yield _copy(table, source, target)
    for table in top.tables("join"):
        yield _join(table, source, target, said)
    for table in top.tables("value"):
        yield _translate(table, source, target)
    for table in top.tables("given"):
        yield _given(table, source, target)


def _field(table: Table, name: str, fields: Fields) -> Field:
    id = FieldId(table.text(name))
    if id not in fields:
        table.refuse("content.unknown-field", name)
    return fields[id]


def _copy(table: Table, source: Fields, target: Fields) -> Copy:
    to, start = _field(table, "to", target), _field(table, "from", source)
    part = table.text("part", "")
    table.done()
    if part and (start.kind is not Kind.ADDRESS or part not in _LINES):
        table.refuse("content.unknown-option", "part")
    if not _fits(start, to):
        table.refuse("content.does-not-fit", "to")
    return Copy(to.id, start.id, part)


def _fits(start: Field, to: Field) -> bool:
    """Whether an answer to one can stand as an answer to the other."""
    if to.kind in _WRITTEN:
        return start.kind in _READABLE
    if to.kind is Kind.DATE:
        return start.kind in {Kind.DATE, Kind.PARTIAL_DATE}
    if to.options:
        return bool(start.options) and set(start.options) <= set(to.options)
    return start.kind is to.kind and start.list == to.list


def _join(table: Table, source: Fields, target: Fields, said: Words) -> Join:
    to = _field(table, "to", target)
    parts = []
    for id in map(FieldId, table.texts("from")):
        if id not in source:
            table.refuse("content.unknown-field", "from")
        if source[id].kind not in _READABLE or to.kind is not Kind.LONG_TEXT:
            table.refuse("content.does-not-fit", "from")
        parts.append(Part(id, said.get(f"{to.id}.{id}", "")))
    table.done()
    if not parts:
        table.refuse("content.missing-key", "from")
    return Join(to.id, tuple(parts))


def _translate(table: Table, source: Fields, target: Fields) -> Translate:
    to, start = _field(table, "to", target), _field(table, "from", source)
    inside = table.table("options")
    options = {name: inside.text(name) for name in inside.names()}
    table.done()
    if not set(options) <= set(start.options) or not set(options.values()) <= set(to.options):
        table.refuse("content.unknown-option", "options")
    return Translate(to.id, start.id, options)


def _given(table: Table, source: Fields, target: Fields) -> Given:
    to, start = _field(table, "to", target), _field(table, "from", source)
    value = table.text("value")
    table.done()
    if value not in to.options:
        table.refuse("content.unknown-option", "value")
    return Given(to.id, start.id, value)
