"""What a check says of packs that are as they should be, and of files that never were packs."""

import hashlib
from datetime import timedelta
from io import BytesIO

import pytest
from cryptography import x509
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.serialization import Encoding
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.pdf_utils.writer import copy_into_new_writer

from welfare_app.domain.errors import Tampered, Unavailable
from welfare_app.domain.seal import Attachment, Verdict
from welfare_app.seal.identity import new_identity
from welfare_app.seal.manifest import write_manifest
from welfare_app.seal.opening import open_enclosed
from welfare_app.seal.sealer import DrawnReferral, LoadedPack, PdfSealer, attach, copied
from welfare_app.seal.signing import certify

from .conftest import NOON, WORDS, contents, drawn_pdf, noise, refusing


def test_a_pack_as_it_was_sealed_is_genuine(check, pack):
    report = check(pack)

    assert (report.verdict, report.findings) == (Verdict.GENUINE, ())


def test_a_genuine_report_says_whose_when_and_what(check, pack, root):
    report = check(pack)
    certificate = x509.load_pem_x509_certificate(root)

    assert report.organisation == "Orchard Example Labour Ltd"
    assert report.device == "Site laptop 3"
    assert report.sealed_at == NOON
    assert report.case == "WA-0001"
    assert report.size == len(pack)
    assert report.sha256 == hashlib.sha256(pack).hexdigest()
    assert report.fingerprint == certificate.fingerprint(SHA256()).hex()
    assert {each.name: each.sha256 for each in report.enclosed} == {
        name: hashlib.sha256(data).hexdigest() for name, data in open_enclosed(pack, WORDS).items()
    }


def test_the_root_may_be_given_as_der(check, pack, root):
    der = x509.load_pem_x509_certificate(root).public_bytes(Encoding.DER)

    assert check(pack, root=der).verdict is Verdict.GENUINE


@pytest.mark.parametrize("root", [b"", b"not a certificate", b"-----BEGIN CERTIFICATE-----\nAA"])
def test_a_root_that_is_no_certificate_tells_us_nothing(check, pack, root):
    report = check(pack, root=root)

    assert (report.verdict, report.findings) == (Verdict.CANNOT_TELL, ("seal.root-unreadable",))


def test_a_look_alike_organisation_is_not_genuine(check, identity):
    impostor = new_identity(identity.organisation, identity.device, NOON)
    report = check(PdfSealer().seal(contents(), impostor, WORDS, NOON))

    assert (report.verdict, report.findings) == (Verdict.NOT_GENUINE, ("seal.unknown-root",))
    assert report.organisation == "", "a stranger is not given our name"


def test_a_machine_out_of_memory_does_not_condemn_a_pack(check, pack, monkeypatch):
    def exhausted(*_):
        raise MemoryError

    monkeypatch.setattr("welfare_app.seal.document._claimed_time", exhausted)
    report = check(pack)

    assert (report.verdict, report.findings) == (Verdict.CANNOT_TELL, ("seal.cannot-read",))


def test_the_laptop_certificate_is_not_a_root(check, pack, identity):
    assert check(pack, root=identity.device_certificate).findings == ("seal.unknown-root",)


def test_the_wrong_words_tell_us_whose_it_is_and_no_more(check, pack):
    report = check(pack, passphrase="plum oven tin cedar mop kite elm")

    assert report.verdict is Verdict.CANNOT_TELL
    assert report.findings == ("seal.wrong-passphrase",)
    assert report.device == "Site laptop 3"
    assert report.enclosed == ()


@pytest.mark.parametrize("words", ["", "żółw", "x" * 500, "\0"])
def test_words_that_could_open_nothing_are_only_wrong(check, pack, words):
    assert check(pack, passphrase=words).findings == ("seal.wrong-passphrase",)


@pytest.mark.parametrize("typed", [WORDS.upper(), WORDS.replace(" ", "-"), f"  {WORDS}\n"])
def test_the_words_may_be_typed_in_any_way(check, pack, typed):
    assert check(pack, passphrase=typed).verdict is Verdict.GENUINE


