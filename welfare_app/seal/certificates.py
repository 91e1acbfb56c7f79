"""Which certificates a seal may rest on: the root a person holds, and one laptop's under it."""

from dataclasses import dataclass, field
from datetime import datetime

from cryptography import x509
from cryptography.exceptions import InvalidSignature, UnsupportedAlgorithm
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import Encoding
from cryptography.x509.oid import NameOID

from welfare_app.domain.errors import Refused, Tampered

UNREADABLE = (
    ValueError,
    TypeError,
    UnsupportedAlgorithm,
    x509.InvalidVersion,
    x509.DuplicateExtension,
    x509.UnsupportedGeneralNameType,
)
"""What reading a stranger's certificate or list may raise."""

MOST_ENCLOSED = 5
"""Certificates that a stranger's signature may bring along. Four are many; the ways from one to
the next grow so fast that eight made for it keep a laptop busy for seconds, a dozen for hours."""


@dataclass(frozen=True, slots=True)
class PinnedRoot:
    """The root certificate a person was given by another way than the pack."""

    certificate: x509.Certificate = field(repr=False)
    der: bytes = field(repr=False)

    @property
    def fingerprint(self) -> str:
        """SHA-256 in hexadecimal, as printed on the card that recipients keep."""
        return self.certificate.fingerprint(hashes.SHA256()).hex()

    @property
    def organisation(self) -> str:
        """Whose root it is."""
        return common_name(self.certificate)


def read_root(root: bytes) -> PinnedRoot:
    """Read a root certificate, PEM or DER.

    Raises:
        Refused: "seal.root-unreadable".
    """
    try:
        pem = b"-----BEGIN CERTIFICATE-----" in root
        load = x509.load_pem_x509_certificate if pem else x509.load_der_x509_certificate
        certificate = load(root)
        return PinnedRoot(certificate, certificate.public_bytes(Encoding.DER))
    except UNREADABLE as error:
        raise Refused("seal.root-unreadable") from error


def vouched_for(root: PinnedRoot, der: bytes) -> x509.Certificate:
    """A laptop's certificate, once the root's own key is seen to have signed it.

    Raises:
        Tampered: "seal.unknown-root", or "seal.certificate" if it may not sign documents.
    """
    try:
        certificate = x509.load_der_x509_certificate(der)
        certificate.verify_directly_issued_by(root.certificate)
    except (*UNREADABLE, InvalidSignature) as error:
        raise Tampered("seal.unknown-root") from error
    if not (may_sign_documents(certificate) and may_issue(root.certificate)):
        raise Tampered("seal.certificate")
    return certificate


def may_issue(root: x509.Certificate) -> bool:
    """True of a certificate allowed to stand behind others."""
    try:
        constraints = root.extensions.get_extension_for_class(x509.BasicConstraints).value
        uses = root.extensions.get_extension_for_class(x509.KeyUsage).value
    except (*UNREADABLE, x509.ExtensionNotFound):
        return False
    return constraints.ca and uses.key_cert_sign


def may_sign_documents(certificate: x509.Certificate) -> bool:
    """True of an end certificate with a P-256 key meant for signatures that cannot be denied."""
    try:
        constraints = certificate.extensions.get_extension_for_class(x509.BasicConstraints).value
        uses = certificate.extensions.get_extension_for_class(x509.KeyUsage).value
        key = certificate.public_key()
    except (*UNREADABLE, x509.ExtensionNotFound):
        return False
    fit = uses.digital_signature and uses.content_commitment and not uses.key_cert_sign
    return fit and not constraints.ca and is_p256(key)


def is_p256(key: object) -> bool:
    """True of the one kind of key we seal with."""
    return isinstance(key, ec.EllipticCurvePublicKey) and isinstance(key.curve, ec.SECP256R1)


def holds_at(certificate: x509.Certificate, moment: datetime) -> bool:
    """True if a certificate was in date at an aware moment."""
    return certificate.not_valid_before_utc <= moment <= certificate.not_valid_after_utc


def common_name(certificate: x509.Certificate) -> str:
    """What a certificate calls its holder."""
    names = certificate.subject.get_attributes_for_oid(NameOID.COMMON_NAME)
    return str(names[0].value) if names else ""
