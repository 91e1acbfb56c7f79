"""Reads the retention schedule. A line without a founding tag and a date is refused."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from welfare_app.content.tables import Table, agree, read, words
from welfare_app.content.words import Words
from welfare_app.domain.retention import (
    CHILD,
    NO_SPAN,
    OPEN,
    REFERRED,
    UNSURE,
    Action,
    RetentionClass,
    Schedule,
    Since,
    Span,
)

_NEEDED = (CHILD, REFERRED, UNSURE, OPEN)
_TAGS = frozenset("SKP")
_WORDS = ("name", "keeps", "why")


@dataclass(frozen=True, slots=True)
class WordedSchedule:
    """The schedule and its words."""

    schedule: Schedule
    words: Words

    def name(self, line: str) -> str:
        """What a line is about."""
        return self.words[f"{line}.name"]

    def keeps(self, line: str) -> str:
        """How long it is kept, in words."""
        return self.words[f"{line}.keeps"]

    def why(self, line: str) -> str:
        """Why so long."""
        return self.words[f"{line}.why"]


def retention(root: Path, language: str) -> WordedSchedule:
    """The schedule in one language, or exactly what is wrong and where."""
    schedule = structure(root)
    file = f"retention/schedule.{language}.toml"
    said = words(root, file)
    needed = {f"{one.id}.{part}" for one in schedule.classes for part in _WORDS}
    agree(file, said, needed, set())
    return WordedSchedule(schedule, said)


def structure(root: Path) -> Schedule:
    """The schedule without its words."""
    top = read(root, "retention/schedule.toml")
    top.version(None)
    top.day("checked")
    schedule = Schedule(tuple(_lines(top)))
    top.done()
    there = {one.id for one in schedule.classes if one.since is not Since.ELSEWHERE}
    if missing := set(_NEEDED) - there:
        top.refuse("content.missing-key", min(missing))
    return schedule


def _lines(top: Table) -> Iterator[RetentionClass]:
    seen: set[str] = set()
    taken: dict[str, set[str]] = {"talks": set(), "packs": set()}
    for table in top.tables("class"):
        one = _line(table)
        if one.id in seen:
            table.refuse("content.twice", "id")
        seen.add(one.id)
        for part, outcomes in (("talks", one.talks), ("packs", one.packs)):
            if taken[part] & set(outcomes):
                table.refuse("content.twice", part)
            taken[part] |= set(outcomes)
        yield one


def _line(table: Table) -> RetentionClass:
    since, action, tag = table.text("since"), table.text("action"), table.text("tag")
    if since not in set(Since):
        table.refuse("content.unknown-option", "since")
    if action not in set(Action):
        table.refuse("content.unknown-option", "action")
    if tag not in _TAGS:
        table.refuse("content.unknown-option", "tag")
    one = RetentionClass(
        id=table.text("id"),
        keep=_span(table, "keep"),
        since=Since(since),
        action=Action(action),
        tag=tag,
        checked=table.day("checked"),
        review=_span(table, "review"),
        talks=table.texts("talks"),
        packs=table.texts("packs"),
    )
    table.done()
    if NO_SPAN == one.keep == one.review:
        table.refuse("content.missing-key", "review")
    if one.since is Since.ELSEWHERE and (one.talks or one.packs):
        table.refuse("content.unknown-key", "talks" if one.talks else "packs")
    return one


def _span(table: Table, name: str) -> Span:
    inner = table.table(name)
    span = Span(inner.number("years", 0), inner.number("months", 0), inner.number("days", 0))
    inner.done()
    if min(span.years, span.months, span.days) < 0:
        inner.refuse("content.wrong-type")
    return span
