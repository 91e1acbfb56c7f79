"""Whose seal it is: an organisation's root certificate and a laptop's own under it."""

from datetime import UTC, datetime, timedelta
from typing import TypeAlias

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

from welfare_app.domain.errors import Refused
from welfare_app.domain.seal import Identity

Key: TypeAlias = ec.EllipticCurvePrivateKey

ROOT_LIFE = timedelta(days=3652)
DEVICE_LIFE = timedelta(days=1095)
CLOCK_SLACK = timedelta(days=1)
LONGEST_NAME = 64  # bytes of UTF-8: ub-common-name, RFC 5280 appendix A

ROOT_USES = x509.KeyUsage(
    digital_signature=False,
    content_commitment=False,
    key_encipherment=False,
    data_encipherment=False,
    key_agreement=False,
    key_cert_sign=True,
    crl_sign=True,
    encipher_only=False,
    decipher_only=False,
)
# No extended key usage: NSS, behind poppler's pdfsig, refuses those it does not know.
DEVICE_USES = x509.KeyUsage(
    digital_signature=True,
    content_commitment=True,
    key_encipherment=False,
    data_encipherment=False,
    key_agreement=False,
    key_cert_sign=False,
    crl_sign=False,
    encipher_only=False,
    decipher_only=False,
)


def new_identity(organisation: str, device: str, at: datetime) -> Identity:
    """Make the keys and certificates an organisation and this laptop seal with.

    P-256, because Ed25519 fails in common viewers. `at` is aware; validity starts a day
    earlier, for a clock that is later put right.

    Raises:
        Refused: "seal.name-unfit" if either name is blank or over 64 bytes of UTF-8.
    """
    laptop_name(organisation, device)  # refused before any key is made
    root, root_key = new_root(organisation, at)
    own, own_key = new_laptop(organisation, device, root, root_key, at)
    return Identity(
        organisation=organisation,
        device=device,
        root_certificate=pem_of(root),
        root_key=pem_of_key(root_key),
        device_certificate=pem_of(own),
        device_key=pem_of_key(own_key),
    )


def new_root(organisation: str, at: datetime) -> tuple[x509.Certificate, Key]:
    """A root certificate that vouches for itself, and its key."""
    name, key = x509.Name([_common_name(organisation)]), ec.generate_private_key(ec.SECP256R1())
    start = at.astimezone(UTC) - CLOCK_SLACK
    return sign_root(name, key.public_key(), name, key, (start, start + ROOT_LIFE)), key


def sign_root(
    subject: x509.Name,
    key: ec.EllipticCurvePublicKey,
    issuer: x509.Name,
    issuer_key: Key,
    valid: tuple[datetime, datetime],
) -> x509.Certificate:
    """A certificate of a root's key, signed by its own key or by that of the root before it."""
    return (
        _certificate(subject, key, issuer, issuer_key, valid)
        .add_extension(x509.BasicConstraints(ca=True, path_length=0), critical=True)
        .add_extension(ROOT_USES, critical=True)
        .sign(issuer_key, hashes.SHA256())
    )


def new_laptop(
    organisation: str, device: str, root: x509.Certificate, root_key: Key, at: datetime
) -> tuple[x509.Certificate, Key]:
    """A laptop's certificate under a root, never good for longer than the root, and its key."""
    key, start = ec.generate_private_key(ec.SECP256R1()), at.astimezone(UTC) - CLOCK_SLACK
    valid = (start, min(start + DEVICE_LIFE, root.not_valid_after_utc))
    name = laptop_name(organisation, device)
    made = (
        _certificate(name, key.public_key(), root.subject, root_key, valid)
        .add_extension(x509.BasicConstraints(ca=False, path_length=None), critical=True)
        .add_extension(DEVICE_USES, critical=True)
        .sign(root_key, hashes.SHA256())
    )
    return made, key


def laptop_name(organisation: str, device: str) -> x509.Name:
    """What a laptop's certificate calls it."""
    whose = _common_name(organisation).value
    return x509.Name([_common_name(device), x509.NameAttribute(NameOID.ORGANIZATION_NAME, whose)])


def pem_of(certificate: x509.Certificate) -> bytes:
    """A certificate as it is kept and given out."""
    return certificate.public_bytes(serialization.Encoding.PEM)


def pem_of_key(key: Key) -> bytes:
    """A key as it is kept in the vault, and nowhere else."""
    return key.private_bytes(
        serialization.Encoding.PEM,
        serialization.PrivateFormat.PKCS8,
        serialization.NoEncryption(),
    )


def _common_name(name: str) -> x509.NameAttribute[str]:
    if not name.strip() or len(name.encode()) > LONGEST_NAME:
        raise Refused("seal.name-unfit")
    return x509.NameAttribute(NameOID.COMMON_NAME, name)


def _certificate(
    subject: x509.Name,
    key: ec.EllipticCurvePublicKey,
    issuer: x509.Name,
    issuer_key: Key,
    valid: tuple[datetime, datetime],
) -> x509.CertificateBuilder:
    return (
        x509.CertificateBuilder()
        .subject_name(subject)
        .issuer_name(issuer)
        .public_key(key)
        .serial_number(x509.random_serial_number())
        .not_valid_before(valid[0])
        .not_valid_after(valid[1])
        .add_extension(x509.SubjectKeyIdentifier.from_public_key(key), critical=False)
        .add_extension(
            x509.AuthorityKeyIdentifier.from_issuer_public_key(issuer_key.public_key()),
            critical=False,
        )
    )
