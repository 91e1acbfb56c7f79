"""Lines of a summary put into words, for the screen and the paper alike."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace

from welfare_app.domain.answers import Answer, Answers, Gap, is_blank, values
from welfare_app.domain.document import Line
from welfare_app.domain.form import Field, Form, Kind, Row, counting, settled
from welfare_app.domain.ids import FieldId
from welfare_app.domain.wording import FormWords, said


@dataclass(frozen=True, slots=True)
class Summed:
    """One line: what was asked and what was said. `gap` marks an answer left for a reason."""

    label: str
    lines: tuple[Line, ...] = field(repr=False)
    exact_words: bool
    gap: bool


@dataclass(frozen=True, slots=True)
class Asked:
    """A form's questions with its words, and the answers given to it."""

    form: Form
    words: FormWords
    answers: Answers = field(repr=False)

    def counting(self) -> "Asked":
        """With only the answers that count: none left behind, and those the form gives itself."""
        final = settled(self.form, values(self.answers))
        told = counting(self.form, final)
        given = {id: Answer(value) for id, value in final.items() if id in told}
        stands = {
            id: answer
            for id, answer in self.answers.items()
            if id in given and answer.value == final[id]
        }
        return replace(self, answers=given | stands)

    def given(self, field: Field) -> Answer | None:
        """The answer to a question, if anything was said."""
        answer = self.answers.get(field.id)
        return None if answer is None or is_blank(answer.value) else answer

    def one(self, field: Field) -> Summed:
        """A question on its own line."""
        answer = self.given(field)
        lines = tuple(_lines(field, answer, self.words)) if answer else ()
        if answer and _ticked(field, answer):
            lines = (Line("Yes"),)
        gap = answer is not None and isinstance(answer.value, Gap)
        return Summed(self.words.label(field.id), lines, field.exact_words and not gap, gap)

    def folded(self, row: Row) -> Summed:
        """A summary line, with every answer that is folded into it."""
        fields = _by_id(self.form)
        told = [
            (fields[id], answer)
            for id in dict.fromkeys((*row.needs, *row.fields))
            if id in fields and (answer := self.given(fields[id]))
        ]
        several = len(told) > 1
        lines: list[Line] = []
        for asked, answer in told:
            lines += _lines(asked, answer, self.words, labelled=several)
        return Summed(
            self.words.row_label(row.id),
            tuple(lines),
            any(asked.exact_words for asked, _ in told),
            any(isinstance(answer.value, Gap) for _, answer in told),
        )


def _lines(
    field: Field, answer: Answer, words: FormWords, *, labelled: bool = False
) -> Iterator[Line]:
    """An answer's lines. A tick is known by its label; boxes that share a line carry theirs."""
    if _ticked(field, answer):
        yield Line(words.label(field.id))
        return
    language = "en" if isinstance(answer.value, Gap) else answer.language
    for text in said(field, answer.value, words):
        named = labelled and field.kind is Kind.TEXT
        yield Line(f"{words.label(field.id)}: {text}" if named else text, language)


def _ticked(field: Field, answer: Answer) -> bool:
    return field.kind is Kind.TICK and answer.value == "true"


def _by_id(form: Form) -> Mapping[FieldId, Field]:
    return {field.id: field for field in form.fields()}
