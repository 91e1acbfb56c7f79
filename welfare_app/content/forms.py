"""Reads forms: structure from <name>.toml, words from <name>.<language>.toml beside it."""

from collections.abc import Iterator, Mapping
from pathlib import Path

from welfare_app.content import conditions
from welfare_app.content.conditions import Lists
from welfare_app.content.form_words import TAKEN, allowed, needed
from welfare_app.content.questions import ENGLISH, refuse_leading
from welfare_app.content.tables import Table, agree, read, stem, words
from welfare_app.content.words import Definition
from welfare_app.domain.checks import SAME_EVERYWHERE
from welfare_app.domain.form import (
    LONGEST,
    ConsentAsked,
    Field,
    Form,
    Kind,
    Page,
    Route,
    Row,
    Setting,
    Stop,
    SummarySection,
)
from welfare_app.domain.ids import FieldId
from welfare_app.domain.interview import Course
from welfare_app.domain.notes import STAFF

_CHOSEN_FROM_OPTIONS = frozenset({Kind.CHOICE, Kind.CHOICES, Kind.BODY_MAP})
_COURSES = frozenset({Course.DISCLOSURE, Course.STOPPED})


def definition(
    root: Path, name: str, language: str, lists: Lists, version: int | None = None
) -> Definition:
    """One form in one language, or exactly what is wrong and where."""
    form = structure(root, name, lists, version)
    file = f"forms/{stem(name, version)}.{language}.toml"
    said = words(root, file)
    agree(file, said, needed(form, said), allowed(form))
    if language == ENGLISH:
        # what is kept to the letter is what was asked of the worker
        heard = (field.id for field in form.fields() if field.exact_words)
        refuse_leading(file, said, (f"{id}.label" for id in heard))
    return Definition(form, said, language)


def structure(root: Path, name: str, lists: Lists, version: int | None = None) -> Form:
    """What a form asks and when, without its words: the newest, or an older version of it."""
    top = read(root, f"forms/{stem(name, version)}.toml")
    fields = _fields(top.table("field"), lists)
    extra = tuple(_known(top, "extra", id, fields) for id in top.texts("extra"))
    asked = {field.id: field for field in extra}
    pages = tuple(_page(table, fields, asked, lists) for table in _unique(top, "page"))
    _refuse_twins(fields)
    if idle := fields.keys() - asked.keys():
        top.refuse("content.never-asked", f"field.{min(idle)}")
    form = Form(
        id=name,
        version=top.version(version),
        source=top.text("source"),
        checked=top.day("checked"),
        pages=pages,
        summary=tuple(_section(table, pages, asked) for table in _unique(top, "summary")),
        routes=tuple(_route(table, asked, lists) for table in _unique(top, "route")),
        extra=extra,
        consents=tuple(_consent(table, asked) for table in _unique(top, "consent")),
        visit=top.flag("visit"),
    )
    top.done()
    _refuse_empty_offers(fields, asked)
    if not pages:
        top.refuse("content.missing-key", "page")
    return form


def _unique(top: Table, name: str) -> Iterator[Table]:
    """The tables of a `[[name]]`; two with one id are refused."""
    seen: set[str] = set()
    for table in top.tables(name):
        id = table.text("id")
        if id in seen:
            table.refuse("content.twice", "id")
        seen.add(id)
        yield table


def _fields(table: Table, lists: Lists) -> dict[FieldId, tuple[Field, Table]]:
    """Every field the file defines, each with the place it was defined."""
    found = {}
    for id, one in table.named():
        if id in TAKEN:
            one.refuse("content.taken")
        found[FieldId(id)] = (_field(id, one, lists), one)
    return found


def _refuse_twins(fields: Mapping[FieldId, tuple[Field, Table]]) -> None:
    """Refuse a part called like a field, or like another part: each has words under its name."""
    seen: set[FieldId] = set(fields)
    for field, place in fields.values():
        for part in field.parts:
            if part.id in seen:
                place.refuse("content.twice", f"parts.{part.id}")
            seen.add(part.id)


def _field(id: str, table: Table, lists: Lists) -> Field:
    kind = _kind(table)
    field = Field(
        id=FieldId(id),
        kind=kind,
        required=table.flag("required"),
        options=_options(table, kind),
        list=_list(table, kind, lists),
        parts=tuple(_field(name, part, lists) for name, part in table.table("parts").named()),
        shown_when=conditions.condition(table),
        limit=_limit(table, kind),
        no_web_text=table.flag("no-web-text"),
        after=table.day("after") if "after" in table else "",
        not_future=table.flag("not-future"),
        theirs=table.flag("theirs"),
        exact_words=table.flag("exact-words"),
        sets=tuple(_setting(one) for one in table.tables("sets")),
        gathers=table.texts("gathers"),
        offers=FieldId(table.text("offers")) if "offers" in table else None,
        of_visit=table.flag("of-visit"),
    )
    table.done()
    if bool(field.parts) is not (kind is Kind.REPEAT):
        table.refuse("content.bad-parts", "parts")
    return field


def _kind(table: Table) -> Kind:
    name = table.text("kind")
    if name not in set(Kind):
        table.refuse("content.unknown-kind", "kind")
    return Kind(name)


