"""Forms: what is asked, when it is asked, and in what order it is summed up."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import TypeAlias

from welfare_app.domain.answers import Value, Values, is_blank
from welfare_app.domain.ids import FieldId


class Kind(StrEnum):
    """The kinds of question a form can ask."""

    TEXT = "text"
    LONG_TEXT = "long-text"
    CHOICE = "choice"
    CHOICES = "choices"
    YES_NO_UNSURE = "yes-no-unsure"
    YES_NO_DECLINED = "yes-no-declined"
    TICK = "tick"
    DATE = "date"
    PARTIAL_DATE = "partial-date"
    TIME = "time"
    NUMBER = "number"
    PHONE = "phone"
    EMAIL = "email"
    ADDRESS = "address"
    LIST = "list"
    REPEAT = "repeat"
    BODY_MAP = "body-map"
    FILES = "files"


LONGEST = 15_000
"""UTF-16 units in a box, unless its field says other (nrm-rules R36)."""


@dataclass(frozen=True, slots=True)
class Is:
    """Holds when a field has been given one of these answers."""

    field: FieldId
    values: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Includes:
    """Holds when one of several ticks of a field is this one."""

    field: FieldId
    value: str


@dataclass(frozen=True, slots=True)
class Filled:
    """Holds when a field has been given any answer at all."""

    field: FieldId


@dataclass(frozen=True, slots=True)
class Either:
    """Holds when any of its parts holds."""

    parts: tuple["Condition", ...]


@dataclass(frozen=True, slots=True)
class Every:
    """Holds when all of its parts hold; with no parts it always holds."""

    parts: tuple["Condition", ...] = ()


@dataclass(frozen=True, slots=True)
class Unless:
    """Holds when its part does not, as when an answer would close a way through."""

    part: "Condition"


Condition: TypeAlias = Is | Includes | Filled | Either | Every | Unless

ALWAYS = Every()


@dataclass(frozen=True, slots=True)
class Setting:
    """An answer the form gives itself, and when (nrm-rules R9). A blank value takes it away."""

    value: str
    when: Condition


@dataclass(frozen=True, slots=True)
class Field:
    """One question.

    `options` are the ids of fixed answers, or of the places of a body map; `list` names an
    exact list, `parts` are the questions of each row of a repeat. `theirs` marks what only a
    first responder can fill. `after` (exclusive) and `not_future` bound dates.
    `gathers` are the topics whose lines of a talk are offered as its answer, and `offers` the
    field whose answer is. `of_visit` marks what is the same for every talk of one visit.
    """

    id: FieldId
    kind: Kind
    required: bool = False
    options: tuple[str, ...] = ()
    list: str = ""
    parts: tuple["Field", ...] = ()
    shown_when: Condition = ALWAYS
    limit: int | None = LONGEST
    no_web_text: bool = False
    after: str = ""
    not_future: bool = False
    theirs: bool = False
    exact_words: bool = False
    sets: tuple[Setting, ...] = ()
    gathers: tuple[str, ...] = ()
    offers: FieldId | None = None
    of_visit: bool = False


@dataclass(frozen=True, slots=True)
class Stop:
    """A reason not to go on past a page, while it stands."""

    id: str
    when: Condition


@dataclass(frozen=True, slots=True)
class Page:
    """The questions asked together on one screen.

    `stops` close its gate while they stand. `stays` are the courses a talk can take, beside the
    whole, in which the page is still asked. On a page of `notes` what is heard is written down
    line by line; its fields are answered by what the person does there.
    """

    id: str
    section: str
    fields: tuple[Field, ...]
    shown_when: Condition = ALWAYS
    at_least_one: tuple[FieldId, ...] = ()
    stops: tuple[Stop, ...] = ()
    stays: tuple[str, ...] = ()
    notes: bool = False


@dataclass(frozen=True, slots=True)
class Row:
    """One line of a summary: shown when one of its pages was asked and `needs` has a value.

    `fields` are folded into the line, in order. One of `needs` must be filled; where nothing
    is needed the line stands even when empty, as the list of files does.
    """

    id: str
    pages: tuple[str, ...]
    needs: tuple[FieldId, ...]
    fields: tuple[FieldId, ...]


@dataclass(frozen=True, slots=True)
class SummarySection:
    """A titled group of summary lines."""

    id: str
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class Route:
    """A named way through a form, such as a referral of an adult who agrees."""

    id: str
    when: Condition


@dataclass(frozen=True, slots=True)
class ConsentAsked:
    """Which fields hold one consent: the answer, what was explained, by whom, how they put it.

    `given` is the answer that means yes.
    """

    id: str
    answer: FieldId
    given: str
    points: FieldId | None = None
    words: FieldId | None = None
    language: FieldId | None = None
    explained_by: FieldId | None = None


@dataclass(frozen=True, slots=True)
class Form:
    """A whole form, at one version. `source` and `checked` (ISO date) say what it rests on.

    `extra` are answers that come from elsewhere than a page, such as a sign-in address, and
    are still summed up. `visit` says that several talks on it, each with another person, are held
    on one visit.
    """

    id: str
    version: int
    source: str
    checked: str
    pages: tuple[Page, ...]
    summary: tuple[SummarySection, ...] = ()
    routes: tuple[Route, ...] = ()
    extra: tuple[Field, ...] = ()
    consents: tuple[ConsentAsked, ...] = ()
    visit: bool = False

    def fields(self) -> Iterator[Field]:
        """Every field once: those of no page, then the rest in the order first asked."""
        asked = (field for page in self.pages for field in page.fields)
        yield from {field.id: field for field in (*self.extra, *asked)}.values()

    @property
    def first_notes(self) -> str:
        """The page of notes that lets people speak, before any question; blank without one."""
        return next((page.id for page in self.pages if page.notes), "")

    def page(self, id: str) -> Page:
        """The page with this id."""
        return next(page for page in self.pages if page.id == id)


@dataclass(frozen=True, slots=True)
class Problem:
    """Why an answer will not do, for the person who gave it. `code` names the rule."""

    field: FieldId
    code: str


def holds(condition: Condition, answers: Values) -> bool:
    """Whether the condition is met by the answers so far."""
    match condition:
        case Is(field, values):
            return answers.get(field) in values
        case Includes(field, value):
            ticked = answers.get(field)
            return isinstance(ticked, tuple) and value in ticked
        case Filled(field):
            return not is_blank(answers.get(field))
        case Either(parts):
            return any(holds(part, answers) for part in parts)
        case Every(parts):
            return all(holds(part, answers) for part in parts)
        case Unless(part):
            return not holds(part, answers)


def settled(form: Form, answers: Values) -> dict[FieldId, Value]:
    """The answers with those the form gives itself, which stand over what a person gave."""
    result = dict(answers)
    for field in form.fields():
        for setting in field.sets:
            if holds(setting.when, result):
                if setting.value:
                    result[field.id] = setting.value
                else:
                    result.pop(field.id, None)
    return result


def asked_pages(form: Form, answers: Values) -> tuple[Page, ...]:
    """The pages that apply, in order. Expects `settled` answers."""
    return tuple(page for page in form.pages if holds(page.shown_when, answers))


def shown(page: Page, answers: Values) -> tuple[Field, ...]:
    """The fields of the page that apply, given the answers so far."""
    return tuple(field for field in page.fields if holds(field.shown_when, answers))


def asked_fields(form: Form, answers: Values) -> tuple[Field, ...]:
    """Every field that applies, once, in order. Expects `settled` answers."""
    return tuple(
        {
            field.id: field for page in asked_pages(form, answers) for field in shown(page, answers)
        }.values()
    )


def route(form: Form, answers: Values) -> str:
    """The way these answers go through the form, or blank where they do not say yet."""
    return next((route.id for route in form.routes if holds(route.when, answers)), "")


def summary(form: Form, answers: Values) -> tuple[tuple[str, tuple[Row, ...]], ...]:
    """The lines to sum up with, by section; empty sections are left out. Expects `settled`."""
    visited = {page.id for page in asked_pages(form, answers)}
    said = counting(form, answers)
    sections = (
        (
            section.id,
            tuple(
                row
                for row in section.rows
                if visited & set(row.pages) and (not row.needs or said & set(row.needs))
            ),
        )
        for section in form.summary
    )
    return tuple((id, rows) for id, rows in sections if rows)


def counting(form: Form, answers: Values) -> set[FieldId]:
    """The fields with an answer that counts: an answer to a question now hidden does not.

    Expects `settled` answers.
    """
    counting = {field.id for field in (*form.extra, *asked_fields(form, answers))}
    counting |= {
        field.id
        for field in form.fields()
        if any(setting.value and holds(setting.when, answers) for setting in field.sets)
    }
    return {id for id in counting if not is_blank(answers.get(id))}


def fields_of(condition: Condition) -> Iterator[FieldId]:
    """Every field a condition looks at."""
    match condition:
        case Is(field) | Includes(field) | Filled(field):
            yield field
        case Either(parts) | Every(parts):
            for part in parts:
                yield from fields_of(part)
        case Unless(part):
            yield from fields_of(part)
