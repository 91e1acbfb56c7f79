"""Sealed packs: what goes in, whose they are, and what a check of one can say."""

import base64
import hashlib
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

from welfare_app.domain.recordings import Recording


@dataclass(frozen=True, slots=True)
class FormerRoot:
    """A root that was followed by another, and the list of what is no longer trusted under it."""

    certificate: bytes
    key: bytes = field(repr=False)
    revoked: bytes = b""


@dataclass(frozen=True, slots=True)
class Identity:
    """Who seals: the organisation's root certificate and this laptop's own under it.

    Certificates, lists and keys are PEM (PKCS#8, not locked: they live only inside the vault).
    `vouched` is the root as signed by the one before it, where that could still be trusted;
    `revoked` what is no longer trusted under the root (a CRL), blank while there is nothing.
    """

    organisation: str
    device: str
    root_certificate: bytes
    root_key: bytes = field(repr=False)
    device_certificate: bytes
    device_key: bytes = field(repr=False)
    vouched: bytes = b""
    revoked: bytes = b""
    former_laptops: tuple[bytes, ...] = ()
    former_roots: tuple[FormerRoot, ...] = ()

    @property
    def fingerprint(self) -> str:
        """SHA-256 of the root certificate in hexadecimal, as it is read out by telephone."""
        return _fingerprint(self.root_certificate)

    @property
    def laptop_fingerprint(self) -> str:
        """SHA-256 of the laptop's certificate in hexadecimal, as PDF readers show it."""
        return _fingerprint(self.device_certificate)


def _fingerprint(certificate: bytes) -> str:
    armour = b"-----"
    body = certificate.partition(armour + b"BEGIN CERTIFICATE" + armour)[2]
    return hashlib.sha256(base64.b64decode(body.partition(armour)[0])).hexdigest()


@dataclass(frozen=True, slots=True)
class Attachment:
    """A file that travels inside a pack. `dated` is a half-remembered ISO date, or blank."""

    name: str = field(repr=False)
    media_type: str
    data: bytes = field(repr=False)
    description: str = field(default="", repr=False)
    dated: str = ""


@dataclass(frozen=True, slots=True)
class PackContents:
    """All that goes into a pack.

    `referral_pdf` is drawn but not yet signed. `case` is a number, never a name.
    `audit_head` is hexadecimal; `versions` names the program's and the form's. The key to the
    `recordings` beside it is among what is attached.
    """

    case: str
    title: str
    variant: str
    referral_pdf: bytes = field(repr=False)
    referral_json: bytes = field(repr=False)
    attachments: tuple[Attachment, ...]
    audit_head: str
    versions: tuple[tuple[str, str], ...]
    recordings: tuple[Recording, ...] = ()


@dataclass(frozen=True, slots=True)
class Stamp:
    """What a time service says: a file with this SHA-256 was there at a moment, by its clock.

    `trusted` is whether its certificate is under one that was given as trusted.
    """

    at: datetime
    service: str
    trusted: bool = False


class Verdict(StrEnum):
    """What a check of a pack comes to."""

    GENUINE = "genuine"
    NOT_GENUINE = "not-genuine"
    CANNOT_TELL = "cannot-tell"


@dataclass(frozen=True, slots=True)
class Enclosed:
    """A file found inside a pack: size in bytes, SHA-256 in hexadecimal."""

    name: str = field(repr=False)
    size: int
    sha256: str


@dataclass(frozen=True, slots=True)
class SealReport:
    """What was found. `findings` are codes with words in resources/messages.

    `sealed_at` is the sealing laptop's own claim. `fingerprint` is the SHA-256 of the root
    certificate in hexadecimal; `sha256` that of the whole file. `recordings` are those that
    belong beside it, which nobody has looked at yet.
    """

    verdict: Verdict
    findings: tuple[str, ...]
    sha256: str
    size: int
    organisation: str = ""
    device: str = ""
    fingerprint: str = ""
    sealed_at: datetime | None = None
    case: str = ""
    enclosed: tuple[Enclosed, ...] = ()
    recordings: tuple[Recording, ...] = ()
