"""A second signature beside a pack: made, checked here and by openssl, and never over-believed."""

import shutil
import subprocess
from datetime import UTC, datetime, timedelta

import pytest

from tests.commanding import ROOT
from tests.providers import named
from welfare_app.domain.errors import Refused
from welfare_app.domain.second_signature import LARGEST_SIGNATURE
from welfare_app.seal import provider_facts
from welfare_app.seal.provider_file import read_provider_file
from welfare_app.seal.second_signature import CmsSecondSignatures

from .conftest import noise, refusing
from .provider import P256, P384, PASSWORD, RSA, Provider

pytestmark = pytest.mark.skipif(shutil.which("openssl") is None, reason="no openssl to ask")
KEYS = {"rsa": RSA, "p256": P256, "p384": P384}
SIGNATURES = CmsSecondSignatures()
DAY = timedelta(days=1)


def handed_out(folder, name="Example-Provider"):
    provider = Provider(folder, name)
    signers = {}
    for kind, key in KEYS.items():
        provider.certificate(kind, key)
        signers[kind] = read_provider_file(
            provider.file(kind), PASSWORD, f"signer-{kind}", datetime.now(UTC)
        )
    return provider, signers


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    return handed_out(tmp_path_factory.mktemp("provider"))


@pytest.fixture(scope="module")
def provider(made):
    return made[0]


@pytest.fixture(scope="module")
def signers(made):
    return made[1]


@pytest.fixture(scope="module")
def at():
    return datetime.now(UTC)


@pytest.fixture(scope="module")
def signatures(signers, pack, at):
    return {kind: SIGNATURES.sign(pack, signer, at) for kind, signer in signers.items()}


def told_to_receivers():
    """The commands that docs/seal.md gives, as they stand there."""
    lines = (ROOT / "docs" / "seal.md").read_text("utf-8").splitlines()
    return [line for line in lines if line.startswith("openssl cms -verify")]


def openssl_believes(folder, signature, pack, root, *options):
    for name, data in (
        ("pack.pdf", pack),
        ("pack.pdf.p7s", signature),
        ("provider-root.pem", root),
    ):
        (folder / name).write_bytes(data)
    said = {
        subprocess.run(
            [*command.split(), *options], cwd=folder, capture_output=True, check=False
        ).returncode
        == 0
        for command in told_to_receivers()
    }
    assert len(said) == 1, "with and without -cades it must say the same"
    return said.pop()


@pytest.mark.parametrize("kind", KEYS)
def test_openssl_and_we_believe_it_under_the_root_of_the_provider_alone(
    kind, signatures, pack, provider, at, tmp_path, tmp_path_factory
):
    stranger = Provider(tmp_path_factory.mktemp("stranger"))
    for root, believed in ((provider.root, True), (stranger.root, False)):
        found = SIGNATURES.check(signatures[kind], pack, root)
        assert found.trusted is believed
        assert (found.signer.holder, found.at) == ("Rosa-Example", at.replace(microsecond=0))
        assert openssl_believes(tmp_path, signatures[kind], pack, root) is believed

    assert not SIGNATURES.check(signatures[kind], pack).trusted


def test_once_the_certificate_has_ended_it_is_judged_at_a_moment_at_which_it_was_good(
    signatures, pack, provider, at, tmp_path
):
    assert len(told_to_receivers()) == 2
    for moment, believed in ((at, True), (at + 800 * DAY, False)):
        then = ("-attime", str(int(moment.timestamp())))
        assert openssl_believes(tmp_path, signatures["rsa"], pack, provider.root, *then) is believed


@pytest.mark.parametrize("kind", KEYS)
def test_a_changed_pack_is_not_believed_by_either(kind, signatures, pack, provider, tmp_path):
    for changed in (pack + b"\n", pack[:-1], pack[:5000] + b"\0" + pack[5001:], b""):
        with refusing(Refused, "signature.other-file"):
            SIGNATURES.check(signatures[kind], changed, provider.root)
        assert not openssl_believes(tmp_path, signatures[kind], changed, provider.root)


@pytest.mark.parametrize("kind", KEYS)
def test_no_changed_byte_of_a_signature_makes_it_say_anything_else(
    kind, signatures, pack, provider
):
    signature = signatures[kind]
    said = SIGNATURES.check(signature, pack, provider.root)

    for place in range(0, len(signature), 23):
        changed = signature[:place] + bytes([signature[place] ^ 1]) + signature[place + 1 :]
        try:
            found = SIGNATURES.check(changed, pack, provider.root)
        except Refused:
            continue
        assert found == said or not found.trusted, place
        assert (found.signer, found.at) == (said.signer, said.at), place


