"""What a referral is composed from, and how much of it may go on which way."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime

from welfare_app.domain.chronology import Happening
from welfare_app.domain.consents import Consent
from welfare_app.domain.evidence import Evidence
from welfare_app.domain.ids import IndicatorId
from welfare_app.domain.interview import Interview
from welfare_app.domain.notes import Note
from welfare_app.domain.pack import IncidentPack
from welfare_app.domain.people import Organisation, Staff
from welfare_app.domain.referral import ANONYMOUS, NOBODY, Checked, Handing, Referral
from welfare_app.domain.sign import Sign
from welfare_app.domain.summing import Asked
from welfare_app.domain.unprintable import spelt

COOPERATING = "adult-dtn-cooperating"


@dataclass(frozen=True, slots=True)
class Story:
    """Everything a referral is composed from. `phrase` puts an indicator into words.

    `unprintable` are characters no typeface has, to be given by number in what the talk holds.
    """

    route: str
    referral: Referral
    questions: Asked
    pack: IncidentPack
    stages: Asked
    stage_titles: tuple[tuple[str, str], ...]
    interview: Interview | None
    talk: Asked | None
    signs: tuple[Sign, ...]
    phrase: Callable[[IndicatorId], str]
    evidence: tuple[Evidence, ...]
    organisation: Organisation
    staff: tuple[Staff, ...]
    handing: Handing
    at: datetime
    safe_contact: tuple[str, ...] = ()
    notes: tuple[Note, ...] = ()
    consents: tuple[Consent, ...] = ()
    left_unasked: tuple[str, ...] = ()
    unprintable: frozenset[str] = frozenset()
    happenings: tuple[Happening, ...] = ()
    checked: Checked = NOBODY


def notifies(route: str) -> bool:
    """Whether it only tells of what happened: the person did not agree to be referred."""
    return route in {ANONYMOUS, COOPERATING}


def fitting(story: Story) -> Story:
    """The story with no more in it than may go on its way.

    A Duty to Notify report holds what the form asks on that route, the signs and the steps. One
    that names nobody holds no words written freely, but those of the answers that are sent.
    """
    if not notifies(story.route):
        return story
    return replace(
        story,
        interview=None,
        talk=None,
        pack=replace(story.pack, paths=(), calls=()),
        stages=replace(story.stages, answers={}),
        evidence=(),
        safe_contact=(),
        notes=(),
        consents=(),
        left_unasked=(),
        happenings=(),
        signs=story.signs if story.route == COOPERATING else _without_words(story.signs),
    )


def naming(story: Story, character: str) -> Story:
    """The story with a character given by its number in the words of the talk.

    They are a record: nobody may write them another way, and they must not hold the pack up.
    """
    unprintable = story.unprintable | {character}
    safe = tuple(spelt(line, unprintable) for line in story.safe_contact)
    return replace(story, unprintable=unprintable, safe_contact=safe)


def _without_words(signs: tuple[Sign, ...]) -> tuple[Sign, ...]:
    return tuple(replace(sign, words="", where="", when="", prompted="") for sign in signs)
