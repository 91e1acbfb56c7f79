"""Reads workflows: the stages of an incident pack, their clocks and what they say."""

from collections.abc import Iterator, Mapping
from pathlib import Path

from welfare_app.content import conditions, contacts, forms
from welfare_app.content.conditions import Lists
from welfare_app.content.tables import Table, read, stem
from welfare_app.content.words import WordedWorkflow
from welfare_app.domain.errors import BadContent
from welfare_app.domain.form import Field, Form
from welfare_app.domain.ids import FieldId, StageId
from welfare_app.domain.people import Role
from welfare_app.domain.workflow import ClockRule, Gate, Stage, Workflow

MOST_NEVERS = 5
"""More would not be read (the look, Parts)."""

_DOES = frozenset({"answer", "call", "choose", "file", "referral", "seal"})
_TEXTS = ("title", "order", "why", "done")
_LINES = ("say", "tasks", "never")
_SHORT_TEXTS, _SHORT_LINES = ("title",), ("tasks",)
"""What is said of a gate; of a date only its title."""


def workflow(
    root: Path, name: str, language: str, lists: Lists, version: int | None = None
) -> WordedWorkflow:
    """A workflow in one language, or exactly what is wrong and where."""
    stages = structure(root, name, lists, version)
    top = read(root, f"workflow/{stem(name, version)}.{language}.toml")
    tables = dict(top.named())
    gates, clocks = ({one.id for one in found} for found in (stages.gates, stages.clocks))
    ids = [*(stage.id for stage in stages.stages), *gates, *clocks]
    if missing := set(ids) - tables.keys():
        raise BadContent("content.no-words", file=top.file, key=min(missing))
    if idle := tables.keys() - set(ids):
        raise BadContent("content.words-for-nothing", file=top.file, key=min(idle))
    texts: dict[str, str] = {}
    lines: dict[str, tuple[str, ...]] = {}
    for id, table in tables.items():
        short = id in gates or id in clocks
        named, listed = (_SHORT_TEXTS, _SHORT_LINES) if short else (_TEXTS, _LINES)
        texts |= {f"{id}.{name}": table.text(name) for name in named}
        lines |= {f"{id}.{name}": table.texts(name) for name in listed}
        table.done()
        if len(lines.get(f"{id}.never", ())) > MOST_NEVERS:
            table.refuse("content.too-many", "never")
    return WordedWorkflow(stages, texts, lines)


def structure(root: Path, name: str, lists: Lists, version: int | None = None) -> Workflow:
    """The stages without their words. They and their questions share one version number."""
    top = read(root, f"workflow/{stem(name, version)}.toml")
    form = forms.structure(root, top.text("form"), lists, version)
    known = frozenset(contact.id for contact in contacts.structure(root))
    stages = tuple(_stages(top, form, known, lists))
    result = Workflow(
        id=name,
        version=top.version(form.version),
        form=form.id,
        checked=top.day("checked"),
        stages=stages,
        gates=tuple(_gates(top, form, stages, known, lists)),
        clocks=tuple(_clocks(top, form, stages, lists)),
    )
    top.done()
    used = {stage.page for stage in result.stages}
    if idle := {page.id for page in form.pages} - used:
        top.refuse("content.never-asked", min(idle))
    return result


def _stages(top: Table, form: Form, contacts: frozenset[str], lists: Lists) -> Iterator[Stage]:
    """Each stage; it may look only at stages and answers before it."""
    before: set[StageId] = set()
    asked: dict[FieldId, Field] = {}
    pages = {page.id: page for page in form.pages}
    for table in top.tables("stage"):
        stage = _stage(table)
        _check(table, stage, before, contacts)
        conditions.check(table, "shown-when", stage.shown_when, asked, lists)
        if stage.page not in pages:
            table.refuse("content.unknown-page", "page")
        asked |= _by_id(pages[stage.page].fields)
        if not set(stage.due_on) <= asked.keys():
            table.refuse("content.looks-ahead", "due-on")
        before.add(stage.id)
        yield stage


