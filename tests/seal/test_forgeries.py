"""Packs made again by someone who wants them believed: every one must be refused."""

from datetime import timedelta
from io import BytesIO

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import Encoding, load_pem_private_key
from pyhanko.pdf_utils.generic import NameObject, StreamObject
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.pdf_utils.writer import copy_into_new_writer

from welfare_app.domain.seal import Identity, Verdict
from welfare_app.seal.checker import LARGEST_UNSIGNED
from welfare_app.seal.container import find_container
from welfare_app.seal.identity import DEVICE_LIFE, DEVICE_USES, ROOT_LIFE, new_identity
from welfare_app.seal.sealer import DrawnReferral, PdfSealer

from .conftest import NOON, WORDS, contents


def sealed_at(identity, moment):
    """A pack sealed by a program that does not ask whether the certificate is in date."""
    return DrawnReferral.of(contents(), identity, moment).sign().load().lock(WORDS).certify()


def finding(report):
    """The one thing found in a file that is not genuine."""
    assert report.verdict is Verdict.NOT_GENUINE
    assert report.enclosed == (), "nothing from a forged file is believed"
    (code,) = report.findings
    return code


def test_another_page_laid_over_the_first_is_refused(check, pack):
    """By someone who has the words, in the way any editor of PDF does it."""
    writer = IncrementalPdfFileWriter(BytesIO(pack))
    writer.encrypt(WORDS)
    cover = StreamObject(stream_data=b"1 1 1 rg 0 0 600 850 re f")
    page = writer.root["/Pages"]["/Kids"][0]
    page[NameObject("/Contents")] = writer.add_object(cover)
    writer.update_container(page)
    output = BytesIO()
    writer.write(output)

    assert finding(check(output.getvalue())) in {"seal.several-signatures", "seal.added-to"}


@pytest.mark.parametrize("blank", [b"0", b" ", b"\0"])
def test_a_signature_wiped_out_is_refused(check, pack, blank):
    hole = find_container(pack)
    room = hole.end - hole.start - 2
    wiped = pack[: hole.start + 1] + blank * room + pack[hole.end - 1 :]

    assert finding(check(wiped)) == "seal.signature-form"


def test_a_range_that_names_nothing_is_refused(check, pack):
    place = pack.index(b"/ByteRange")
    unnamed = pack[:place] + b"/ByteRanga" + pack[place + 10 :]

    assert finding(check(unnamed)) == "seal.signature-missing"


def test_a_pack_sealed_again_under_the_same_names_is_refused(check, identity):
    """A look-alike: every name the same, the keys their own."""
    alike = new_identity(identity.organisation, identity.device, NOON)

    assert finding(check(sealed_at(alike, NOON))) == "seal.unknown-root"


def test_a_look_alike_that_carries_the_true_root_is_refused(check, identity):
    alike = new_identity(identity.organisation, identity.device, NOON)
    carrying = Identity(
        alike.organisation,
        alike.device,
        identity.root_certificate,
        alike.root_key,
        alike.device_certificate,
        alike.device_key,
    )

    assert finding(check(sealed_at(carrying, NOON))) == "seal.unknown-root"


def test_a_look_alike_that_copies_every_name_and_number_of_the_laptop_is_refused(check, identity):
    """Issuer, serial number and key identifiers as in the true one; only the key differs."""
    true = x509.load_pem_x509_certificate(identity.device_certificate)
    key, issuing = (ec.generate_private_key(ec.SECP256R1()) for _ in range(2))
    copied = certificate_like(true, key.public_key()).sign(issuing, hashes.SHA256())

    assert finding(check(sealed_at(holding(identity, copied, key), NOON))) == "seal.unknown-root"


def test_a_laptop_cannot_make_a_certificate_for_another(check, identity):
    """Whoever has one laptop's key has that laptop's seal, and no other."""
    true = x509.load_pem_x509_certificate(identity.device_certificate)
    laptop = load_pem_private_key(identity.device_key, None)
    key = ec.generate_private_key(ec.SECP256R1())
    issued = certificate_like(true, key.public_key()).sign(laptop, hashes.SHA256())

    assert finding(check(sealed_at(holding(identity, issued, key), NOON))) == "seal.unknown-root"


def test_the_root_itself_may_not_sign_a_pack(check, identity):
    root = x509.load_pem_x509_certificate(identity.root_certificate)
    key = load_pem_private_key(identity.root_key, None)

    assert finding(check(sealed_at(holding(identity, root, key), NOON))) == "seal.certificate"


@pytest.mark.parametrize(
    "moment",
    [
        NOON - timedelta(days=2),
        NOON - timedelta(days=9_000),
        NOON + DEVICE_LIFE,
        NOON + DEVICE_LIFE + timedelta(days=30),
        NOON + ROOT_LIFE + timedelta(days=1),
    ],
)
def test_a_clock_outside_the_time_of_the_certificate_is_refused(check, identity, moment):
    assert finding(check(sealed_at(identity, moment))) == "seal.certificate-dates"