def test_a_provider_that_only_looks_the_same_is_not_trusted(
    pack, provider, tmp_path, tmp_path_factory
):
    twin, signers = handed_out(tmp_path_factory.mktemp("twin"))
    signature = SIGNATURES.sign(pack, signers["rsa"], datetime.now(UTC))
    found = SIGNATURES.check(signature, pack, provider.root)

    assert found.signer.holder == "Rosa-Example"
    assert found.signer.issuer == "Example-Provider-Issuer"
    assert not found.trusted
    assert not openssl_believes(tmp_path, signature, pack, provider.root)
    assert SIGNATURES.check(signature, pack, twin.root).trusted


def test_another_certificate_of_the_same_name_cannot_be_put_in_its_place(
    signatures, signers, pack, provider
):
    from asn1crypto import cms, pem

    given = cms.ContentInfo.load(signatures["p256"])
    other = cms.CertificateChoices.load(pem.unarmor(signers["p384"].certificate)[2])
    own = pem.unarmor(signers["p256"].certificate)[2]
    signed = given["content"]
    signed["certificates"] = [other if one.dump() == own else one for one in signed["certificates"]]
    sid = {"issuer": other.chosen.issuer, "serial_number": other.chosen.serial_number}
    signed["signer_infos"][0]["sid"] = {"issuer_and_serial_number": sid}
    with pytest.raises(Refused):
        SIGNATURES.check(given.dump(force=True), pack, provider.root)


@pytest.mark.parametrize("junk", [b"", b"\0", b"0\x82", b"not one", noise(5, 3000)])
def test_what_is_no_signature_is_called_that(junk, pack):
    with refusing(Refused, "signature.unreadable"):
        SIGNATURES.check(junk, pack)


def test_one_cut_short_or_blown_up_is_refused(signatures, pack, provider):
    for size in range(0, len(signatures["rsa"]), 101):
        with pytest.raises(Refused):
            SIGNATURES.check(signatures["rsa"][:size], pack, provider.root)
    with refusing(Refused, "signature.unreadable"):
        SIGNATURES.check(signatures["rsa"] + b"\0", pack)
    with refusing(Refused, "signature.unreadable"):
        SIGNATURES.check(b"0" * (LARGEST_SIGNATURE + 1), pack)


def test_a_root_that_is_none_is_named(signatures, pack):
    with refusing(Refused, "signature.authority"):
        SIGNATURES.check(signatures["rsa"], pack, b"not a certificate")


def test_nothing_is_signed_once_the_certificate_has_ended(signers, pack, at):
    with refusing(Refused, "signer.ended"):
        SIGNATURES.sign(pack, signers["rsa"], at + 800 * DAY)


def signed_by_openssl(provider, folder, pack, *options):
    (folder / "pack.pdf").write_bytes(pack)
    provider.run(
        f"cms -sign -binary -outform DER -in {folder / 'pack.pdf'} -signer rsa.crt -inkey rsa.key"
        f" -certfile issuer.crt -out {folder / 'out.p7s'}",
        *options,
    )
    return (folder / "out.p7s").read_bytes()


@pytest.mark.parametrize("options", [(), ("-keyopt", "rsa_padding_mode:pss"), ("-md", "sha512")])
def test_one_that_openssl_made_in_the_same_form_is_believed(
    signatures, provider, pack, tmp_path, options
):
    del signatures
    made = signed_by_openssl(provider, tmp_path, pack, "-cades", *options)
    assert SIGNATURES.check(made, pack, provider.root).trusted


@pytest.mark.parametrize("options", [(), ("-cades", "-md", "sha1"), ("-cades", "-nodetach")])
def test_one_with_less_said_a_weak_hash_or_the_file_inside_is_refused(
    signatures, provider, pack, tmp_path, options
):
    """Without -cades the certificate is not named in what is signed."""
    del signatures
    made = signed_by_openssl(provider, tmp_path, pack[:20_000], *options)
    with refusing(Refused, "signature.form"):
        SIGNATURES.check(made, pack[:20_000], provider.root)


def test_a_name_that_would_play_with_a_screen_is_told_without_its_tricks():
    told = provider_facts.named(named("Rosa\x1b[2J\n\u202eelpmaxE"))
    assert told == "Rosa[2JelpmaxE"
