"""Content with its words in one language, as services and screens ask for it."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TypeAlias

from welfare_app.content.form_words import TITLE
from welfare_app.domain.contacts import Contact
from welfare_app.domain.form import Form
from welfare_app.domain.indicators import Catalogue
from welfare_app.domain.preserving import RecordKind
from welfare_app.domain.workflow import Workflow

Words: TypeAlias = Mapping[str, str]
"""Words by dotted key, such as `pv-dob.label`."""

_OLDEST_TITLE = "Interview"
"""What every talk was called before forms had titles."""


@dataclass(frozen=True, slots=True)
class Definition:
    """A form and its words. A part of a question that repeats is asked for like any field."""

    form: Form
    words: Words
    language: str = "en"

    @property
    def title(self) -> str:
        """What a record on this form is called."""
        return self.words.get(TITLE, _OLDEST_TITLE)

    @property
    def about(self) -> str:
        """What it is for, in a sentence, or nothing."""
        return self.words.get("form.about", "")

    def label(self, field: str) -> str:
        """The question."""
        return self.words[f"{field}.label"]

    def hint(self, field: str) -> str:
        """What helps to answer it, or nothing."""
        return self.words.get(f"{field}.hint", "")

    def option(self, field: str, option: str) -> str:
        """One fixed answer: the field's own words for it, or those the form shares."""
        return self.words.get(f"{field}.options.{option}") or self.words[f"options.{option}"]

    def mending(self, field: str, code: str) -> str:
        """How to mend a problem with this field, where it has words of its own for that."""
        return self.words.get(f"{field}.problems.{code}", "")

    def page_title(self, page: str, course: str = "") -> str:
        """The title of a page, which may be another one on a course that a talk has taken."""
        return self.words.get(f"pages.{page}.{course}.title") or self.words[f"pages.{page}.title"]

    def page_intro(self, page: str, course: str = "") -> str:
        """The one sentence under a page's title, or nothing."""
        own = self.words.get(f"pages.{page}.{course}.intro")
        return own or self.words.get(f"pages.{page}.intro", "")

    def section_title(self, section: str) -> str:
        """The title of a group of pages, or of a part of the summary."""
        return self.words[f"sections.{section}"]

    def row_label(self, row: str) -> str:
        """The label of a summary line: its own, or that of the field it is named after."""
        return self.words.get(f"rows.{row}") or self.label(row)

    def route_title(self, route: str) -> str:
        """What a way through the form is called."""
        return self.words[f"routes.{route}"]

    def stop(self, stop: str) -> tuple[str, str]:
        """What stands against going on, and what to do about it."""
        return self.words[f"stops.{stop}.title"], self.words[f"stops.{stop}.todo"]

    def course(self, course: str) -> tuple[str, str, tuple[str, ...]]:
        """What it means that a talk is on a course, what to do, and what never to do."""
        said = f"courses.{course}"
        never = self.words[f"{said}.never"].strip().split("\n")
        return self.words[f"{said}.title"], self.words[f"{said}.todo"], tuple(never)

    def consent_title(self, consent: str) -> str:
        """What a consent is to."""
        return self.words[f"consents.{consent}"]


@dataclass(frozen=True, slots=True)
class WordedCatalogue:
    """The catalogue of indicators and its words."""

    catalogue: Catalogue
    words: Words

    def phrase(self, indicator: str) -> str:
        """What an indicator says."""
        return self.words[f"indicators.{indicator}"]

    def group(self, group: str) -> str:
        """What a group of indicators is called."""
        return self.words[f"groups.{group}"]

    def source(self, source: str) -> str:
        """Where a wording comes from, written out."""
        return self.words[f"sources.{source}"]

    def topic(self, topic: str) -> str:
        """What a topic of a talk is called."""
        return self.words[f"topics.{topic}"]

    def ask(self, question: str) -> str:
        """The open question that goes with an indicator."""
        return self.words[f"questions.{question}.ask"]

    def then(self, question: str) -> str:
        """The open question that may follow it."""
        return self.words[f"questions.{question}.then"]

    def dimension(self, dimension: str) -> str:
        """What a dimension of the ILO and European Commission rule is about."""
        return self.words[f"dimensions.{dimension}"]

    def pattern(self, pattern: str) -> str:
        """What the rule points to, said of what happened and never of a person."""
        return self.words[f"patterns.{pattern}"]

    def profile(self, profile: str) -> str:
        """Whom a column of strengths is about."""
        return self.words[f"profiles.{profile}"]

    def strength(self, strength: str) -> str:
        """How much an indicator weighs, in a word."""
        return self.words[f"strengths.{strength}"]

    def meaning(self, part: str) -> str:
        """What an assessment does (`does`), does not (`does-not`) and never holds back."""
        return self.words[f"assessment.{part}"]

    def caution(self, indicator: str) -> str:
        """What to rule out or bear in mind first, or nothing."""
        return self.words.get(f"cautions.{indicator}", "")


@dataclass(frozen=True, slots=True)
class WordedWorkflow:
    """A workflow and its words: texts, and lines of them, by stage."""

    workflow: Workflow
    texts: Words
    lists: Mapping[str, tuple[str, ...]]

    def text(self, stage: str, name: str) -> str:
        """One text of a stage (`title`, `order`, `why`, `done`), or blank."""
        return self.texts.get(f"{stage}.{name}", "")

    def lines(self, stage: str, name: str) -> tuple[str, ...]:
        """The lines of a stage (`say`, `tasks`, `never`)."""
        return self.lists.get(f"{stage}.{name}", ())


@dataclass(frozen=True, slots=True)
class WordedContacts:
    """The published contacts and their words."""

    contacts: tuple[Contact, ...]
    words: Words

    def name(self, contact: str) -> str:
        """Who answers."""
        return self.words[f"{contact}.name"]

    def note(self, contact: str) -> str:
        """What it is for, and any doubt about it."""
        return self.words.get(f"{contact}.note", "")


@dataclass(frozen=True, slots=True)
class WordedRecords:
    """The kinds of records that others should be asked to keep, and their words."""

    kinds: tuple[RecordKind, ...]
    chase_after_days: int
    words: Words

    def name(self, record: str) -> str:
        """What a kind of record is called; a record of no kind is called what it was called."""
        return self.words.get(f"{record}.name", record)

    def ask(self, record: str) -> str:
        """What to ask for."""
        return self.words.get(f"{record}.ask", "")

    def caution(self, record: str) -> str:
        """How soon it may be lost, and how sure that is; or nothing."""
        return self.words.get(f"{record}.caution", "")


@dataclass(frozen=True, slots=True)
class Message:
    """What to tell a person when something goes wrong, in three short parts."""

    happened: str
    safe: str
    todo: str
