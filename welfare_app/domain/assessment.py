"""The ILO/EC rule for a dimension of indicators. It informs a person; it never decides.

No outcome of it may hold back a referral: one serious indicator is enough to act on.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from welfare_app.domain.ids import IndicatorId
from welfare_app.domain.indicators import Catalogue


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

    `profiles` are those whose strengths are known well enough to count with.
    """

    version: int
    source: str
    checked: str
    profiles: tuple[str, ...]
    dimensions: tuple[str, ...]
    positive: tuple[Enough, ...]

    def holds(self, tally: Tally) -> bool:
        """Whether a dimension with these counts is positive."""
        return any(tally.reaches(enough) for enough in self.positive)


def dimensions(
    assessment: Assessment, catalogue: Catalogue, profile: str, noticed: Iterable[IndicatorId]
) -> Mapping[str, bool]:
    """Each dimension with an indicator noticed in it, and whether the rule makes it positive."""
    counts: dict[str, dict[str, int]] = {}
    for id in dict.fromkeys(noticed):
        indicator = catalogue.find(id)
        strength = indicator.strength.get(profile, "") if indicator else ""
        if indicator and indicator.dimension and strength:
            counted = counts.setdefault(indicator.dimension, {})
            counted[strength] = counted.get(strength, 0) + 1
    return {
        dimension: assessment.holds(Tally(**counts[dimension]))
        for dimension in assessment.dimensions
        if dimension in counts
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
