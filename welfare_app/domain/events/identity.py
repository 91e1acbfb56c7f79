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