def test_the_unlocked_copy_alone_is_known_for_what_it_is(check, pack):
    report = check(open_enclosed(pack, WORDS)["referral.pdf"])

    assert (report.verdict, report.findings) == (Verdict.CANNOT_TELL, ("seal.unlocked-copy",))
    assert report.device == "Site laptop 3"
    assert report.sealed_at == NOON


@pytest.mark.parametrize("left_out", ["", "referral.pdf"])
def test_a_pack_that_was_never_locked_is_not_genuine(check, identity, left_out):
    loaded = DrawnReferral.of(contents(), identity, NOON).sign().load()
    writer = copied(PdfFileReader(BytesIO(drawn_pdf())))
    attach(writer, without(loaded.files, left_out), NOON)

    report = check(certify(writer, identity, NOON))

    assert (report.verdict, report.findings) == (Verdict.NOT_GENUINE, ("seal.not-encrypted",))


def test_a_pack_with_a_file_left_out_of_the_manifest_is_not_genuine(check, identity):
    extra = Attachment("extra.txt", "text/plain", b"never listed")

    report = check(repacked(identity, lambda files: (*files, extra)))

    assert (report.verdict, report.findings) == (Verdict.NOT_GENUINE, ("seal.attachment-extra",))


def test_a_pack_lacking_a_file_its_manifest_lists_is_not_genuine(check, identity):
    report = check(repacked(identity, lambda files: without(files, "photo.jpg")))

    assert report.findings == ("seal.attachment-missing",)


def test_a_pack_with_a_swapped_file_is_not_genuine(check, identity):
    other = Attachment("photo.jpg", "image/jpeg", noise(9, 40_000))

    report = check(repacked(identity, lambda files: (*without(files, "photo.jpg"), other)))

    assert report.findings == ("seal.attachment-altered",)


def test_a_pack_with_no_manifest_is_not_genuine(check, identity):
    report = check(repacked(identity, lambda files: without(files, "MANIFEST.json")))

    assert (report.verdict, report.findings) == (Verdict.NOT_GENUINE, ("seal.manifest",))


def test_a_pack_whose_manifest_tells_another_time_is_not_genuine(check, identity):
    def retold(files):
        kept = without(files, "MANIFEST.json")
        told = write_manifest(contents(), identity, kept, NOON + timedelta(hours=1))
        return (*kept, Attachment("MANIFEST.json", "application/json", told))

    assert check(repacked(identity, retold)).findings == ("seal.manifest",)


def test_a_pack_whose_copy_another_laptop_signed_is_not_genuine(check, identity):
    other = new_identity(identity.organisation, identity.device, NOON)
    copy = DrawnReferral.of(contents(), other, NOON).sign().copy

    assert check(with_copy(identity, copy)).findings == ("seal.inner-copy",)


def test_a_pack_whose_copy_nobody_signed_is_not_genuine(check, identity):
    assert check(with_copy(identity, drawn_pdf())).findings == ("seal.inner-copy",)


def test_a_pack_with_its_seal_taken_off_is_not_genuine(check, pack):
    reader = PdfFileReader(BytesIO(pack))
    reader.decrypt(WORDS)
    writer = copy_into_new_writer(reader)
    for key in ("/AcroForm", "/Perms"):
        del writer.root[key]

    assert check(written(writer)).verdict is Verdict.NOT_GENUINE


@pytest.mark.parametrize("words", [None, WORDS])
def test_a_pack_that_was_never_sealed_is_not_genuine(check, identity, words):
    loaded = DrawnReferral.of(contents(), identity, NOON).sign().load()
    writer = copied(PdfFileReader(BytesIO(drawn_pdf())))
    if words:
        writer.encrypt(words, pdf_mac=False)
    attach(writer, without(loaded.files, "referral.pdf"), NOON)

    report = check(written(writer))

    assert (report.verdict, report.findings) == (Verdict.NOT_GENUINE, ("seal.signature-missing",))


def test_a_pdf_nobody_sealed_is_not_one_of_ours(check):
    report = check(drawn_pdf())

    assert (report.verdict, report.findings) == (Verdict.CANNOT_TELL, ("seal.not-a-pack",))


