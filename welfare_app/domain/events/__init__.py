"""What happened, as the audit trail tells it. Events name records and fields, never answers.

The names of these classes are stored: once released, none is renamed or changed.
"""

from typing import TypeAlias

from welfare_app.domain.events.courier import (
    AuthorNamed,
    CaseReceived,
    CaseSent,
    ColleagueAdded,
    ColleagueConfirmed,
    ColleagueRemoved,
    ConflictSettled,
    CourierKeysMade,
    VersionReceived,
)
from welfare_app.domain.events.packs import (
    EvidenceDescribed,
    EvidenceKept,
    PackOpened,
    StageAnswered,
    StageCompleted,
    StageSkipped,
)
from welfare_app.domain.events.reads import (
    AnswerCopied,
    CertificateGiven,
    RecordRead,
    TrailGiven,
)
from welfare_app.domain.events.referrals import (
    PackChecked,
    ReferralAnswered,
    ReferralExported,
    ReferralImported,
    ReferralMoved,
    ReferralSealed,
    ReferralStarted,
    ReferralTraceConfirmed,
)
from welfare_app.domain.events.talks import (
    AdditionMade,
    AnswerRecorded,
    ConsentRenewed,
    ConsentWithdrawn,
    CourseTurned,
    GatePassed,
    InterviewFinished,
    InterviewStarted,
    NoteKept,
    NoteTagged,
    QuestionMarked,
    SignDismissed,
    SignNoted,
    SignWithdrawn,
)
from welfare_app.domain.events.vault import (
    StaffAdded,
    VaultMade,
)

__all__ = [
    "AdditionMade",
    "AnswerCopied",
    "AnswerRecorded",
    "AuthorNamed",
    "CaseReceived",
    "CaseSent",
    "CertificateGiven",
    "ColleagueAdded",
    "ColleagueConfirmed",
    "ColleagueRemoved",
    "ConflictSettled",
    "ConsentRenewed",
    "ConsentWithdrawn",
    "CourierKeysMade",
    "CourseTurned",
    "Event",
    "EvidenceDescribed",
    "EvidenceKept",
    "GatePassed",
    "InterviewFinished",
    "InterviewStarted",
    "NoteKept",
    "NoteTagged",
    "PackChecked",
    "PackOpened",
    "QuestionMarked",
    "RecordRead",
    "ReferralAnswered",
    "ReferralExported",
    "ReferralImported",
    "ReferralMoved",
    "ReferralSealed",
    "ReferralStarted",
    "ReferralTraceConfirmed",
    "SignDismissed",
    "SignNoted",
    "SignWithdrawn",
    "StaffAdded",
    "StageAnswered",
    "StageCompleted",
    "StageSkipped",
    "TrailGiven",
    "VaultMade",
    "VersionReceived",
]

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
    | RecordRead
    | AnswerCopied
    | CertificateGiven
    | TrailGiven
    | CourierKeysMade
    | ColleagueAdded
    | ColleagueConfirmed
    | ColleagueRemoved
    | CaseSent
    | CaseReceived
    | VersionReceived
    | AuthorNamed
    | ConflictSettled
)
