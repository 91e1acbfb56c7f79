"""Referrals, and what was sealed."""

from dataclasses import dataclass

from welfare_app.domain.ids import FieldId, PackId, ReferralId, StaffId


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
    """A pack was sealed. The digest is the SHA-256 of the whole file, in hexadecimal.

    `checked` is the second person who read it through, if anyone did.
    """

    referral: ReferralId
    digest: str
    checked: StaffId | None = None


@dataclass(frozen=True, slots=True)
class HandoverWritten:
    """What became of a sealed pack was written down; `step` says which part of it."""

    referral: ReferralId
    digest: str
    step: str


@dataclass(frozen=True, slots=True)
class PackChecked:
    """A sealed file was checked; digest as above."""

    digest: str
    verdict: str
