"""What happened, as the audit trail tells it. Events name records and fields, never answers.

The names of these classes are stored: once released, none is renamed or changed.
"""

from typing import TypeAlias

from welfare_app.domain.events.backups import (
    BackupFailed,
    BackupMade,
    BackupPlaceChosen,
    BackupProved,
    BackupsDropped,
    VaultRestored,
)
from welfare_app.domain.events.chronology import (
    ChronologyCorrected,
    ChronologyGiven,
    ChronologyNoted,
)
from welfare_app.domain.events.circles import (
    CircleDrawn,
    CircleLifted,
    GlassBroken,
    GlassSeen,
)
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
from welfare_app.domain.events.desk import ViewKept, ViewRemoved, ViewRenamed
from welfare_app.domain.events.identity import (
    CertificateDistrusted,
    CertificateRenewed,
    LossesHeard,
    RootFollowed,
    SecondSignatureMade,
    SecondSignerKept,
    SecondSignerRemoved,
)
from welfare_app.domain.events.packs import (
    CallWritten,
    ClockMet,
    EvidenceDescribed,
    EvidenceHandled,
    EvidenceKept,
    KeepingAnswered,
    KeepingAsked,
    PackOpened,
    PathChosen,
    ScanFolderNamed,
    StageAnswered,
    StageCompleted,
    StageSkipped,
)
from welfare_app.domain.events.reads import (
    AnswerCopied,
    CertificateGiven,
    DisclosuresGiven,
    RecordRead,
    TrailGiven,
)
from welfare_app.domain.events.referrals import (
    HandoverWritten,
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
from welfare_app.domain.events.retention import (
    AccessAnswered,
    AccessAsked,
    AccessChanged,
    CaseDisposed,
    HoldLifted,
    HoldPlaced,
    KeptLonger,
    RecordErased,
    RemainsCleared,
)
from welfare_app.domain.events.staff import (
    LadderChanged,
    PassphraseChanged,
    RecoverySheetReplaced,
    StaffRemoved,
    StaffRoleChanged,
    StaffSwitched,
    UnlockFailed,
    VaultUnlocked,
    WayInRenewed,
    WaysInAccepted,
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
    "AccessAnswered",
    "AccessAsked",
    "AccessChanged",
    "AdditionMade",
    "AnswerCopied",
    "AnswerRecorded",
    "AuthorNamed",
    "BackupFailed",
    "BackupMade",
    "BackupPlaceChosen",
    "BackupProved",
    "BackupsDropped",
    "CallWritten",
    "CaseDisposed",
    "CaseReceived",
    "CaseSent",
    "CertificateDistrusted",
    "CertificateGiven",
    "CertificateRenewed",
    "ChronologyCorrected",
    "ChronologyGiven",
    "ChronologyNoted",
    "CircleDrawn",
    "CircleLifted",
    "ClockMet",
    "ColleagueAdded",
    "ColleagueConfirmed",
    "ColleagueRemoved",
    "ConflictSettled",
    "ConsentRenewed",
    "ConsentWithdrawn",
    "CourierKeysMade",
    "CourseTurned",
    "DisclosuresGiven",
    "Event",
    "EvidenceDescribed",
    "EvidenceHandled",
    "EvidenceKept",
    "GatePassed",
    "GlassBroken",
    "GlassSeen",
    "HandoverWritten",
    "HoldLifted",
    "HoldPlaced",
    "InterviewFinished",
    "InterviewStarted",
    "KeepingAnswered",
    "KeepingAsked",
    "KeptLonger",
    "LadderChanged",
    "LossesHeard",
    "NoteKept",
    "NoteTagged",
    "PackChecked",
    "PackOpened",
    "PassphraseChanged",
    "PathChosen",
    "QuestionMarked",
    "RecordErased",
    "RecordRead",
    "RecoverySheetReplaced",
    "ReferralAnswered",
    "ReferralExported",
    "ReferralImported",
    "ReferralMoved",
    "ReferralSealed",
    "ReferralStarted",
    "ReferralTraceConfirmed",
    "RemainsCleared",
    "RootFollowed",
    "ScanFolderNamed",
    "SecondSignatureMade",
    "SecondSignerKept",
    "SecondSignerRemoved",
    "SignDismissed",
    "SignNoted",
    "SignWithdrawn",
    "StaffAdded",
    "StaffRemoved",
    "StaffRoleChanged",
    "StaffSwitched",
    "StageAnswered",
    "StageCompleted",
    "StageSkipped",
    "TrailGiven",
    "UnlockFailed",
    "VaultMade",
    "VaultRescued",
    "VaultRestored",
    "VaultUnlocked",
    "VersionReceived",
    "ViewKept",
    "ViewRemoved",
    "ViewRenamed",
    "WayInRenewed",
    "WaysInAccepted",
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
    | PathChosen
    | CallWritten
    | ClockMet
    | EvidenceKept
    | EvidenceDescribed
    | EvidenceHandled
    | KeepingAsked
    | KeepingAnswered
    | ScanFolderNamed
    | ChronologyNoted
    | ChronologyCorrected
    | ChronologyGiven
    | ReferralStarted
    | ReferralAnswered
    | ReferralImported
    | ReferralExported
    | ReferralMoved
    | ReferralTraceConfirmed
    | ReferralSealed
    | HandoverWritten
    | PackChecked
    | VaultRescued
    | RecordRead
    | AnswerCopied
    | CertificateGiven
    | DisclosuresGiven
    | CertificateRenewed
    | RootFollowed
    | CertificateDistrusted
    | LossesHeard
    | SecondSignerKept
    | SecondSignerRemoved
    | SecondSignatureMade
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
    | BackupFailed
    | BackupMade
    | BackupPlaceChosen
    | BackupProved
    | BackupsDropped
    | VaultRestored
    | AccessAnswered
    | AccessAsked
    | AccessChanged
    | CaseDisposed
    | HoldLifted
    | HoldPlaced
    | KeptLonger
    | LadderChanged
    | RecordErased
    | RemainsCleared
    | PassphraseChanged
    | RecoverySheetReplaced
    | StaffRemoved
    | StaffRoleChanged
    | StaffSwitched
    | UnlockFailed
    | VaultUnlocked
    | WayInRenewed
    | WaysInAccepted
    | CircleDrawn
    | CircleLifted
    | GlassBroken
    | GlassSeen
    | ViewKept
    | ViewRemoved
    | ViewRenamed
)
