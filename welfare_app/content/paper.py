"""Reads what the incident pack on paper needs besides the words of the screens."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from welfare_app.content.tables import Table, agree, read
from welfare_app.domain.paper import Column, PaperPlan, Sheet
from welfare_app.domain.people import Role

_STRUCTURE = "paper/paper.toml"
_WHOLE = 100
_QUARTERS = 4
_BLANK = re.compile(r"\{([a-z-]+)\}")

_TEXTS: Mapping[str, tuple[str, ...]] = {
    "cover": (
        *("title", "lead", "danger", "danger-more", "number", "number-hint"),
        *("opened", "by", "lead-name", "how", "stages"),
    ),
    "keep": ("title",),
    "numbers": ("title", "lead", "who", "digits", "checked", "summary"),
    "safety": ("title", "lead", "notice", "signal", "looked"),
    "stage": (
        *("when", "who", "order", "from-opening", "from-stage", "after", "leave-out", "only-if"),
        *("say", "tasks", "never", "calls", "questions", "done", "source"),
        *("do-not", "condition"),
    ),
    "role": tuple(Role),
    "hint": ("date", "partial", "list"),
    "consent": (
        *("title", "lead", "child", "points", "points-lead", "written"),
        "no-signature",
    ),
    "words": ("title", "lead", "there"),
    "sources": ("title", "contact"),
    "marking": ("blank", "running"),
    "card": ("title", "foot", "unchecked", "vouched", "original", "nation"),
}
_LINES = ("how.lines", "keep.lines", "safety.notice-lines", "consent.child-lines", "sources.lines")


@dataclass(frozen=True, slots=True)
class WordedPaper:
    """What the paper pack is made of, with its words in one language."""

    plan: PaperPlan
    texts: Mapping[str, tuple[str, ...]]

    def said(self, key: str, **facts: str) -> str:
        """One text, by dotted key, its blanks filled."""
        return _filled(self.texts[key][0], facts)

    def lines(self, key: str, **facts: str) -> tuple[str, ...]:
        """Lines that stand one under another."""
        return tuple(_filled(line, facts) for line in self.texts[key])


def paper(root: Path, language: str) -> WordedPaper:
    """The paper pack in one language, or exactly what is wrong and where."""
    plan = structure(root)
    top = read(root, f"paper/paper.{language}.toml")
    said = dict(_words(top))
    needed = {f"{part}.{name}" for part, names in _TEXTS.items() for name in names}
    needed |= set(_LINES)
    for sheet in plan.sheets:
        needed |= {f"{sheet.id}.{name}" for name in ("title", "lead")}
        needed |= {f"{sheet.id}.{column.id}" for column in sheet.columns}
    agree(top.file, {key: lines[0] if lines else "" for key, lines in said.items()}, needed, set())
    return WordedPaper(plan, said)


def structure(root: Path) -> PaperPlan:
    """The sheets without their words."""
    top = read(root, _STRUCTURE)
    plan = PaperPlan(
        workflow=top.text("workflow"),
        talk=top.text("talk"),
        points=top.text("points"),
        consent_stage=top.text("consent-stage"),
        card=_card(top),
        sheets=tuple(_sheet(table) for table in top.tables("sheet")),
        source=top.text("source"),
        checked=top.day("checked"),
    )
    top.done()
    if len({sheet.id for sheet in plan.sheets}) < len(plan.sheets):
        top.refuse("content.twice", "sheet")
    return plan


def _card(top: Table) -> tuple[str, str, str, str]:
    """The sections of a card, one for each quarter of the page."""
    sections = top.texts("card")
    if len(sections) != len(set(sections)) or len(sections) != _QUARTERS:
        top.refuse("content.wrong-type", "card")
    who, rights, helping, showing = sections
    return who, rights, helping, showing


def _sheet(table: Table) -> Sheet:
    columns = tuple(_column(one) for one in table.tables("column"))
    sheet = Sheet(table.text("id"), table.number("rows"), columns)
    table.done()
    if sum(column.share for column in columns) != _WHOLE or sheet.rows < 1:
        table.refuse("content.wrong-type", "column")
    return sheet


def _column(table: Table) -> Column:
    column = Column(table.text("id"), table.number("share"))
    table.done()
    return column


def _words(top: Table) -> Iterator[tuple[str, tuple[str, ...]]]:
    for _, table in top.named():
        for name in table.names():
            key = table.at(name)
            yield key, table.texts(name) if key in _LINES else (table.text(name),)
        table.done()


def _filled(text: str, facts: Mapping[str, str]) -> str:
    """A text with each blank filled whose name, with hyphens, is among the facts."""
    return _BLANK.sub(lambda found: facts[found[1].replace("-", "_")], text)
