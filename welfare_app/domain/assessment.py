"""The ILO/EC rule for a dimension of indicators. It informs a person; it never decides.

No outcome of it may hold back a referral: one serious indicator is enough to act on.
"""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from welfare_app.domain.ids import IndicatorId
from welfare_app.domain.indicators import Catalogue, Indicator

STRONG = "strong"


@dataclass(frozen=True, slots=True)
class Enough:
    """How many indicators of each strength together make a dimension positive.

    `lesser` counts medium and weak together.
    """

    strong: int = 0
    medium: int = 0
    weak: int = 0
    lesser: int = 0


@dataclass(frozen=True, slots=True)
class Tally:
    """How many indicators of each strength were noticed in one dimension."""

    strong: int = 0
    medium: int = 0
    weak: int = 0

    def reaches(self, enough: Enough) -> bool:
        """Whether there are at least so many of each."""
        return (
            self.strong >= enough.strong
            and self.medium >= enough.medium
            and self.weak >= enough.weak
            and self.medium + self.weak >= enough.lesser
        )


@dataclass(frozen=True, slots=True)
class Assessment:
    """The rule as data: any one line of `positive` makes a dimension so.

    `profiles` are those whose strengths are known well enough to count with, `unscored` those
    whose are not. `serious` are indicators enough to act on alone, whatever their strength.
    """

    version: int
    source: str
    checked: str
    profiles: tuple[str, ...]
    dimensions: tuple[str, ...]
    positive: tuple[Enough, ...]
    unscored: tuple[str, ...] = ()
    serious: frozenset[IndicatorId] = frozenset()

    def holds(self, tally: Tally) -> bool:
        """Whether a dimension with these counts is positive."""
        return self.met(tally) is not None

    def met(self, tally: Tally) -> Enough | None:
        """The first line of the rule that these counts meet, if any."""
        return next((enough for enough in self.positive if tally.reaches(enough)), None)

    def is_serious(self, indicator: Indicator) -> bool:
        """Whether one sign of it is enough to consider an incident pack.

        What the paper calls strong for any profile is; so is what others call critical.
        """
        strengths = (indicator.strength.get(profile) for profile in self.profiles)
        return indicator.id in self.serious or STRONG in strengths


@dataclass(frozen=True, slots=True)
class Judged:
    """What the rule makes of one dimension, and why.

    `counted` are its indicators with their strengths, in the order of the catalogue; `met` is
    the line of the rule they meet, if any.
    """

    dimension: str
    counted: tuple[tuple[IndicatorId, str], ...]
    tally: Tally
    met: Enough | None


def judge(
    assessment: Assessment, catalogue: Catalogue, profile: str, noticed: Iterable[IndicatorId]
) -> tuple[Judged, ...]:
    """Every dimension on its own, in the order of the rule, with those where nothing was noticed.

    An indicator noticed twice counts once.
    """
    wanted = frozenset(noticed)
    counted: dict[str, list[tuple[IndicatorId, str]]] = {name: [] for name in assessment.dimensions}
    for one in catalogue.indicators:
        if one.id in wanted and one.dimension and (strength := one.strength.get(profile)):
            counted[one.dimension].append((one.id, strength))
    return tuple(_judged(assessment, name, tuple(signs)) for name, signs in counted.items())


def _judged(
    assessment: Assessment, dimension: str, counted: tuple[tuple[IndicatorId, str], ...]
) -> Judged:
    tally = Tally(**Counter(strength for _, strength in counted))
    return Judged(dimension, counted, tally, assessment.met(tally))


def dimensions(
    assessment: Assessment, catalogue: Catalogue, profile: str, noticed: Iterable[IndicatorId]
) -> Mapping[str, bool]:
    """Each dimension with an indicator noticed in it, and whether the rule makes it positive."""
    return {
        one.dimension: one.met is not None
        for one in judge(assessment, catalogue, profile, noticed)
        if one.counted
    }


@dataclass(frozen=True, slots=True)
class Assessed:
    """What the rule makes of a set of indicators.

    `pattern` names what is indicated, never what a person is: `act-means-purpose` (means at
    recruitment, exploitation and coercion), `forced-labour` (exploitation and coercion, with
    no means at recruitment), `child-exploitation` (no means are needed under 18),
    `exploitation`, or `none`.
    """

    dimensions: Mapping[str, bool]
    pattern: str


MEANS = ("deceptive_recruitment", "coercive_recruitment", "recruitment_by_abuse_of_vulnerability")
EXPLOITED, COERCED = "exploitation", "coercion_at_destination"


def assess(
    assessment: Assessment, catalogue: Catalogue, profile: str, noticed: Iterable[IndicatorId]
) -> Assessed:
    """The dimensions and the pattern they make. No outcome of it holds anything back."""
    found = dimensions(assessment, catalogue, profile, noticed)
    return Assessed(found, _pattern(found, child=profile.startswith("child")))


def _pattern(found: Mapping[str, bool], *, child: bool) -> str:
    if not found.get(EXPLOITED):
        return "none"
    if child:
        return "child-exploitation"
    if not found.get(COERCED):
        return "exploitation"
    return "act-means-purpose" if any(found.get(one) for one in MEANS) else "forced-labour"
