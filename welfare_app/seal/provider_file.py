"""Reads a certificate and its key out of the file a provider gives for them (PKCS#12, RFC 7292)."""

from collections.abc import Iterator, Sequence
from datetime import datetime

from asn1crypto import pkcs12 as container  # type: ignore[import-untyped]
from cryptography import x509
from cryptography.exceptions import InvalidSignature, UnsupportedAlgorithm
from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.serialization import pkcs12
from cryptography.x509.oid import PublicKeyAlgorithmOID

from welfare_app.domain.errors import Refused
from welfare_app.domain.ids import SignerId
from welfare_app.domain.second_signature import LARGEST_FILE, SecondSigner
from welfare_app.seal.certificates import MOST_ENCLOSED, UNREADABLE
from welfare_app.seal.identity import pem_of
from welfare_app.seal.opening import hostile_input
from welfare_app.seal.provider_facts import facts_of
from welfare_app.seal.provider_keys import refuse_issuer, refuse_unfit_key


def read_provider_file(data: bytes, password: str, id: SignerId, at: datetime) -> SecondSigner:
    """What is in a provider's file, if it can sign at an aware moment.

    It takes as long as whoever made the file wishes; ask by `read_apart`.

    Raises:
        Refused: "signer.not-such-a-file", "signer.password", "signer.lock", "signer.no-key",
            "signer.no-certificate", "signer.not-a-pair", "signer.key-weak", "signer.key-kind",
            "signer.ended", "signer.not-begun", "signer.authority" or "signer.uses".
    """
    found = _opened(data, password)
    key, certificate = found.key, found.cert
    chain = tuple(one.certificate for one in found.additional_certs)
    if key is None:
        raise Refused("signer.no-key")
    if certificate is None:
        raise Refused("signer.not-a-pair" if chain else "signer.no-certificate")
    with hostile_input(Refused("signer.not-such-a-file")):
        refuse_unfit_key(key.public_key())
        if key.public_key() != certificate.certificate.public_key():
            raise Refused("signer.not-a-pair")
        refuse_unfit(certificate.certificate, at)
        facts_of(certificate.certificate)  # what cannot be told is not taken in
        return SecondSigner(
            id,
            pem_of(certificate.certificate),
            key.private_bytes(
                serialization.Encoding.PEM,
                serialization.PrivateFormat.PKCS8,
                serialization.NoEncryption(),
            ),
            tuple(pem_of(one) for one in _above(certificate.certificate, chain)),
        )


def refuse_unfit(certificate: x509.Certificate, at: datetime) -> None:
    """Refuse a certificate that is out of date, or that is not one to sign documents with."""
    if at > certificate.not_valid_after_utc:
        raise Refused("signer.ended")
    if at < certificate.not_valid_before_utc:
        raise Refused("signer.not-begun")
    if certificate.public_key_algorithm_oid == PublicKeyAlgorithmOID.RSASSA_PSS:
        raise Refused("signer.key-kind")
    refuse_issuer(certificate)
    for extension in certificate.extensions:
        said = extension.value
        if isinstance(said, x509.KeyUsage) and not (
            said.digital_signature or said.content_commitment
        ):
            raise Refused("signer.uses")


def _opened(data: bytes, password: str) -> pkcs12.PKCS12KeyAndCertificates:
    if len(data) > LARGEST_FILE:
        raise Refused("signer.not-such-a-file")
    with hostile_input(Refused("signer.not-such-a-file")):
        outer = container.Pfx.load(data, strict=True)
        if outer["version"].native != "v3" or outer["auth_safe"]["content_type"].native != "data":
            raise Refused("signer.not-such-a-file")
    try:
        return pkcs12.load_pkcs12(data, password.encode())
    except UnsupportedAlgorithm:
        raise Refused("signer.lock") from None
    except UNREADABLE as error:
        # the one thing that tells a wrong password from a file that cannot be made out
        wrong = "password" in str(error).lower()
    except Exception:  # noqa: BLE001 - what it raises may quote the file
        wrong = False
    raise Refused("signer.password" if wrong else "signer.not-such-a-file")


def _above(own: x509.Certificate, among: Sequence[x509.Certificate]) -> Iterator[x509.Certificate]:
    """Who issued a certificate, who issued that one, and so on, as far as the file has them."""
    at = own
    for _ in range(MOST_ENCLOSED - 1):
        above = next((one for one in among if one != at and _issued(one, at)), None)
        if above is None:
            return
        yield above
        at = above


def _issued(issuer: x509.Certificate, certificate: x509.Certificate) -> bool:
    try:
        certificate.verify_directly_issued_by(issuer)
    except (*UNREADABLE, InvalidSignature):
        return False
    return True
