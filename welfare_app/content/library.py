"""All that resources/ holds, each part read when first asked for and kept."""

from collections.abc import Callable, Iterator, Mapping
from datetime import date
from functools import partial
from pathlib import Path
from typing import TypeAlias, TypeVar

from welfare_app.content import (
    bank_holidays,
    forms,
    indicators,
    languages,
    messages,
    prefill,
    worker,
    workflow,
)
from welfare_app.content.checking import checking_page
from welfare_app.content.contacts import contacts
from welfare_app.content.disclosing import WordedDisclosing, disclosing
from welfare_app.content.guide import Guide, guide
from welfare_app.content.lists import Lists
from welfare_app.content.paper import WordedPaper, paper
from welfare_app.content.prefill import Prefill
from welfare_app.content.preserving import records
from welfare_app.content.prompts import prompts
from welfare_app.content.retention import WordedSchedule, retention
from welfare_app.content.sample import sample
from welfare_app.content.signing import rulings
from welfare_app.content.trail import TrailPhrases, trail
from welfare_app.content.words import (
    Definition,
    Message,
    WordedCatalogue,
    WordedContacts,
    WordedRecords,
    WordedWorkflow,
    Words,
)
from welfare_app.content.worker import WordedWorkerPages
from welfare_app.domain.assessment import Assessment
from welfare_app.domain.contacts import Nation
from welfare_app.domain.errors import BadContent
from welfare_app.domain.languages import Language
from welfare_app.domain.second_signature import Ruling
from welfare_app.domain.suggesting import Prompt
from welfare_app.services.tools import Sample

Read = TypeVar("Read")

Fault: TypeAlias = tuple[str, str, str]
"""The file, the key in it, and the code of what is wrong."""

_WORDLESS = frozenset({"assessment"})
"""Structure that speaks to nobody."""

TALK = "welfare-interview"
"""The form whose fixed answers can call an indicator to mind."""