def test_a_certificate_that_outlives_its_root_is_refused_after_the_root_is_over(check, identity):
    """A later laptop's certificate may be in date when the root is not."""
    true = x509.load_pem_x509_certificate(identity.device_certificate)
    root_key = load_pem_private_key(identity.root_key, None)
    key = ec.generate_private_key(ec.SECP256R1())
    late = certificate_like(true, key.public_key(), ROOT_LIFE * 2).sign(root_key, hashes.SHA256())
    moment = NOON + ROOT_LIFE + timedelta(days=1)

    report = check(sealed_at(holding(identity, late, key), moment))

    assert finding(report) == "seal.certificate-dates"


def test_two_attached_files_that_changed_places_are_refused(check, pack):
    """Without the words: the entries of two files point at each other's contents."""
    first, second = (pack.index(mark) for mark in (b"/F 22 0 R", b"/F 24 0 R"))
    swapped = bytearray(pack)
    swapped[first : first + 9], swapped[second : second + 9] = b"/F 24 0 R", b"/F 22 0 R"

    assert finding(check(bytes(swapped))) == "seal.altered"


def test_a_file_of_one_pack_put_into_another_is_refused(check, pack, identity):
    """Both genuine, of one laptop, and the file as long to the byte."""
    other = PdfSealer().seal(contents(case="WA-0002"), identity, WORDS, NOON)
    taken = stream_after(other, b"/Length 40032")

    place = stream_after(pack, b"/Length 40032")
    mixed = pack[: place.start] + other[taken] + pack[place.stop :]

    assert finding(check(mixed)) == "seal.altered"


@pytest.mark.parametrize("kept", [0.02, 0.1, 0.2, 0.5, 0.75, 0.9, 0.97, 0.999])
def test_a_pack_cut_short_is_said_to_lack_a_part(check, pack, kept):
    assert finding(check(pack[: int(len(pack) * kept)])) == "seal.cut-short"


def test_a_large_pack_with_its_seal_taken_off_is_not_genuine_to_anyone(check, pack):
    """Too large to be looked into, it is at least not believed."""
    reader = PdfFileReader(BytesIO(pack))
    reader.decrypt(WORDS)
    writer = copy_into_new_writer(reader)
    for key in ("/AcroForm", "/Perms"):
        del writer.root[key]
    writer.add_object(StreamObject(stream_data=bytes(LARGEST_UNSIGNED)))
    del writer.root["/Extensions"]
    output = BytesIO()
    writer.write(output)

    assert check(output.getvalue()).verdict is not Verdict.GENUINE


@pytest.mark.parametrize("filling", [b"\0", b"\n", b"1 ", b"0000000009 00000 n \n", b"<<", b"/A "])
def test_a_great_pile_of_junk_is_turned_away_unread(check, filling):
    """A parser would be kept busy by it for minutes, and want gigabytes."""
    pile = b"%PDF-1.7\n1 0 obj\n[" + filling * (40_000_000 // len(filling))
    ending = b"]\nendobj\nxref\n0 2\n0000000000 65535 f \n0000000009 00000 n \n"
    trailer = b"trailer\n<< /Root 1 0 R /Size 2 >>\nstartxref\n%d\n%%%%EOF\n"
    report = check(pile + ending + trailer % (len(pile) + 9))

    assert (report.verdict, report.findings) == (Verdict.CANNOT_TELL, ("seal.no-trace",))


def certificate_like(true, key, life=None):
    """A certificate that says all that another says, of another key."""
    end = true.not_valid_before_utc + life if life else true.not_valid_after_utc
    identifier = true.extensions.get_extension_for_class(x509.SubjectKeyIdentifier).value
    issuer = true.extensions.get_extension_for_class(x509.AuthorityKeyIdentifier).value
    return (
        x509.CertificateBuilder()
        .subject_name(true.subject)
        .issuer_name(true.issuer)
        .public_key(key)
        .serial_number(true.serial_number)
        .not_valid_before(true.not_valid_before_utc)
        .not_valid_after(end)
        .add_extension(identifier, critical=False)
        .add_extension(issuer, critical=False)
        .add_extension(x509.BasicConstraints(ca=False, path_length=None), critical=True)
        .add_extension(DEVICE_USES, critical=True)
    )


def holding(identity, certificate, key):
    """The same organisation, with this certificate and key in the laptop's place."""
    pem = key.private_bytes(
        Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
    )
    return Identity(
        identity.organisation,
        identity.device,
        identity.root_certificate,
        identity.root_key,
        certificate.public_bytes(Encoding.PEM),
        pem,
    )


def stream_after(pack, mark):
    """Where the encrypted bytes of the stream with this length lie."""
    start = pack.index(b"stream\n", pack.index(mark)) + 7
    return slice(start, start + int(mark.split()[-1]))
