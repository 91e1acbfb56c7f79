"""A lead looks after how others know it is us; nobody else changes a certificate."""

from dataclasses import replace
from datetime import timedelta

import pytest
from pypdf import PdfReader

from tests.desks import ROSA, events, stopped
from welfare_app.domain.errors import Refused, Unavailable
from welfare_app.domain.people import Role
from welfare_app.domain.seal import Verdict
from welfare_app.domain.standing import spoken_groups
from welfare_app.services.keep_identity import KeepIdentity

DAY = timedelta(days=1)


def keeping(tools, desk, role=Role.LEAD):
    shift = replace(desk.shift, staff=replace(ROSA, role=role))
    return KeepIdentity(shift, tools.certifier, tools.renderer, tools.disk)


@pytest.fixture
def keep(tools, desk):
    return keeping(tools, desk)


@pytest.fixture
def keep_sealed(tools, sealed_desk):
    return keeping(tools, sealed_desk)


def test_the_card_is_one_page_with_the_whole_fingerprint_and_the_root_beside_it(
    keep, identity, tmp_path
):
    keep.save_card(tmp_path / "ours.pdf")

    (page,) = PdfReader(tmp_path / "ours.pdf").pages
    text = page.extract_text()
    assert all(group in text for group in spoken_groups(keep.standing().root.fingerprint))
    assert "Orchard Example Labour Ltd" in text
    assert "In use since" in text
    assert (tmp_path / "ours.crt").read_bytes() == identity.root_certificate


def test_the_fingerprint_on_the_card_is_the_one_openssl_would_say(keep, identity):
    from cryptography import x509
    from cryptography.hazmat.primitives import hashes

    root = x509.load_pem_x509_certificate(identity.root_certificate)
    said = "".join(spoken_groups(keep.standing().root.fingerprint))
    assert bytes.fromhex(said) == root.fingerprint(hashes.SHA256())


def test_a_renewal_is_written_down_and_the_vault_seals_with_it(keep, desk, clock):
    before = keep.standing().laptop
    clock.move(days=1050)
    assert before.due(clock())

    after = keep.renew()

    assert not after.laptop.due(clock())
    assert keep.standing() == after
    assert events(desk.shift.vault)[-1] == "CertificateRenewed"


def test_a_pack_sealed_before_a_renewal_and_under_the_root_before_is_still_ours(
    keep_sealed, sealed, sealed_desk
):
    path, words = sealed.pack.path, sealed.pack.words.text
    keep_sealed.renew()
    assert sealed_desk.check.check(path, words, None).report.verdict is Verdict.GENUINE
    keep_sealed.follow_root()
    assert sealed_desk.check.check(path, words, None).report.verdict is Verdict.GENUINE


def test_the_next_root_is_saved_with_what_vouches_for_it(keep, desk, tmp_path):
    assert keep.follow_root().vouched
    keep.save_root(tmp_path / "root.crt")

    assert (tmp_path / "root-vouched.crt").read_bytes().startswith(b"-----BEGIN CERTIFICATE")
    assert "RootFollowed" in events(desk.shift.vault)


def test_a_lost_laptop_is_declared_and_our_own_check_doubts_what_it_sealed(
    keep_sealed, sealed, sealed_desk, tmp_path, clock
):
    lost = keep_sealed.standing().laptop.fingerprint
    clock.move(days=2)
    after = keep_sealed.distrust(lost, clock() - DAY)

    report = sealed_desk.check.check(sealed.pack.path, sealed.pack.words.text, None).report
    assert report.findings == ("seal.revoked-later",)
    assert after.laptop.fingerprint != lost
    assert after.listed
    keep_sealed.save_lists(tmp_path / "root.crl")
    assert b"X509 CRL" in (tmp_path / "root.crl").read_bytes()
    assert events(sealed_desk.shift.vault)[-2:] == ["CertificateDistrusted", "PackChecked"]


def test_lists_under_two_roots_are_saved_apart(keep, tmp_path, clock):
    keep.distrust(keep.standing().laptop.fingerprint, clock())
    keep.follow_root()
    keep.distrust(keep.standing().laptop.fingerprint, clock())
    keep.save_lists(tmp_path / "root.crl")

    first, second = (tmp_path / name for name in ("root.crl", "root-2.crl"))
    assert first.read_bytes() != second.read_bytes()


def test_what_is_kept_of_an_identity_comes_back_as_it_was(keep, desk, clock):
    keep.distrust(keep.standing().root.fingerprint, clock())
    keep.renew()

    with desk.shift.work() as work:
        kept = work.register.identity()
    assert len(kept.former_roots) == 1
    assert kept.former_roots[0].revoked.startswith(b"-----BEGIN X509 CRL")
    assert len(kept.former_laptops) == 2
    assert kept.vouched == b""


def test_a_list_of_another_laptop_is_taken_in_and_junk_is_not(keep, desk, tmp_path, tools, clock):
    with desk.shift.work() as work:
        twin = work.register.identity()
    lost = tools.certifier.standing(twin).laptop.fingerprint
    theirs = tools.certifier.distrust(twin, lost, clock(), clock()).revoked
    (tmp_path / "theirs.crl").write_bytes(theirs)
    (tmp_path / "junk.crl").write_bytes(b"junk")

    assert keep.take_list(tmp_path / "theirs.crl").former[0].distrusted
    assert events(desk.shift.vault)[-1] == "LossesHeard"
    with stopped(Refused, "seal.crl-unreadable"):
        keep.take_list(tmp_path / "junk.crl")
    with stopped(Unavailable, "file.unreadable"):
        keep.take_list(tmp_path / "gone.crl")


@pytest.mark.parametrize("role", [Role.CHAMPION, Role.CHECKER, Role.AUDITOR])
def test_only_a_lead_changes_anything(tools, desk, role, clock):
    keep = keeping(tools, desk, role)
    lost = keep.standing().laptop.fingerprint

    for deed in (keep.renew, keep.follow_root, lambda: keep.distrust(lost, clock())):
        with stopped(Refused, "role.not-yours"):
            deed()
    assert keep.standing().former == ()
