"""A second signature over a whole pack, kept beside it: made, and checked.

Detached CMS as CAdES baseline B has it (EN 319 122-1). Beside and not inside, because the seal has
one shape that is checked byte for byte, and providers' certificates come in many.
"""

from asyncio import run
from datetime import UTC, datetime
from typing import Any

from asn1crypto import cms, keys, pem, x509  # type: ignore[import-untyped]
from cryptography.x509 import load_der_x509_certificate, load_pem_x509_certificate
from pyhanko.sign.general import find_unique_cms_attribute
from pyhanko.sign.signers.pdf_cms import PdfCMSSignedAttributes, SimpleSigner
from pyhanko.sign.validation.generic_cms import async_validate_detached_cms
from pyhanko.sign.validation.settings import KeyUsageConstraints
from pyhanko_certvalidator import ValidationContext
from pyhanko_certvalidator.registry import SimpleCertificateStore

from welfare_app.domain.errors import Refused
from welfare_app.domain.ids import SignerId
from welfare_app.domain.second_signature import SecondSignature, SecondSigner, SignerFacts
from welfare_app.seal.certificates import LARGEST_SIGNATURE, MOST_ENCLOSED, read_root
from welfare_app.seal.opening import hostile_input
from welfare_app.seal.provider_apart import read_apart
from welfare_app.seal.provider_facts import facts_of
from welfare_app.seal.provider_file import (
    LONGEST,
    WEAKEST,
    refuse_unfit,
)

DIGESTS = frozenset({"sha256", "sha384", "sha512"})
MECHANISMS = frozenset({"rsassa_pkcs1v15", "rsassa_pss", "ecdsa"})
CURVE_DIGESTS = {"secp256r1": "sha256", "secp384r1": "sha384", "secp521r1": "sha512"}
"""What each curve is signed with: a hash as long as its key."""
USES = KeyUsageConstraints(
    key_usage={"digital_signature", "non_repudiation"}, match_all_key_usages=False
)


class CmsSecondSignatures:
    """Makes second signatures and checks them. It keeps nothing."""

    def read(self, data: bytes, password: str, id: SignerId, at: datetime) -> SecondSigner:
        """What is in a provider's file; refused, in a code, where it cannot sign."""
        return read_apart(data, password, id, at)

    def facts(self, signer: SecondSigner) -> SignerFacts:
        """What a certificate says of itself."""
        return facts_of(load_pem_x509_certificate(signer.certificate))

    def sign(self, pack: bytes, signer: SecondSigner, at: datetime) -> bytes:
        """A signature over the bytes of a pack, which says that it was made `at`.

        Raises:
            Refused: "signer.ended", "signer.not-begun", or "signer.cannot-sign".
        """
        with hostile_input(Refused("signer.cannot-sign")):
            refuse_unfit(load_pem_x509_certificate(signer.certificate), at)
            own = _certificate(signer.certificate)
            chain = SimpleCertificateStore()  # type: ignore[no-untyped-call]
            for one in signer.chain:
                chain.register(_certificate(one))
            maker = SimpleSigner(
                signing_cert=own,
                signing_key=keys.PrivateKeyInfo.load(pem.unarmor(signer.key)[2]),
                cert_registry=chain,
                embed_roots=False,
            )
            made = run(
                maker.async_sign_general_data(
                    pack,
                    _digest_for(own),
                    detached=True,
                    use_cades=True,
                    signed_attr_settings=PdfCMSSignedAttributes(
                        signing_time=at.astimezone(UTC).replace(microsecond=0)
                    ),
                )
            )
            signature = bytes(made.dump())
        if len(signature) > LARGEST_SIGNATURE:
            raise Refused("signer.cannot-sign")
        return signature

    def check(self, signature: bytes, pack: bytes, authority: bytes = b"") -> SecondSignature:
        """What a signature says of a pack. `authority` is a root certificate the reader trusts.

        Raises:
            Refused: "second.unreadable", "second.form" if it is not of the one kind made here,
                "second.other-file", "second.signature", "second.dates" or, of the root,
                "second.authority".
        """
        try:
            roots = [x509.Certificate.load(read_root(authority).der)] if authority else []
        except Refused as error:
            raise Refused("second.authority") from error
        if len(signature) > LARGEST_SIGNATURE:
            raise Refused("second.unreadable")
        with hostile_input(Refused("second.unreadable")):
            signed = _signed_data(signature)
        with hostile_input(Refused("second.form")):
            at = _refuse_other_forms(signed)
        context = ValidationContext(trust_roots=roots, moment=at, allow_fetching=False)
        with hostile_input(Refused("second.signature")):
            found = run(async_validate_detached_cms(pack, signed, context, key_usage_settings=USES))
            if not found.intact:
                raise Refused("second.other-file")
            own = found.signing_cert
            if not found.valid or not _fit(own):
                raise Refused("second.signature")
            signer = facts_of(load_der_x509_certificate(own.dump()))
        if not signer.since <= at <= signer.until:
            raise Refused("second.dates")
        return SecondSignature(signer, at, trusted=bool(authority) and found.trusted)


def _certificate(armoured: bytes) -> x509.Certificate:
    return x509.Certificate.load(pem.unarmor(armoured)[2])


def _digest_for(certificate: x509.Certificate) -> str:
    key = certificate.public_key
    return CURVE_DIGESTS[key.curve[1]] if key.algorithm == "ec" else "sha256"


def _signed_data(signature: bytes) -> Any:
    given = cms.ContentInfo.load(signature, strict=True)
    if given["content_type"].native != "signed_data":
        raise Refused("second.unreadable")
    return given["content"]


def _refuse_other_forms(signed: Any) -> datetime:
    """When it says that it was made, if it is one signature of the kind that is made here.

    Its certificate must be named in what is signed, so that no other can be put in its place.
    """
    (one,) = signed["signer_infos"]
    if len(signed["certificates"]) > MOST_ENCLOSED or _stamped(one):
        raise Refused("second.form")
    apart = signed["encap_content_info"]
    if apart["content_type"].native != "data" or apart["content"].native is not None:
        raise Refused("second.form")
    mechanism, digest = one["signature_algorithm"], one["digest_algorithm"]["algorithm"].native
    bare = mechanism["algorithm"].native == "rsassa_pkcs1v15"  # it names no hash of its own
    named = digest if bare else mechanism.hash_algo
    if digest not in DIGESTS or named != digest or mechanism.signature_algo not in MECHANISMS:
        raise Refused("second.form")
    find_unique_cms_attribute(one["signed_attrs"], "signing_certificate_v2")
    said: datetime = find_unique_cms_attribute(one["signed_attrs"], "signing_time").native
    return said.astimezone(UTC)


def _stamped(signer: Any) -> bool:
    """Whether it may hold time stamps. Each would bring along as many certificates as it likes."""
    said = {one["type"].native for one in signer["signed_attrs"]}
    return bool(len(signer["unsigned_attrs"])) or "content_time_stamp" in said


def _fit(certificate: x509.Certificate) -> bool:
    """Whether its key is one that is strong enough, and it is nobody who issues certificates."""
    constraints = certificate.basic_constraints_value
    if constraints is not None and constraints["ca"].native:
        return False
    key = certificate.public_key
    if key.algorithm == "ec":
        return key.curve[1] in CURVE_DIGESTS
    return key.algorithm in {"rsa", "rsassa_pss"} and WEAKEST <= key.bit_size <= LONGEST