def _options(table: Table, kind: Kind) -> tuple[str, ...]:
    options = table.texts("options")
    if bool(options) is not (kind in _CHOSEN_FROM_OPTIONS) or len(set(options)) != len(options):
        table.refuse("content.bad-options", "options")
    return SAME_EVERYWHERE.get(kind, options)


def _list(table: Table, kind: Kind, lists: Lists) -> str:
    name = table.text("list", "")
    if bool(name) is not (kind is Kind.LIST) or (name and name not in lists):
        table.refuse("content.no-list", "list")
    return name


def _limit(table: Table, kind: Kind) -> int | None:
    """The longest answer: the kind's own, unless the field says a number or `none`.

    A telephone number is judged by being one, not by its length (nrm-rules R36, R41).
    """
    if table.raw("limit") == "none":
        return None
    if "limit" in table:
        return table.number("limit")
    return None if kind is Kind.PHONE else LONGEST


def _setting(table: Table) -> Setting:
    setting = Setting(table.text("value", ""), conditions.condition(table, "when"))
    table.done()
    return setting


def _known(
    table: Table, name: str, id: str, fields: Mapping[FieldId, tuple[Field, Table]]
) -> Field:
    if FieldId(id) not in fields:
        table.refuse("content.unknown-field", f"{name}.{id}")
    return fields[FieldId(id)][0]


def _page(
    table: Table,
    fields: Mapping[FieldId, tuple[Field, Table]],
    asked: dict[FieldId, Field],
    lists: Lists,
) -> Page:
    """One page; its fields join those `asked`, in order, so that conditions look only back."""
    shown_when = conditions.condition(table)
    conditions.check(table, "shown-when", shown_when, asked, lists)
    questions = tuple(_known(table, "fields", id, fields) for id in table.texts("fields"))
    for field in questions:
        place = fields[field.id][1]
        conditions.check(place, "shown-when", field.shown_when, asked, lists)
        for setting in field.sets:
            conditions.check(place, "sets", setting.when, asked, lists)
        asked[field.id] = field
    at_least_one = tuple(FieldId(id) for id in table.texts("at-least-one"))
    if not questions or len(set(questions)) != len(questions):
        table.refuse("content.bad-page", "fields")
    if not set(at_least_one) <= {field.id for field in questions}:
        table.refuse("content.unknown-field", "at-least-one")
    stays = table.texts("stays")
    if not set(stays) <= _COURSES:
        table.refuse("content.unknown-option", "stays")
    page = Page(
        table.text("id"),
        table.text("section"),
        questions,
        shown_when,
        at_least_one,
        tuple(_stop(one, asked, lists) for one in _unique(table, "stop")),
        stays,
        table.flag("notes"),
    )
    table.done()
    return page


def _stop(table: Table, asked: Mapping[FieldId, Field], lists: Lists) -> Stop:
    when = conditions.condition(table, "when")
    conditions.check(table, "when", when, asked, lists)
    stop = Stop(table.text("id"), when)
    table.done()
    return stop


def _consent(table: Table, asked: Mapping[FieldId, Field]) -> ConsentAsked:
    def named(name: str) -> FieldId | None:
        if name not in table:
            return None
        if (id := FieldId(table.text(name))) not in asked:
            table.refuse("content.unknown-field", name)
        return id

    answer = named("answer")
    if answer is None:
        table.refuse("content.missing-key", "answer")
    consent = ConsentAsked(
        table.text("id"),
        answer,
        table.text("given"),
        named("points"),
        named("words"),
        named("language"),
        named("explained-by"),
    )
    table.done()
    if consent.given not in asked[answer].options:
        table.refuse("content.unknown-option", "given")
    return consent


def _refuse_empty_offers(
    fields: Mapping[FieldId, tuple[Field, Table]], asked: Mapping[FieldId, Field]
) -> None:
    """Refuse a field that offers the answer of one that is never asked."""
    for field, place in fields.values():
        if field.offers and field.offers != STAFF and field.offers not in asked:
            place.refuse("content.unknown-field", "offers")


def _section(
    table: Table, pages: tuple[Page, ...], asked: Mapping[FieldId, Field]
) -> SummarySection:
    section = SummarySection(
        table.text("id"), tuple(_row(row, pages, asked) for row in _unique(table, "row"))
    )
    table.done()
    return section


def _row(table: Table, pages: tuple[Page, ...], asked: Mapping[FieldId, Field]) -> Row:
    """A summary line. One named after a field needs and shows that field, unless it says other."""
    id = table.text("id")
    own = (id,) if FieldId(id) in asked else ()
    fields = table.texts("fields") if "fields" in table else own
    needs = table.texts("needs") if "needs" in table else own
    row = Row(id, table.texts("pages"), *(tuple(map(FieldId, ids)) for ids in (needs, fields)))
    table.done()
    if not row.pages or not set(row.pages) <= {page.id for page in pages}:
        table.refuse("content.unknown-page", "pages")
    if not row.fields or not {*row.needs, *row.fields} <= asked.keys():
        table.refuse("content.unknown-field", "fields")
    return row


def _route(table: Table, asked: Mapping[FieldId, Field], lists: Lists) -> Route:
    when = conditions.condition(table, "when")
    conditions.check(table, "when", when, asked, lists)
    route = Route(table.text("id"), when)
    table.done()
    return route
