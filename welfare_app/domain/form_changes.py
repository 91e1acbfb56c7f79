"""What two versions of a form ask otherwise, for whoever moves a record from one to the other."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from welfare_app.domain.form import Condition, Field, Form
from welfare_app.domain.ids import FieldId


class Change(StrEnum):
    """How a question differs from one version to the next."""

    NEW = "new"
    GONE = "gone"
    KIND = "kind"
    OPTIONS = "options"
    LIMIT = "limit"
    RULES = "rules"
    WHEN = "when"


@dataclass(frozen=True, slots=True)
class Changed:
    """One question, and one thing that is otherwise about it."""

    field: FieldId
    change: Change


def changed(before: Form, after: Form) -> tuple[Changed, ...]:
    """Every difference: what is new or otherwise in the order now asked, then what is gone."""
    old, new = _asked(before), _asked(after)
    found = [
        Changed(id, change)
        for id, asked in new.items()
        for change in (_differences(old[id], asked) if id in old else (Change.NEW,))
    ]
    gone = [Changed(id, Change.GONE) for id in old if id not in new]
    return (*found, *gone)


@dataclass(frozen=True, slots=True)
class _Asked:
    """A question with the conditions of every page it stands on."""

    field: Field
    pages: tuple[tuple[Condition, bool], ...]
    """When each page is asked, and whether the page wants at least one tick of it."""


def _asked(form: Form) -> Mapping[FieldId, _Asked]:
    return {
        field.id: _Asked(
            field,
            tuple(
                (page.shown_when, field.id in page.at_least_one)
                for page in form.pages
                if field in page.fields
            ),
        )
        for field in form.fields()
    }


def _differences(old: _Asked, new: _Asked) -> tuple[Change, ...]:
    if old.field.kind is not new.field.kind:
        return (Change.KIND,)
    told = (
        (Change.OPTIONS, _options(old.field) != _options(new.field)),
        (Change.LIMIT, old.field.limit != new.field.limit),
        (Change.RULES, _rules(old) != _rules(new)),
        (Change.WHEN, _when(old) != _when(new)),
    )
    return tuple(change for change, differs in told if differs)


def _options(field: Field) -> object:
    return field.options, field.list, field.parts


def _rules(asked: _Asked) -> object:
    field = asked.field
    wanted = any(at_least_one for _, at_least_one in asked.pages)
    bounds = (field.after, field.not_future, field.no_web_text)
    return field.required, wanted, bounds, field.theirs


def _when(asked: _Asked) -> object:
    pages = tuple(condition for condition, _ in asked.pages)
    return asked.field.shown_when, pages, asked.field.sets
