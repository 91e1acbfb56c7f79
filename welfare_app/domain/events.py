"""What happened, as the audit trail tells it. Events name records and fields, never answers.

The names of these classes are stored: once released, none is renamed or changed.
"""

from dataclasses import dataclass
from typing import TypeAlias

from welfare_app.domain.ids import (
    EvidenceId,
    FieldId,
    IndicatorId,
    InterviewId,
    NoteId,
    PackId,
    ReferralId,
    SignId,
    StaffId,
    StageId,
)


@dataclass(frozen=True, slots=True)
class VaultMade:
    """An organisation's vault came to be."""

    practice: bool


@dataclass(frozen=True, slots=True)
class StaffAdded:
    """Someone was given a way in."""

    staff: StaffId
    role: str


@dataclass(frozen=True, slots=True)
class InterviewStarted:
    """A welfare interview began."""

    interview: InterviewId
    form: str
    version: int


@dataclass(frozen=True, slots=True)
class AnswerRecorded:
    """One answer of an interview was given or added to."""

    interview: InterviewId
    field: FieldId


@dataclass(frozen=True, slots=True)
class InterviewFinished:
    """An interview was closed; what comes later is an addition."""

    interview: InterviewId


@dataclass(frozen=True, slots=True)
class GatePassed:
    """A step was left with something missing or standing against it, for a recorded reason."""

    interview: InterviewId
    page: str


@dataclass(frozen=True, slots=True)
class CourseTurned:
    """A talk took another course: whole, disclosure or stopped."""

    interview: InterviewId
    course: str


@dataclass(frozen=True, slots=True)
class QuestionMarked:
    """An open question was asked, left out or declined."""

    interview: InterviewId
    question: str


@dataclass(frozen=True, slots=True)
class AdditionMade:
    """Something was added to a signed-off interview, beside what it adds to."""

    interview: InterviewId
    field: FieldId


@dataclass(frozen=True, slots=True)
class ConsentWithdrawn:
    """The worker took a consent back."""

    interview: InterviewId
    consent: str


@dataclass(frozen=True, slots=True)
class ConsentRenewed:
    """The worker gave a consent again that was taken back."""

    interview: InterviewId
    consent: str


@dataclass(frozen=True, slots=True)
class NoteKept:
    """A line of a talk was written down."""

    note: NoteId
    interview: InterviewId


@dataclass(frozen=True, slots=True)
class NoteTagged:
    """A line of a talk was put under a topic."""

    note: NoteId


@dataclass(frozen=True, slots=True)
class SignNoted:
    """An indicator was noticed."""

    sign: SignId
    indicator: IndicatorId
    interview: InterviewId


@dataclass(frozen=True, slots=True)
class SignWithdrawn:
    """A sign was taken back, with a reason; it stays readable."""

    sign: SignId


@dataclass(frozen=True, slots=True)
class SignDismissed:
    """A suggestion was weighed and is not a sign, with a reason; it stays readable."""

    sign: SignId
    indicator: IndicatorId
    interview: InterviewId


@dataclass(frozen=True, slots=True)
class PackOpened:
    """An incident pack was opened."""

    pack: PackId
    interview: InterviewId | None


@dataclass(frozen=True, slots=True)
class StageAnswered:
    """One answer of a stage was given."""

    pack: PackId
    field: FieldId


@dataclass(frozen=True, slots=True)
class StageCompleted:
    """A stage was declared done, on the answers and evidence it holds."""

    pack: PackId
    stage: StageId


@dataclass(frozen=True, slots=True)
class StageSkipped:
    """A stage was passed over, with a reason."""

    pack: PackId
    stage: StageId


@dataclass(frozen=True, slots=True)
class EvidenceKept:
    """A file was taken in. The digest is the SHA-256 of its bytes, in hexadecimal."""

    evidence: EvidenceId
    pack: PackId
    digest: str


@dataclass(frozen=True, slots=True)
class EvidenceDescribed:
    """What a file is, or its date, was written down."""

    evidence: EvidenceId


@dataclass(frozen=True, slots=True)
class ReferralStarted:
    """A referral was begun, pre-filled from a pack."""

    referral: ReferralId
    pack: PackId
    version: int


@dataclass(frozen=True, slots=True)
class ReferralAnswered:
    """One answer of a referral was given or accepted."""

    referral: ReferralId
    field: FieldId


@dataclass(frozen=True, slots=True)
class ReferralImported:
    """Answers of a referral were taken from a file, all of them together."""

    referral: ReferralId
    fields: tuple[FieldId, ...]


@dataclass(frozen=True, slots=True)
class ReferralExported:
    """The answers were written to a file that is not locked; digest as below."""

    referral: ReferralId
    digest: str


@dataclass(frozen=True, slots=True)
class ReferralMoved:
    """A referral was moved to a newer version of its form."""

    referral: ReferralId
    before: int
    version: int


@dataclass(frozen=True, slots=True)
class ReferralTraceConfirmed:
    """Someone said that words in an answer are not the person's name, number or address."""

    referral: ReferralId
    field: FieldId


@dataclass(frozen=True, slots=True)
class ReferralSealed:
    """A pack was sealed. The digest is the SHA-256 of the whole file, in hexadecimal."""

    referral: ReferralId
    digest: str


@dataclass(frozen=True, slots=True)
class PackChecked:
    """A sealed file was checked; digest as above."""

    digest: str
    verdict: str


Event: TypeAlias = (
    VaultMade
    | StaffAdded
    | InterviewStarted
    | AnswerRecorded
    | InterviewFinished
    | GatePassed
    | CourseTurned
    | QuestionMarked
    | AdditionMade
    | ConsentWithdrawn
    | ConsentRenewed
    | NoteKept
    | NoteTagged
    | SignNoted
    | SignWithdrawn
    | SignDismissed
    | PackOpened
    | StageAnswered
    | StageCompleted
    | StageSkipped
    | EvidenceKept
    | EvidenceDescribed
    | ReferralStarted
    | ReferralAnswered
    | ReferralImported
    | ReferralExported
    | ReferralMoved
    | ReferralTraceConfirmed
    | ReferralSealed
    | PackChecked
)
