"""An identity over the years: renewed, followed by another root, and declared lost."""

import shutil
import subprocess
from datetime import timedelta

import pytest
from cryptography import x509
from cryptography.hazmat.primitives.serialization import Encoding
from pypdf import PdfReader

from tests.commanding import run
from welfare_app.domain.errors import Refused
from welfare_app.domain.seal import Verdict
from welfare_app.domain.standing import Holder, spoken_groups
from welfare_app.seal.identity import new_identity
from welfare_app.seal.renewing import Certifier
from welfare_app.seal.sealer import PdfSealer

from .conftest import NOON, WORDS, contents, drawn_pdf, refusing

DAY = timedelta(days=1)
YEARS = 365 * DAY


@pytest.fixture
def certifier():
    return Certifier()


def sealed(identity, at):
    return PdfSealer().seal(contents(attachments=()), identity, WORDS, at)


def laptop_of(certifier, identity):
    return certifier.standing(identity).laptop


def test_the_laptop_is_renewed_under_the_same_root_with_another_key(certifier, identity):
    later = certifier.renew(identity, NOON + 2 * YEARS)

    assert later.root_certificate == identity.root_certificate
    assert later.device_key != identity.device_key
    assert laptop_of(certifier, later).until > laptop_of(certifier, identity).until
    assert [one.holder for one in certifier.standing(later).former] == [Holder.LAPTOP]


def test_packs_sealed_before_and_after_a_renewal_are_genuine_under_one_root(
    certifier, identity, check, pack
):
    later = certifier.renew(identity, NOON + 4 * YEARS)

    assert check(pack).verdict is Verdict.GENUINE
    assert check(sealed(later, NOON + 5 * YEARS)).verdict is Verdict.GENUINE


def test_an_out_of_date_laptop_seals_nothing_until_it_is_renewed(certifier, identity):
    with refusing(Refused, "seal.certificate-ended"):
        sealed(identity, NOON + 4 * YEARS)

    assert sealed(certifier.renew(identity, NOON + 4 * YEARS), NOON + 4 * YEARS)


def test_a_laptop_never_outlives_its_root(certifier, identity):
    late = certifier.renew(identity, NOON + 9 * YEARS)

    assert laptop_of(certifier, late).until == certifier.standing(late).root.until
    with refusing(Refused, "seal.root-ended"):
        certifier.renew(identity, NOON + 11 * YEARS)
    with refusing(Refused, "seal.root-ended"):
        sealed(identity, NOON + 11 * YEARS)


def test_it_is_told_in_good_time_that_either_ends(certifier, identity):
    standing = certifier.standing(identity)

    assert not standing.laptop.due(NOON + 2 * YEARS)
    assert standing.laptop.due(standing.laptop.until - 50 * DAY)
    assert not standing.laptop.ended(standing.laptop.until - 50 * DAY)
    assert standing.root.due(standing.root.until - 300 * DAY)
    assert not standing.root.due(standing.root.until - 400 * DAY)


def test_the_next_root_seals_and_packs_under_the_old_one_stay_genuine(
    certifier, identity, check, pack
):
    after = certifier.succeed(identity, NOON + DAY)
    new = sealed(after, NOON + 2 * DAY)

    assert check(pack).verdict is Verdict.GENUINE
    assert check(new, root=after.root_certificate).verdict is Verdict.GENUINE
    assert check(new).findings == ("seal.unknown-root",)
    assert after.former_roots[0].certificate == identity.root_certificate


def test_the_old_root_vouches_for_the_key_of_the_next_one(certifier, identity):
    after = certifier.succeed(identity, NOON + DAY)
    old, new, vouched = map(
        x509.load_pem_x509_certificate,
        (identity.root_certificate, after.root_certificate, after.vouched),
    )

    vouched.verify_directly_issued_by(old)
    assert vouched.public_key() == new.public_key()


