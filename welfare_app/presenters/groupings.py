"""The ways to look at the catalogue of indicators: by list, by dimension, by the ILO's eleven."""

from collections.abc import Iterator
from dataclasses import dataclass

from welfare_app.domain.indicators import Indicator
from welfare_app.domain.partial_date import PartialDate
from welfare_app.presenters.profiles import ADULT, CHILD
from welfare_app.presenters.questions import Option
from welfare_app.services.definitions import CatalogueWords

ALL, ELEVEN, BY_ADULT, BY_CHILD = "all", "ilo-11", "dimensions-adult", "dimensions-child"
LISTS = {
    "uk-home-office": "Home Office toolkit",
    "workplace-signs": "Signs at work",
    "payroll-data": "Payroll and records",
}
SCORED = {BY_ADULT: ADULT, BY_CHILD: CHILD}

GROUPINGS = (
    Option(ALL, "All indicators"),
    Option(ELEVEN, "The eleven of the ILO"),
    Option(BY_ADULT, "By dimension, adults"),
    Option(BY_CHILD, "By dimension, under 18"),
    *(Option(name, label) for name, label in LISTS.items()),
)
"""Every way to look at it, the whole of it first."""


@dataclass(frozen=True, slots=True)
class IndicatorLine:
    """An indicator to choose: what it says, where it is from, and when that was checked.

    `strength` is a word, blank where the profile looked at gives it none. `caution` is what to
    rule out first.
    """

    id: str
    phrase: str
    group: str
    checked: str
    source: str = ""
    strength: str = ""
    caution: str = ""


def lines(words: CatalogueWords, grouping: str, profile: str) -> tuple[IndicatorLine, ...]:
    """The indicators of a grouping, group by group. By the eleven, one may stand under several."""
    every = words.catalogue.indicators
    match grouping:
        case "ilo-11":
            return tuple(_by_the_eleven(words, profile))
        case "dimensions-adult" | "dimensions-child":
            column = SCORED[grouping]
            scored = (one for one in every if one.dimension and column in one.strength)
            return tuple(
                _line(words, one, words.dimension(one.dimension), column) for one in scored
            )
        case _:
            listed = (one for one in every if grouping in {ALL, one.catalogue})
            return tuple(_line(words, one, words.group(one.group), profile) for one in listed)


def line_of(words: CatalogueWords, indicator: Indicator, profile: str) -> IndicatorLine:
    """One indicator under its own group."""
    return _line(words, indicator, words.group(indicator.group), profile)


def _by_the_eleven(words: CatalogueWords, profile: str) -> Iterator[IndicatorLine]:
    every = words.catalogue.indicators
    for heading in (one for one in every if one.catalogue == ELEVEN):
        group = words.group(heading.group)
        pointing = (one for one in every if heading.id in one.ilo)
        # the one that gives the group its name comes first
        for one in sorted(pointing, key=lambda one: one.id != heading.id):
            yield _line(words, one, group, profile)


def _line(words: CatalogueWords, one: Indicator, group: str, profile: str) -> IndicatorLine:
    strength = one.strength.get(profile, "")
    checked = PartialDate.read(one.checked)
    return IndicatorLine(
        one.id,
        words.phrase(one.id),
        group,
        f"Checked {checked.said() if checked else one.checked}",
        words.source(one.source),
        words.strength(strength) if strength else "",
        words.caution(one.id),
    )
