"""Reads the catalogue of indicators, the questions that go with it, and the rule that counts."""

from collections.abc import Mapping
from pathlib import Path

from welfare_app.content.questions import ENGLISH, refuse_leading
from welfare_app.content.tables import Table, agree, read, words
from welfare_app.content.words import WordedCatalogue
from welfare_app.domain.assessment import Assessment, Enough
from welfare_app.domain.ids import IndicatorId
from welfare_app.domain.indicators import Catalogue, Indicator, Question

STRENGTHS = frozenset({"strong", "medium", "weak"})
ELICITED = frozenset({"ask", "observe", "data"})
CONFIDENCE = frozenset({"high", "medium", "low"})
PATTERNS = ("act-means-purpose", "forced-labour", "child-exploitation", "exploitation", "none")
"""What `domain.assessment` can make of the dimensions; each is put into careful words."""

PROFILES = ("adult_labour", "child_labour", "adult_sexual", "child_sexual")
"""Whose strengths the paper gives."""

MEANING = ("does", "does-not", "one-is-enough", "unscored")
"""What is said of an assessment wherever one is shown."""


def catalogue(root: Path, language: str) -> WordedCatalogue:
    """The catalogue in one language, or exactly what is wrong and where."""
    structure = _structure(read(root, "indicators/indicators.toml"))
    file = f"indicators/indicators.{language}.toml"
    said = words(root, file)
    agree(file, said, _needed(structure), {f"cautions.{one.id}" for one in structure.indicators})
    if language == ENGLISH:
        refuse_leading(file, said, _asked(structure))
    return WordedCatalogue(structure, said)


def _structure(top: Table) -> Catalogue:
    questions = tuple(_question(table) for table in top.tables("question"))
    known = frozenset(question.id for question in questions)
    indicators = tuple(_indicator(table, known) for table in top.tables("indicator"))
    result = Catalogue(top.number("version"), indicators, questions)
    top.done()
    seen: set[str] = set()
    for one in indicators:
        if one.id in seen:
            top.refuse("content.twice", f"indicator.{one.id}")
        seen.add(one.id)
    return result


def _question(table: Table) -> Question:
    question = Question(table.text("id"), table.text("topic"))
    table.done()
    return question


def _indicator(table: Table, questions: frozenset[str]) -> Indicator:
    elicit = table.texts("elicit")
    indicator = Indicator(
        id=IndicatorId(table.text("id")),
        catalogue=table.text("catalogue"),
        group=table.text("group"),
        strength=_strength(table.table("strength")),
        dimension=table.text("dimension", ""),
        ilo=table.texts("ilo"),
        exploitation_types=table.texts("types"),
        may_ask="ask" in elicit,
        question=table.text("question"),
        source=table.text("source"),
        confidence=table.text("confidence"),
        checked=table.day("checked"),
        elicit=elicit,
        element=table.text("element", ""),
    )
    table.done()
    if not elicit or not set(elicit) <= ELICITED:
        table.refuse("content.unknown-option", "elicit")
    if indicator.confidence not in CONFIDENCE:
        table.refuse("content.unknown-option", "confidence")
    if indicator.question not in questions:
        table.refuse("content.unknown-question", "question")
    return indicator


def _strength(table: Table) -> Mapping[str, str]:
    strength = {profile: table.text(profile) for profile in table.names()}
    for profile, value in strength.items():
        if value not in STRENGTHS:
            table.refuse("content.unknown-option", profile)
    return strength


def _asked(catalogue: Catalogue) -> list[str]:
    """The words that are said to a worker."""
    return [f"questions.{one.id}.{part}" for one in catalogue.questions for part in ("ask", "then")]


def _needed(catalogue: Catalogue) -> set[str]:
    keys = set(_asked(catalogue))
    keys |= {f"topics.{one.topic}" for one in catalogue.questions}
    keys |= {f"patterns.{pattern}" for pattern in PATTERNS}
    keys |= {f"strengths.{strength}" for strength in STRENGTHS}
    keys |= {f"profiles.{profile}" for profile in PROFILES}
    keys |= {f"assessment.{part}" for part in MEANING}
    keys |= {f"dimensions.{one.dimension}" for one in catalogue.indicators if one.dimension}
    for one in catalogue.indicators:
        keys |= {f"indicators.{one.id}", f"groups.{one.group}", f"catalogues.{one.catalogue}"}
        keys |= {f"sources.{one.source}"}
    return keys


def assessment(root: Path, catalogue: Catalogue) -> Assessment:
    """The rule that says when a dimension is positive, as data."""
    top = read(root, "indicators/assessment.toml")
    positive = tuple(_enough(table) for table in top.tables("positive"))
    result = Assessment(
        version=top.number("version"),
        source=top.text("source"),
        checked=top.day("checked"),
        profiles=top.texts("profiles"),
        dimensions=top.texts("dimensions"),
        positive=positive,
        unscored=top.texts("unscored"),
        serious=frozenset(map(IndicatorId, top.texts("serious"))),
    )
    top.done()
    if not {*result.profiles, *result.unscored} <= set(PROFILES):
        top.refuse("content.unknown-option", "profiles")
    if not positive:
        top.refuse("content.missing-key", "positive")
    if not result.serious <= {one.id for one in catalogue.indicators}:
        top.refuse("content.unknown-indicator", "serious")
    if not {one.dimension for one in catalogue.indicators} - {""} <= set(result.dimensions):
        top.refuse("content.unknown-option", "dimensions")
    return result


def _enough(table: Table) -> Enough:
    enough = Enough(*(table.number(name, 0) for name in ("strong", "medium", "weak", "lesser")))
    table.done()
    if enough == Enough():
        table.refuse("content.missing-key")
    return enough
