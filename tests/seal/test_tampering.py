"""Every way we know of changing a pack after it was sealed: each must be refused."""

import os
from io import BytesIO
from random import Random

import pytest
from asn1crypto import cms, pem, x509
from cryptography.hazmat.primitives.asymmetric.utils import (
    decode_dss_signature,
    encode_dss_signature,
)
from pyhanko.pdf_utils.generic import NameObject, pdf_string
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter

from welfare_app.domain.seal import Verdict
from welfare_app.seal.container import find_container
from welfare_app.seal.identity import new_identity
from welfare_app.seal.opening import open_enclosed
from welfare_app.seal.sealer import PdfSealer

from .conftest import NOON, WORDS, contents, noise

P256_ORDER = 0xFFFFFFFF00000000FFFFFFFFFFFFFFFFBCE6FAADA7179E84F3B9CAC2FC632551
TORTURE = "WELFARE_APP_TORTURE" in os.environ
CHANGES = 10_000 if TORTURE else 500
SITTINGS = 10
"""So that a long run is spread over all cores."""


def places(pack, sitting):
    """Positions over the whole file, half of them where a change is hardest to notice."""
    hole = find_container(pack)
    used = 2 * len(hole.cms)
    spread = Random(sitting)  # noqa: S311
    told = [
        *(hole.start, hole.start + 1, hole.end - 2, hole.end - 1),
        *(0, 4, 5, 9, len(pack) - 2, len(pack) - 1),
        *(pack.index(mark) + 2 for mark in (b"/ByteRange", b"/AuthCode", b"/DocMDP")),
    ]
    hard = [(hole.start, hole.start + used)] * 8
    hard += [(hole.start + used, hole.end), (pack.rindex(b"xref\n0 "), len(pack))]
    while len(told) < CHANGES // SITTINGS:
        start, end = spread.choice(hard) if len(told) % 2 else (0, len(pack))
        told.append(spread.randrange(start, end))
    return told


@pytest.mark.parametrize("sitting", range(SITTINGS))
def test_one_changed_byte_anywhere_is_refused(check, pack, sitting):
    hole, spread = find_container(pack), Random(100 + sitting)  # noqa: S311
    let_through, changed = [], 0
    for place in places(pack, sitting):
        # Inside the signature another hexadecimal digit, which is harder to notice.
        digit = hole.start < place < hole.end - 1
        choices = b"0123456789ABCDEF" if digit else bytes(range(256))
        value = spread.choice([each for each in choices if each != pack[place]])
        report = check(pack[:place] + bytes([value]) + pack[place + 1 :])
        changed += 1
        if report.verdict is not Verdict.NOT_GENUINE:
            let_through.append((place - hole.start, report.verdict, report.findings))

    assert not let_through
    assert changed == CHANGES // SITTINGS


def test_the_same_digits_in_small_letters_are_refused(check, pack):
    hole = find_container(pack)
    small = pack[hole.start : hole.end].lower()

    assert condemned(check, pack[: hole.start] + small + pack[hole.end :]) == "seal.signature-form"


@pytest.mark.parametrize("tail", [b"\n", b"%%EOF\n", b"\0", b"%PDF-1.4\n", noise(5, 400)])
def test_anything_appended_is_refused(check, pack, tail):
    assert condemned(check, pack + tail) == "seal.added-to"


def test_anything_put_before_is_refused(check, pack):
    assert condemned(check, b"\n" + pack) == "seal.added-to"


def test_a_pack_that_lacks_its_last_bytes_is_refused(check, pack):
    assert condemned(check, pack[:-1]) == "seal.cut-short"
    assert condemned(check, pack[:-300]) == "seal.cut-short"


def test_an_update_by_someone_with_the_words_is_refused(check, pack):
    writer = IncrementalPdfFileWriter(BytesIO(pack))
    writer.encrypt(WORDS)
    writer.root[NameObject("/Lang")] = pdf_string("fr")
    writer.update_root()
    output = BytesIO()
    writer.write(output)

    assert condemned(check, output.getvalue()) == "seal.several-signatures"


