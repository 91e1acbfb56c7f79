"""A second signature over a whole pack, kept beside it: made, and checked.

Detached CMS as CAdES baseline B has it (EN 319 122-1). Beside and not inside, because the seal has
one shape that is checked byte for byte, and providers' certificates come in many.
"""

from asyncio import run
from datetime import UTC, datetime
from typing import Any

from asn1crypto import cms, keys, pem, x509  # type: ignore[import-untyped]
from cryptography.x509 import Certificate, load_der_x509_certificate, load_pem_x509_certificate
from pyhanko.sign.general import find_unique_cms_attribute
from pyhanko.sign.signers.pdf_cms import PdfCMSSignedAttributes, SimpleSigner
from pyhanko.sign.validation.generic_cms import async_validate_detached_cms
from pyhanko.sign.validation.settings import KeyUsageConstraints
from pyhanko_certvalidator import ValidationContext
from pyhanko_certvalidator.registry import SimpleCertificateStore

from welfare_app.domain.errors import Refused
from welfare_app.domain.ids import SignerId
from welfare_app.domain.second_signature import LARGEST_SIGNATURE, SecondSignature, SecondSigner
from welfare_app.seal.certificates import MOST_ENCLOSED, read_root
from welfare_app.seal.opening import hostile_input
from welfare_app.seal.provider_apart import read_apart
from welfare_app.seal.provider_facts import facts_of
from welfare_app.seal.provider_file import refuse_unfit
from welfare_app.seal.provider_keys import digest_for, refuse_issuer, refuse_unfit_key

DIGESTS = frozenset({"sha256", "sha384", "sha512"})
MECHANISMS = frozenset({"rsassa_pkcs1v15", "rsassa_pss", "ecdsa"})
USES = KeyUsageConstraints(
    key_usage={"digital_signature", "non_repudiation"}, match_all_key_usages=False
)


class CmsSecondSignatures:
    """Makes second signatures and checks them. It keeps nothing."""

    def read(self, data: bytes, password: str, id: SignerId, at: datetime) -> SecondSigner:
        """What is in a provider's file; refused, in a code, where it cannot sign."""
        return read_apart(data, password, id, at)

    def sign(self, pack: bytes, signer: SecondSigner, at: datetime) -> bytes:
        """A signature over the bytes of a pack, which says that it was made `at`.

        Raises:
            Refused: "signer.ended", "signer.not-begun", or "signer.cannot-sign".
        """
        with hostile_input(Refused("signer.cannot-sign")):
            own = load_pem_x509_certificate(signer.certificate)
            refuse_unfit(own, at)
            chain = SimpleCertificateStore()  # type: ignore[no-untyped-call]
            for one in signer.chain:
                chain.register(_certificate(one))
            maker = SimpleSigner(
                signing_cert=_certificate(signer.certificate),
                signing_key=keys.PrivateKeyInfo.load(pem.unarmor(signer.key)[2]),
                cert_registry=chain,
                embed_roots=False,
            )
            made = run(
                maker.async_sign_general_data(
                    pack,
                    digest_for(own.public_key()),
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
            Refused: "signature.unreadable", "signature.form" if it is not of the one kind made
                here, "signature.other-file", "signature.does-not-hold", "signature.dates" or, of
                the root, "signature.authority".
        """
        try:
            roots = [x509.Certificate.load(read_root(authority).der)] if authority else []
        except Refused as error:
            raise Refused("signature.authority") from error
        if len(signature) > LARGEST_SIGNATURE:
            raise Refused("signature.unreadable")
        with hostile_input(Refused("signature.unreadable")):
            signed = _signed_data(signature)
        with hostile_input(Refused("signature.form")):
            at = _refuse_other_forms(signed)
        context = ValidationContext(trust_roots=roots, moment=at, allow_fetching=False)
        with hostile_input(Refused("signature.does-not-hold")):
            found = run(async_validate_detached_cms(pack, signed, context, key_usage_settings=USES))
            if not found.intact:
                raise Refused("signature.other-file")
            own = load_der_x509_certificate(found.signing_cert.dump())
            if not found.valid or not _fit(own):
                raise Refused("signature.does-not-hold")
            signer = facts_of(own)
        if not signer.since <= at <= signer.until:
            raise Refused("signature.dates")
        return SecondSignature(signer, at, trusted=bool(authority) and found.trusted)


def _certificate(armoured: bytes) -> x509.Certificate:
    return x509.Certificate.load(pem.unarmor(armoured)[2])


def _signed_data(signature: bytes) -> Any:
    given = cms.ContentInfo.load(signature, strict=True)
    if given["content_type"].native != "signed_data":
        raise Refused("signature.unreadable")
    return given["content"]


def _refuse_other_forms(signed: Any) -> datetime:
    """When it says that it was made, if it is one signature of the kind that is made here.

    Its certificate must be named in what is signed, so that no other can be put in its place.
    """
    (one,) = signed["signer_infos"]
    if len(signed["certificates"]) > MOST_ENCLOSED or _stamped(one):
        raise Refused("signature.form")
    apart = signed["encap_content_info"]
    if apart["content_type"].native != "data" or apart["content"].native is not None:
        raise Refused("signature.form")
    mechanism, digest = one["signature_algorithm"], one["digest_algorithm"]["algorithm"].native
    bare = mechanism["algorithm"].native == "rsassa_pkcs1v15"  # it names no hash of its own
    named = digest if bare else mechanism.hash_algo
    if digest not in DIGESTS or named != digest or mechanism.signature_algo not in MECHANISMS:
        raise Refused("signature.form")
    find_unique_cms_attribute(one["signed_attrs"], "signing_certificate_v2")
    said: datetime = find_unique_cms_attribute(one["signed_attrs"], "signing_time").native
    return said.astimezone(UTC)


def _stamped(signer: Any) -> bool:
    """Whether it may hold time stamps. Each would bring along as many certificates as it likes."""
    said = {one["type"].native for one in signer["signed_attrs"]}
    return bool(len(signer["unsigned_attrs"])) or "content_time_stamp" in said


def _fit(certificate: Certificate) -> bool:
    """Whether its key is one that is signed with here, and it is nobody who issues certificates."""
    try:
        refuse_unfit_key(certificate.public_key())
        refuse_issuer(certificate)
    except Refused:
        return False
    return True
