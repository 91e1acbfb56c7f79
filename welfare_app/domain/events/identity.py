"""What became of the certificates we seal with. Fingerprints are SHA-256, in hexadecimal."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class CertificateRenewed:
    """The laptop has a new certificate under the same root."""

    fingerprint: str


@dataclass(frozen=True, slots=True)
class RootFollowed:
    """Another root was made; `vouched` is whether the one before signed it."""

    fingerprint: str
    vouched: bool


@dataclass(frozen=True, slots=True)
class CertificateDistrusted:
    """A certificate was declared lost; nothing sealed with it from `since` (ISO 8601) on is ours.

    `holder` is "root" or "laptop". What was in use was made anew at once.
    """

    fingerprint: str
    holder: str
    since: str


@dataclass(frozen=True, slots=True)
class LossesHeard:
    """What another laptop declared lost was added to our own list; the digest is of its file."""

    digest: str


@dataclass(frozen=True, slots=True)
class SecondSignerKept:
    """A provider's certificate and its key were taken in, to make second signatures with."""

    fingerprint: str


@dataclass(frozen=True, slots=True)
class SecondSignerRemoved:
    """They were taken away again; the record they were in is erased with them."""

    fingerprint: str


@dataclass(frozen=True, slots=True)
class SecondSignatureMade:
    """A sealed file was signed a second time, beside it; the digest is of the sealed file."""

    digest: str
    fingerprint: str
