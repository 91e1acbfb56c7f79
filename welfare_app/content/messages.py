"""Reads what to say when something goes wrong, and fills in the blanks."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from string import Formatter

from welfare_app.content.tables import read, words
from welfare_app.content.words import Message, Words
from welfare_app.domain.errors import BadContent

_FOLDER = "messages"
_PARTS = ("happened", "safe", "todo")
_SENTENCES = ("problems", "findings")
_OURS = "bug"
"""What to say where nobody foresaw the code: the fault is ours."""


@dataclass(frozen=True, slots=True)
class Messages:
    """Every message, problem and finding in one language."""

    words: Words

    def message(self, code: str, facts: Mapping[str, str | int]) -> Message:
        """What to say for a code: its own words, else those of its family, else our own fault."""
        while code and f"{code}.happened" not in self.words:
            code = code.rpartition(".")[0]
        texts = (self.words.get(f"{code or _OURS}.{part}", "") for part in _PARTS)
        return Message(*(_filled(text, facts) for text in texts))

    def sentence(self, kind: str, code: str, facts: Mapping[str, str | int]) -> str:
        """The one sentence for a problem or a finding, else what happened in its message."""
        if text := self.words.get(f"{kind}.{code}"):
            return _filled(text, facts)
        return self.message(code, facts).happened

    def codes(self, kind: str = "") -> frozenset[str]:
        """Every code with words: of messages, or of a kind of sentence."""
        if kind:
            start = f"{kind}."
            return frozenset(key.removeprefix(start) for key in self.words if key.startswith(start))
        end = ".happened"
        return frozenset(key.removesuffix(end) for key in self.words if key.endswith(end))


def messages(root: Path, language: str) -> Messages:
    """The messages in one language, a file a subject, or exactly what is wrong and where."""
    said: dict[str, str] = {}
    for path in sorted((root / _FOLDER).glob(f"*.{language}.toml")):
        file = f"{_FOLDER}/{path.name}"
        for key, text in _said(root, file).items():
            if key in said:
                raise BadContent("content.twice", file=file, key=key)
            said[key] = text
    if f"{_OURS}.happened" not in said:
        raise BadContent("content.no-words", file=_FOLDER, key=_OURS)
    return Messages(said)


def _said(root: Path, file: str) -> Words:
    """One file's messages, each whole."""
    read(root, file)
    said = words(root, file)
    for key, text in said.items():
        family, _, part = key.rpartition(".")
        if family.partition(".")[0] not in _SENTENCES and part not in _PARTS:
            raise BadContent("content.unknown-key", file=file, key=key)
        if not _well_formed(text):
            raise BadContent("content.bad-blank", file=file, key=key)
    for code in Messages(said).codes():
        for part in _PARTS:
            if f"{code}.{part}" not in said:
                raise BadContent("content.no-words", file=file, key=f"{code}.{part}")
    return said


def _well_formed(text: str) -> bool:
    """Whether every blank is a plain name."""
    try:
        blanks = [name for _, name, _, _ in Formatter().parse(text) if name is not None]
    except ValueError:
        return False
    return all(name.isidentifier() for name in blanks)


class _Facts(dict[str, str | int]):
    """Facts by name; one that was not given leaves an ellipsis, never a second failure."""

    def __missing__(self, name: str) -> str:
        return "…"


def _filled(text: str, facts: Mapping[str, str | int]) -> str:
    return text.format_map(_Facts(facts))
