"""Which keys a provider's signature is made with, and believed of: the same ones."""

from cryptography import x509
from cryptography.hazmat.primitives.asymmetric import ec, rsa

from welfare_app.domain.errors import Refused

WEAKEST, LONGEST = 2048, 16_384
"""Bits of an RSA key."""
CURVES = {"secp256r1": "sha256", "secp384r1": "sha384", "secp521r1": "sha512"}
"""What each curve is signed with: a hash as long as its key."""


def refuse_unfit_key(key: object) -> None:
    """Refuse a public key that is too weak, or of a kind that common programs cannot check.

    Raises:
        Refused: "signer.key-weak" or "signer.key-kind".
    """
    match key:
        case rsa.RSAPublicKey() if key.key_size < WEAKEST:
            raise Refused("signer.key-weak")
        case rsa.RSAPublicKey() if key.key_size <= LONGEST:
            return
        case ec.EllipticCurvePublicKey() if key.curve.name in CURVES:
            return
    raise Refused("signer.key-kind")


def refuse_issuer(certificate: x509.Certificate) -> None:
    """Refuse a certificate that is for issuing others.

    Raises:
        Refused: "signer.authority".
    """
    for extension in certificate.extensions:
        if isinstance(extension.value, x509.BasicConstraints) and extension.value.ca:
            raise Refused("signer.authority")


def digest_for(key: object) -> str:
    """The hash that is signed with a key."""
    return CURVES[key.curve.name] if isinstance(key, ec.EllipticCurvePublicKey) else "sha256"
