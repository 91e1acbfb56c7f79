"""A newer version of the form: what it asks otherwise, for whoever may move a referral to it."""

from dataclasses import dataclass

from welfare_app.domain.form import Form
from welfare_app.domain.form_changes import Change, Changed
from welfare_app.domain.partial_date import PartialDate
from welfare_app.services.prepare_referral import Moving

CHANGES = {
    Change.NEW: "New",
    Change.GONE: "No longer asked. What you wrote is kept, and not sent",
    Change.KIND: "Answered in another way now",
    Change.OPTIONS: "Other answers to choose from",
    Change.LIMIT: "Another limit",
    Change.RULES: "Other rules",
    Change.WHEN: "Asked in other cases",
}


@dataclass(frozen=True, slots=True)
class NewerForm:
    """What to say of it: a title, and each change as a question and what is otherwise."""

    title: str
    lines: tuple[tuple[str, str], ...]


def newer_form(moving: Moving | None) -> NewerForm | None:
    """The words for a newer form, where there is one."""
    if moving is None:
        return None
    lines = tuple((_label(moving, one), _what(moving.after.form, one)) for one in moving.changes)
    read = PartialDate.read(moving.after.form.checked)
    day = read.said() if read else moving.after.form.checked
    return NewerForm(
        f"A newer form was read on {day}: what changed",
        lines or (("Nothing that is asked", "Only words, or the order of pages"),),
    )


def _label(moving: Moving, one: Changed) -> str:
    words = moving.before if one.change is Change.GONE else moving.after
    return words.label(one.field)


def _what(form: Form, one: Changed) -> str:
    if one.change is Change.LIMIT:
        limit = next(field.limit for field in form.fields() if field.id == one.field)
        return f"Now up to {limit:,} characters" if limit else "Now of any length"
    return CHANGES[one.change]
