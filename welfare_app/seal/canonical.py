"""The one form a seal's signature may take, written afresh from the few parts that vary.

Much of a CMS signature is covered neither by the signature nor by the MAC: versions,
algorithm parameters, how lengths are written. Building it again and comparing every byte
leaves none of that to be changed unnoticed.
"""

from typing import Any

# Imported for what it teaches asn1crypto: the types of ISO/TS 32004.
import pyhanko.pdf_utils.crypt.pdfmac  # noqa: F401
from asn1crypto import algos, cms, core  # type: ignore[import-untyped]

MAC_ATTRIBUTE = "pdf_mac_data"


def rebuilt(given: Any, device: Any) -> bytes:
    """A `ContentInfo` as it must be, using only what a seal has to vary. `device` is asn1crypto's.

    Raises:
        ValueError: and whatever else asn1crypto raises, if a needed part is not there.
    """
    signed_data = given["content"]
    signer = signed_data["signer_infos"][0]
    signer_info = {
        "version": "v1",
        "sid": cms.SignerIdentifier(
            {
                "issuer_and_serial_number": cms.IssuerAndSerialNumber(
                    {"issuer": device.issuer, "serial_number": device.serial_number}
                )
            }
        ),
        "digest_algorithm": {"algorithm": "sha256"},
        "signed_attrs": cms.CMSAttributes.load(signer["signed_attrs"].untag().dump()),
        "signature_algorithm": {"algorithm": "sha256_ecdsa"},
        "signature": signer["signature"].native,
    }
    if not isinstance(signer["unsigned_attrs"], core.Void):
        signer_info["unsigned_attrs"] = [_mac_attribute(signer["unsigned_attrs"][0])]
    whole = {
        "version": "v1",
        "digest_algorithms": [{"algorithm": "sha256"}],
        "encap_content_info": {"content_type": "data"},
        "certificates": [
            cms.CertificateChoices.load(each.dump()) for each in signed_data["certificates"]
        ],
        "signer_infos": [signer_info],
    }
    content = cms.SignedData(whole)
    return bytes(cms.ContentInfo({"content_type": "signed_data", "content": content}).dump())


def _mac_attribute(given: Any) -> cms.CMSAttribute:
    token = given["values"][0]["content"]
    recipient = cms.PasswordRecipientInfo(
        {
            "version": "v0",
            "key_derivation_algorithm": algos.KdfAlgorithm({"algorithm": "pdf_mac_wrap_kdf"}),
            "key_encryption_algorithm": cms.KeyEncryptionAlgorithm({"algorithm": "aes256_wrap"}),
            "encrypted_key": token["recipient_infos"][0].chosen["encrypted_key"].native,
        }
    )
    content = cms.AuthenticatedData(
        {
            "version": "v0",
            "recipient_infos": [cms.RecipientInfo({"pwri": recipient})],
            "mac_algorithm": {"algorithm": "sha256"},
            "digest_algorithm": {"algorithm": "sha256"},
            "encap_content_info": {
                "content_type": "pdf_mac_integrity_info",
                "content": core.ParsableOctetString(bytes(token["encap_content_info"]["content"])),
            },
            "auth_attrs": cms.CMSAttributes.load(token["auth_attrs"].untag().dump()),
            "mac": token["mac"].native,
        }
    )
    value = cms.ContentInfo({"content_type": "authenticated_data", "content": content})
    return cms.CMSAttribute({"type": MAC_ATTRIBUTE, "values": [value]})
