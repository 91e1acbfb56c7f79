"""The words that go with forms, stages and messages, kept apart from their structure."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TypeAlias

from welfare_app.domain.form import Form, Row

Words: TypeAlias = Mapping[str, str]
"""Words by dotted key, such as `pv-dob.label`, in one language."""


@dataclass(frozen=True, slots=True)
class Definition:
    """A form and the words for it in one language."""

    form: Form
    words: Words
    language: str = "en"

    def label(self, field: str, part: str = "") -> str:
        """The question; with `part`, what one column of a question that repeats asks."""
        return self.words[f"{_key(field, part)}.label"]

    def hint(self, field: str, part: str = "") -> str:
        """What helps to answer it, or nothing."""
        return self.words.get(f"{_key(field, part)}.hint", "")

    def option(self, field: str, option: str, part: str = "") -> str:
        """One fixed answer: the field's own words for it, or those the form shares."""
        own = self.words.get(f"{_key(field, part)}.options.{option}")
        return own or self.words[f"options.{option}"]

    def mending(self, field: str, code: str) -> str:
        """How to mend a problem with this field, where it has words of its own for that."""
        return self.words.get(f"{field}.problems.{code}", "")

    def page_title(self, page: str) -> str:
        """The title of a page."""
        return self.words[f"pages.{page}.title"]

    def page_intro(self, page: str) -> str:
        """The one sentence under a page's title, or nothing."""
        return self.words.get(f"pages.{page}.intro", "")

    def section_title(self, section: str) -> str:
        """The title of a group of pages, or of a part of the summary."""
        return self.words[f"sections.{section}"]

    def row_label(self, row: Row) -> str:
        """The label of a summary line: its own, or that of the field it is named after."""
        return self.words.get(f"rows.{row.id}") or self.label(row.id)

    def route_title(self, route: str) -> str:
        """What a way through the form is called."""
        return self.words[f"routes.{route}"]


@dataclass(frozen=True, slots=True)
class StageWords:
    """What a stage of an incident pack says to the person who works it.

    `order` is the one thing to do now; `say` are lines that can be spoken; `never` begins
    each with a verb; `done` is the line left behind once it is over.
    """

    title: str
    order: str
    why: str
    done: str
    say: tuple[str, ...] = ()
    tasks: tuple[str, ...] = ()
    never: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Message:
    """What to tell a person when something goes wrong, in three short parts."""

    happened: str
    safe: str
    todo: str

    def text(self) -> str:
        """All of it, to be read in one breath."""
        return " ".join(part for part in (self.happened, self.safe, self.todo) if part)


def _key(field: str, part: str) -> str:
    return f"{field}.parts.{part}" if part else field
