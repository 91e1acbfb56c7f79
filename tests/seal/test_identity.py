from datetime import timedelta

import pytest
from cryptography import x509
from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import load_pem_private_key

from welfare_app.domain.errors import Refused
from welfare_app.seal.identity import new_identity

from .conftest import NOON, refusing


def loaded(identity):
    return tuple(
        x509.load_pem_x509_certificate(pem)
        for pem in (identity.root_certificate, identity.device_certificate)
    )


def test_the_laptop_is_vouched_for_by_the_organisation(identity):
    root, device = loaded(identity)

    device.verify_directly_issued_by(root)
    root.verify_directly_issued_by(root)
    assert "CN=Orchard Example Labour Ltd" in root.subject.rfc4514_string()
    assert "CN=Site laptop 3" in device.subject.rfc4514_string()


def test_another_organisation_of_the_same_name_does_not_vouch_for_it(identity):
    impostor, _ = loaded(new_identity(identity.organisation, identity.device, NOON))
    _, device = loaded(identity)

    with pytest.raises(InvalidSignature):
        device.verify_directly_issued_by(impostor)


def test_the_root_lasts_about_ten_years_and_the_laptop_about_three(identity):
    root, device = loaded(identity)

    assert timedelta(days=3640) < root.not_valid_after_utc - NOON < timedelta(days=3660)
    assert timedelta(days=1085) < device.not_valid_after_utc - NOON < timedelta(days=1100)


def test_the_laptop_may_sign_and_not_deny_it_and_nothing_more(identity):
    root, device = loaded(identity)
    uses = device.extensions.get_extension_for_class(x509.KeyUsage).value

    assert uses.digital_signature
    assert uses.content_commitment
    assert not uses.key_cert_sign
    assert not device.extensions.get_extension_for_class(x509.BasicConstraints).value.ca
    assert root.extensions.get_extension_for_class(x509.BasicConstraints).value.ca


def test_the_keys_fit_the_certificates(identity):
    for pem, certificate in zip(
        (identity.root_key, identity.device_key), loaded(identity), strict=True
    ):
        key = load_pem_private_key(pem, None)
        assert isinstance(key.curve, ec.SECP256R1)
        assert key.public_key() == certificate.public_key()


def test_no_key_shows_when_an_identity_is_printed(identity):
    assert "PRIVATE KEY" not in repr(identity)
    assert identity.device_key.decode().splitlines()[1] not in repr(identity)


@pytest.mark.parametrize("name", ["", "   ", "x" * 65, "ż" * 33])
def test_a_name_no_certificate_can_hold_is_refused(name):
    with refusing(Refused, "seal.name-unfit"):
        new_identity(name, "Laptop", NOON)
    with refusing(Refused, "seal.name-unfit"):
        new_identity("Organisation", name, NOON)


def test_the_fingerprints_are_those_other_programs_show(identity):
    for shown, given in (
        (identity.fingerprint, identity.root_certificate),
        (identity.laptop_fingerprint, identity.device_certificate),
    ):
        certificate = x509.load_pem_x509_certificate(given)
        assert shown == certificate.fingerprint(hashes.SHA256()).hex()
