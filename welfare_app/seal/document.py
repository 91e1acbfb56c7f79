"""Checking that what a PDF says of its signature agrees with the signature in its bytes.

Done only once the bytes are known to be signed by a laptop under the pinned root.
"""

from asyncio import run
from datetime import UTC, datetime

from asn1crypto import x509  # type: ignore[import-untyped]
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.sign.fields import MDPPerm, SigSeedSubFilter
from pyhanko.sign.validation.pdf_embedded import (
    EmbeddedPdfSignature,
    async_validate_pdf_signature,
)
from pyhanko.sign.validation.status import SignatureCoverageLevel
from pyhanko_certvalidator import ValidationContext

from welfare_app.domain.errors import Tampered
from welfare_app.seal.certificates import holds_at
from welfare_app.seal.opening import hostile_input
from welfare_app.seal.signature import Signed


def check_document(reader: PdfFileReader, signed: Signed) -> datetime:
    """When a document claims it was sealed, if it is certified as a seal must be.

    Raises:
        Tampered: with the code of the first thing found wrong.
    """
    with hostile_input(Tampered("seal.not-certified")):
        signature = _only_signature(reader)
        _check_same(signature, signed)
        _check_certified(reader, signature)
        sealed_at = _claimed_time(signature)
    for certificate in (signed.certificate, signed.root.certificate):
        if not holds_at(certificate, sealed_at):
            raise Tampered("seal.certificate-dates")
    with hostile_input(Tampered("seal.signature")):
        _check_again(signature, signed, sealed_at)
    return sealed_at


def _only_signature(reader: PdfFileReader) -> EmbeddedPdfSignature:
    signatures = reader.embedded_signatures
    if len(signatures) != 1 or reader.total_revisions != 1:
        raise Tampered("seal.several-signatures")
    only: EmbeddedPdfSignature = signatures[0]
    return only


def _check_same(signature: EmbeddedPdfSignature, signed: Signed) -> None:
    """The form's signature must be the very one in the bytes."""
    hole = signed.container
    covered = list(signature.byte_range)
    padded = bytes(signature.pkcs7_content)
    if covered[:3] != [0, hole.start, hole.end] or not padded.startswith(hole.cms):
        raise Tampered("seal.not-certified")
    if len(padded) * 2 + 2 != hole.end - hole.start:
        raise Tampered("seal.not-certified")


def _check_certified(reader: PdfFileReader, signature: EmbeddedPdfSignature) -> None:
    """No change allowed, and the catalogue points at this signature (ISO 32000-2, 12.8.2.2)."""
    certifying = reader.root["/Perms"].get_value_as_reference("/DocMDP")
    pades = signature.sig_object["/SubFilter"] == SigSeedSubFilter.PADES.value
    if not pades or certifying != signature.sig_object.container_ref:
        raise Tampered("seal.not-certified")
    if signature.docmdp_level is not MDPPerm.NO_CHANGES:
        raise Tampered("seal.not-certified")


def _claimed_time(signature: EmbeddedPdfSignature) -> datetime:
    claimed = signature.self_reported_timestamp
    if claimed is None or claimed.tzinfo is None:
        raise Tampered("seal.not-certified")
    return claimed.astimezone(UTC)


def _check_again(signature: EmbeddedPdfSignature, signed: Signed, at: datetime) -> None:
    """A second opinion from pyHanko's own validation, so that two programs must agree."""
    context = ValidationContext(
        trust_roots=[x509.Certificate.load(signed.root.der)],
        moment=at,
        allow_fetching=False,
    )
    status = run(async_validate_pdf_signature(signature, context))
    if not status.bottom_line or status.coverage is not SignatureCoverageLevel.ENTIRE_FILE:
        raise Tampered("seal.signature")