def test_an_update_by_someone_without_the_words_is_refused(check, pack):
    start = len(pack)
    update = b"1 0 obj\n<< /Type /Catalog >>\nendobj\nxref\n1 1\n%010d 00000 n \n" % start
    trailer = b"trailer\n<< /Root 1 0 R /Size 40 /Prev %s >>\n" % pack.split()[-2]
    ending = b"startxref\n%d\n%%%%EOF\n" % (start + update.index(b"xref"))

    assert condemned(check, pack + update + trailer + ending) == "seal.added-to"


def test_a_second_signature_is_refused(check, pack):
    second = b"\n/ByteRange [0 10 20 30]\n"

    assert condemned(check, pack + second) == "seal.several-signatures"


def test_a_range_rewritten_to_take_in_what_was_appended_is_refused(check, pack):
    hole = find_container(pack)
    tail = len(pack) - hole.end
    written = b"%d %d %d]" % (hole.start, hole.end, tail)
    wider = b"%d %d %d]" % (hole.start, hole.end, tail + 5)
    pad = b" " * (len(wider) - len(written))
    appended = pack.replace(written + pad, wider) + b"%%%%\n"

    assert condemned(check, appended) == "seal.altered"


def test_a_file_hidden_after_the_signature_is_refused(check, pack):
    hole = find_container(pack)
    start = hole.start + 1 + 2 * len(hole.cms) + 100
    hidden = noise(6, 50).hex().upper().encode()

    assert condemned(check, pack[:start] + hidden + pack[start + len(hidden) :]) == "seal.padding"


def test_the_twin_of_a_signature_is_refused(check, pack):
    """With r, s a valid ECDSA signature, r, -s is one too. The MAC covers which it was."""
    hole = find_container(pack)
    signed = cms.ContentInfo.load(hole.cms)
    given = signed["content"]["signer_infos"][0]["signature"].native
    r, s = decode_dss_signature(given)
    twin = encode_dss_signature(r, P256_ORDER - s)
    signed["content"]["signer_infos"][0]["signature"] = twin
    digits = signed.dump().hex().upper().encode().ljust(hole.end - hole.start - 2, b"0")

    other = pack[: hole.start + 1] + digits + pack[hole.end - 1 :]

    assert condemned(check, other) == "seal.mac"


def test_the_signature_of_one_pack_on_another_is_refused(check, pack, identity):
    other = PdfSealer().seal(contents(case="WA-0002"), identity, WORDS, NOON)
    theirs, ours = find_container(other), find_container(pack)
    seal = pack[ours.start : ours.end]

    moved = other[: theirs.start] + seal + other[theirs.end :]

    assert condemned(check, moved) == "seal.altered"


def test_a_certificate_carried_along_is_refused(check, pack, identity):
    hole = find_container(pack)
    stranger = new_identity("Another Example Ltd", "Laptop", NOON)
    signed = cms.ContentInfo.load(hole.cms)
    extra = x509.Certificate.load(pem.unarmor(stranger.root_certificate)[2])
    signed["content"]["certificates"].append(
        cms.CertificateChoices(name="certificate", value=extra)
    )
    digits = signed.dump(force=True).hex().upper().encode()
    room = hole.end - hole.start - 2
    other = pack[: hole.start + 1] + digits.ljust(room, b"0") + pack[hole.end - 1 :]

    assert condemned(check, other) == "seal.extra-certificate"


def test_the_copy_changed_by_one_byte_is_refused(check, pack):
    copy = open_enclosed(pack, WORDS)["referral.pdf"]
    changed = copy[:200] + bytes([copy[200] ^ 1]) + copy[201:]

    assert condemned(check, changed) == "seal.altered"


def condemned(check, data):
    """The one finding of a file that is not genuine."""
    report = check(data)
    assert report.verdict is Verdict.NOT_GENUINE
    assert report.enclosed == (), "nothing from a changed file is believed"
    (finding,) = report.findings
    return finding
