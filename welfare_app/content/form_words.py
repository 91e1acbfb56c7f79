"""Which words a form needs, and which it may have besides. Any others are for nothing."""

from collections.abc import Iterator, Mapping

from welfare_app.domain.form import Field, Form
from welfare_app.domain.interview import COURSE

TAKEN = frozenset(
    {"form", "pages", "sections", "rows", "routes", "options", "stops", "consents", "courses"}
)
"""Words under these keys belong to the form, so no field may be called so."""

TITLE = "form.title"
"""What a talk is called. One that takes no courses is older than titles are."""


def needed(form: Form, said: Mapping[str, str]) -> set[str]:
    """The words a form cannot do without."""
    pages = {f"pages.{page.id}.title" for page in form.pages}
    sections = {f"sections.{page.section}" for page in form.pages}
    sections |= {f"sections.{section.id}" for section in form.summary}
    routes = {f"routes.{route.id}" for route in form.routes}
    fields = {field.id for field in form.fields()}
    rows = {
        f"rows.{row.id}" for section in form.summary for row in section.rows if row.id not in fields
    }
    stops = {
        f"stops.{stop.id}.{part}"
        for page in form.pages
        for stop in page.stops
        for part in ("title", "todo")
    }
    courses = {
        f"courses.{course}.{part}"
        for page in form.pages
        for course in page.stays
        for part in ("title", "todo", "never")
    }
    consents = {f"consents.{consent.id}" for consent in form.consents}
    title = {TITLE} if any(field.id == COURSE for field in form.extra) else set()
    own = {key for field in form.fields() for key in _field_words(field, said)}
    return title | pages | sections | routes | rows | stops | courses | consents | own


def _field_words(field: Field, said: Mapping[str, str]) -> Iterator[str]:
    yield f"{field.id}.label"
    for option in field.options:
        own = f"{field.id}.options.{option}"
        shared = f"options.{option}"
        yield shared if own not in said and shared in said else own
    for part in field.parts:
        yield from _field_words(part, said)


def allowed(form: Form) -> set[str]:
    """The words a form may have besides."""
    keys = {f"pages.{page.id}.intro" for page in form.pages} | {TITLE, "form.about"}
    keys |= {
        f"pages.{page.id}.{course}.{part}"
        for page in form.pages
        for course in page.stays
        for part in ("title", "intro")
    }
    keys |= {f"rows.{row.id}" for section in form.summary for row in section.rows}
    for field in form.fields():
        keys |= {f"{one.id}.hint" for one in (field, *field.parts)}
        keys |= {f"{field.id}.problems.{code}" for code in _PROBLEMS}
    return keys


_PROBLEMS = (
    "required",
    "maxlength",
    "equal",
    "date",
    "time",
    "after",
    "before",
    "email",
    "notUrl",
    "internationalPhoneNumber",
    "numeric",
    "at-least-one-option-selected",
    "maxFileSize",
    "fileType",
    "tooMany",
    "noReason",
    "nothingSeen",
)
"""The codes of `domain.checks`, for which a field may have words of its own."""
