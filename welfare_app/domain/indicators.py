"""The catalogue of indicators. They prompt a person to look again; they never decide."""

from collections.abc import Mapping
from dataclasses import dataclass

from welfare_app.domain.ids import IndicatorId


@dataclass(frozen=True, slots=True)
class Indicator:
    """One thing that may be noticed.

    `strength` maps an assessment profile (such as `adult_labour`) to strong, medium or weak;
    `dimension` is blank for indicators the ILO/EC rule does not count. `source` and
    `confidence` say how far the wording can be trusted; `checked` is an ISO date, cut short
    where only the month or year is known. `elicit` says how it comes to light: ask, observe
    or data; `may_ask` is false for what must never be put to the worker as a question.
    """

    id: IndicatorId
    catalogue: str
    group: str
    strength: Mapping[str, str]
    dimension: str
    ilo: tuple[str, ...]
    exploitation_types: tuple[str, ...]
    may_ask: bool
    question: str
    source: str
    confidence: str
    checked: str
    elicit: tuple[str, ...] = ()
    element: str = ""


@dataclass(frozen=True, slots=True)
class Question:
    """An open question a talk may need, under its topic; its words never lead."""

    id: str
    topic: str


@dataclass(frozen=True, slots=True)
class Catalogue:
    """Every indicator, in the order shown, and the questions in the order of a good talk."""

    version: int
    indicators: tuple[Indicator, ...]
    questions: tuple[Question, ...] = ()

    def find(self, id: IndicatorId) -> Indicator | None:
        """The indicator with this id, if there is one."""
        return next((one for one in self.indicators if one.id == id), None)