class Library:
    """The content under one folder. A file that is wrong is refused when it is first needed."""

    def __init__(self, root: Path) -> None:
        self._root = root
        self._lists = Lists(root)
        self._kept: dict[tuple[str, ...], object] = {}

    def form(self, name: str, language: str = "en", version: int | None = None) -> Definition:
        """A form and its words: the newest, or the version a record was begun on."""
        if version is not None and version == self.form(name, language).form.version:
            return self.form(name, language)
        return self._once(
            ("form", name, language, str(version)),
            lambda: forms.definition(self._root, name, language, self._lists, version),
        )

    @property
    def lists(self) -> Mapping[str, tuple[str, ...]]:
        """The exact lists, by name."""
        return self._lists

    def list(self, name: str) -> tuple[str, ...]:
        """The entries of one list, to the letter."""
        return self._lists[name]

    def catalogue(self, language: str = "en") -> WordedCatalogue:
        """The indicators and their words."""
        return self._once(
            ("catalogue", language), lambda: indicators.catalogue(self._root, language)
        )

    def assessment(self) -> Assessment:
        """The rule that says when a dimension of indicators is positive."""
        return self._once(
            ("assessment",), lambda: indicators.assessment(self._root, self.catalogue().catalogue)
        )

    def prompts(self, language: str = "en") -> tuple[Prompt, ...]:
        """What calls an indicator to mind, in notes and in the interview's fixed answers."""
        return self._once(
            ("prompts", language),
            lambda: prompts(self._root, language, self.catalogue().catalogue, self.form(TALK).form),
        )

    def working_days(self, nation: Nation) -> Callable[[date], bool]:
        """Whether a day is a working day in a nation."""
        return bank_holidays.working_days(nation)

    def workflow(
        self, name: str, language: str = "en", version: int | None = None
    ) -> WordedWorkflow:
        """A workflow and its words: the newest, or the version a pack was opened on."""
        if version is not None and version == self.workflow(name, language).workflow.version:
            return self.workflow(name, language)
        return self._once(
            ("workflow", name, language, str(version)),
            lambda: workflow.workflow(self._root, name, language, self._lists, version),
        )

    def contacts(self, language: str = "en") -> WordedContacts:
        """Whom to call."""
        return self._once(("contacts", language), lambda: contacts(self._root, language))

    def records_to_keep(self, language: str = "en") -> WordedRecords:
        """What others should be asked to keep."""
        return self._once(("preserving", language), lambda: records(self._root, language))

    def disclosing(self, language: str = "en") -> WordedDisclosing:
        """What giving a case out rests on, and how it is handed over."""
        return self._once(("disclosing", language), lambda: disclosing(self._root, language))

    def second_signature_law(self, language: str = "en") -> tuple[Ruling, ...]:
        """What the law makes of a second signature, line by line."""
        return self._once(("signing", language), lambda: rulings(self._root, language))

    def retention(self, language: str = "en") -> WordedSchedule:
        """How long records are kept."""
        return self._once(("retention", language), lambda: retention(self._root, language))

    def guide(self, language: str = "en") -> Guide:
        """The user guide."""
        return self._once(("guide", language), lambda: guide(self._root, language))

    def languages(self, language: str = "en") -> tuple[tuple[Language, ...], Words]:
        """The languages workers speak, and what each is called."""
        return self._once(
            ("languages", language), lambda: languages.languages(self._root, language)
        )

    def worker_pages(self, language: str = "en") -> WordedWorkerPages:
        """What a worker is shown when the laptop is turned round."""
        return self._once(("worker", language), lambda: self._worker_pages(language))

    def worker_languages(self) -> tuple[str, ...]:
        """The languages that can be shown to a worker, those met most first."""
        written = {language for _, language in self._worded("worker")}
        return tuple(one.tag for one in self.languages()[0] if one.tag in written)

    def paper(self, language: str = "en") -> WordedPaper:
        """What is said on paper alone."""
        return self._once(("paper", language), lambda: paper(self._root, language))

    def trail(self, language: str = "en") -> TrailPhrases:
        """What each entry of the audit trail says."""
        return self._once(("trail", language), lambda: trail(self._root, language))

    def prefill(self, name: str = "prefill", language: str = "en") -> Prefill:
        """What one form can already tell another."""
        return self._once(
            ("prefill", name, language),
            lambda: prefill.prefill(self._root, name, language, self._lists),
        )

    def checking_page(self) -> str:
        """The page with which a receiver checks a pack, without its words."""
        return self._once(("checking",), lambda: checking_page(self._root))

    def sample(self) -> Sample:
        """The sample case."""
        return self._once(("sample",), lambda: sample(self._root))

    def message(self, code: str, **facts: str | int) -> Message:
        """What to tell a person for an error's code. It never fails for want of words."""
        return self._messages().message(code, facts)

    def problem(self, code: str, **facts: str | int) -> str:
        """How to mend an answer that breaks a rule."""
        return self._messages().sentence("problems", code, facts)

    def finding(self, code: str, **facts: str | int) -> str:
        """What a check of a seal found, in a sentence."""
        return self._messages().sentence("findings", code, facts)

    def codes(self, kind: str = "") -> frozenset[str]:
        """Every code with words: of messages, or of `problems` or `findings`."""
        return self._messages().codes(kind)

    def check_everything(self) -> tuple[Fault, ...]:
        """Read every file in every language; what is wrong, and where."""
        faults: dict[Fault, None] = {}
        for reading in self._readings():
            try:
                reading()
            except BadContent as error:
                place = str(error.facts.get("file", "")), str(error.facts.get("key", ""))
                faults[(*place, error.code)] = None
        return tuple(faults)

    def _readings(self) -> Iterator[Callable[[], object]]:
        """One reading of each file that is there."""
        yield self._messages
        yield self.assessment
        yield self.sample
        yield self.checking_page
        for name in self._lists:
            yield partial(self.list, name)
        for name, language in self._worded("forms"):
            if name == "prefill":
                yield partial(self.prefill, name, language)
            else:
                yield partial(_read_version, self.form, name, language)
        for name, language in self._worded("workflow"):
            yield partial(_read_version, self.workflow, name, language)
        for name, language in self._worded("indicators"):
            yield partial(self.prompts if name == "prompts" else self.catalogue, language)
        for folder, spoken in self._spoken():
            for _, language in self._worded(folder):
                yield partial(spoken, language)

    def _spoken(self) -> Iterator[tuple[str, Callable[[str], object]]]:
        """Each folder that holds one thing, in one file of words a language."""
        yield "contacts", self.contacts
        yield "preserving", self.records_to_keep
        yield "disclosing", self.disclosing
        yield "signing", self.second_signature_law
        yield "retention", self.retention
        yield "guide", self.guide
        yield "paper", self.paper
        yield "trail", self.trail
        yield "languages", self.languages
        yield "worker", self.worker_pages

    def _worded(self, folder: str) -> Iterator[tuple[str, str]]:
        """Each thing a folder defines with each language it has words in, and always English."""
        found = {tuple(path.stem.split(".")) for path in (self._root / folder).glob("*.toml")}
        for name in sorted({stem[0] for stem in found} - _WORDLESS):
            tags = {stem[1] for stem in found if stem[0] == name and len(stem) > 1}
            yield from ((name, language) for language in sorted(tags | {"en"}))

    def _worker_pages(self, language: str) -> WordedWorkerPages:
        """The words, refused where nobody could choose the language by its name."""
        pages = worker.worker_pages(self._root, language)
        if language not in {one.tag for one in self.languages()[0]}:
            file = f"worker/worker.{language}.toml"
            raise BadContent("content.unknown-option", file=file, key="")
        return pages

    def _messages(self) -> messages.Messages:
        return self._once(("messages",), lambda: messages.messages(self._root, "en"))

    def _once(self, key: tuple[str, ...], read: Callable[[], Read]) -> Read:
        """What was read before under this key, or now."""
        if key not in self._kept:
            self._kept[key] = read()
        return self._kept[key]  # type: ignore[return-value]


def _read_version(
    read: Callable[[str, str, int | None], object], stem: str, language: str
) -> object:
    """Read what a file is called for: `name@1` is version 1 of `name`, older than the newest."""
    name, _, version = stem.partition("@")
    newest = read(name, language, None)
    if not version:
        return newest
    if not version.isdecimal() or read(name, language, int(version)) is newest:
        raise BadContent("content.wrong-version", file=stem, key="version")
    return None