@pytest.mark.skipif(shutil.which("openssl") is None, reason="no openssl to ask")
def test_openssl_believes_the_statement_and_no_other(certifier, identity, tmp_path):
    after = certifier.succeed(identity, NOON + DAY)
    stranger = certifier.succeed(new_identity(identity.organisation, "Laptop", NOON), NOON + DAY)
    (tmp_path / "old.crt").write_bytes(identity.root_certificate)
    then = str(int((NOON + 2 * DAY).timestamp()))
    for statement, believed in ((after.vouched, True), (stranger.vouched, False)):
        (tmp_path / "statement.crt").write_bytes(statement)
        done = subprocess.run(
            ["openssl", "verify", "-attime", then, "-CAfile", "old.crt", "statement.crt"],
            cwd=tmp_path,
            capture_output=True,
            check=False,
        )
        assert (done.returncode == 0) is believed


def test_what_is_sealed_from_the_day_of_the_loss_on_is_refused(certifier, identity, check):
    stolen = sealed(identity, NOON + 3 * DAY)
    print_ = laptop_of(certifier, identity).fingerprint
    told = certifier.distrust(identity, print_, NOON + 2 * DAY, NOON + 9 * DAY)

    report = check(stolen, revoked=told.revoked)
    assert (report.verdict, report.findings) == (Verdict.NOT_GENUINE, ("seal.revoked",))
    assert check(stolen).verdict is Verdict.GENUINE, "who was not told cannot know"


def test_what_claims_an_earlier_day_is_in_doubt_and_never_genuine(certifier, identity, check, pack):
    print_ = laptop_of(certifier, identity).fingerprint
    told = certifier.distrust(identity, print_, NOON + 2 * DAY, NOON + 9 * DAY)

    report = check(pack, revoked=told.revoked)
    assert (report.verdict, report.findings) == (Verdict.CANNOT_TELL, ("seal.revoked-later",))


def test_a_changed_pack_is_called_changed_whatever_the_list_says(certifier, identity, check, pack):
    print_ = laptop_of(certifier, identity).fingerprint
    told = certifier.distrust(identity, print_, NOON, NOON)
    changed = pack[:3000] + bytes([pack[3000] ^ 1]) + pack[3001:]

    assert check(changed, revoked=told.revoked).findings == ("seal.altered",)


def test_a_lost_laptop_is_made_anew_and_goes_on_sealing(certifier, identity, check):
    print_ = laptop_of(certifier, identity).fingerprint
    told = certifier.distrust(identity, print_, NOON, NOON + DAY)

    assert told.root_certificate == identity.root_certificate
    report = check(sealed(told, NOON + DAY), revoked=told.revoked)
    assert report.verdict is Verdict.GENUINE


def test_a_lost_root_is_followed_by_one_it_does_not_vouch_for(certifier, identity, check, pack):
    print_ = certifier.standing(identity).root.fingerprint
    told = certifier.distrust(identity, print_, NOON - DAY, NOON + DAY)

    assert told.vouched == b""
    assert told.former_roots[0].revoked
    assert check(pack, revoked=told.former_roots[0].revoked).findings == ("seal.revoked",)
    new = sealed(told, NOON + 2 * DAY)
    assert check(new, root=told.root_certificate).verdict is Verdict.GENUINE


def test_a_list_grows_and_keeps_the_earlier_of_two_days(certifier, identity):
    once = certifier.distrust(
        identity, laptop_of(certifier, identity).fingerprint, NOON + 5 * DAY, NOON + 9 * DAY
    )
    twice = certifier.distrust(
        once, laptop_of(certifier, once).fingerprint, NOON + 8 * DAY, NOON + 9 * DAY
    )
    again = certifier.distrust(
        twice, laptop_of(certifier, identity).fingerprint, NOON + 7 * DAY, NOON + 9 * DAY
    )

    crl = x509.load_pem_x509_crl(again.revoked)
    assert len(crl) == 2
    days = {one.distrusted for one in certifier.standing(again).former}
    assert days == {NOON + 5 * DAY, NOON + 8 * DAY}
    assert crl.extensions.get_extension_for_class(x509.CRLNumber).value.crl_number == 3


def test_a_loss_is_heard_of_on_a_laptop_restored_under_the_same_root(certifier, identity):
    print_ = laptop_of(certifier, identity).fingerprint
    told = certifier.distrust(identity, print_, NOON, NOON + DAY)
    heard = certifier.take_list(identity, told.revoked, NOON + 2 * DAY)

    assert certifier.standing(heard).former[0].distrusted == NOON
    assert laptop_of(certifier, heard).fingerprint != print_


