"""Saying that a certificate is lost: a list signed by the root (a CRL, RFC 5280, section 5)."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime

from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.serialization import Encoding

from welfare_app.domain.errors import Refused
from welfare_app.domain.seal import Verdict
from welfare_app.seal.certificates import UNREADABLE, PinnedRoot, is_p256
from welfare_app.seal.identity import ROOT_LIFE, Key

KNOWN = (x509.CRLNumber, x509.AuthorityKeyIdentifier)


@dataclass(frozen=True, slots=True)
class Revocations:
    """What is no longer trusted under a root, by serial number, and from when on."""

    number: int = 0
    dates: Mapping[int, datetime] = field(default_factory=dict)

    def judged(
        self, certificate: x509.Certificate, root: x509.Certificate, sealed_at: datetime
    ) -> tuple[Verdict, str] | None:
        """What a list says against a seal that holds: a verdict and why, or nothing.

        A seal that claims an earlier moment leaves doubt, for whoever holds the key can claim
        any moment.
        """
        lost = [self.dates[one.serial_number] for one in (certificate, root) if self._names(one)]
        if not lost:
            return None
        if sealed_at >= min(lost):
            return Verdict.NOT_GENUINE, "seal.revoked"
        return Verdict.CANNOT_TELL, "seal.revoked-later"

    def _names(self, certificate: x509.Certificate) -> bool:
        return certificate.serial_number in self.dates


def read_revocations(given: bytes, root: PinnedRoot) -> Revocations:
    """Read a list, PEM or DER; blank is a list of nothing.

    Raises:
        Refused: "seal.crl-unreadable", or "seal.crl-foreign" if another root signed it.
    """
    if not given:
        return Revocations()
    try:
        pem = b"-----BEGIN X509 CRL-----" in given
        crl = (x509.load_pem_x509_crl if pem else x509.load_der_x509_crl)(given)
        if not all(isinstance(one.value, KNOWN) for one in crl.extensions):
            raise Refused("seal.crl-unreadable")
        number = crl.extensions.get_extension_for_class(x509.CRLNumber).value.crl_number
        dates = {one.serial_number: one.revocation_date_utc for one in crl}
        key = root.certificate.public_key()
        ours = is_p256(key) and crl.issuer == root.certificate.subject
        if not (ours and crl.is_signature_valid(key)):  # type: ignore[arg-type]
            raise Refused("seal.crl-foreign")
    except (*UNREADABLE, x509.ExtensionNotFound) as error:
        raise Refused("seal.crl-unreadable") from error
    return Revocations(number, dates)


def write_revocations(
    root: x509.Certificate,
    key: Key,
    before: Revocations,
    lost: Mapping[int, datetime],
    at: datetime,
) -> bytes:
    """The list with more on it, as PEM. Of two dates for one certificate the earlier stands."""
    dates = dict(before.dates)
    for serial, since in lost.items():
        dates[serial] = min(since, dates.get(serial, since))
    builder = (
        x509.CertificateRevocationListBuilder()
        .issuer_name(root.subject)
        .last_update(at)
        .next_update(at + ROOT_LIFE)
        .add_extension(x509.CRLNumber(before.number + 1), critical=False)
        .add_extension(
            x509.AuthorityKeyIdentifier.from_issuer_public_key(key.public_key()), critical=False
        )
    )
    for serial, since in sorted(dates.items()):
        reason = x509.ReasonFlags.key_compromise
        if serial == root.serial_number:
            reason = x509.ReasonFlags.ca_compromise
        builder = builder.add_revoked_certificate(
            x509.RevokedCertificateBuilder()
            .serial_number(serial)
            .revocation_date(since)
            .add_extension(x509.CRLReason(reason), critical=False)
            .add_extension(x509.InvalidityDate(since), critical=False)
            .build()
        )
    return builder.sign(key, hashes.SHA256()).public_bytes(Encoding.PEM)
