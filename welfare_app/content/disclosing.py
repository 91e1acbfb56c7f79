"""Reads what giving a case out rests on, and how it is handed over. No source, no basis."""

from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path

from welfare_app.content.tables import Table, agree, read, words
from welfare_app.content.words import Words
from welfare_app.domain.disclosing import FILE, WORDS, Basis, Disclosing, Way
from welfare_app.domain.handover import OUTCOMES


@dataclass(frozen=True, slots=True)
class WordedDisclosing:
    """The bases and ways, and their words in one language."""

    rules: Disclosing
    words: Words

    def basis(self, id: str) -> str:
        """What a basis is called; one no longer listed is called what it was called."""
        return self.words.get(f"basis.{id}.name", id)

    def law(self, id: str) -> str:
        """The articles a basis rests on."""
        return self.words.get(f"basis.{id}.law", "")

    def fits(self, id: str) -> str:
        """When a basis fits."""
        return self.words.get(f"basis.{id}.fits", "")

    def way(self, id: str) -> str:
        """How something travels."""
        return self.words.get(f"way.{id}", id)

    def outcome(self, id: str) -> str:
        """What was decided."""
        return self.words.get(f"outcome.{id}", id)


def disclosing(root: Path, language: str) -> WordedDisclosing:
    """The bases and ways in one language, or exactly what is wrong and where."""
    top = read(root, "disclosing/disclosing.toml")
    hours = top.number("receipt-within-hours")
    top.text("source")
    top.day("checked")
    bases = tuple(_basis(table) for table in top.tables("basis"))
    ways = tuple(_way(table) for table in top.tables("way"))
    top.done()
    if hours < 1:
        top.refuse("content.wrong-type", "receipt-within-hours")
    for name, found in (("basis", bases), ("way", ways)):
        if len({one.id for one in found}) < len(found):
            top.refuse("content.twice", name)
    file = f"disclosing/disclosing.{language}.toml"
    said = words(root, file)
    needed = {f"basis.{one.id}.{name}" for one in bases for name in ("name", "law", "fits")}
    needed |= {f"way.{one.id}" for one in ways}
    needed |= {f"outcome.{one}" for known in OUTCOMES.values() for one in known}
    agree(file, said, needed, set())
    return WordedDisclosing(Disclosing(bases, ways, timedelta(hours=hours)), said)


def _basis(table: Table) -> Basis:
    found = Basis(table.text("id"), table.text("source"), table.day("checked"))
    table.done()
    return found


def _way(table: Table) -> Way:
    found = Way(table.text("id"), table.text("channel", ""), table.texts("carries"))
    table.done()
    if not found.carries or not {*found.carries} <= {FILE, WORDS}:
        table.refuse("content.unknown-option", "carries")
    return found
