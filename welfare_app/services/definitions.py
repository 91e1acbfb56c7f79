"""What the services and screens ask of the content: forms, catalogues, contacts and words."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from typing import Protocol

from welfare_app.domain.assessment import Assessment
from welfare_app.domain.contacts import Nation
from welfare_app.domain.form import Form
from welfare_app.domain.indicators import Catalogue
from welfare_app.domain.languages import Language
from welfare_app.domain.paper import PaperWords
from welfare_app.domain.second_signature import Ruling
from welfare_app.domain.suggesting import Prompt
from welfare_app.domain.wording import FormWords
from welfare_app.domain.worker_pages import WorkerWords
from welfare_app.services.case_words import ContactWords, WorkflowWords
from welfare_app.services.disclosing_words import DisclosingWords
from welfare_app.services.record_words import RecordWords
from welfare_app.services.retention_words import ScheduleWords


class FormDefinition(FormWords, Protocol):
    """A form and its words in one language."""

    @property
    def form(self) -> Form:
        """What is asked."""
        ...

    @property
    def title(self) -> str:
        """What a record on this form is called."""
        ...

    @property
    def about(self) -> str:
        """What it is for, in a sentence, or nothing."""
        ...

    def mending(self, field: str, code: str) -> str:
        """How to mend a problem with this field, where it has words of its own for that."""
        ...

    def route_title(self, route: str) -> str:
        """What a way through the form is called."""
        ...

    def stop(self, stop: str) -> tuple[str, str]:
        """What stands against going on, and what to do about it."""
        ...

    def course(self, course: str) -> tuple[str, str, tuple[str, ...]]:
        """What it means that a talk is on a course, what to do, and what never to do."""
        ...


class CatalogueWords(Protocol):
    """The catalogue of indicators and its words."""

    @property
    def catalogue(self) -> Catalogue:
        """The indicators."""
        ...

    def phrase(self, indicator: str) -> str:
        """What an indicator says."""
        ...

    def group(self, group: str) -> str:
        """What a group of indicators is called."""
        ...

    def topic(self, topic: str) -> str:
        """What a topic of a talk is called."""
        ...

    def ask(self, question: str) -> str:
        """An open question, as it is asked."""
        ...

    def then(self, question: str) -> str:
        """The open question that may follow it."""
        ...

    def source(self, source: str) -> str:
        """Where a wording comes from, written out."""
        ...

    def dimension(self, dimension: str) -> str:
        """What a dimension of the ILO and European Commission rule is about."""
        ...

    def pattern(self, pattern: str) -> str:
        """What the rule points to, said of what happened and never of a person."""
        ...

    def profile(self, profile: str) -> str:
        """Whom a column of strengths is about."""
        ...

    def strength(self, strength: str) -> str:
        """How much an indicator weighs, in a word."""
        ...

    def meaning(self, part: str) -> str:
        """What an assessment does (`does`), does not (`does-not`) and never holds back."""
        ...

    def caution(self, indicator: str) -> str:
        """What to rule out or bear in mind first, or nothing."""
        ...


class GuideTopic(Protocol):
    """One topic of the user guide: some text, steps to follow, notes, and keys."""

    @property
    def id(self) -> str:
        """What it is known by."""
        ...

    @property
    def title(self) -> str:
        """What it is called."""
        ...

    @property
    def text(self) -> tuple[str, ...]:
        """Paragraphs to begin with; `**` stands round what is written on the screen."""
        ...

    @property
    def steps(self) -> tuple[str, ...]:
        """What to do, in order."""
        ...

    @property
    def notes(self) -> tuple[str, ...]:
        """What else is worth knowing."""
        ...

    @property
    def keys(self) -> tuple[tuple[tuple[str, ...], str], ...]:
        """Keys that do the same, and what they do."""
        ...


class GuideWords(Protocol):
    """The user guide in one language."""

    @property
    def topics(self) -> Sequence[GuideTopic]:
        """Every topic, in the order it is listed."""
        ...

    def topic_for(self, place: str) -> str:
        """Which topic to open at on a screen."""
        ...


class Message(Protocol):
    """What happened, what is safe, what to do."""

    @property
    def happened(self) -> str:
        """What happened."""
        ...

    @property
    def safe(self) -> str:
        """What is safe."""
        ...

    @property
    def todo(self) -> str:
        """What to do."""
        ...


class TrailWords(Protocol):
    """What entries of the audit trail say."""

    @property
    def kinds(self) -> Mapping[str, str]:
        """The kinds of entry, and what each is called."""
        ...

    def kind_of(self, event: str) -> str:
        """The kind of an event; blank where it is not known."""
        ...

    def events_of(self, kind: str) -> tuple[str, ...]:
        """The events of a kind."""
        ...

    def said(self, event: str, facts: Mapping[str, str]) -> str:
        """The end of a sentence that begins with who did it; blank where it is not known."""
        ...


class Definitions(Protocol):
    """All that resources/ holds, read when first asked for."""

    def form(self, name: str, language: str = "en", version: int | None = None) -> FormDefinition:
        """A form: the newest, or the version a record was begun on."""
        ...

    @property
    def lists(self) -> Mapping[str, tuple[str, ...]]:
        """The exact lists, by name."""
        ...

    def catalogue(self, language: str = "en") -> CatalogueWords:
        """The indicators."""
        ...

    def working_days(self, nation: Nation, /) -> Callable[[date], bool]:
        """Whether a day is a working day in a nation: weekends and bank holidays are none."""
        ...

    def workflow(
        self, name: str, language: str = "en", version: int | None = None
    ) -> WorkflowWords:
        """A workflow: the newest, or the version a pack was opened on."""
        ...

    def contacts(self, language: str = "en") -> ContactWords:
        """Whom to call."""
        ...

    def records_to_keep(self, language: str = "en") -> RecordWords:
        """What others should be asked to keep."""
        ...

    def disclosing(self, language: str = "en") -> DisclosingWords:
        """What giving a case out rests on, and how it is handed over."""
        ...

    def second_signature_law(self, language: str = "en") -> tuple[Ruling, ...]:
        """What the law makes of a second signature, line by line."""
        ...

    def retention(self, language: str = "en") -> ScheduleWords:
        """How long records are kept."""
        ...

    def guide(self, language: str = "en") -> GuideWords:
        """The user guide."""
        ...

    def worker_pages(self, language: str = "en") -> WorkerWords:
        """What a worker is shown when the laptop is turned round."""
        ...

    def worker_languages(self) -> tuple[str, ...]:
        """The languages that can be shown to a worker, those met most first."""
        ...

    def paper(self, language: str = "en") -> PaperWords:
        """What is said on paper alone."""
        ...

    def trail(self, language: str = "en") -> TrailWords:
        """What entries of the audit trail say."""
        ...

    def checking_page(self) -> str:
        """The page with which a receiver checks a pack, without its words."""
        ...

    def message(self, code: str, **facts: str | int) -> Message:
        """The words for an error."""
        ...

    def assessment(self) -> Assessment:
        """The rule that says when a dimension of indicators is positive."""
        ...

    def prompts(self, language: str = "en") -> tuple[Prompt, ...]:
        """What calls an indicator to mind."""
        ...

    def check_everything(self) -> tuple[tuple[str, str, str], ...]:
        """Read every file; the file, the key and the code of each that is wrong."""
        ...

    def finding(self, code: str, **facts: str | int) -> str:
        """What a check of a seal found, in a sentence."""
        ...

    def languages(self, language: str = "en") -> tuple[tuple[Language, ...], Mapping[str, str]]:
        """The languages workers speak, and what each is called."""
        ...

    def problem(self, code: str, **facts: str | int) -> str:
        """How to mend an answer that will not do."""
        ...
