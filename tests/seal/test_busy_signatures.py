"""Second signatures made to keep whoever checks them busy."""

import asyncio
import shutil
from datetime import UTC, datetime, timedelta

import pytest

from tests.providers import named
from welfare_app.domain.errors import Refused
from welfare_app.domain.second_signature import SecondSigner
from welfare_app.seal import provider_facts
from welfare_app.seal.certificates import MOST_ENCLOSED
from welfare_app.seal.provider_file import read_provider_file
from welfare_app.seal.second_signature import CmsSecondSignatures

from .conftest import refusing
from .provider import PASSWORD, Provider

SIGNATURES = CmsSecondSignatures()
DAY = timedelta(days=1)


@pytest.fixture(scope="module")
def given(tmp_path_factory):
    """A signer, and the root above it."""
    if shutil.which("openssl") is None:
        pytest.skip("no openssl to ask")
    provider = Provider(tmp_path_factory.mktemp("provider"))
    provider.certificate("rsa")
    file = provider.file("rsa")
    return read_provider_file(file, PASSWORD, "signer-1", datetime.now(UTC)), provider.root


def test_a_kind_of_statement_with_a_name_of_its_own_length_is_not_spelt_out():
    """Of a hundred thousand bytes that took seconds; Python gives it up after some thousands."""
    from asn1crypto.core import ObjectIdentifier, Sequence
    from cryptography import x509
    from cryptography.hazmat.primitives import hashes
    from cryptography.hazmat.primitives.asymmetric import ec

    long = ObjectIdentifier(contents=b"\x8f" * 9_000 + b"\x01").dump()
    statements = Sequence(contents=Sequence(contents=long).dump()).dump()
    key, now = ec.generate_private_key(ec.SECP256R1()), datetime.now(UTC)
    certificate = (
        x509.CertificateBuilder()
        .subject_name(named("Rosa"))
        .issuer_name(named("Rosa"))
        .public_key(key.public_key())
        .serial_number(1)
        .not_valid_before(now)
        .not_valid_after(now + DAY)
        .add_extension(
            x509.UnrecognizedExtension(provider_facts.QC_STATEMENTS, statements), critical=False
        )
        .sign(key, hashes.SHA256())
    )
    assert not provider_facts.facts_of(certificate).says_qualified


def going_round(count):
    """A signer under `count` certificates of two names that issue one another in a ring."""
    from cryptography import x509
    from cryptography.hazmat.primitives import hashes
    from cryptography.hazmat.primitives.asymmetric import ec
    from cryptography.hazmat.primitives.serialization import (
        Encoding,
        NoEncryption,
        PrivateFormat,
    )

    now = datetime.now(UTC)
    keys = [ec.generate_private_key(ec.SECP256R1()) for _ in range(count + 1)]

    def made(at, issuer, name, above, *, ca):
        return (
            x509.CertificateBuilder()
            .subject_name(named(name))
            .issuer_name(named(above))
            .public_key(keys[at].public_key())
            .serial_number(at + 1)
            .not_valid_before(now - DAY)
            .not_valid_after(now + DAY)
            .add_extension(x509.BasicConstraints(ca, None), critical=True)
            .sign(keys[issuer], hashes.SHA256())
        )

    ring = [made(at, (at + 1) % count, "XY"[at % 2], "YX"[at % 2], ca=True) for at in range(count)]
    own = made(count, 0, "Leaf", "X", ca=False)
    key = keys[-1].private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())
    pems = [one.public_bytes(Encoding.PEM) for one in (own, *ring)]
    return SecondSigner("signer-ring", pems[0], key, tuple(pems[1:]))


@pytest.mark.parametrize("most", [14, MOST_ENCLOSED])
def test_certificates_that_go_round_and_round_keep_nobody_busy(pack, most):
    """With fourteen of them it would take days to follow every way; with seven, eight seconds."""
    endless = SIGNATURES.sign(pack, going_round(most), datetime.now(UTC))
    with refusing(Refused, "signature.form"):
        SIGNATURES.check(endless, pack)


def test_a_short_way_round_is_followed_and_leads_nowhere(pack):
    short = SIGNATURES.sign(pack, going_round(MOST_ENCLOSED - 1), datetime.now(UTC))
    assert not SIGNATURES.check(short, pack).trusted


@pytest.mark.parametrize("stamped", ["what is signed", "the signature"])
def test_one_with_time_stamps_inside_which_bring_certificates_of_their_own_is_refused(
    given, pack, stamped
):
    """Four thousand bytes with a ring of seven in one stamp took sixteen seconds."""
    from asn1crypto import keys, pem, x509
    from pyhanko.sign.ades.api import CAdESSignedAttrSpec
    from pyhanko.sign.signers.pdf_cms import PdfCMSSignedAttributes, SimpleSigner
    from pyhanko.sign.timestamps import DummyTimeStamper
    from pyhanko_certvalidator.registry import SimpleCertificateStore

    signer, root = given
    own = x509.Certificate.load(pem.unarmor(signer.certificate)[2])
    key = keys.PrivateKeyInfo.load(pem.unarmor(signer.key)[2])
    attributes = CAdESSignedAttrSpec(timestamp_content=stamped == "what is signed")
    made = asyncio.run(
        SimpleSigner(own, key, SimpleCertificateStore()).async_sign_general_data(
            pack,
            "sha256",
            detached=True,
            use_cades=True,
            signed_attr_settings=PdfCMSSignedAttributes(
                signing_time=datetime.now(UTC), cades_signed_attrs=attributes
            ),
            timestamper=DummyTimeStamper(own, key),
        )
    ).copy()
    if stamped == "what is signed":
        made["content"]["signer_infos"][0]["unsigned_attrs"] = None
    with refusing(Refused, "signature.form"):
        SIGNATURES.check(made.dump(force=True), pack, root)
