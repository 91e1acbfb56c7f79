"""Incident packs, their stages and the files they keep."""

from dataclasses import dataclass

from welfare_app.domain.ids import (
    EvidenceId,
    FieldId,
    InterviewId,
    PackId,
    PreservationId,
    StageId,
)


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
class PathChosen:
    """The path was chosen at triage, or left for another, with a reason and a second opinion."""

    pack: PackId
    outcome: str


@dataclass(frozen=True, slots=True)
class CallWritten:
    """A call to a body outside was written down, answered or not."""

    pack: PackId
    stage: StageId
    answered: bool


@dataclass(frozen=True, slots=True)
class ClockMet:
    """A date of a case was kept: a check-in, or a decision that was due."""

    pack: PackId
    clock: str


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
class EvidenceHandled:
    """A file was handed over, copied, shown or taken out; `deed` says which."""

    evidence: EvidenceId
    deed: str


@dataclass(frozen=True, slots=True)
class KeepingAsked:
    """Somebody was asked to keep a record that they hold; `record` is its kind in the list."""

    preservation: PreservationId
    pack: PackId
    record: str


@dataclass(frozen=True, slots=True)
class KeepingAnswered:
    """What they answered was written down."""

    preservation: PreservationId
    reply: str


@dataclass(frozen=True, slots=True)
class ScanFolderNamed:
    """The folder that new scans are offered from was named, or forgotten."""
