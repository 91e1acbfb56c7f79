"""Checking a signature by its bytes alone: no passphrase, and nothing of the PDF is parsed."""

import hashlib
import hmac
from dataclasses import dataclass, field
from typing import Any

from asn1crypto import cms, core, tsp  # type: ignore[import-untyped]
from cryptography import x509
from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.hashes import SHA256

from welfare_app.domain.errors import Tampered
from welfare_app.seal.canonical import rebuilt
from welfare_app.seal.certificates import PinnedRoot, common_name, vouched_for
from welfare_app.seal.container import Container, find_container

# ECDSA with SHA-256 as a whole DER value, RFC 5758, 3.2.
ECDSA_SHA256 = bytes.fromhex("300a06082a8648ce3d040302")


@dataclass(frozen=True, slots=True)
class Signed:
    """A signature that holds, who made it, and whether a MAC of the locked file rides on it."""

    root: PinnedRoot
    certificate: x509.Certificate = field(repr=False)
    container: Container
    has_mac: bool

    @property
    def device(self) -> str:
        """The laptop that sealed."""
        return common_name(self.certificate)


def check_signature(data: bytes, root: PinnedRoot) -> Signed:
    """The signature over a whole file, if it holds and rests on this root.

    Raises:
        Tampered: with the code of the first thing found wrong.
    """
    container = find_container(data)
    try:
        return _checked(data, container, root)
    except Tampered:
        raise
    except Exception as error:  # asn1crypto parses lazily and raises whatever it meets
        raise Tampered("seal.signature-form") from error


def _checked(data: bytes, container: Container, root: PinnedRoot) -> Signed:
    given = cms.ContentInfo.load(container.cms, strict=True)
    signer = _only(given["content"]["signer_infos"])
    attributes = _attributes(signer["signed_attrs"])
    device, others = _certificates(given["content"], attributes["signing_certificate_v2"])
    certificate = vouched_for(root, device.dump())
    _same(others, [root.der], "seal.extra-certificate")
    _same(signer["signature_algorithm"].dump(), ECDSA_SHA256, "seal.algorithm")
    digest = hashlib.sha256(memoryview(data)[: container.start])
    digest.update(memoryview(data)[container.end :])
    if not hmac.compare_digest(attributes["message_digest"].native, digest.digest()):
        raise Tampered("seal.altered")
    _verify(certificate, signer)
    _same(rebuilt(given, device), container.cms, "seal.signature-form")
    return Signed(root, certificate, container, bool(_attributes(signer["unsigned_attrs"])))


def _certificates(signed_data: Any, naming: tsp.SigningCertificateV2) -> tuple[Any, list[bytes]]:
    """The certificate the signature itself names (RFC 5035), and the others it carries."""
    named = _only(naming["certs"])
    _same(named["hash_algorithm"]["algorithm"].native, "sha256", "seal.algorithm")
    device, others = None, []
    for each in signed_data["certificates"]:
        der = each.chosen.dump()
        if hashlib.sha256(der).digest() == named["cert_hash"].native:
            device = each.chosen
        else:
            others.append(der)
    if device is None:
        raise Tampered("seal.signature")
    return device, others


def _attributes(attributes: Any) -> dict[str, Any]:
    """Attributes by name, each there once and with one value."""
    if isinstance(attributes, core.Void):
        return {}
    named = {each["type"].native: _only(each["values"]) for each in attributes}
    _same(len(named), len(attributes), "seal.signature-form")
    return named


def _verify(certificate: x509.Certificate, signer: Any) -> None:
    key = certificate.public_key()
    if not isinstance(key, ec.EllipticCurvePublicKey):
        raise Tampered("seal.algorithm")
    signed = signer["signed_attrs"].untag().dump()
    try:
        key.verify(signer["signature"].native, signed, ec.ECDSA(SHA256()))
    except InvalidSignature as error:
        raise Tampered("seal.signature") from error


def _only(values: Any) -> Any:
    _same(len(values), 1, "seal.signature-form")
    return values[0]


def _same(found: object, expected: object, code: str) -> None:
    if found != expected:
        raise Tampered(code)
