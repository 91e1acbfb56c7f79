"""Reads which records others should be asked to keep. One without a source is refused."""

from pathlib import Path

from welfare_app.content.tables import Table, agree, read, words
from welfare_app.content.words import WordedRecords
from welfare_app.domain.preserving import RecordKind

SURE = frozenset({"high", "medium", "low"})


def records(root: Path, language: str) -> WordedRecords:
    """The kinds of records in one language. One that may be lost soon must say so in words."""
    top = read(root, "preserving/records.toml")
    chase = top.number("chase_after_days")
    top.text("source")
    top.day("checked")
    kinds = tuple(_kind(table) for table in top.tables("record"))
    top.done()
    if chase < 1:
        top.refuse("content.wrong-type", "chase_after_days")
    if len({one.id for one in kinds}) < len(kinds):
        top.refuse("content.twice", "record")
    file = f"preserving/records.{language}.toml"
    said = words(root, file)
    needed = {f"{one.id}.{name}" for one in kinds for name in ("name", "ask")}
    needed |= {f"{one.id}.caution" for one in kinds if one.lost_after_days is not None}
    agree(file, said, needed, set())
    return WordedRecords(kinds, chase, said)


def _kind(table: Table) -> RecordKind:
    days = table.number("lost_after_days", 0)
    kind = RecordKind(
        table.text("id"),
        days or None,
        table.text("confidence"),
        table.text("source"),
        table.day("checked"),
    )
    table.done()
    if days < 0:
        table.refuse("content.wrong-type", "lost_after_days")
    if kind.confidence not in SURE:
        table.refuse("content.unknown-option", "confidence")
    return kind
