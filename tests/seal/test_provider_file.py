"""A provider's file: read where openssl made it in any way it can, and refused in words."""

import shutil
import threading
import time
from datetime import UTC, datetime, timedelta
from itertools import pairwise

import pytest

from welfare_app.domain.errors import Refused
from welfare_app.domain.second_signature import LARGEST_FILE
from welfare_app.seal.provider_apart import read_apart
from welfare_app.seal.provider_facts import facts_of_pem
from welfare_app.seal.provider_file import read_provider_file

from .conftest import noise, refusing
from .provider import CA, K1, LEAF, P256, P384, P521, PASSWORD, PSS, RSA, WEAK, Provider

pytestmark = pytest.mark.skipif(shutil.which("openssl") is None, reason="no openssl to ask")
DAY = timedelta(days=1)


@pytest.fixture(scope="module")
def provider(tmp_path_factory):
    return Provider(tmp_path_factory.mktemp("provider"))


@pytest.fixture(scope="module")
def given(provider):
    provider.certificate("good")
    return provider.file("good")


def read(data, password=PASSWORD, at=None):
    return read_provider_file(data, password, "signer-1", at or datetime.now(UTC))


def test_it_says_whose_it_is_by_whom_until_when_and_that_it_calls_itself_qualified(given):
    signer = read(given)
    facts = facts_of_pem(signer.certificate)

    assert (facts.holder, facts.issuer) == ("Rosa-Example", "Example-Provider-Issuer")
    assert timedelta(days=698) < facts.until - datetime.now(UTC) < timedelta(days=701)
    assert facts.says_qualified
    assert len(signer.chain) == 2


def test_one_that_does_not_call_itself_qualified_is_not_called_that(provider):
    provider.certificate("plain", says="keyUsage=critical,digitalSignature\n")
    assert not facts_of_pem(read(provider.file("plain")).certificate).says_qualified


@pytest.mark.parametrize(
    ("name", "key"), [("rsa", RSA), ("p256", P256), ("p384", P384), ("p521", P521)]
)
@pytest.mark.parametrize("made", [(), ("-legacy",), ("-certpbe", "PBE-SHA1-3DES")])
def test_every_kind_of_key_is_read_from_new_files_and_from_old_ones(provider, name, key, made):
    provider.certificate(name, key)
    assert read(provider.file(name, *made)).key.startswith(b"-----BEGIN PRIVATE KEY")


def test_neither_key_nor_names_nor_certificate_are_told_by_what_is_printed(given):
    signer = read(given)
    told = f"{signer!r} {facts_of_pem(signer.certificate)!r}"

    assert "Rosa" not in told
    assert "BEGIN" not in told


def test_a_wrong_password_is_called_that_and_is_nowhere_in_what_is_raised(given):
    with pytest.raises(Refused) as refused:
        read(given, "canary password")

    assert refused.value.code == "signer.password"
    assert "canary" not in repr(refused.value.__dict__)
    assert refused.value.__cause__ is None


@pytest.mark.parametrize(
    "junk", [b"", b"\0", b"not a file", noise(5, 3000), b"0\x82\x01\x00", b"0" * (LARGEST_FILE + 1)]
)
def test_what_is_no_such_file_is_called_that(junk):
    with refusing(Refused, "signer.not-such-a-file"):
        read(junk)


def test_a_file_cut_short_or_too_large_is_refused(given):
    for size in range(0, len(given), 97):
        with pytest.raises(Refused):
            read(given[:size])
    with refusing(Refused, "signer.not-such-a-file"):
        read(given + b"\0" * LARGEST_FILE)


def test_no_changed_byte_makes_it_raise_anything_but_a_refusal(given):
    for place in range(0, len(given), 211):
        changed = given[:place] + bytes([given[place] ^ 1]) + given[place + 1 :]
        try:
            read(changed)
        except Refused:
            continue


def test_half_of_a_file_is_called_by_what_is_missing(provider, given):
    del given
    provider.run("pkcs12 -export -nokeys -in good.crt -out half.p12 -passout", f"pass:{PASSWORD}")
    with refusing(Refused, "signer.no-key"):
        read((provider._folder / "half.p12").read_bytes())
    provider.run(
        "pkcs12 -export -nocerts -inkey good.key -out half.p12 -passout", f"pass:{PASSWORD}"
    )
    with refusing(Refused, "signer.no-certificate"):
        read((provider._folder / "half.p12").read_bytes())


