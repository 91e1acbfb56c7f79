"""The places a person can be in the program. Screens ask to go to one; the window takes them."""

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import TypeAlias

from welfare_app.domain.ids import EvidenceId, InterviewId, NoteId, PackId, ReferralId, StageId


@dataclass(frozen=True, slots=True)
class AtStart:
    """The first run: make a vault, or practise."""


@dataclass(frozen=True, slots=True)
class AtLocked:
    """The locked screen."""


@dataclass(frozen=True, slots=True)
class AtHome:
    """What needs me now."""


@dataclass(frozen=True, slots=True)
class AtCases:
    """Every interview and pack."""


@dataclass(frozen=True, slots=True)
class AtInterview:
    """An interview, at the page it was left on or another.

    `held` is whether a closed gate held someone there, who is told at once what stands against it.
    """

    interview: InterviewId
    page: str = ""
    held: bool = False


@dataclass(frozen=True, slots=True)
class AtSigns:
    """Adding a sign to an interview. `page` is where to go back to.

    `note` or `answer` is what it may rest on; with `indicator`, that was suggested.
    """

    interview: InterviewId
    page: str = ""
    note: NoteId | None = None
    indicator: str = ""
    answer: str = ""


@dataclass(frozen=True, slots=True)
class AtAssessment:
    """What the ILO/EC rule makes of an interview's signs. `page` is where to go back to."""

    interview: InterviewId
    page: str = ""


@dataclass(frozen=True, slots=True)
class AtConsents:
    """The three consents of an interview. `page` is where to go back to."""

    interview: InterviewId
    page: str = ""


@dataclass(frozen=True, slots=True)
class AtTurned:
    """The laptop turned round for the worker. `page` is where to go back to.

    `language` is a tag; blank takes the one the interview says. `section` is what is being read.
    """

    interview: InterviewId
    page: str = ""
    language: str = ""
    section: str = ""


@dataclass(frozen=True, slots=True)
class AtPack:
    """An incident pack, at the stage that is due or another."""

    pack: PackId
    stage: StageId | None = None


@dataclass(frozen=True, slots=True)
class AtEvidence:
    """The evidence of a pack, and what others were asked to keep."""

    pack: PackId


@dataclass(frozen=True, slots=True)
class AtChronology:
    """What happened in a pack's case, in order."""

    pack: PackId


@dataclass(frozen=True, slots=True)
class AtExhibit:
    """One file of a pack: how it looks, what it tells, and whose hands it was in."""

    pack: PackId
    evidence: EvidenceId


@dataclass(frozen=True, slots=True)
class AtReferral:
    """The overview of a pack's referral."""

    pack: PackId


@dataclass(frozen=True, slots=True)
class AtReferralPage:
    """One page of a referral."""

    referral: ReferralId
    page: str


@dataclass(frozen=True, slots=True)
class AtReading:
    """A referral read through, in the order it will be printed."""

    referral: ReferralId


@dataclass(frozen=True, slots=True)
class AtTranscribe:
    """A referral copied box by box into their form."""

    referral: ReferralId


@dataclass(frozen=True, slots=True)
class AtExchange:
    """A referral's answers as a file."""

    referral: ReferralId


@dataclass(frozen=True, slots=True)
class AtSeal:
    """Sealing a referral."""

    referral: ReferralId


@dataclass(frozen=True, slots=True)
class AtHandover:
    """What became of the packs that were sealed of a case."""

    pack: PackId


@dataclass(frozen=True, slots=True)
class AtDisclosures:
    """What left this laptop; with `pack`, of its case."""

    pack: PackId | None = None


@dataclass(frozen=True, slots=True)
class AtCheck:
    """Checking a sealed file."""


@dataclass(frozen=True, slots=True)
class AtLaptop:
    """This laptop: how it looks, and whether the vault is well."""


@dataclass(frozen=True, slots=True)
class AtPaper:
    """Paper for a site with no laptop."""


@dataclass(frozen=True, slots=True)
class AtRescue:
    """Rescuing a damaged vault, which is closed for it."""


@dataclass(frozen=True, slots=True)
class AtTrail:
    """What was done: the audit trail, for those who look after it."""


@dataclass(frozen=True, slots=True)
class AtCourier:
    """Cases to and from colleagues."""


@dataclass(frozen=True, slots=True)
class AtBackups:
    """Backups: where they go, which there are, and whether they are proved."""


@dataclass(frozen=True, slots=True)
class AtRestore:
    """Restoring from a backup, of which the folder may be known. The vault is locked first."""

    backup: Path | None = field(default=None, repr=False)


@dataclass(frozen=True, slots=True)
class AtRetention:
    """What may be disposed of; with `case`, one case to decide about."""

    case: str = ""


@dataclass(frozen=True, slots=True)
class AtAccess:
    """Requests for what is held about someone; with `request`, one of them."""

    request: str = ""


@dataclass(frozen=True, slots=True)
class AtIdentity:
    """How others know it is us: the card, and the certificates we seal with."""


@dataclass(frozen=True, slots=True)
class AtStaff:
    """Staff and their ways in."""


@dataclass(frozen=True, slots=True)
class AtStaffMember:
    """One person on the staff."""

    staff: str


@dataclass(frozen=True, slots=True)
class AtNewStaff:
    """Adding someone to the staff."""


@dataclass(frozen=True, slots=True)
class AtNewSheet:
    """Making a new recovery sheet."""


@dataclass(frozen=True, slots=True)
class AtOwnKey:
    """Your own passphrase."""


@dataclass(frozen=True, slots=True)
class AtEmergency:
    """Numbers to call, open to anyone."""


@dataclass(frozen=True, slots=True)
class AtCircle:
    """Who may see the case of a record. `back` is where one came from, or Home."""

    record: str
    back: "Place | None" = None


@dataclass(frozen=True, slots=True)
class AtGlass:
    """Opening, in an emergency, a case that is kept to a circle."""


@dataclass(frozen=True, slots=True)
class AtLadder:
    """Whom to tell inside the organisation, rung by rung."""


Place: TypeAlias = (
    AtStart
    | AtLocked
    | AtHome
    | AtCases
    | AtInterview
    | AtSigns
    | AtConsents
    | AtTurned
    | AtAssessment
    | AtPack
    | AtEvidence
    | AtExhibit
    | AtChronology
    | AtReferral
    | AtReferralPage
    | AtReading
    | AtTranscribe
    | AtExchange
    | AtSeal
    | AtHandover
    | AtDisclosures
    | AtCheck
    | AtLaptop
    | AtPaper
    | AtRescue
    | AtTrail
    | AtCourier
    | AtBackups
    | AtRestore
    | AtRetention
    | AtAccess
    | AtIdentity
    | AtStaff
    | AtStaffMember
    | AtNewStaff
    | AtNewSheet
    | AtOwnKey
    | AtCircle
    | AtGlass
    | AtLadder
    | AtEmergency
)

Go: TypeAlias = Callable[[Place], None]

_RECORDS = ("pack", "interview", "referral", "case", "request")


def record_of(place: Place) -> str:
    """The record a place is about, where it is about one."""
    found = (getattr(place, name, "") for name in _RECORDS)
    return next(filter(None, found), "")
