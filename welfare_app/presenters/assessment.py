"""What the ILO/EC rule makes of an interview's signs: in words, with reasons, never a verdict."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Protocol

from welfare_app.domain.assessment import Enough, Judged, Tally, assess, judge
from welfare_app.domain.errors import WelfareAppError
from welfare_app.domain.ids import IndicatorId
from welfare_app.domain.indicators import Indicator
from welfare_app.domain.partial_date import PartialDate
from welfare_app.presenters.counting import counted
from welfare_app.presenters.places import AtAssessment, AtInterview, AtPack, Go
from welfare_app.presenters.profiles import profile_of, why
from welfare_app.presenters.questions import Option
from welfare_app.presenters.telling import Trouble, trouble
from welfare_app.services.definitions import CatalogueWords, Definitions
from welfare_app.services.note_sign import NoteSign
from welfare_app.services.take_interview import TakeInterview
from welfare_app.services.versions import form_of
from welfare_app.services.work_pack import WorkPack

MET, NOT_MET, NONE = "met", "not-met", "none"
STATES = {MET: "Met", NOT_MET: "Not met", NONE: "No sign in it"}
HEARD = "The questions were stopped: something serious was said or seen."


@dataclass(frozen=True, slots=True)
class CountedSign:
    """A sign in a dimension, and the word for how much it weighs."""

    phrase: str
    strength: str


@dataclass(frozen=True, slots=True)
class DimensionCard:
    """One dimension: whether the rule is met in it, in a word and a sentence, and on what."""

    title: str
    state: str
    word: str
    reason: str = ""
    signs: tuple[CountedSign, ...] = ()


@dataclass(frozen=True, slots=True)
class Meaning:
    """What an assessment does and does not do, and where the rule is from."""

    does: str
    does_not: str
    one_is_enough: str
    source: str


@dataclass(frozen=True, slots=True)
class AssessmentScreen:
    """Everything the page shows.

    `now` are the reasons to consider an incident pack now, none where there is none. `beside`
    are signs that the rule does not count for this profile, `unscored` the profiles it counts
    for nobody.
    """

    where: str
    meaning: Meaning
    now: tuple[str, ...]
    profiles: tuple[Option, ...]
    profile: str
    why: str
    dimensions: tuple[DimensionCard, ...]
    together: str
    beside: tuple[str, ...]
    unscored: tuple[str, ...]
    why_unscored: str
    trouble: Trouble | None = field(default=None)


class AssessmentView(Protocol):
    """Whatever can draw the page."""

    def show_screen(self, screen: AssessmentScreen) -> None:
        """Draw it."""
        ...


class AssessmentPresenter:
    """Looks at the signs that stand with one profile's strengths, or the other's."""

    def __init__(
        self,
        view: AssessmentView,
        place: AtAssessment,
        definitions: Definitions,
        interviews: TakeInterview,
        signs: NoteSign,
        packs: WorkPack,
        go: Go,
        *,
        heard: bool = False,
    ) -> None:
        """Take the place, and whether the worker disclosed something."""
        self._view, self._place, self._definitions = view, place, definitions
        self._words: CatalogueWords = definitions.catalogue()
        self._rule = definitions.assessment()
        self._interview = interviews.resume(place.interview)
        self._title = form_of(definitions, self._interview).title
        self._signs, self._packs, self._go, self._heard = signs, packs, go, heard
        self._profile = profile_of(self._interview.answers)

    def begin(self) -> None:
        """Draw it with the profile that the interview leads to."""
        self._draw()

    def choose(self, profile: str) -> None:
        """Look at it with the other strengths."""
        if profile in self._rule.profiles:
            self._profile = profile
            self._draw()

    def open_pack(self) -> None:
        """Open an incident pack, or the one there is. Nothing shown here holds it back."""
        try:
            pack = self._packs.open(self._interview.id)
        except WelfareAppError as error:
            self._draw(trouble(self._definitions, error))
            return
        self._go(AtPack(pack.id))

    def back(self) -> None:
        """Go back to the interview, where it was left."""
        self._go(AtInterview(self._interview.id, self._place.page))

    def _draw(self, said: Trouble | None = None) -> None:
        words, rule, catalogue = self._words, self._rule, self._words.catalogue
        noticed = self._noticed()
        ids = [one.id for one in noticed]
        judged = judge(rule, catalogue, self._profile, ids)
        inside = {id for one in judged for id, _ in one.counted}
        self._view.show_screen(
            AssessmentScreen(
                where=f"{self._title} {self._interview.number}",
                meaning=self._meaning(),
                now=self._now(noticed),
                profiles=tuple(Option(one, words.profile(one)) for one in rule.profiles),
                profile=self._profile,
                why=why(self._interview.answers),
                dimensions=tuple(self._card(one) for one in judged),
                together=f"{words.pattern(assess(rule, catalogue, self._profile, ids).pattern)}.",
                beside=tuple(words.phrase(one.id) for one in noticed if one.id not in inside),
                unscored=tuple(words.profile(one) for one in rule.unscored),
                why_unscored=words.meaning("unscored"),
                trouble=said,
            )
        )

    def _noticed(self) -> tuple[Indicator, ...]:
        """The indicators of the signs that stand, each once, in the order of the catalogue."""
        standing = {sign.indicator for sign in self._signs.of(self._interview.id)}
        return tuple(one for one in self._words.catalogue.indicators if one.id in standing)

    def _now(self, noticed: Iterable[Indicator]) -> tuple[str, ...]:
        serious = (self._words.phrase(one.id) for one in noticed if self._rule.is_serious(one))
        return (*((HEARD,) if self._heard else ()), *serious)

    def _meaning(self) -> Meaning:
        words, checked = self._words, PartialDate.read(self._rule.checked)
        return Meaning(
            words.meaning("does"),
            words.meaning("does-not"),
            words.meaning("one-is-enough"),
            f"{self._rule.source}. Checked {checked.said() if checked else self._rule.checked}.",
        )

    def _card(self, judged: Judged) -> DimensionCard:
        title = self._words.dimension(judged.dimension)
        if not judged.counted:
            return DimensionCard(title, NONE, STATES[NONE])
        state = MET if judged.met else NOT_MET
        signs = tuple(self._sign(id, strength) for id, strength in judged.counted)
        return DimensionCard(title, state, STATES[state], reason(judged), signs)

    def _sign(self, id: IndicatorId, strength: str) -> CountedSign:
        return CountedSign(self._words.phrase(id), self._words.strength(strength))


def reason(judged: Judged) -> str:
    """Why the rule is met in a dimension, or is not, in one sentence."""
    if judged.met:
        return f"{_enough(judged.met)}: the rule is met."
    tally = judged.tally
    alone = tally.strong + tally.medium + tally.weak == 1
    said = f"{_tallied(tally)} alone does" if alone else f"{_tallied(tally)} do"
    return f"{said} not meet the rule."


def _enough(enough: Enough) -> str:
    return _listed(
        (enough.strong, "strong"),
        (enough.medium, "medium"),
        (enough.weak, "weak"),
        (enough.lesser, "other"),
    )


def _tallied(tally: Tally) -> str:
    return _listed((tally.strong, "strong"), (tally.medium, "medium"), (tally.weak, "weak"))


def _listed(*counts: tuple[int, str]) -> str:
    """Numbers of signs in words: “Two medium and one weak sign”."""
    there = [(number, strength) for number, strength in counts if number]
    said = " and ".join(f"{counted(number).lower()} {strength}" for number, strength in there)
    signs = "sign" if there[-1][0] == 1 else "signs"
    return f"{said[0].upper()}{said[1:]} {signs}"