def test_a_key_beside_the_certificate_of_another_is_no_pair(provider):
    """openssl makes no such file, so one is made by hand."""
    from cryptography.hazmat.primitives.asymmetric import rsa
    from cryptography.hazmat.primitives.serialization import BestAvailableEncryption, pkcs12
    from cryptography.x509 import load_pem_x509_certificate

    other = rsa.generate_private_key(65537, 2048)
    own = load_pem_x509_certificate((provider._folder / "good.crt").read_bytes())
    lock = BestAvailableEncryption(PASSWORD.encode())
    made = pkcs12.serialize_key_and_certificates(None, other, None, [own], lock)

    with refusing(Refused, "signer.not-a-pair"):
        read(made)


@pytest.mark.parametrize(
    ("name", "key", "says", "code"),
    [
        ("weak", WEAK, LEAF, "signer.key-weak"),
        ("curve", K1, LEAF, "signer.key-kind"),
        ("edwards", "ed25519", LEAF, "signer.key-kind"),
        ("pss", PSS, LEAF, "signer.key-kind"),
        ("issuing", RSA, CA, "signer.authority"),
        ("locking", RSA, "keyUsage=critical,keyEncipherment\n", "signer.uses"),
    ],
)
def test_a_certificate_that_should_not_sign_is_refused_for_its_reason(
    provider, name, key, says, code
):
    provider.certificate(name, key, says)
    with refusing(Refused, code):
        read(provider.file(name))


def test_one_out_of_date_or_not_begun_is_refused(given):
    now = datetime.now(UTC)
    with refusing(Refused, "signer.ended"):
        read(given, at=now + 800 * DAY)
    with refusing(Refused, "signer.not-begun"):
        read(given, at=now - DAY)


def test_what_is_in_a_file_comes_back_from_the_process_apart_as_it_was(given):
    now = datetime.now(UTC)
    assert read_apart(given, PASSWORD, "signer-1", now) == read(given, at=now)
    with refusing(Refused, "signer.password"):
        read_apart(given, "another", "signer-1", now)
    with refusing(Refused, "signer.not-such-a-file"):
        read_apart(b"no such file", PASSWORD, "signer-1", now)


def hashed_for_ever(given, part):
    """The file, whose password must be hashed two thousand million times to open one part."""
    from asn1crypto import pkcs12

    slow = pkcs12.Pfx.load(given).copy()
    if part == "mac":
        slow["mac_data"]["iterations"] = 2**31 - 1
        return slow.dump(force=True)
    slow["mac_data"] = None
    safes = pkcs12.AuthenticatedSafe.load(slow["auth_safe"]["content"].native)
    for safe in safes:
        if part == "safe" and safe["content_type"].native == "encrypted_data":
            lock = safe["content"]["encrypted_content_info"]["content_encryption_algorithm"]
            lock["parameters"]["key_derivation_func"]["parameters"]["iteration_count"] = 2**31 - 1
        if part == "key" and safe["content_type"].native == "data":
            bags = pkcs12.SafeContents.load(safe["content"].native)
            lock = bags[0]["bag_value"]["encryption_algorithm"]
            lock["parameters"]["key_derivation_func"]["parameters"]["iteration_count"] = 2**31 - 1
            safe["content"] = bags.dump(force=True)
    slow["auth_safe"]["content"] = safes.dump(force=True)
    return slow.dump(force=True)


@pytest.mark.parametrize("part", ["mac", "safe", "key"])
def test_a_file_that_would_take_for_ever_to_open_is_given_up_while_others_work_on(given, part):
    worked = []
    waiting = threading.Event()

    def working():
        while not waiting.wait(0.02):
            worked.append(time.monotonic())

    colleague = threading.Thread(target=working)
    colleague.start()
    began = time.monotonic()
    with refusing(Refused, "signer.too-slow"):
        read_apart(hashed_for_ever(given, part), PASSWORD, "signer-1", datetime.now(UTC), 2.5)
    waiting.set()
    colleague.join()

    assert time.monotonic() - began < 15
    assert max(after - before for before, after in pairwise(worked)) < 1


def test_of_all_that_a_file_brings_along_only_who_issued_it_is_kept(provider, tmp_path):
    stranger = Provider(tmp_path, "Stranger")
    provider.certificate("many")
    above = (provider._folder / "issuer.crt").read_bytes() + provider.root + stranger.root * 9
    (provider._folder / "many-above.crt").write_bytes(above)
    provider.run(
        "pkcs12 -export -inkey many.key -in many.crt -certfile many-above.crt -out many.p12"
        " -passout",
        f"pass:{PASSWORD}",
    )
    chain = read((provider._folder / "many.p12").read_bytes()).chain

    assert chain == ((provider._folder / "issuer.crt").read_bytes(), provider.root)
