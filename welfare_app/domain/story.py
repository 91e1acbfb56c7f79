"""What a referral is composed from, and how much of it may go on which way."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime

from welfare_app.domain.chronology import Happening
from welfare_app.domain.consents import Consent
from welfare_app.domain.evidence import Evidence
from welfare_app.domain.exhibit import Photograph
from welfare_app.domain.ids import EvidenceId, FieldId, IndicatorId, StaffId
from welfare_app.domain.interview import Interview
from welfare_app.domain.leaving_out import TELLS, Part
from welfare_app.domain.notes import Note
from welfare_app.domain.pack import IncidentPack
from welfare_app.domain.people import Organisation, Staff
from welfare_app.domain.recorded import Recorded, tells_of
from welfare_app.domain.recordings import Recording
from welfare_app.domain.referral import ANONYMOUS, NOBODY, Checked, Handing, Referral
from welfare_app.domain.sign import Sign
from welfare_app.domain.summing import Asked
from welfare_app.domain.unprintable import spelt

COOPERATING = "adult-dtn-cooperating"
LABOUR = "labour-rights-report"
"""The way of a worker who is badly treated or not paid, with no sign of control."""


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
    agreed_on: str = ""
    """The day that way of reaching the person was agreed on, in words."""
    kept_out: tuple[str, ...] = field(default=(), repr=False)
    """What is known of those among us who may be part of it."""
    notes: tuple[Note, ...] = ()
    consents: tuple[Consent, ...] = ()
    left_unasked: tuple[str, ...] = ()
    unprintable: frozenset[str] = frozenset()
    happenings: tuple[Happening, ...] = ()
    checked: Checked = NOBODY
    basis: tuple[str, ...] = ()
    """What it is given on: the basis in law, and its articles."""
    told_in_calls: frozenset[FieldId] = field(default=frozenset())
    """The answers of stages that are done by calling."""
    record: tuple[Recorded, ...] = ()
    """Who did what to the records it is composed from."""
    photographs: Mapping[EvidenceId, Photograph] = field(default_factory=dict, repr=False)
    """The photographs among its files that could be scaled down to be printed."""
    fingerprint: str = ""
    """Of the organisation's root certificate, in hexadecimal."""
    laptop_fingerprint: str = ""
    """Of the laptop's certificate, in hexadecimal: what a PDF reader shows."""
    recordings: tuple[Recording, ...] = ()
    """What goes beside the pack. Before the sealing without digests."""

    @property
    def names(self) -> Mapping[StaffId, str]:
        """What everyone who wrote something is called."""
        return {one.id: one.name for one in self.staff}

    def leaves_out(self, part: Part) -> bool:
        """Whether whoever sealed it left this part out."""
        return part in self.handing.left_out.parts


def notifies(route: str) -> bool:
    """Whether it only tells of what happened: the person did not agree to be referred."""
    return route in {ANONYMOUS, COOPERATING}


def fitting(story: Story) -> Story:
    """The story with no more in it than may go on its way, and nothing that was left out.

    A Duty to Notify report holds what the form asks on that route, the signs and the steps. One
    that names nobody holds no words written freely, but those of the answers that are sent.
    """
    story = _without(story)
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
        kept_out=(),
        notes=(),
        consents=(),
        left_unasked=(),
        happenings=(),
        record=tuple(one for one in story.record if one.about == story.pack.number),
        signs=story.signs if story.route == COOPERATING else _without_words(story.signs),
    )


def naming(story: Story, character: str) -> Story:
    """The story with a character given by its number in the words of the talk.

    They are a record: nobody may write them another way, and they must not hold the pack up.
    """
    unprintable = story.unprintable | {character}
    safe = tuple(spelt(line, unprintable) for line in story.safe_contact)
    return replace(story, unprintable=unprintable, safe_contact=safe)


def parts_of(story: Story) -> tuple[Part, ...]:
    """What there is in it that could be left out."""
    there = fitting(story)
    held = {
        Part.EVIDENCE: there.evidence,
        Part.INTERVIEW: there.talk,
        Part.SIGNS: there.signs,
        Part.CHRONOLOGY: there.happenings,
        Part.CALLS: there.pack.calls or there.told_in_calls & there.stages.answers.keys(),
    }
    return tuple(part for part in Part if held[part])


def _without(story: Story) -> Story:
    """The story without what was left out, in the chronology either."""
    here = {one.id for one in story.evidence if story.handing.left_out.holds_back(one.exhibit)}
    going = tuple(one for one in story.evidence if one.id not in here)
    told = tuple(one for one in story.happenings if one.record not in here)
    story = replace(story, evidence=going, happenings=told)
    if story.leaves_out(Part.INTERVIEW):
        record = tuple(one for one in story.record if one.about == story.pack.number)
        story = replace(
            story,
            interview=None,
            talk=None,
            notes=(),
            consents=(),
            left_unasked=(),
            record=record,
        )
    if story.leaves_out(Part.SIGNS):
        story = replace(story, signs=())
    if story.leaves_out(Part.CALLS):
        kept = {
            id: one for id, one in story.stages.answers.items() if id not in story.told_in_calls
        }
        stages = replace(story.stages, answers=kept)
        story = replace(story, pack=replace(story.pack, calls=()), stages=stages)
    left = story.handing.left_out.parts
    record = tuple(one for one in story.record if not any(tells_of(one, part) for part in left))
    story = replace(story, record=record)
    silent = {TELLS[part] for part in TELLS if story.leaves_out(part)}
    told = () if story.leaves_out(Part.CHRONOLOGY) else story.happenings
    return replace(story, happenings=tuple(one for one in told if one.source not in silent))


def _without_words(signs: tuple[Sign, ...]) -> tuple[Sign, ...]:
    return tuple(replace(sign, words="", where="", when="", prompted="") for sign in signs)
