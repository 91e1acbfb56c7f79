"""A second signature beside a pack, made with a certificate that a provider sold us in a file.

It is never needed and changes no verdict of the seal. It vouches who signed, not that what is
written is true.
"""

from dataclasses import dataclass, field
from datetime import datetime, timedelta

from welfare_app.domain.ids import SignerId

ENDING = ".p7s"
"""What the name of a pack is followed by where its second signature lies."""

LARGEST_FILE = 256 * 1024
"""Bytes of a provider's file; one with its chain takes some thousands."""

LARGEST_SIGNATURE = 32 * 1024
"""Bytes of a stranger's signature with its certificates; a real one takes some ten thousand. One
name for a kind of thing (an OID) that fills it takes a fifth of a second to read, and four times
that with each doubling."""

NOTICE = timedelta(weeks=8)
"""How long before a provider's certificate ends a lead is told."""


@dataclass(frozen=True, slots=True)
class SecondSigner:
    """What second signatures are made with: certificate, key and chain, as PEM.

    The key is PKCS#8 and not locked: it lives only inside the vault. The chain runs from the one
    who issued the certificate upwards, as far as the file had it.
    """

    id: SignerId
    certificate: bytes = field(repr=False)
    key: bytes = field(repr=False)
    chain: tuple[bytes, ...] = field(default=(), repr=False)


@dataclass(frozen=True, slots=True)
class SignerFacts:
    """What a provider's certificate says. `fingerprint` is its SHA-256 in hexadecimal.

    `says_qualified` is the certificate's own word for itself, and no more than that.
    """

    holder: str = field(repr=False)
    issuer: str
    fingerprint: str
    since: datetime
    until: datetime
    says_qualified: bool = False

    def ended(self, now: datetime) -> bool:
        """Whether it is out of date."""
        return now > self.until

    def due(self, now: datetime) -> bool:
        """Whether it is time to ask the provider for the next one."""
        return now > self.until - NOTICE


@dataclass(frozen=True, slots=True)
class SecondSignature:
    """What a second signature says of the pack beside it, which it was found to fit.

    `at` is the signing laptop's own claim. `trusted` is whether the certificate is under a root
    that was given as trusted.
    """

    signer: SignerFacts
    at: datetime
    trusted: bool = False


@dataclass(frozen=True, slots=True)
class MadeSignature:
    """What became of a second signature: the file it lies in, or the code of why there is none."""

    name: str = ""
    missing: str = ""

    @property
    def lasting(self) -> bool:
        """Whether it is missing until another certificate is taken in."""
        return self.missing.startswith("signer.")


@dataclass(frozen=True, slots=True)
class Ruling:
    """A statement of law in our words, where it is from, and when that was last looked at.

    One that was not `read` in its source is known, and not looked up again.
    """

    said: str
    source: str
    checked: str
    read: bool
