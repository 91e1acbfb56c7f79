"""What an interview can already tell a form: suggestions, each with where it came from.

Answers go one way. Nothing here ever changes the interview.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import TypeAlias

from welfare_app.domain.answers import Address, Answer, Answers, Gap, Rows, Value, is_blank, values
from welfare_app.domain.form import Field, Form, Kind, asked_fields, settled
from welfare_app.domain.ids import FieldId
from welfare_app.domain.partial_date import PartialDate


@dataclass(frozen=True, slots=True)
class Copy:
    """An answer carried over as it is; `part` takes one line of an address."""

    to: FieldId
    source: FieldId
    part: str = ""


@dataclass(frozen=True, slots=True)
class Part:
    """One answer of several that are joined, and the words that introduce it."""

    source: FieldId
    label: str


@dataclass(frozen=True, slots=True)
class Join:
    """Several answers set under one another in one box, each with its label."""

    to: FieldId
    parts: tuple[Part, ...]


@dataclass(frozen=True, slots=True)
class Translate:
    """A fixed answer that is called something else on the other form."""

    to: FieldId
    source: FieldId
    options: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Given:
    """A fixed answer that follows from there being any answer at all."""

    to: FieldId
    source: FieldId
    value: str


Rule: TypeAlias = Copy | Join | Translate | Given


def prefill(
    rules: Iterable[Rule], source: Form, answers: Answers, target: Form
) -> dict[FieldId, Answer]:
    """What `answers` to `source` suggest for `target`; the first rule that can speak is heard.

    Only questions that apply count. A worker's exact words arrive in quotation marks, and a
    gap arrives as a gap, so that nobody asks again.
    """
    asked = asked_fields(source, settled(source, values(answers)))
    told = {
        one.id: _Told(one, answers[one.id])
        for one in asked
        if one.id in answers and not is_blank(answers[one.id].value)
    }
    kinds = {one.id: one.kind for one in target.fields()}
    result: dict[FieldId, Answer] = {}
    for rule in rules:
        if rule.to not in result and (answer := _heard(rule, told, kinds[rule.to])):
            result[rule.to] = answer
    return result


@dataclass(frozen=True, slots=True)
class _Told:
    """A question that applied, with its answer."""

    question: Field
    answer: Answer = field(repr=False)


def _heard(rule: Rule, told: Mapping[FieldId, _Told], kind: Kind) -> Answer | None:
    if isinstance(rule, Join):
        return _joined(rule, told)
    found = told.get(rule.source)
    if found is None:
        return None
    value = _carried(rule, found, kind)
    return None if is_blank(value) else _from(value or "", (found,))


def _carried(rule: Copy | Translate | Given, found: _Told, kind: Kind) -> Value | None:
    """The value one rule makes of one answer."""
    value = found.answer.value
    match rule, value:
        case Given(), Gap():
            return None
        case Given(), _:
            return rule.value
        case _, Gap():
            return value
        case Translate(), str():
            return rule.options.get(value)
        case Copy(part=part), Address() if part:
            return str(getattr(value, part))
        case Copy(), str() if kind is Kind.DATE and not _whole(value):
            return None
        case Copy(), str() if kind in _CHOSEN:
            return value
        case Copy(), _:
            return "; ".join(_texts(found))
    return None


def _joined(rule: Join, told: Mapping[FieldId, _Told]) -> Answer | None:
    """The answers that have words, one under another; failing those, the first gap."""
    found = [(part, told[part.source]) for part in rule.parts if part.source in told]
    lines = [
        (f"{part.label}: {text}", one) for part, one in found if (text := "; ".join(_texts(one)))
    ]
    if lines:
        return _from("\n".join(line for line, _ in lines), tuple(one for _, one in lines))
    return _from(found[0][1].answer.value, (found[0][1],)) if found else None


def _texts(told: _Told) -> Iterator[str]:
    """An answer as a person would read it. Ticks are ids, not words, and are left out."""
    match told.answer.value:
        case str(text) if told.question.kind in {Kind.DATE, Kind.PARTIAL_DATE}:
            known = PartialDate.read(text)
            yield known.said() if known else text
        case str(text):
            yield f"“{text.strip()}”" if told.question.exact_words else text.strip()
        case Address() as address:
            yield ", ".join(address.lines())
        case Rows(rows):
            yield from (", ".join(filter(None, row.values())) for row in rows)


def _from(value: Value, told: tuple[_Told, ...]) -> Answer:
    """The answer with its sources, in their language where they share one."""
    languages = {one.answer.language for one in told}
    origin = "interview:" + ",".join(one.question.id for one in told)
    return Answer(value, languages.pop() if len(languages) == 1 else "en", origin)


def _whole(text: str) -> bool:
    known = PartialDate.read(text)
    return known is not None and known.day is not None


_CHOSEN = frozenset(
    {
        Kind.CHOICE,
        Kind.YES_NO_UNSURE,
        Kind.YES_NO_DECLINED,
        Kind.LIST,
        Kind.DATE,
        Kind.TIME,
        Kind.PHONE,
        Kind.EMAIL,
        Kind.NUMBER,
    }
)
"""Kinds whose answer must arrive exactly as given, with nothing put round it."""
