"""What a provider's certificate says of itself. Light, because Home asks it every time."""

from asn1crypto import core  # type: ignore[import-untyped]
from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.x509.oid import NameOID

from welfare_app.domain.second_signature import SignerFacts

QC_STATEMENTS = x509.ObjectIdentifier("1.3.6.1.5.5.7.1.3")
"""Where a certificate says that it is qualified (RFC 3739, 3.2.6)."""
QC_COMPLIANCE = core.ObjectIdentifier("0.4.0.1862.1.1")
"""The statement that says it (EN 319 412-5, 4.2.1)."""
LONGEST_NAME = 120
"""Characters of a name that are shown: a stranger's certificate may say anything."""


class _Statement(core.Sequence):  # type: ignore[misc]
    _fields = [("id", core.ObjectIdentifier), ("info", core.Any, {"optional": True})]  # noqa: RUF012


class _Statements(core.SequenceOf):  # type: ignore[misc]
    _child_spec = _Statement


def facts_of(certificate: x509.Certificate) -> SignerFacts:
    """What it says. Of a stranger's, guard against whatever this may raise."""
    return SignerFacts(
        named(certificate.subject),
        named(certificate.issuer),
        certificate.fingerprint(hashes.SHA256()).hex(),
        certificate.not_valid_before_utc,
        certificate.not_valid_after_utc,
        says_qualified(certificate),
    )


def facts_of_pem(certificate: bytes) -> SignerFacts:
    """What a certificate kept as PEM says."""
    return facts_of(x509.load_pem_x509_certificate(certificate))


def named(name: x509.Name) -> str:
    """What a certificate calls someone, with nothing in it that could not be shown."""
    for kind in (NameOID.COMMON_NAME, NameOID.ORGANIZATION_NAME):
        if found := name.get_attributes_for_oid(kind):
            words = ", ".join(str(one.value) for one in found)
            return "".join(one for one in words if one.isprintable())[:LONGEST_NAME]
    return ""


def says_qualified(certificate: x509.Certificate) -> bool:
    """Whether it says so of itself, which is all that can be known from it."""
    for extension in certificate.extensions:
        if extension.oid == QC_STATEMENTS:
            said = _Statements.load(extension.value.public_bytes(), strict=True)
            # not by its dotted name, which takes seconds to tell of one that is made long
            return any(one["id"].contents == QC_COMPLIANCE.contents for one in said)
    return False