def test_the_list_of_a_stranger_is_not_taken(certifier, identity, check, pack):
    other = new_identity(identity.organisation, identity.device, NOON)
    theirs = certifier.distrust(other, laptop_of(certifier, other).fingerprint, NOON, NOON).revoked

    with refusing(Refused, "seal.crl-foreign"):
        certifier.take_list(identity, theirs, NOON)
    assert check(pack, revoked=theirs).findings == ("seal.crl-foreign",)


@pytest.mark.parametrize("junk", [b"-", b"not a list", drawn_pdf(1)])
def test_what_is_no_list_is_called_that_and_leaves_doubt(certifier, identity, check, pack, junk):
    with refusing(Refused, "seal.crl-unreadable"):
        certifier.take_list(identity, junk, NOON)
    report = check(pack, revoked=junk)
    assert (report.verdict, report.findings) == (Verdict.CANNOT_TELL, ("seal.crl-unreadable",))


def test_the_command_takes_the_list_and_the_page_is_saved_with_it(identity, certifier, tmp_path):
    lost = laptop_of(certifier, identity).fingerprint
    told = certifier.distrust(identity, lost, NOON + 2 * DAY, NOON + 9 * DAY)
    for name, data in (
        ("stolen.pdf", sealed(identity, NOON + 3 * DAY)),
        ("root.crt", identity.root_certificate),
        ("root.crl", told.revoked),
        ("words.txt", WORDS.encode()),
    ):
        (tmp_path / name).write_bytes(data)
    root, words = ("--root", "root.crt"), ("--passphrase-file", "words.txt")

    def asked(*words):
        return run(*words, folder=tmp_path)

    assert asked("verify", "stolen.pdf", *root, *words).returncode == 0
    done = asked("verify", "stolen.pdf", *root, *words, "--crl", "root.crl")
    assert done.returncode == 2
    assert "no longer trusted" in done.stderr
    assert asked("verify", "stolen.pdf", *root, *words, "--crl", "root.crt").returncode == 3
    assert asked("verify-page", "check.html", *root, "--crl", "root.crl").returncode == 0
    assert told.revoked.strip() in (tmp_path / "check.html").read_bytes()
    assert asked("verify-page", "other.html", *root, "--crl", "words.txt").returncode != 0
    assert not (tmp_path / "other.html").exists()


def test_the_command_makes_the_card_from_the_root_alone(identity, certifier, tmp_path):
    (tmp_path / "root.crt").write_bytes(identity.root_certificate)
    assert run("root-card", "card.pdf", "--root", "root.crt", folder=tmp_path).returncode == 0

    (page,) = PdfReader(tmp_path / "card.pdf").pages
    shown = page.extract_text()
    fingerprint = certifier.standing(identity).root.fingerprint
    assert all(group in shown for group in spoken_groups(fingerprint))


def test_no_changed_byte_of_a_list_makes_a_stolen_seal_genuine(certifier, identity, check):
    stolen = sealed(identity, NOON + 3 * DAY)
    print_ = laptop_of(certifier, identity).fingerprint
    told = certifier.distrust(identity, print_, NOON + 2 * DAY, NOON + 9 * DAY).revoked
    crl = x509.load_pem_x509_crl(told).public_bytes(Encoding.DER)

    for place in range(0, len(crl), 9):
        changed = crl[:place] + bytes([crl[place] ^ 4]) + crl[place + 1 :]
        assert check(stolen, revoked=changed).verdict is not Verdict.GENUINE, place


def test_what_is_not_ours_and_what_is_still_to_come_are_refused(certifier, identity):
    print_ = laptop_of(certifier, identity).fingerprint

    with refusing(Refused, "seal.lost-in-the-future"):
        certifier.distrust(identity, print_, NOON + DAY, NOON)
    with refusing(Refused, "seal.not-ours-to-distrust"):
        certifier.distrust(identity, "00" * 32, NOON, NOON)


def test_no_key_shows_when_what_came_before_is_printed(certifier, identity):
    after = certifier.succeed(identity, NOON)

    assert "PRIVATE KEY" not in repr(after)
    assert identity.root_key.decode().splitlines()[1] not in repr(after)
