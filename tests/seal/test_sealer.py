import hashlib
import json
from datetime import timedelta, timezone
from io import BytesIO

import pikepdf
import pytest
from pyhanko.pdf_utils.reader import PdfFileReader
from reportlab.pdfgen import canvas

from welfare_app.domain.errors import Refused, Unavailable
from welfare_app.domain.seal import Attachment, Verdict
from welfare_app.seal.opening import open_enclosed
from welfare_app.seal.passphrase import new_passphrase
from welfare_app.seal.sealer import DrawnReferral, PdfSealer
from welfare_app.services.jobs import Cancelled

from .conftest import NOON, WORDS, contents, refusing


@pytest.fixture(scope="session")
def files(pack):
    return open_enclosed(pack, WORDS)


@pytest.fixture(scope="session")
def manifest(files):
    return json.loads(files["MANIFEST.json"])


def unlocked(pack):
    reader = PdfFileReader(BytesIO(pack))
    if reader.encrypted:
        reader.decrypt(WORDS)
    return reader


def test_every_file_goes_in_under_a_safe_name_of_its_own(files):
    assert set(files) == {
        "referral.pdf",
        "referral.json",
        "photo.jpg",
        "Photo (2).jpg",
        "umowa ż.txt",
        "MANIFEST.json",
    }


def test_evidence_comes_out_as_it_went_in(files):
    photo, bus, contract = contents().attachments

    assert files["photo.jpg"] == photo.data
    assert files["Photo (2).jpg"] == bus.data
    assert files["umowa ż.txt"] == contract.data
    assert files["referral.json"] == contents().referral_json


def test_the_manifest_lists_every_file_with_its_digest(files, manifest):
    listed = {each["name"]: each for each in manifest["files"]}

    assert set(listed) == set(files) - {"MANIFEST.json"}
    for name, each in listed.items():
        assert each["size"] == len(files[name])
        assert each["sha256"] == hashlib.sha256(files[name]).hexdigest()
    assert listed["photo.jpg"]["dated"] == "2026-04"
    assert listed["photo.jpg"]["description"] == "A door"
    assert listed["photo.jpg"]["media_type"] == "image/jpeg"


def test_the_manifest_says_what_was_sealed_by_whom_and_when(manifest):
    del manifest["files"]

    assert manifest == {
        "version": 1,
        "case": "WA-0001",
        "title": "Referral WA-0001",
        "variant": "adult",
        "sealed_at": "2026-05-12T12:00:00Z",
        "organisation": "Orchard Example Labour Ltd",
        "device": "Site laptop 3",
        "versions": {"program": "0.1.0", "form": "nrm-referral 1"},
        "audit_head": "5e" * 32,
    }


def test_a_pack_is_locked_and_the_copy_inside_is_not(pack, files):
    assert PdfFileReader(BytesIO(pack)).encrypted
    assert not PdfFileReader(BytesIO(files["referral.pdf"])).encrypted


def test_nothing_inside_a_locked_pack_can_be_read_from_its_bytes(pack):
    for inside in (b"Wages are kept", b"WA-0001", b"photo", b"Romanian", b"Orchard Example"):
        assert inside not in pack


@pytest.mark.parametrize("which", ["pack", "copy"])
def test_title_language_tags_and_pages_survive(pack, files, which):
    reader = unlocked(pack if which == "pack" else files["referral.pdf"])

    assert reader.root["/Lang"] == "en-GB"
    assert reader.root["/MarkInfo"]["/Marked"]
    assert reader.root["/StructTreeRoot"]["/Type"] == "/StructTreeRoot"
    assert reader.document_meta_view.title.value == "Referral WA-0001"
    assert reader.root["/Pages"]["/Count"] == 4


@pytest.mark.parametrize("which", ["pack", "copy"])
def test_the_seal_has_a_name_to_read_out_and_no_place_on_the_page(pack, files, which):
    reader = unlocked(pack if which == "pack" else files["referral.pdf"])
    field = reader.root["/AcroForm"]["/Fields"][0]

    assert field["/T"] == "Seal"
    assert field["/TU"] == "Digital seal"
    assert field["/F"] & 0b10, "the widget is hidden"
    assert reader.root["/Pages"]["/Kids"][0]["/Tabs"] == "/S"


def test_attachments_are_in_the_order_a_name_tree_must_have(pack):
    names = unlocked(pack).root["/Names"]["/EmbeddedFiles"]["/Names"]
    keys = [names[place] for place in range(0, len(names), 2)]

    assert keys[:-1] == sorted(keys[:-1])
    assert keys[-1] == "umowa ż.txt", "names in UTF-16 begin with FE FF, after all others"


