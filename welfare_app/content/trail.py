"""Reads what each entry of the audit trail says, and what kind of thing it is."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from string import Formatter

from welfare_app.content.tables import Table, read


@dataclass(frozen=True, slots=True)
class Sentence:
    """What an event says: its kind, its words, and other words by the value of one fact."""

    kind: str
    said: str
    vary: str
    varied: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class TrailPhrases:
    """The words of the trail in one language."""

    known: Mapping[str, str]
    sentences: Mapping[str, Sentence]

    @property
    def kinds(self) -> Mapping[str, str]:
        """The kinds of entry, and what each is called."""
        return self.known

    def kind_of(self, event: str) -> str:
        """The kind of an event; blank where this version does not know it."""
        found = self.sentences.get(event)
        return found.kind if found else ""

    def events_of(self, kind: str) -> tuple[str, ...]:
        """The events of a kind."""
        return tuple(name for name, one in self.sentences.items() if one.kind == kind)

    def said(self, event: str, facts: Mapping[str, str]) -> str:
        """The end of a sentence that begins with who did it; blank where it is not known."""
        found = self.sentences.get(event)
        if found is None:
            return ""
        words = found.varied.get(facts.get(found.vary, ""), found.said)
        return words.format_map(_Facts(facts))


class _Facts(dict[str, str]):
    """Facts by name; one that was not given leaves an ellipsis, never a failure."""

    def __missing__(self, name: str) -> str:
        return "…"


def trail(root: Path, language: str) -> TrailPhrases:
    """The words of the trail, or exactly what is wrong and where."""
    top = read(root, f"trail/trail.{language}.toml")
    named = top.table("kinds")
    kinds = {key: named.text(key) for key in named.names()}
    named.done()
    listed = top.table("events")
    sentences = {name: _sentence(table, kinds) for name, table in listed.named()}
    listed.done()
    top.done()
    return TrailPhrases(kinds, sentences)


def _sentence(table: Table, kinds: Mapping[str, str]) -> Sentence:
    others = table.table("varied")
    varied = {key: others.text(key) for key in others.names()}
    found = Sentence(table.text("kind"), table.text("said"), table.text("vary", ""), varied)
    table.done()
    if found.kind not in kinds:
        table.refuse("content.unknown-option", "kind")
    if bool(found.vary) != bool(varied):
        table.refuse("content.missing-key", "vary")
    for words in (found.said, *varied.values()):
        if not _well_formed(words):
            table.refuse("content.bad-blank", "said")
    return found


def _well_formed(text: str) -> bool:
    try:
        blanks = [name for _, name, _, _ in Formatter().parse(text) if name is not None]
    except ValueError:
        return False
    return all(name.isidentifier() for name in blanks)
