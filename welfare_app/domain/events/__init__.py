"""What happened, as the audit trail tells it. Events name records and fields, never answers.

The names of these classes are stored: once released, none is renamed or changed.
"""

from typing import TypeAlias

from welfare_app.domain.events.packs import (
    EvidenceDescribed,
    EvidenceKept,
    PackOpened,
    StageAnswered,
    StageCompleted,
    StageSkipped,
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
from welfare_app.domain.events.rescue import VaultRescued
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
    "AnswerRecorded",
    "ConsentRenewed",
    "ConsentWithdrawn",
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
    "VaultMade",
    "VaultRescued",
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
    | VaultRescued
)