def test_a_strangers_locked_pdf_is_not_one_of_ours(check):
    writer = copied(PdfFileReader(BytesIO(drawn_pdf())))
    writer.encrypt("their own words", pdf_mac=False)
    locked = written(writer)

    assert check(locked).findings == ("seal.wrong-passphrase",)
    assert check(locked, passphrase="their own words").findings == ("seal.not-a-pack",)


def test_a_pack_sealed_without_a_mac_is_not_genuine(check, identity):
    loaded = DrawnReferral.of(contents(), identity, NOON).sign().load()
    writer = copied(PdfFileReader(BytesIO(drawn_pdf())))
    writer.encrypt("owner", WORDS, pdf_mac=False)
    attach(writer, loaded.files, NOON)
    weaker = certify(writer, identity, NOON)

    assert check(weaker).findings == ("seal.mac",)
    with refusing(Tampered, "seal.mac"):
        open_enclosed(weaker, WORDS)


@pytest.mark.parametrize(
    "data", [b"", b"\0", b"not a pdf", noise(3, 50_000), b"\xff\xd8\xff\xe0 a photograph"]
)
def test_a_file_that_is_no_pdf_is_called_that(check, data):
    report = check(data)

    assert (report.verdict, report.findings) == (Verdict.CANNOT_TELL, ("seal.not-pdf",))


@pytest.mark.parametrize("data", [b"%PDF-2.0\n", b"%PDF-1.7\n" + noise(4, 50_000)])
def test_the_ruin_of_a_pdf_is_called_damaged(check, data):
    report = check(data)

    assert (report.verdict, report.findings) == (Verdict.CANNOT_TELL, ("seal.damaged",))


@settings(max_examples=150, deadline=None, suppress_health_check=list(HealthCheck))
@given(
    st.lists(
        st.sampled_from(
            [
                b"%PDF-2.0\n",
                b"/ByteRange [0 10 20 30]",
                b"/Contents <30820000>",
                b"1 0 obj\n<< /Root 1 0 R /Kids [1 0 R] /Names 1 0 R /EmbeddedFiles 1 0 R >>",
                b"\nendobj\nxref\n0 2\n0000000000 65535 f \n0000000009 00000 n \n",
                b"trailer\n<< /Root 1 0 R /Size 2 /Prev 0 >>\nstartxref\n",
                b"\n%%EOF\n",
                b"/DocMDP",
                b"[" * 3_000,
                b"<<" * 3_000,
                b"0" * 40,
            ]
        )
        | st.binary(max_size=40),
        max_size=12,
    )
)
def test_no_pile_of_scraps_is_ever_genuine_or_too_much(check, scraps):
    assert check(b"".join(scraps)).verdict is not Verdict.GENUINE


def test_what_is_enclosed_comes_out_only_with_the_words(pack):
    with refusing(Unavailable, "seal.wrong-passphrase"):
        open_enclosed(pack, "plum oven tin cedar mop kite elm")
    with refusing(Unavailable, "seal.not-pdf"):
        open_enclosed(b"", WORDS)


def test_what_is_enclosed_in_a_changed_pack_does_not_come_out(pack):
    place = len(pack) // 2
    changed = pack[:place] + bytes([pack[place] ^ 1]) + pack[place + 1 :]

    with refusing(Tampered, "seal.mac"):
        open_enclosed(changed, WORDS)


def test_neither_names_nor_words_show_when_a_report_is_printed(check, pack):
    shown = repr(check(pack))

    assert "photo" not in shown
    assert "plum" not in shown


def written(writer):
    output = BytesIO()
    writer.write(output)
    return output.getvalue()


def repacked(identity, change):
    """A pack sealed with the true keys, by a program that does not keep the rules."""
    loaded = DrawnReferral.of(contents(), identity, NOON).sign().load()
    return LoadedPack(loaded.drawn, change(loaded.files)).lock(WORDS).certify()


def with_copy(identity, copy):
    """A pack honest in everything but the copy inside."""

    def swapped(files):
        rest = without(without(files, "referral.pdf"), "MANIFEST.json")
        kept = (Attachment("referral.pdf", "application/pdf", copy), *rest)
        told = write_manifest(contents(), identity, kept, NOON)
        return (*kept, Attachment("MANIFEST.json", "application/json", told))

    return repacked(identity, swapped)


def without(files, name):
    return tuple(each for each in files if each.name != name)
