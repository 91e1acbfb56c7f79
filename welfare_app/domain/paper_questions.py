"""Questions of a form as they stand on paper: what to tick, and room to write."""

from collections.abc import Iterable, Iterator

from welfare_app.domain.condition_words import answer_words, condition_words
from welfare_app.domain.document import Blank, Block, Heading, Line, Paragraph, Table
from welfare_app.domain.form import Field, Form, Kind
from welfare_app.domain.paper import PaperWords
from welfare_app.domain.wording import USUAL, FormWords

LINES = {Kind.LONG_TEXT: 4, Kind.ADDRESS: 3, Kind.BODY_MAP: 4, Kind.FILES: 3, Kind.CHOICES: 0}
HINTS = {Kind.DATE: "hint.date", Kind.PARTIAL_DATE: "hint.partial"}
TICKED = frozenset({Kind.CHOICE, Kind.CHOICES, Kind.YES_NO_UNSURE, Kind.YES_NO_DECLINED, Kind.TICK})
ROWS = 4
"""Empty rows for a question that repeats."""


def question_blocks(
    fields: Iterable[Field], form: Form, words: FormWords, paper: PaperWords
) -> Iterator[Block]:
    """Each question, with what must hold for it to be asked."""
    for field in fields:
        hint = _hint(field, form, words, paper)
        if field.kind is Kind.REPEAT:
            yield from _repeat(field, words, hint)
        else:
            yield Blank(
                Line(words.label(field.id)),
                Line(hint) if hint else None,
                tuple(Line(tick) for tick in ticks(field, words)),
                0 if field.kind in TICKED else LINES.get(field.kind, 1),
            )


def ticks(field: Field, words: FormWords) -> tuple[str, ...]:
    """The answers to choose from; none where it is answered in words."""
    if field.kind is Kind.TICK:
        return (answer_words(field, "true", words),)
    usual = USUAL.get(field.kind)
    if usual:
        return tuple(usual.values())
    chosen = field.kind in {Kind.CHOICE, Kind.CHOICES}
    return tuple(words.option(field.id, one) for one in field.options) if chosen else ()


def _hint(field: Field, form: Form, words: FormWords, paper: PaperWords) -> str:
    condition = condition_words(field.shown_when, form, words)
    only = paper.said("stage.only-if", condition=condition) if condition else ""
    how = paper.said(HINTS[field.kind]) if field.kind in HINTS else ""
    return " ".join(filter(None, (only, words.hint(field.id), how)))


def _repeat(field: Field, words: FormWords, hint: str) -> Iterator[Block]:
    yield Heading(3, Line(words.label(field.id)))
    if hint:
        yield Paragraph(Line(hint), quiet=True)
    head = tuple(Line(words.label(part.id)) for part in field.parts)
    share = 1 / len(head)
    yield Table(words.label(field.id), head, (), (share,) * len(head), blank_rows=ROWS, whole=True)