def test_an_empty_file_and_a_hundred_more_can_be_sealed(identity, check):
    evidence = [Attachment("empty.txt", "text/plain", b"")]
    evidence += [Attachment("scan.png", "image/png", bytes([n]) * 9) for n in range(99)]
    pack = PdfSealer().seal(contents(attachments=tuple(evidence)), identity, WORDS, NOON)

    assert check(pack).verdict is Verdict.GENUINE
    assert len(open_enclosed(pack, WORDS)) == 103


def test_a_pack_sealed_in_another_time_zone_claims_the_same_moment(identity, check):
    summer = NOON.astimezone(timezone(timedelta(hours=1))).replace(microsecond=250)

    report = check(PdfSealer().seal(contents(), identity, WORDS, summer))

    assert (report.verdict, report.sealed_at) == (Verdict.GENUINE, NOON)


def test_a_made_passphrase_locks_and_opens_however_it_is_typed(identity):
    passphrase = new_passphrase().text
    pack = PdfSealer().seal(contents(attachments=()), identity, passphrase, NOON)

    for typed in (passphrase, passphrase.upper(), passphrase.replace(" ", "-")):
        assert "MANIFEST.json" in open_enclosed(pack, typed)
    with refusing(Unavailable, "seal.wrong-passphrase"):
        open_enclosed(pack, passphrase[:-1])


def test_a_referral_too_large_for_the_form_is_refused(identity, monkeypatch):
    copy = DrawnReferral.of(contents(), identity, NOON).sign().copy
    monkeypatch.setattr("welfare_app.seal.sealer.LARGEST_REFERRAL", len(copy) - 1_000)

    with refusing(Refused, "seal.too-large"):
        PdfSealer().seal(contents(), identity, WORDS, NOON)


def test_a_real_referral_of_twenty_six_megabytes_is_refused(identity):
    drawing = BytesIO()
    page = canvas.Canvas(drawing, pageCompression=0)
    for _ in range(13):
        page.drawString(72, 720, "x" * 2_100_000)
        page.showPage()
    page.save()

    with refusing(Refused, "seal.too-large"):
        PdfSealer().seal(contents(referral_pdf=drawing.getvalue()), identity, WORDS, NOON)


@pytest.mark.parametrize("unfit", ["", "   ", "x" * 33, "żółw plum orbit", "plum\norbit"])
def test_a_passphrase_some_reader_would_not_take_is_refused(identity, unfit):
    with refusing(Refused, "seal.passphrase-unfit"):
        PdfSealer().seal(contents(), identity, unfit, NOON)


@pytest.mark.parametrize(
    ("days", "code"),
    [
        (-400, "seal.certificate-dates"),
        (1100, "seal.certificate-ended"),
        (3700, "seal.root-ended"),
    ],
)
def test_a_certificate_out_of_date_seals_nothing(identity, days, code):
    with refusing(Refused, code):
        PdfSealer().seal(contents(), identity, WORDS, NOON + timedelta(days=days))


def test_progress_is_told_from_start_to_end(identity):
    told = []
    PdfSealer().seal(contents(), identity, WORDS, NOON, lambda *step: told.append(step))

    assert told[0][0] == 0
    assert told[-1][0] == told[-1][1]
    assert told == sorted(told)


def test_sealing_stops_when_it_is_told_to(identity):
    def stop(done, _total):
        if done == 2:
            raise Cancelled

    with pytest.raises(Cancelled):
        PdfSealer().seal(contents(), identity, WORDS, NOON, stop)


def test_nothing_that_is_sealed_shows_when_a_stage_is_printed(identity):
    drawn = DrawnReferral.of(
        contents(attachments=(Attachment("Ana Canary.jpg", "image/jpeg", b"canary"),)),
        identity,
        NOON,
    )
    signed = drawn.sign()
    loaded = signed.load()
    locked = loaded.lock(WORDS)

    for stage in (drawn, signed, loaded, locked):
        shown = repr(stage).lower()
        assert "canary" not in shown
        assert "private key" not in shown
        assert WORDS not in shown


def test_a_reader_opens_it_with_the_attached_files_shown_and_says_which_to_upload(pack):
    with pikepdf.open(BytesIO(pack), password=WORDS) as opened:
        said = {name: one.description for name, one in opened.attachments.items()}
        copy = opened.attachments["referral.pdf"].get_file().read_bytes()
        assert opened.Root.PageMode == "/UseAttachments"
    assert said["referral.pdf"].endswith("upload this one")
    assert said["referral.json"].endswith("not to upload")
    assert said["MANIFEST.json"].endswith("not to upload")
    with pikepdf.open(BytesIO(copy)) as unlocked:
        assert unlocked.Root.get("/PageMode") != "/UseAttachments"
