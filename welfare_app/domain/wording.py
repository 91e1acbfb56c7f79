"""How records are put into words: the words of a form, and the few the program itself writes."""

from collections.abc import Callable, Iterator, Mapping
from typing import Protocol

from welfare_app.domain.answers import Address, Gap, Rows, Value, Why
from welfare_app.domain.body_map import marks
from welfare_app.domain.form import Field, Kind
from welfare_app.domain.interview import Course, Interview, Mark
from welfare_app.domain.notes import LineKind
from welfare_app.domain.partial_date import PartialDate
from welfare_app.domain.sign import Known


class FormWords(Protocol):
    """The words of one form in one language."""

    def label(self, field: str) -> str:
        """What is asked."""
        ...

    def hint(self, field: str) -> str:
        """What helps to answer, or blank."""
        ...

    def option(self, field: str, option: str) -> str:
        """What a fixed answer says."""
        ...

    def page_title(self, page: str, course: str = "") -> str:
        """What a page is about, on a course that a talk may have taken."""
        ...

    def page_intro(self, page: str, course: str = "") -> str:
        """The one sentence under a page's title, or blank."""
        ...

    def section_title(self, section: str) -> str:
        """What a group of pages or summary lines is about."""
        ...

    def consent_title(self, consent: str) -> str:
        """What a consent is to."""
        ...

    def row_label(self, row: str) -> str:
        """What a summary line is about."""
        ...


WHY = {
    Why.NOT_ASKED: "Not asked",
    Why.DOES_NOT_KNOW: "Does not know",
    Why.DECLINED: "Would rather not say",
    Why.NOT_SAFE: "Not safe to ask",
}

KNOWN = {
    Known.SAID: "Said",
    Known.SEEN: "Seen",
    Known.CHECKED: "Checked",
    Known.VIEW: "My view",
}

USUAL: Mapping[Kind, Mapping[str, str]] = {
    Kind.YES_NO_UNSURE: {"yes": "Yes", "no": "No", "not-sure": "Not sure"},
    Kind.YES_NO_DECLINED: {"yes": "Yes", "no": "No", "declined": "Rather not say"},
}
"""The words of the kinds whose answers are the same in every form."""


LINES = {
    LineKind.SAID: "Said",
    LineKind.NOTE: "Note",
    LineKind.ASKED: "Asked",
    LineKind.SEEN: "Seen",
    LineKind.BREAK: "Break",
    LineKind.ROOM: "In the room",
}
"""What the kinds of line of a talk are called, on the screen and on paper."""


MARKS = {
    Mark.ASKED: "Asked",
    Mark.NOT_ASKED: "Not asked",
    Mark.DECLINED: "Would rather not say",
}
"""What became of an open question."""


def text_of_turn(course: Course) -> str:
    """That a talk took another course, in words."""
    match course:
        case Course.WHOLE:
            return "The questions went on"
        case Course.DISCLOSURE:
            return "Something serious was said or seen, and the questions stopped"
        case Course.STOPPED:
            return "The talk was stopped"


def left_unasked(interview: Interview, ask: Callable[[str], str]) -> tuple[str, ...]:
    """The open questions that were left out or declined, each with what became of it."""
    return tuple(
        f"{MARKS[mark]}: {ask(question)}"
        for question, mark in interview.marks.items()
        if mark is not Mark.ASKED
    )


def gap_statement(gap: Gap) -> str:
    """A gap as a sentence, so that nobody asks again."""
    reason = gap.reason.strip().rstrip(".")
    return f"{WHY[gap.why]}: {reason}." if reason else f"{WHY[gap.why]}."


def said(field: Field, value: Value, words: FormWords) -> tuple[str, ...]:
    """An answer as lines a person can read."""
    match value:
        case Gap():
            return (gap_statement(value),)
        case Address():
            return value.lines()
        case Rows() if field.kind is Kind.BODY_MAP:
            return tuple(_marks(field, value, words))
        case Rows():
            return tuple(_row(field, row, words) for row in value.rows)
        case tuple():
            known = set(field.options)
            return tuple(words.option(field.id, one) if one in known else one for one in value)
        case str():
            return tuple(_text(field, value, words).split("\n"))


def _marks(field: Field, value: Rows, words: FormWords) -> Iterator[str]:
    """Each mark with the name of its place: Left hand: yellow bruise."""
    for mark in marks(value):
        known = mark.where in field.options
        place = words.option(field.id, mark.where) if known else mark.where
        yield from f"{place}: {mark.seen}".split("\n")


def _row(field: Field, row: object, words: FormWords) -> str:
    cells = dict(row) if isinstance(row, dict) else {}
    parts = ((part, cells.get(part.id, "")) for part in field.parts)
    return "; ".join(
        f"{words.label(part.id)}: {_text(part, text, words)}" for part, text in parts if text
    )


def _text(field: Field, text: str, words: FormWords) -> str:
    match field.kind:
        case Kind.CHOICE if text in field.options:
            return words.option(field.id, text)
        case Kind.YES_NO_UNSURE | Kind.YES_NO_DECLINED:
            return USUAL[field.kind].get(text, text)
        case Kind.TICK:
            return "Yes" if text == "true" else ""
        case Kind.DATE | Kind.PARTIAL_DATE:
            known = PartialDate.read(text)
            return known.said() if known else text
        case _:
            return text
