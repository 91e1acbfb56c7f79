"""Which answers of an interview are listened to for signs, and as what."""

from collections.abc import Iterator

from welfare_app.domain.answers import Answer, Answers
from welfare_app.domain.form import Field, Form, Kind
from welfare_app.domain.ids import FieldId
from welfare_app.domain.sign import Known
from welfare_app.domain.suggesting import Source
from welfare_app.domain.wording import FormWords

SEEN = frozenset({FieldId("seen"), FieldId("appearance")})
"""Where the form asks what was seen."""

RETOLD = frozenset({FieldId("home-family"), FieldId("schooling"), FieldId("earlier-work")})
"""Where it asks what was said, though not to the letter."""

FIXED = frozenset({Kind.YES_NO_UNSURE, Kind.YES_NO_DECLINED, Kind.CHOICE, Kind.CHOICES})


def sources(form: Form, words: FormWords, answers: Answers) -> tuple[Source, ...]:
    """The answers as sources of suggestions, in the order of the form."""
    return tuple(
        source
        for field in form.fields()
        if field.id in answers
        for source in _of(field, answers[field.id], words)
    )


def _of(field: Field, answer: Answer, words: FormWords) -> Iterator[Source]:
    chosen = answer.value
    if field.kind in FIXED and isinstance(chosen, str | tuple):
        for option in filter(None, (chosen,) if isinstance(chosen, str) else chosen):
            reads = f"{words.label(field.id)} {words.option(field.id, option)}"
            yield Source(field.id, reads, Known.VIEW, option=option)
    elif isinstance(chosen, str) and (known := _known(field)):
        yield Source(field.id, chosen, known)


def _known(field: Field) -> Known | None:
    if field.exact_words or field.id in RETOLD:
        return Known.SAID
    return Known.SEEN if field.id in SEEN else None
