"""Reads what calls an indicator to mind: words that stand together, and fixed answers.

A phrase is a few places with a space between them, such as `@who keep*|kept passport*`. Each
place is filled by any of its stems: `|` stands between them, `*` is any ending, and `@who` is
the list of stems called `who`. Structure and words are one here: the words are what it is.
"""

from collections.abc import Mapping
from pathlib import Path

from welfare_app.content.tables import Table, read
from welfare_app.domain.folding import folded
from welfare_app.domain.form import Form
from welfare_app.domain.ids import FieldId, IndicatorId
from welfare_app.domain.indicators import Catalogue
from welfare_app.domain.suggesting import ELICITED_BY, Given, Phrase, Place, Prompt

SHORTEST_START = 3
"""Letters before a `*`; fewer would begin half the words there are."""


def prompts(root: Path, language: str, catalogue: Catalogue, form: Form) -> tuple[Prompt, ...]:
    """The prompts in one language, or exactly what is wrong and where."""
    top = read(root, f"indicators/prompts.{language}.toml")
    top.text("source")
    top.day("checked")
    lists = _lists(top.table("lists"))
    found: dict[IndicatorId, Prompt] = {}
    for table in top.tables("prompt"):
        prompt = _prompt(table, lists, catalogue, form)
        if prompt.indicator in found:
            table.refuse("content.twice", "id")
        found[prompt.indicator] = prompt
    top.done()
    return tuple(found.values())


def _lists(table: Table) -> Mapping[str, Place]:
    return {
        name: tuple(_stem(table, name, stem) for stem in table.texts(name))
        for name in table.names()
    }


def _prompt(table: Table, lists: Mapping[str, Place], catalogue: Catalogue, form: Form) -> Prompt:
    indicator = catalogue.find(IndicatorId(table.text("id")))
    if indicator is None:
        table.refuse("content.unknown-indicator", "id")
    prompt = Prompt(
        indicator=indicator.id,
        known=frozenset().union(*(ELICITED_BY[how] for how in indicator.elicit)),
        phrases=tuple(_phrase(table, words, lists) for words in table.texts("words")),
        unless=tuple(_stem(table, "unless", stem) for stem in table.texts("unless")),
        given=tuple(_given(given, form) for given in table.tables("when")),
        example=table.text("example", ""),
    )
    table.done()
    if not prompt.phrases and not prompt.given:
        table.refuse("content.missing-key", "words")
    if bool(prompt.phrases) is not bool(prompt.example):
        table.refuse("content.missing-key", "example" if prompt.phrases else "words")
    return prompt


def _phrase(table: Table, words: str, lists: Mapping[str, Place]) -> Phrase:
    places = tuple(_place(table, place, lists) for place in words.split())
    if not places:
        table.refuse("content.missing-key", "words")
    return places


def _place(table: Table, place: str, lists: Mapping[str, Place]) -> Place:
    stems: dict[str, None] = {}
    for stem in place.split("|"):
        if not stem.startswith("@"):
            stems[_stem(table, "words", stem)] = None
        elif stem[1:] in lists:
            stems.update(dict.fromkeys(lists[stem[1:]]))
        else:
            table.refuse("content.unknown-option", "words")
    return tuple(stems)


def _stem(table: Table, name: str, stem: str) -> str:
    """A stem as words will be compared with it: bare small letters, perhaps a `*` at the end."""
    start = stem.removesuffix("*")
    shortest = SHORTEST_START if stem.endswith("*") else 1
    if not start.isalnum() or start != folded(start) or len(start) < shortest:
        table.refuse("content.bad-stem", name)
    return stem


def _given(table: Table, form: Form) -> Given:
    given = Given(FieldId(table.text("field")), table.texts("is"))
    table.done()
    asked = next((field for field in form.fields() if field.id == given.field), None)
    if asked is None:
        table.refuse("content.unknown-field", "field")
    if not given.options or not set(given.options) <= set(asked.options):
        table.refuse("content.unknown-option", "is")
    return given
