"""A blank incident pack to print: the stages, questions and numbers of the screens, on paper."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Protocol

from welfare_app.domain.condition_words import condition_words
from welfare_app.domain.contacts import Contact, Nation
from welfare_app.domain.document import (
    Blank,
    Block,
    Bullets,
    Document,
    Fact,
    Facts,
    Heading,
    Line,
    Notice,
    PageBreak,
    Paragraph,
    Table,
)
from welfare_app.domain.form import ALWAYS, Form, Unless
from welfare_app.domain.paper import PaperWords, Sheet
from welfare_app.domain.paper_questions import question_blocks
from welfare_app.domain.partial_date import PartialDate
from welfare_app.domain.safe_contact import FIELDS as SAFE_CONTACT
from welfare_app.domain.wording import WHY, FormWords
from welfare_app.domain.workflow import Stage, Workflow

EMERGENCY = "danger"
CALL = "call"
"""What a stage does where the numbers come before everything else."""

WRITING_LINES = 24
"""Ruled lines on a page that is all room to write."""

UNITS = ((24 * 60, "day"), (60, "hour"), (1, "minute"))


class StageWords(Protocol):
    """The words of a workflow."""

    def text(self, stage: str, name: str) -> str:
        """One text of a stage, or blank."""
        ...

    def lines(self, stage: str, name: str) -> tuple[str, ...]:
        """The lines of a stage."""
        ...


class ContactNames(Protocol):
    """The words of the contacts."""

    def name(self, contact: str) -> str:
        """Who answers."""
        ...

    def note(self, contact: str) -> str:
        """What it is for, and any doubt about it."""
        ...


@dataclass(frozen=True, slots=True)
class PaperSources:
    """All that a paper pack is made of: the same content that the screens use.

    Without a nation it holds the numbers of all four. `points` are the plain words about a
    referral, `points_checked` the oldest day any of them was checked.
    """

    paper: PaperWords
    workflow: Workflow
    stages: StageWords
    form: Form
    questions: FormWords
    talk: Form
    talk_words: FormWords
    contacts: tuple[Contact, ...]
    names: ContactNames
    points: tuple[str, ...]
    points_checked: str
    nation: Nation | None = None

    def serving(self) -> tuple[Contact, ...]:
        """The numbers for people here."""
        return tuple(one for one in self.contacts if self.nation is None or one.serves(self.nation))


def compose_paper(sources: PaperSources) -> Document:
    """The whole pack, in the order it is used."""
    paper = sources.paper
    parts = (
        _cover(sources),
        _numbers(sources),
        _safety(sources),
        *(_stage(sources, stage) for stage in sources.workflow.stages),
        _words(paper),
        *(_sheet(paper, sheet) for sheet in paper.plan.sheets),
        _sources(sources),
    )
    blocks = [block for part in parts for block in (PageBreak(), *part)][1:]
    title = Line(paper.said("cover.title"))
    return Document(
        title, paper.said("marking.running"), paper.said("marking.blank"), tuple(blocks)
    )


def checked_words(contact: Contact) -> str:
    """When a number was checked, and whether it is in doubt."""
    day = _day(contact.checked)
    return f"In doubt, seen {day}" if contact.doubt else day


def _cover(sources: PaperSources) -> Iterator[Block]:
    paper = sources.paper
    yield Paragraph(Line(paper.said("cover.lead")), lead=True)
    digits = next(one.phone for one in sources.contacts if EMERGENCY in one.purposes)
    yield Notice(
        Line(paper.said("cover.danger", digits=digits)), (Line(paper.said("cover.danger-more")),)
    )
    number = Line(paper.said("cover.number")), Line(paper.said("cover.number-hint"))
    yield Blank(*number, lines=1)
    for name in ("opened", "by", "lead-name"):
        yield Blank(Line(paper.said(f"cover.{name}")), lines=1)
    yield Heading(1, Line(paper.said("cover.stages")))
    titles = ((one.id, sources.stages.text(one.id, "title")) for one in sources.workflow.stages)
    yield Bullets(tuple(Line(f"{id}  {title}") for id, title in titles), ticks=True)
    yield PageBreak()
    gaps = ", ".join(words.lower() for words in WHY.values())
    yield Heading(1, Line(paper.said("cover.how")))
    yield Bullets(_lines(paper.lines("how.lines", gaps=gaps)))
    yield Heading(1, Line(paper.said("keep.title")))
    yield Bullets(_lines(paper.lines("keep.lines")))


def _numbers(sources: PaperSources) -> Iterator[Block]:
    paper = sources.paper
    yield Heading(1, Line(paper.said("numbers.title")))
    yield Paragraph(Line(paper.said("numbers.lead")))
    yield _calls(sources, sources.serving(), notes=True)


def _calls(sources: PaperSources, contacts: Sequence[Contact], *, notes: bool = False) -> Table:
    """Whom to call. Notes stand once, on the page of all numbers; doubt and date everywhere."""
    paper, names = sources.paper, sources.names
    head = tuple(Line(paper.said(f"numbers.{name}")) for name in ("who", "digits", "checked"))
    rows = []
    for one in contacts:
        note = names.note(one.id) if notes else ""
        who = "\n".join(filter(None, (names.name(one.id), note)))
        reach = "\n".join(filter(None, (one.phone, one.email)))
        rows.append((Line(who), Line(reach), Line(checked_words(one))))
    return Table(
        paper.said("numbers.summary"), head, tuple(rows), (0.45, 0.33, 0.22), whole=not notes
    )


def _safety(sources: PaperSources) -> Iterator[Block]:
    paper, talk = sources.paper, sources.talk
    yield Heading(1, Line(paper.said("safety.title")))
    yield Paragraph(Line(paper.said("safety.lead")))
    yield Notice(Line(paper.said("safety.notice")), _lines(paper.lines("safety.notice-lines")))
    fields = [field for field in talk.fields() if field.id in SAFE_CONTACT]
    yield from question_blocks(fields, talk, sources.talk_words, paper)
    yield Blank(Line(paper.said("safety.signal")), lines=1)
    yield Blank(Line(paper.said("safety.looked")), lines=2)


def _stage(sources: PaperSources, stage: Stage) -> Iterator[Block]:
    paper, words = sources.paper, sources.stages
    yield Heading(1, Line(f"{stage.id}  {words.text(stage.id, 'title')}"))
    yield Paragraph(Line(words.text(stage.id, "order")), lead=True)
    yield Paragraph(Line(words.text(stage.id, "why")))
    yield Facts(tuple(_terms(sources, stage)))
    if stage.does == CALL:
        yield from _stage_calls(sources, stage)
    if tasks := words.lines(stage.id, "tasks"):
        yield Heading(2, Line(paper.said("stage.tasks")))
        yield Bullets(_lines(tasks), ticks=True)
    if said := words.lines(stage.id, "say"):
        yield Heading(2, Line(paper.said("stage.say")))
        yield Bullets(tuple(Line(f"“{one}”") for one in said))
    nevers = (f"{one[:1].lower()}{one[1:]}" for one in words.lines(stage.id, "never"))
    yield Notice(
        Line(paper.said("stage.never")),
        tuple(Line(paper.said("stage.do-not", what=one)) for one in nevers),
    )
    if stage.does != CALL:
        yield from _stage_calls(sources, stage)
    yield Heading(2, Line(paper.said("stage.questions")))
    page = sources.form.page(stage.page)
    yield from question_blocks(page.fields, sources.form, sources.questions, paper)
    yield Blank(Line(paper.said("stage.done")), lines=2)
    yield Paragraph(Line(paper.said("stage.source", source=stage.source)), quiet=True)
    if stage.id == paper.plan.consent_stage:
        yield PageBreak()
        yield from _consents(sources)


def _stage_calls(sources: PaperSources, stage: Stage) -> Iterator[Block]:
    known = {one.id: one for one in sources.serving()}
    if calls := [known[id] for id in stage.contacts if id in known]:
        yield Heading(2, Line(sources.paper.said("stage.calls")))
        yield _calls(sources, calls)


def _terms(sources: PaperSources, stage: Stage) -> Iterator[Fact]:
    """Who does it, after what and by when, and when it is left out."""
    paper, words = sources.paper, sources.stages
    yield _fact(paper.said("stage.who"), paper.said(f"role.{stage.role}"))
    if stage.waits_for:
        after = ", ".join(f"{id} {words.text(id, 'title')}" for id in stage.waits_for)
        yield _fact(paper.said("stage.after"), after)
    if stage.within_minutes is not None:
        time = length_words(stage.within_minutes)
        when = paper.said("stage.from-opening", time=time)
        if since := stage.clock_from:
            title = f"{since} {words.text(since, 'title')}"
            when = paper.said("stage.from-stage", time=time, stage=title)
        yield _fact(paper.said("stage.when"), when)
    match stage.shown_when:
        case Unless(part):
            key, condition = "stage.leave-out", part
        case other:
            key, condition = "stage.only-if", other
    if said := condition_words(condition, sources.form, sources.questions):
        yield _fact(paper.said("stage.condition"), paper.said(key, condition=said))


def length_words(minutes: int) -> str:
    """A length of time in its largest whole unit: 4 hours."""
    size, unit = next((size, unit) for size, unit in UNITS if minutes % size == 0)
    count = minutes // size
    return f"{count} {unit}" if count == 1 else f"{count} {unit}s"


def _consents(sources: PaperSources) -> Iterator[Block]:
    paper, talk, words = sources.paper, sources.talk, sources.talk_words
    fields = {field.id: field for field in talk.fields()}
    yield Heading(1, Line(paper.said("consent.title")))
    yield Paragraph(Line(paper.said("consent.lead")))
    yield Notice(Line(paper.said("consent.child")), _lines(paper.lines("consent.child-lines")))
    for consent in talk.consents:
        yield Heading(2, Line(words.consent_title(consent.id)))
        asked = (
            *(consent.explained_by, consent.language, consent.points),
            *(consent.answer, consent.words),
        )
        common = fields[consent.answer].shown_when
        if condition := condition_words(common, talk, words):
            yield Paragraph(Line(paper.said("stage.only-if", condition=condition)))
        known = (fields[id] for id in asked if id)
        freed = (
            replace(one, shown_when=ALWAYS) if one.shown_when == common else one for one in known
        )
        yield from question_blocks(freed, talk, words, paper)
    yield Blank(Line(paper.said("consent.written")), lines=1)
    yield Paragraph(Line(paper.said("consent.no-signature")))
    yield Heading(2, Line(paper.said("consent.points")))
    yield Paragraph(Line(paper.said("consent.points-lead")))
    yield Bullets(_lines(sources.points))


def _words(paper: PaperWords) -> Iterator[Block]:
    yield Heading(1, Line(paper.said("words.title")))
    yield Paragraph(Line(paper.said("words.lead")))
    yield Blank(Line(paper.said("words.there")), lines=WRITING_LINES)


def _sheet(paper: PaperWords, sheet: Sheet) -> Iterator[Block]:
    title = paper.said(f"{sheet.id}.title")
    yield Heading(1, Line(title))
    yield Paragraph(Line(paper.said(f"{sheet.id}.lead")))
    head = tuple(Line(paper.said(f"{sheet.id}.{column.id}")) for column in sheet.columns)
    widths = tuple(column.share / 100 for column in sheet.columns)
    yield Table(title, head, (), widths, blank_rows=sheet.rows)


def _sources(sources: PaperSources) -> Iterator[Block]:
    paper, plan = sources.paper, sources.paper.plan
    yield Heading(1, Line(paper.said("sources.title")))
    facts = {
        "workflow": sources.form.source,
        "workflow_checked": _day(sources.workflow.checked),
        "paper": plan.source,
        "paper_checked": _day(plan.checked),
        "points_checked": _day(sources.points_checked),
    }
    yield Bullets(_lines(paper.lines("sources.lines", **facts)))
    yield Bullets(
        tuple(
            Line(paper.said("sources.contact", name=sources.names.name(one.id), source=one.source))
            for one in sources.serving()
        )
    )


def _lines(texts: Sequence[str]) -> tuple[Line, ...]:
    return tuple(Line(text) for text in texts)


def _fact(label: str, value: str) -> Fact:
    return Fact(Line(label), (Line(value),))


def _day(checked: str) -> str:
    known = PartialDate.read(checked)
    return known.said() if known else checked
