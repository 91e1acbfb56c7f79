"""Certifying a PDF with a laptop's key: PAdES baseline B, no change allowed afterwards."""

from datetime import datetime
from io import BytesIO

from asn1crypto import keys, pem, x509  # type: ignore[import-untyped]
from pyhanko.pdf_utils.generic import NameObject
from pyhanko.pdf_utils.writer import BasePdfFileWriter, PdfFileWriter
from pyhanko.sign.fields import InvisSigSettings, MDPPerm, SigFieldSpec, SigSeedSubFilter
from pyhanko.sign.signers.pdf_cms import SimpleSigner
from pyhanko.sign.signers.pdf_signer import PdfSignatureMetadata, PdfSigner, PdfSigningSession
from pyhanko_certvalidator.registry import SimpleCertificateStore

from welfare_app.domain.seal import Identity

FIELD_NAME = "Seal"
READABLE_FIELD_NAME = "Digital seal"
# Hexadecimal digits kept free for the signature: two certificates and a MAC take about 5,000.
RESERVED = 16_384
# PDF/UA asks that a widget nobody sees be hidden, or tagged (ISO 14289-1, 7.18.1).
UNSEEN = InvisSigSettings(set_print_flag=False, set_hidden_flag=True)


class DatedSigner(PdfSigner):
    """A signer that claims the time it is given instead of reading the clock itself."""

    def __init__(
        self, about: PdfSignatureMetadata, signer: SimpleSigner, field: SigFieldSpec, at: datetime
    ) -> None:
        super().__init__(about, signer, new_field_spec=field)
        self._at = at

    def init_signing_session(
        self, pdf_out: BasePdfFileWriter, existing_fields_only: bool = False
    ) -> PdfSigningSession:
        """Begin, at the time given."""
        session = super().init_signing_session(pdf_out, existing_fields_only)
        session.system_time = self._at
        return session


def certify(writer: PdfFileWriter, identity: Identity, at: datetime) -> bytes:
    """Write a document with the laptop's signature over every byte of it."""
    _read_in_structure_order(writer)
    about = PdfSignatureMetadata(
        field_name=FIELD_NAME,
        md_algorithm="sha256",
        name=identity.organisation,
        certify=True,
        subfilter=SigSeedSubFilter.PADES,
        docmdp_permissions=MDPPerm.NO_CHANGES,
    )
    field = SigFieldSpec(
        FIELD_NAME, readable_field_name=READABLE_FIELD_NAME, invis_sig_settings=UNSEEN
    )
    output = BytesIO()
    DatedSigner(about, _signer(identity), field, at).sign_pdf(
        writer, bytes_reserved=RESERVED, output=output
    )
    return output.getvalue()


def _signer(identity: Identity) -> SimpleSigner:
    """A fresh one each time: pyHanko's signers may not be shared between documents."""
    chain = SimpleCertificateStore()  # type: ignore[no-untyped-call]
    chain.register(x509.Certificate.load(_der(identity.root_certificate)))
    return SimpleSigner(
        signing_cert=x509.Certificate.load(_der(identity.device_certificate)),
        signing_key=keys.PrivateKeyInfo.load(_der(identity.device_key)),
        cert_registry=chain,
    )


def _der(text: bytes) -> bytes:
    _, _, der = pem.unarmor(text)
    return bytes(der)


def _read_in_structure_order(writer: PdfFileWriter) -> None:
    """A page with an annotation must say its tab order (ISO 14289-1, 7.18.3)."""
    page = writer.find_page_for_modification(0)[0]  # type: ignore[no-untyped-call]
    page.get_object()["/Tabs"] = NameObject("/S")
