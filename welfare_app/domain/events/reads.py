"""What was read, shown or given out. Nothing in the vault changes by it."""

from dataclasses import dataclass

from welfare_app.domain.ids import FieldId, ReferralId


@dataclass(frozen=True, slots=True)
class RecordRead:
    """A record was opened; `kind` says as what, as `services.note_reads` tells them apart.

    `late` is blank, or when that was, where it could not be written down at once.
    """

    record: str
    kind: str
    late: str = ""


@dataclass(frozen=True, slots=True)
class AnswerCopied:
    """An answer of a referral was copied out, for another program; `late` as above."""

    referral: ReferralId
    field: FieldId
    late: str = ""


@dataclass(frozen=True, slots=True)
class CertificateGiven:
    """Our root certificate was saved for those who receive packs; SHA-256, in hexadecimal."""

    digest: str


@dataclass(frozen=True, slots=True)
class DisclosuresGiven:
    """The list of what left was written to a file, or printed: how many lines; digest as above."""

    count: int
    digest: str


@dataclass(frozen=True, slots=True)
class TrailGiven:
    """Entries of this trail were written to a file, or printed; digest as above.

    `first` and `last` are the lowest and highest number in it, `form` what it was written as.
    """

    first: int
    last: int
    count: int
    form: str
    digest: str
