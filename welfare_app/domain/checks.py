"""What stops a form being complete: every rule of the form, each problem with its code.

The codes are the names of the Home Office form's own rules, so that a first responder, our
screens and our commands all mean the same thing by them.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Protocol

from welfare_app.domain import body_map, text_rules
from welfare_app.domain.answers import Address, Gap, Rows, Value, Values, is_blank
from welfare_app.domain.form import Field, Form, Kind, Page, Problem, asked_pages, settled, shown
from welfare_app.domain.partial_date import PartialDate
from welfare_app.domain.time_of_day import is_time

LARGEST_FILE = 26_214_399
"""Bytes; the form's upload parser refuses a file that reaches 25 MiB (R51)."""

MOST_FILES = 99
"""The form blocks Continue at its stated hundred (R53)."""

FILE_TYPES = frozenset(
    {
        "application/pdf",
        "application/msword",
        "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        "image/jpeg",
        "image/jpg",
        "image/png",
    }
)
"""What may be uploaded, by declared media type (R51)."""

SAME_EVERYWHERE: Mapping[Kind, tuple[str, ...]] = {
    Kind.YES_NO_UNSURE: ("yes", "no", "not-sure"),
    Kind.YES_NO_DECLINED: ("yes", "no", "declined"),
}
"""The options of the kinds that bring their own."""

_SHAPES: Mapping[Kind, type] = {
    Kind.CHOICES: tuple,
    Kind.ADDRESS: Address,
    Kind.REPEAT: Rows,
    Kind.BODY_MAP: Rows,
}
"""What an answer must be; of every other kind it is text."""

_ONE_LINE = frozenset({Kind.TEXT, Kind.TIME, Kind.NUMBER, Kind.PHONE, Kind.EMAIL})


@dataclass(frozen=True, slots=True)
class Upload:
    """A file as the form sees one: its name, size in bytes and declared media type."""

    name: str
    size: int
    media_type: str


class PhoneRule(Protocol):
    """Judges telephone numbers as libphonenumber does, the United Kingdom understood."""

    def __call__(self, number: str, /) -> bool:
        """Whether it is a number someone could hold."""


@dataclass(frozen=True, slots=True)
class Rulebook:
    """What the rules need to know of the world. The clock and the lists are handed in."""

    today: date
    lists: Mapping[str, tuple[str, ...]]
    is_phone: PhoneRule
    uploads: tuple[Upload, ...] = ()


def problems(form: Form, answers: Values, rules: Rulebook) -> tuple[Problem, ...]:
    """Everything wrong with the pages these answers lead through, in page order."""
    final = settled(form, answers)
    return tuple(
        problem
        for page in asked_pages(form, final)
        for problem in page_problems(page, final, rules)
    )


def page_problems(page: Page, answers: Values, rules: Rulebook) -> Iterator[Problem]:
    """Everything wrong with one page. A hidden question is never a problem."""
    fields = shown(page, answers)
    group = set(page.at_least_one)
    if group and all(is_blank(answers.get(id)) for id in page.at_least_one):
        yield Problem(page.at_least_one[0], "at-least-one-option-selected")
    for field in fields:
        value = answers.get(field.id)
        if field.id in group and is_blank(value):
            continue
        if code := fault(field, value, rules):
            yield Problem(field.id, code)


def fault(field: Field, value: Value | None, rules: Rulebook) -> str:
    """The first rule an answer breaks, or blank. A gap with its reason breaks none.

    That a gap needs one (`noReason`) is our own rule: the Home Office form knows no gaps.
    """
    if field.kind is Kind.FILES:
        return _files(rules.uploads)
    if is_blank(value):
        return "required" if field.required else ""
    match value:
        case Gap(reason=reason):
            return "noReason" if field.required and not reason.strip() else ""
        case _ if not isinstance(value, _SHAPES.get(field.kind, str)):
            return "equal"
        case str():
            return _text(field, value, rules)
        case tuple():
            return "" if set(value) <= set(field.options) else "equal"
        case Address():
            return _too_long(field, "\n".join(value.lines()))
        case Rows() if field.kind is Kind.BODY_MAP:
            return next((code for row in value.rows if (code := _mark(field, row))), "")
        case Rows():
            return next((code for row in value.rows if (code := _row(field, row, rules))), "")
    return ""


def _row(field: Field, row: Mapping[str, str], rules: Rulebook) -> str:
    parts = ((part, row.get(part.id, "")) for part in field.parts)
    return next((code for part, text in parts if (code := fault(part, text, rules))), "")


def _mark(field: Field, row: Mapping[str, str]) -> str:
    """The rule that one mark of a body map breaks. `nothingSeen` is our own."""
    if row.keys() != body_map.PARTS or row["where"] not in field.options:
        return "equal"
    return _too_long(field, row["seen"]) if row["seen"].strip() else "nothingSeen"


def _text(field: Field, raw: str, rules: Rulebook) -> str:
    text = text_rules.tidied(raw, one_line=field.kind in _ONE_LINE)
    if not text:  # white space of theirs that is none of ours
        return "required" if field.required else ""
    match field.kind:
        case Kind.CHOICE | Kind.YES_NO_UNSURE | Kind.YES_NO_DECLINED:
            return "" if raw in SAME_EVERYWHERE.get(field.kind, field.options) else "equal"
        case Kind.TICK:
            return "" if raw == "true" else "equal"
        case Kind.LIST:
            return "" if text in rules.lists[field.list] else "equal"
        case Kind.DATE:
            return _date(field, text, rules.today)
        case Kind.PARTIAL_DATE:
            return "" if PartialDate.read(text) else "date"
        case Kind.TIME:
            return "" if is_time(text) else "time"
        case Kind.NUMBER:
            return _too_long(field, text) if text.isascii() and text.isdigit() else "numeric"
        case Kind.PHONE:
            return "" if rules.is_phone(text) else "internationalPhoneNumber"
        case Kind.EMAIL:
            return _too_long(field, text) if text_rules.looks_like_email(text) else "email"
        case _:
            if field.no_web_text and text_rules.looks_like_web(text):
                return "notUrl"
            return _too_long(field, text)


def _too_long(field: Field, text: str) -> str:
    too_long = field.limit is not None and text_rules.length(text) > field.limit
    return "maxlength" if too_long else ""


def _date(field: Field, text: str, today: date) -> str:
    known = PartialDate.read(text)
    if known is None or known.day is None:
        return "date"
    day = known.first_day()
    if field.after and day <= date.fromisoformat(field.after):
        return "after"
    return "before" if field.not_future and day > today else ""


def _files(uploads: tuple[Upload, ...]) -> str:
    if len(uploads) > MOST_FILES:
        return "tooMany"
    if any(upload.size > LARGEST_FILE for upload in uploads):
        return "maxFileSize"
    if any(upload.media_type not in FILE_TYPES for upload in uploads):
        return "fileType"
    return ""
