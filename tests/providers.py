"""A file such as a provider of certificates hands out, made for any day. All invented."""

from datetime import timedelta

from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import BestAvailableEncryption, pkcs12
from cryptography.x509.oid import NameOID

PASSWORD = "canary 7 password"
HOLDER, ISSUER = "Quixotelia Example", "Example Trust Services"
SAYS_QUALIFIED = bytes.fromhex("300a3008060604008e460101")


def named(name):
    return x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, name)])


def provider_file(at, days=700, holder=HOLDER):
    """A locked file with a certificate that says it is qualified, good from `at` on."""
    issuer, key = ec.generate_private_key(ec.SECP256R1()), ec.generate_private_key(ec.SECP256R1())
    own = (
        x509.CertificateBuilder()
        .subject_name(named(holder))
        .issuer_name(named(ISSUER))
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(at - timedelta(days=1))
        .not_valid_after(at + timedelta(days=days))
        .add_extension(
            x509.UnrecognizedExtension(x509.ObjectIdentifier("1.3.6.1.5.5.7.1.3"), SAYS_QUALIFIED),
            critical=False,
        )
        .sign(issuer, hashes.SHA256())
    )
    lock = BestAvailableEncryption(PASSWORD.encode())
    return pkcs12.serialize_key_and_certificates(None, key, own, None, lock)
