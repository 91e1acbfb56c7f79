"""Whose seal it is: an organisation's root certificate and a laptop's own under it."""

from datetime import UTC, datetime, timedelta

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

from welfare_app.domain.errors import Refused
from welfare_app.domain.seal import Identity

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
    root_name = x509.Name([_common_name(organisation)])
    device_name = x509.Name(
        [
            _common_name(device),
            x509.NameAttribute(NameOID.ORGANIZATION_NAME, organisation),
        ]
    )
    root_key, device_key = (ec.generate_private_key(ec.SECP256R1()) for _ in range(2))
    start = at.astimezone(UTC) - CLOCK_SLACK
    root = (
        _certificate(root_name, root_key.public_key(), root_name, root_key, start, ROOT_LIFE)
        .add_extension(x509.BasicConstraints(ca=True, path_length=0), critical=True)
        .add_extension(ROOT_USES, critical=True)
        .sign(root_key, hashes.SHA256())
    )
    own = (
        _certificate(device_name, device_key.public_key(), root_name, root_key, start, DEVICE_LIFE)
        .add_extension(x509.BasicConstraints(ca=False, path_length=None), critical=True)
        .add_extension(DEVICE_USES, critical=True)
        .sign(root_key, hashes.SHA256())
    )
    return Identity(
        organisation=organisation,
        device=device,
        root_certificate=root.public_bytes(serialization.Encoding.PEM),
        root_key=_pem(root_key),
        device_certificate=own.public_bytes(serialization.Encoding.PEM),
        device_key=_pem(device_key),
    )


def _common_name(name: str) -> x509.NameAttribute[str]:
    if not name.strip() or len(name.encode()) > LONGEST_NAME:
        raise Refused("seal.name-unfit")
    return x509.NameAttribute(NameOID.COMMON_NAME, name)


def _certificate(
    subject: x509.Name,
    key: ec.EllipticCurvePublicKey,
    issuer: x509.Name,
    issuer_key: ec.EllipticCurvePrivateKey,
    start: datetime,
    life: timedelta,
) -> x509.CertificateBuilder:
    return (
        x509.CertificateBuilder()
        .subject_name(subject)
        .issuer_name(issuer)
        .public_key(key)
        .serial_number(x509.random_serial_number())
        .not_valid_before(start)
        .not_valid_after(start + life)
        .add_extension(x509.SubjectKeyIdentifier.from_public_key(key), critical=False)
        .add_extension(
            x509.AuthorityKeyIdentifier.from_issuer_public_key(issuer_key.public_key()),
            critical=False,
        )
    )


def _pem(key: ec.EllipticCurvePrivateKey) -> bytes:
    return key.private_bytes(
        serialization.Encoding.PEM,
        serialization.PrivateFormat.PKCS8,
        serialization.NoEncryption(),
    )