def _gates(
    top: Table, form: Form, stages: tuple[Stage, ...], contacts: frozenset[str], lists: Lists
) -> Iterator[Gate]:
    """Each gate; it may look at any answer, since one can be lifted long after it was met."""
    asked, known = _by_id(tuple(form.fields())), {stage.id for stage in stages}
    seen: set[str] = set(known)
    for table in top.tables("gate") if "gate" in top else ():
        until, met_at = table.text("until", ""), table.text("met-at", "")
        gate = Gate(
            id=table.text("id"),
            stage=StageId(table.text("stage")),
            when=conditions.condition(table, "when"),
            until=StageId(until) if until else None,
            met_at=StageId(met_at) if met_at else None,
            holds=table.flag("holds"),
            contacts=table.texts("contacts"),
            circle=table.flag("circle"),
        )
        table.done()
        if gate.id in seen:
            table.refuse("content.twice", "id")
        if not {gate.stage, *filter(None, (gate.until, gate.met_at))} <= known:
            table.refuse("content.unknown-stage", "stage")
        if not set(gate.contacts) <= contacts:
            table.refuse("content.unknown-contact", "contacts")
        conditions.check(table, "when", gate.when, asked, lists)
        seen.add(gate.id)
        yield gate


def _clocks(top: Table, form: Form, stages: tuple[Stage, ...], lists: Lists) -> Iterator[ClockRule]:
    """Each date that follows; it may look at any answer."""
    asked, known = _by_id(tuple(form.fields())), {stage.id for stage in stages}
    for table in top.tables("clock") if "clock" in top else ():
        named = table.text("from-field", "")
        rule = ClockRule(
            id=table.text("id"),
            days=table.number("days"),
            after=tuple(StageId(id) for id in table.texts("after")),
            from_field=FieldId(named) if named else None,
            working=table.flag("working"),
            repeats=table.flag("repeats"),
            shown_when=conditions.condition(table),
            source=table.text("source"),
        )
        table.done()
        if not set(rule.after) <= known:
            table.refuse("content.unknown-stage", "after")
        if named and named not in asked:
            table.refuse("content.looks-ahead", "from-field")
        conditions.check(table, "shown-when", rule.shown_when, asked, lists)
        yield rule


def _by_id(fields: tuple[Field, ...]) -> Mapping[FieldId, Field]:
    return {field.id: field for field in fields}


def _stage(table: Table) -> Stage:
    clock_from = table.text("clock-from", "")
    stage = Stage(
        id=StageId(table.text("id")),
        page=table.text("page"),
        role=table.text("role"),
        does=table.text("does", "answer"),
        waits_for=tuple(StageId(id) for id in table.texts("waits-for")),
        shown_when=conditions.condition(table),
        within_minutes=table.number("within-minutes") if "within-minutes" in table else None,
        clock_from=StageId(clock_from) if clock_from else None,
        contacts=table.texts("contacts"),
        source=table.text("source"),
        due_on=tuple(map(FieldId, table.texts("due-on"))),
        urgent=table.flag("urgent"),
        needs_call=table.flag("needs-call"),
        escalates=table.flag("escalates"),
    )
    table.done()
    return stage


def _check(table: Table, stage: Stage, before: set[StageId], contacts: frozenset[str]) -> None:
    if stage.id in before:
        table.refuse("content.twice", "id")
    if stage.role not in set(Role):
        table.refuse("content.unknown-option", "role")
    if stage.does not in _DOES:
        table.refuse("content.unknown-option", "does")
    if not set(stage.waits_for) <= before:
        table.refuse("content.unknown-stage", "waits-for")
    if stage.clock_from is not None and stage.clock_from not in before:
        table.refuse("content.unknown-stage", "clock-from")
    if stage.clock_from is not None and stage.within_minutes is None:
        table.refuse("content.missing-key", "within-minutes")
    if not set(stage.contacts) <= contacts:
        table.refuse("content.unknown-contact", "contacts")
