"""A condition said in words, for paper that cannot hide a question by itself."""

from collections.abc import Sequence

from welfare_app.domain.form import (
    Condition,
    Either,
    Every,
    Field,
    Filled,
    Form,
    Includes,
    Is,
    Kind,
    Unless,
)
from welfare_app.domain.ids import FieldId
from welfare_app.domain.wording import USUAL, FormWords


def condition_words(condition: Condition, form: Form, words: FormWords) -> str:
    """What must hold, as the end of a sentence that begins with if; blank where it always does."""
    fields = {field.id: field for field in form.fields()}

    def said(part: Condition) -> str:
        match part:
            case Is(field, values):
                return (
                    f"{_label(field, words)} is {_either(_answers(fields, field, values, words))}"
                )
            case Includes(field, value):
                answer = _either(_answers(fields, field, (value,), words))
                return f"{answer} is ticked under {_label(field, words)}"
            case Filled(field):
                return f"{_label(field, words)} has an answer"
            case Either(parts):
                return " or ".join(said(one) for one in parts)
            case Every(parts):
                return ", and ".join(said(one) for one in parts)
            case Unless(Is(field, values)):
                answers = _either(_answers(fields, field, values, words))
                return f"{_label(field, words)} is not {answers}"
            case Unless(inner):
                return f"it is not so that {said(inner)}"

    return said(condition)


def answer_words(field: Field, answer: str, words: FormWords) -> str:
    """A fixed answer of a question as its screen says it."""
    if field.kind is Kind.TICK:
        return "Yes"
    usual = USUAL.get(field.kind, {})
    return usual[answer] if answer in usual else words.option(field.id, answer)


def _label(field: FieldId, words: FormWords) -> str:
    return f"“{words.label(field)}”"


def _answers(
    fields: dict[FieldId, Field], id: FieldId, values: Sequence[str], words: FormWords
) -> list[str]:
    return [f"“{answer_words(fields[id], value, words)}”" for value in values]


def _either(said: Sequence[str]) -> str:
    *first, last = said
    return f"{', '.join(first)} or {last}" if first else last
