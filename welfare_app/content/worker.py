"""Reads what a worker is shown. Words that nobody has checked are read, and marked as such."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from welfare_app.content import contacts
from welfare_app.content.tables import Table, agree, read
from welfare_app.content.words import Words
from welfare_app.domain.worker_pages import Translation, WorkerLine, WorkerSection

ORIGINAL = "en"
"""The language everything is translated from."""

_SAID = frozenset(
    [
        *("buttons.turn", "buttons.back", "buttons.next", "buttons.again", "buttons.leave"),
        *("notices.languages", "notices.unchecked", "notices.number", "notices.doubt"),
    ]
)
_SAID_TO_STAFF = frozenset(
    {"staff.interpreter", "staff.checked", "staff.sources", "staff.knowledge"}
)
"""Said in the original language alone, to whoever holds the interview."""

_STRUCTURE = "worker/worker.toml"


@dataclass(frozen=True, slots=True)
class WordedWorkerPages:
    """The sections a worker reads, in one language."""

    language: str
    sections: tuple[WorkerSection, ...]
    translation: Translation
    words: Words

    @property
    def trusted(self) -> bool:
        """Whether a person may decide by these words: the original, or a checked translation."""
        return self.language == ORIGINAL or bool(self.translation.checked_by)

    def title(self, section: str) -> str:
        """What a section is called."""
        return self.words[f"{section}.title"]

    def line(self, section: str, line: str) -> str:
        """What a line of a section says."""
        return self.words[f"{section}.{line}"]

    def contact(self, contact: str) -> str:
        """Who answers, and what they can do."""
        return self.words[f"contacts.{contact}"]

    def said(self, key: str) -> str:
        """What a button (`buttons.next`) or a notice (`notices.unchecked`) says."""
        return self.words[key]


def worker_pages(root: Path, language: str) -> WordedWorkerPages:
    """What a worker is shown in one language, or exactly what is wrong and where."""
    known = structure(root)
    top = read(root, f"worker/worker.{language}.toml")
    translation = _translation(top, language)
    said = dict(_words(top))
    needed = set(_SAID | (_SAID_TO_STAFF if language == ORIGINAL else frozenset()))
    for section in known:
        needed |= {f"{section.id}.title"} | {f"{section.id}.{line.id}" for line in section.lines}
        needed |= {f"contacts.{contact}" for contact in section.contacts}
    agree(top.file, said, needed, set())
    return WordedWorkerPages(language, known, translation, said)


def structure(root: Path) -> tuple[WorkerSection, ...]:
    """The sections without their words."""
    top = read(root, _STRUCTURE)
    numbers = frozenset(one.id for one in contacts.structure(root) if one.phone)
    known = tuple(_section(table, numbers) for table in top.tables("section"))
    top.done()
    ids = [one.id for one in known]
    if not ids:
        top.refuse("content.missing-key", "section")
    if len(set(ids)) < len(ids):
        top.refuse("content.twice", "section")
    if strange := {one.instead for one in known if one.instead} - set(ids):
        top.refuse("content.unknown-option", min(strange))
    return known


def _section(table: Table, numbers: frozenset[str]) -> WorkerSection:
    section = WorkerSection(
        id=table.text("id"),
        lines=tuple(_line(line) for line in table.tables("line")),
        contacts=table.texts("contacts"),
        instead=table.text("instead", ""),
    )
    table.done()
    if not section.lines:
        table.refuse("content.missing-key", "line")
    if len({line.id for line in section.lines}) < len(section.lines):
        table.refuse("content.twice", "line")
    if not set(section.contacts) <= numbers:
        table.refuse("content.unknown-contact", "contacts")
    return section


def _line(table: Table) -> WorkerLine:
    line = WorkerLine(
        table.text("id"),
        table.text("source"),
        table.day("checked"),
        table.flag("from-knowledge"),
    )
    table.done()
    return line


def _translation(top: Table, language: str) -> Translation:
    """Who checked the words. The original needs nobody; of a translation it must be said."""
    if (language == ORIGINAL) is ("translation" in top):
        top.refuse(
            "content.unknown-key" if language == ORIGINAL else "content.missing-key", "translation"
        )
    table = top.table("translation")
    who, day = table.text("checked-by", ""), table.text("checked", "")
    table.done()
    if bool(who.strip()) is not bool(day):
        table.refuse("content.missing-key", "checked" if who else "checked-by")
    return Translation(who, table.day("checked") if day else "")


def _words(top: Table) -> Iterator[tuple[str, str]]:
    """Every text by dotted key, those about the translation apart."""
    for name, table in top.named():
        if name != "translation":
            yield from ((table.at(key), table.text(key)) for key in table.names())
